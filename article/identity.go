package article

import (
	"encoding/json"
	"net/url"
	"path/filepath"
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

// addressOf returns the name of an input where it is an address on the web.
func addressOf(name string) string {
	if strings.HasPrefix(name, "http://") || strings.HasPrefix(name, "https://") {
		return name
	}
	return ""
}

// outletOf returns what stands for the outlet of an article that names none:
// the host of an address, the name of a file, nothing for a stream.
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
