package record

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"dateline/newsdate"
	"dateline/newsdate/datestamp"
	"dateline/text"
)

// published returns the object's date of publication, zero if it has none. Relative dates refer
// to the time of fetching that the object gives.
func (o object) published(h newsdate.Hint) (time.Time, error) {
	key, raw := o.first(dateKeys)
	if key == "" {
		return time.Time{}, nil
	}
	return readDateUnder(key, raw, h)
}

// fetched returns the hint with the object's time of fetching.
func (o object) fetched(h newsdate.Hint) newsdate.Hint {
	if _, raw := o.first(fetchedKeys); len(raw) > 0 {
		if t, ok := readDate(raw, maxDateDepth, h); ok && !t.IsZero() {
			h.Now = t
		}
	}
	return h
}

// maxDateDepth is how deeply a date may be nested in objects.
const maxDateDepth = 4

func readDateUnder(key string, raw json.RawMessage, h newsdate.Hint) (time.Time, error) {
	t, ok := readDate(raw, maxDateDepth, h)
	if !ok {
		return time.Time{}, fmt.Errorf("%w: %s %s", ErrNoDate, key, text.Clip(string(raw), 40))
	}
	return t, nil
}

// dateOfNumbers matches a string value that begins with a numeric date.
var dateOfNumbers = regexp.MustCompile(`^\s*"([0-9٠-٩۰-۹]{1,2}[/.-][0-9٠-٩۰-۹]{1,2}[/.-][0-9٠-٩۰-۹]{4})`)

// OrderOf infers the order of day and month from the dates in a piece of JSON, which may be
// truncated.
func OrderOf(piece []byte) newsdate.Order {
	var dates []string
	for at := 0; ; at++ {
		colon := bytes.IndexByte(piece[at:], ':')
		if colon < 0 {
			return datestamp.OrderOfAll(dates)
		}
		at += colon
		if !beginsDigits(piece[at+1:]) || !slices.Contains(dateKeys, keyOf(keyBefore(piece[:at]))) {
			continue
		}
		if date := dateOfNumbers.FindSubmatch(piece[at+1:]); date != nil {
			dates = append(dates, string(date[1]))
		}
	}
}

// maxKeyBytes is the maximum length of a key that is looked up.
const maxKeyBytes = 160

// keyBefore returns the key at the end of a piece of JSON, "" if there is none.
func keyBefore(piece []byte) string {
	piece, isString := bytes.CutSuffix(bytes.TrimRight(piece, " \t\r\n"), []byte(`"`))
	piece = piece[max(0, len(piece)-maxKeyBytes):]
	begin := bytes.LastIndexByte(piece, '"')
	if !isString || begin < 0 || bytes.IndexByte(piece[begin:], '\\') >= 0 {
		return ""
	}
	return string(piece[begin+1:])
}

// beginsDigits quickly excludes values that dateOfNumbers can't match: those with an ASCII
// letter after spaces and the quotation mark.
func beginsDigits(value []byte) bool {
	value = bytes.TrimLeft(value, " \t\n\r\f\v")
	return len(value) > 1 && value[0] == '"' && (value[1] >= utf8.RuneSelf || '0' <= value[1] && value[1] <= '9')
}

// daysParts is how many numbers make a day.
const daysParts = 3

// timeOfNumbers reads a list of year, month, day and time of day, as feedparser writes them, or
// of a day only, as reference managers do.
func timeOfNumbers(list []json.RawMessage) (time.Time, bool) {
	var n [6]int
	if len(list) < len(n) && len(list) != daysParts {
		return time.Time{}, false
	}
	for i := range list[:min(len(list), len(n))] {
		if json.Unmarshal(bytes.Trim(list[i], `"`), &n[i]) != nil {
			return time.Time{}, false
		}
	}
	t := time.Date(n[0], time.Month(n[1]), n[2], n[3], n[4], n[5], 0, time.UTC)
	return t, t.Year() == n[0] && int(t.Month()) == n[1] && n[0] > 1900
}

// readDate reads a string, a Unix time, or a MongoDB date. A blank string gives the zero time
// and is not an error.
func readDate(raw json.RawMessage, depth int, h newsdate.Hint) (time.Time, bool) {
	var s string
	switch {
	case depth == 0 || len(raw) == 0:
		return time.Time{}, false
	case raw[0] == '{':
		o, err := readObject(raw, nil)
		if err != nil {
			return time.Time{}, false
		}
		_, inner := o.first([]string{"date", "numberlong", "original", "created", "dateparts"}) // the first two follow a $ in MongoDB
		return readDate(inner, depth-1, h)
	case raw[0] == '[':
		var list []json.RawMessage
		if json.Unmarshal(raw, &list) != nil {
			return time.Time{}, false
		}
		if len(list) == 0 {
			return time.Time{}, true
		}
		if t, ok := timeOfNumbers(list); ok {
			return t, true
		}
		return readDate(list[0], depth-1, h)
	case raw[0] != '"':
		s, _, _ = strings.Cut(string(raw), ".") // whole seconds of a Unix time
	case json.Unmarshal(raw, &s) != nil:
		return time.Time{}, false
	}
	s = strings.TrimSpace(s)
	if s == "" {
		return time.Time{}, true
	}
	if seconds, part, ok := strings.Cut(s, "."); ok && len(seconds) >= 9 && strings.Trim(seconds+part, "0123456789") == "" {
		s = seconds
	}
	t, err := datestamp.Parse(s, h)
	return t, err == nil
}
