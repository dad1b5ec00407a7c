package article

import (
	"encoding/json"
	"strings"
	"time"

	"dateline/article/record"
)

// ErrID is the error of an id that can't be one.
var ErrID = record.ErrID

// ReadID returns the id of a line of JSON as a string: a string as it is, a number
// as it is written, nothing for none. Anything else is ErrID.
func ReadID(raw json.RawMessage) (string, error) { return record.ReadID(raw) }

// ReadDate reads the date that a line of JSON has under a key: a string, a Unix
// time or a date of MongoDB. The error wraps ErrBadDate.
func ReadDate(key string, raw json.RawMessage) (time.Time, error) { return record.ReadDate(key, raw) }

// languageCode returns the language of a tag such as en-US.
func languageCode(tag string) string {
	code, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(tag, "_", "-")), "-")
	if len(code) != 2 {
		return ""
	}
	return code
}
