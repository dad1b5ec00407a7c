package record

import (
	"bytes"
	"encoding/json"
	"net/url"
	"strings"

	"dateline/text"
)

// text returns the first value of the keys that is text, on one line.
func (o object) text(keys []string) string {
	for _, key := range keys {
		if s, ok := textOf(o[key], maxNested); ok && strings.TrimSpace(s) != "" {
			return text.OneLine(s)
		}
	}
	return ""
}

// maxNested is how deeply values are searched.
const maxNested = 6

// textOf returns a value that is text: a string, a list of paragraphs, or an object that has
// one, as titles of WordPress and the New York Times.
func textOf(raw json.RawMessage, depth int) (string, bool) {
	raw = bytes.TrimSpace(raw)
	if depth == 0 || len(raw) == 0 {
		return "", false
	}
	switch raw[0] {
	case '"':
		return stringOf(raw)
	case '[':
		var list []json.RawMessage
		var all []string
		if json.Unmarshal(raw, &list) != nil {
			return "", false
		}
		for _, one := range list {
			if s, ok := textOf(one, depth-1); ok {
				all = append(all, s)
			}
		}
		return strings.Join(all, "\n\n"), len(all) > 0
	case '{':
		o, err := readObject(raw, nil)
		if err != nil {
			return "", false
		}
		if key, inner := o.first([]string{"rendered", "main", "text", "t", "value", "original", "content"}); key != "" {
			return textOf(inner, depth-1)
		}
		return textOfParts(o, depth-1)
	}
	return "", false
}

// textOfParts joins the parts of a text that are under separate keys, as in Fundus.
func textOfParts(o object, depth int) (string, bool) {
	var all []string
	for _, key := range []string{"summary", "headline", "paragraphs", "sections", "blocks"} {
		if s, ok := textOf(o[key], depth); ok && s != "" {
			all = append(all, s)
		}
	}
	return strings.Join(all, "\n\n"), len(all) > 0
}

func (o object) id() (string, error) {
	_, raw := o.first(idKeys)
	if oid, ok := objectIn(raw)["oid"]; ok { // MongoDB: {"$oid": "..."}
		raw = oid
	}
	return ReadID(raw)
}

// names returns the value of the first key that is a name: a string, a list of them, or an
// object with a name.
func (o object) names(keys []string) string {
	for _, key := range keys {
		if name := nameIn(o[key], maxNested); name != "" {
			return name
		}
	}
	return ""
}

func nameIn(raw json.RawMessage, depth int) string {
	if depth == 0 || len(raw) == 0 {
		return ""
	}
	switch raw[0] {
	case '"':
		return oneLine(raw)
	case '[':
		var list []json.RawMessage
		var names []string
		if json.Unmarshal(raw, &list) != nil {
			return ""
		}
		for _, one := range list {
			if name := nameIn(one, depth-1); name != "" {
				names = append(names, name)
			}
		}
		return strings.Join(names, ", ")
	case '{':
		o, err := readObject(raw, nil)
		if err != nil {
			return ""
		}
		return o.text([]string{"displayname", "name", "title", "original", "acct", "username", "screenname"})
	}
	return ""
}

// origin returns outlet and address. An address under a key for outlets, as in trafilatura's
// output, is used as the address.
func (o object) origin() (source, address string) {
	for _, key := range urlKeys {
		if address = oneLine(o[key]); isAddress(address) {
			break
		}
		address = ""
	}
	for _, key := range sourceKeys {
		name := nameIn(o[key], maxNested)
		switch {
		case name == "":
		case !isAddress(name):
			return name, address
		case address == "":
			address = name
		}
	}
	return "", address
}

func isAddress(s string) bool {
	if len(s) < len("http") || !strings.EqualFold(s[:len("http")], "http") {
		return false // quickly
	}
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}
