package record

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"dateline/newsdate"
	"dateline/text"
)

// published returns the date that the object gives, zero where it gives none.
func (o object) published() (time.Time, error) {
	key, raw := o.first(dateKeys)
	if key == "" {
		return time.Time{}, nil
	}
	return ReadDate(key, raw)
}

// ReadDate reads the date that an object has under a key: a string, a Unix time or
// a date of MongoDB. The error wraps ErrNoDate.
func ReadDate(key string, raw json.RawMessage) (time.Time, error) {
	t, ok := readDate(raw, 4)
	if !ok {
		return time.Time{}, fmt.Errorf("%w: %s %s", ErrNoDate, key, text.Clip(string(raw), 40))
	}
	return t, nil
}

// readDate reads a string, a Unix time, or a date of MongoDB. A blank string is no
// date, and none is missed.
func readDate(raw json.RawMessage, depth int) (time.Time, bool) {
	var s string
	switch {
	case depth == 0 || len(raw) == 0:
		return time.Time{}, false
	case raw[0] == '{':
		var o object
		if json.Unmarshal(raw, &o) != nil {
			return time.Time{}, false
		}
		_, inner := o.first([]string{"$date", "$numberLong"})
		return readDate(inner, depth-1)
	case raw[0] != '"':
		s, _, _ = strings.Cut(string(raw), ".") // of a Unix time the seconds
	case json.Unmarshal(raw, &s) != nil:
		return time.Time{}, false
	}
	if s = strings.TrimSpace(s); s == "" {
		return time.Time{}, true
	}
	t, err := newsdate.Parse(s, newsdate.Hint{})
	return t, err == nil
}
