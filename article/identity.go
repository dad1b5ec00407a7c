package article

import (
	"encoding/json"
	"net/url"
	"path/filepath"
	"strings"

	"dateline/article/record"
)

// ErrID reports an id that is neither a string nor a number.
var ErrID = record.ErrID

// ReadID returns the id in a line of JSON as a string: strings unchanged, numbers as written, ""
// if there is none. Anything else is ErrID.
func ReadID(raw json.RawMessage) (string, error) { return record.ReadID(raw) }

// languageCode returns the primary language of a tag such as en-US.
func languageCode(tag string) string {
	code, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(tag, "_", "-")), "-")
	if len(code) != 2 {
		return ""
	}
	return code
}

// addressOf returns the name of an input if it is a web address.
func addressOf(name string) string {
	if strings.HasPrefix(name, "http://") || strings.HasPrefix(name, "https://") {
		return name
	}
	return ""
}

// outletOf derives an outlet for articles that name none: the host of an address, the name of a
// file, "" for a stream.
func outletOf(name string) string {
	if u, err := url.Parse(addressOf(name)); err == nil && u.Host != "" {
		return u.Host
	}
	switch name {
	case "", "-", "stdin", "standard input":
		return ""
	}
	return filepath.Base(name)
}
