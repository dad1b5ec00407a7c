package article

import (
	"encoding/json"
	"strings"

	"dateline/article/record"
)

// ErrID is the error of an id that can't be one.
var ErrID = record.ErrID

// ReadID returns the id of a line of JSON as a string: a string as it is, a number
// as it is written, nothing for none. Anything else is ErrID.
func ReadID(raw json.RawMessage) (string, error) { return record.ReadID(raw) }

// languageCode returns the language of a tag such as en-US.
func languageCode(tag string) string {
	code, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(tag, "_", "-")), "-")
	if len(code) != 2 {
		return ""
	}
	return code
}
