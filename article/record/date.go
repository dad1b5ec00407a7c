package record

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"dateline/article/segment"
	"dateline/text"
)

// published returns the date that the object gives, zero where it gives none.
func (o object) published() (time.Time, error) {
	key, raw := o.first(dateKeys)
	if key == "" {
		return time.Time{}, nil
	}
	t, ok := readDate(raw, 4)
	if !ok {
		return t, fmt.Errorf("%w: %s %s", ErrNoDate, key, text.Clip(string(raw), 40))
	}
	return t, nil
}

// readDate reads a string, a Unix time in seconds, milliseconds or microseconds,
// or a date of MongoDB. A blank string is no date, and none is missed.
func readDate(raw json.RawMessage, depth int) (time.Time, bool) {
	var n json.Number
	switch {
	case depth == 0:
		return time.Time{}, false
	case raw[0] == '"':
		var s string
		if json.Unmarshal(raw, &s) != nil {
			return time.Time{}, false
		}
		if s = strings.TrimSpace(s); s == "" {
			return time.Time{}, true
		}
		if isUnixTime(s) {
			return readDate(json.RawMessage(s), depth-1)
		}
		return segment.ParseDate(s)
	case raw[0] == '{':
		var o object
		if json.Unmarshal(raw, &o) != nil {
			return time.Time{}, false
		}
		key, inner := o.first([]string{"$date", "$numberLong"})
		return readDateIn(key, inner, depth)
	case json.Unmarshal(raw, &n) != nil:
		return time.Time{}, false
	}
	seconds, err := n.Float64()
	return unixTime(seconds), err == nil && !unixTime(seconds).IsZero()
}

func readDateIn(key string, raw json.RawMessage, depth int) (time.Time, bool) {
	if key == "" {
		return time.Time{}, false
	}
	return readDate(raw, depth-1)
}

// isUnixTime reports whether a string is a Unix time: ten digits or more.
func isUnixTime(s string) bool {
	return len(s) >= 10 && len(s) <= 16 && strings.Trim(s, "0123456789") == ""
}

// unixTime tells seconds, milliseconds and microseconds apart by the year that
// they give, which must be from 1990 to 2099; it returns zero for other numbers.
func unixTime(n float64) time.Time {
	for range 3 {
		if t := time.UnixMicro(int64(n * 1e6)).UTC(); n < 4.2e9 {
			if t.Year() >= 1990 && t.Year() < 2100 {
				return t
			}
			return time.Time{}
		}
		n /= 1000
	}
	return time.Time{}
}
