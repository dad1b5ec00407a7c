// Package record reads an article that comes as one object of JSON: the keys of
// Dateline and those under which news scrapers and social networks write the same.
package record

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"dateline/text"
)

// Errors of a record.
var (
	ErrNoRecord = errors.New("not a record")
	ErrNoDate   = errors.New("not a date")
	ErrID       = errors.New("the id is neither a string nor a number")
)

// Record is an article as an object of JSON gives it. What it does not give is
// empty.
type Record struct {
	Key       string
	Title     string
	Text      string
	Markup    bool // the text is HTML
	Published time.Time
	Byline    string
	Source    string
	URL       string
	Lang      string
}

// Read reads an object. The error wraps ErrNoDate where only the date can't be
// read, else ErrNoRecord.
func Read(line []byte) (Record, error) {
	var o object
	if err := json.Unmarshal(line, &o); err != nil {
		return Record{}, fmt.Errorf("%w: %s", ErrNoRecord, Plainly(err))
	}
	return o.read()
}

func (o object) read() (r Record, err error) {
	if r.Key, err = o.id(); err != nil {
		return r, fmt.Errorf("%w: %w", ErrNoRecord, err)
	}
	key, raw := o.first(textKeys)
	if key == "" {
		return r, fmt.Errorf("%w: no text; it has %s", ErrNoRecord, o.keys())
	}
	if err := json.Unmarshal(raw, &r.Text); err != nil {
		return r, fmt.Errorf("%w: %q is %s", ErrNoRecord, key, kindOf(raw))
	}
	if strings.TrimSpace(r.Text) == "" {
		return r, fmt.Errorf("%w: its %s is empty", ErrNoRecord, key)
	}
	r.Markup = key != "text" && isMarkup(r.Text)
	r.Title = o.text(titleKeys)
	r.Byline = o.names(bylineKeys)
	r.Source, r.URL = o.origin()
	r.Lang = o.text(langKeys)
	r.Published, err = o.published()
	return r, err
}

// isMarkup reports whether a text is HTML: a tag of a paragraph or a link, or one
// that ends.
func isMarkup(s string) bool {
	s = strings.ToLower(s[:min(len(s), 64<<10)])
	for _, tag := range []string{"<p>", "<p ", "<br", "</a>", "</div>", "</span>", "</p>"} {
		if strings.Contains(s, tag) {
			return true
		}
	}
	return false
}

// ReadID returns an id as a string: a string as it is, a number as it is written,
// nothing for none. Anything else is ErrID.
func ReadID(raw json.RawMessage) (string, error) {
	switch id := string(raw); {
	case id == "" || id == "null":
		return "", nil
	case id[0] == '"':
		var s string
		err := json.Unmarshal(raw, &s)
		return s, err
	case strings.ContainsAny(id[:1], "-0123456789"):
		return id, nil
	}
	return "", ErrID
}

// Plainly says what is wrong with JSON in a reader's words.
func Plainly(err error) string {
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) && kind.Field != "" {
		return fmt.Sprintf("%q is a %s", kind.Field, kind.Value)
	}
	return strings.TrimPrefix(err.Error(), "json: ")
}

// oneLine returns a value that is a string, in one line.
func oneLine(raw json.RawMessage) string {
	var s string
	if json.Unmarshal(raw, &s) != nil {
		return ""
	}
	return text.OneLine(s)
}
