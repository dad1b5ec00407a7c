package record

import (
	"bytes"
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"strings"

	fastjson "github.com/segmentio/encoding/json"
)

// object is a JSON object or a row of a table, by normalised keys.
type object map[string]json.RawMessage

// readObject reads an object. The columns map our names (text, title and so on) to its keys; may
// be nil.
func readObject(data []byte, columns map[string]string) (object, error) {
	all, err := members(data)
	if err != nil {
		return nil, err
	}
	o := object{}
	for own, column := range columns {
		if raw, ok := all[column]; ok {
			o[own] = raw
		}
	}
	for _, column := range columns {
		delete(all, column)
	}
	for _, key := range slices.Backward(slices.Sorted(maps.Keys(all))) { // lower case first
		if k := keyOf(key); k != "" && o.isBlank(k) {
			o[k] = all[key]
		}
	}
	return o, nil
}

// members returns the members of an object, as slices of data.
func members(data []byte) (map[string]json.RawMessage, error) {
	all := map[string]json.RawMessage{}
	if bytes.Count(data, []byte("{"))+bytes.Count(data, []byte("[")) <= maxBrackets {
		if rest, err := fastjson.Parse(data, &all, fastjson.DontCopyRawMessage); err == nil && len(rest) == 0 {
			return all, nil
		}
		clear(all)
	}
	err := json.Unmarshal(data, &all) // reports the error
	return all, err
}

// maxBrackets is how many brackets an object may have to be read by the faster library, which
// has no limit on nesting.
const maxBrackets = 10_000

// namedKey matches keys whose values may be texts.
var namedKey = regexp.MustCompile(`"([^"\\]{1,40})"\s*:\s*["\[{]`)

// HasText reports whether a piece of JSON, which may be truncated, has a text key.
func HasText(piece []byte) bool { return hasKey(piece, textKeys) }

// MayBeArticle reports whether a piece of JSON has a key of texts, of titles or of results of an
// earlier parse.
func MayBeArticle(piece []byte) bool {
	return HasText(piece) || hasKey(piece, titleKeys) || hasKey(piece, []string{"mentions"})
}

func hasKey(piece []byte, keys []string) bool {
	for _, m := range namedKey.FindAllSubmatch(piece, -1) {
		if slices.Contains(keys, keyOf(string(m[1]))) {
			return true
		}
	}
	return false
}

// wrappers are keys under which databases and APIs wrap the fields of a record.
var wrappers = []string{"source", "data", "properties", "attributes", "fields", "node", "document", "article", "object", "record", "post", "tweet", "message", "content", "envelope", "datamessage"}

// unwrap copies the fields of a nested object if the object itself has no text.
func (o object) unwrap() {
	if inner := objectIn(o["reblog"]); inner != nil && o.isBlank("content") { // Mastodon: the post being shared
		maps.Copy(o, inner)
	}
	for range 2 {
		if _, raw := o.first(textKeys); len(raw) > 0 {
			if raw[0] == '"' {
				return
			}
			if _, ok := textOf(raw, maxNested); ok {
				return
			}
		}
		for _, key := range wrappers {
			if inner := objectIn(o[key]); inner != nil {
				delete(o, key)
				for k, v := range inner {
					if o.isBlank(k) || key == "source" || k == "id" {
						o[k] = v
					}
				}
			}
		}
	}
}

// objectIn returns a value that is an object, or the first object of a list; else nil.
func objectIn(raw json.RawMessage) object {
	if raw = bytes.TrimSpace(raw); len(raw) > 0 && raw[0] == '[' {
		var list []json.RawMessage
		if json.Unmarshal(raw, &list) != nil || len(list) == 0 {
			return nil
		}
		raw = bytes.TrimSpace(list[0])
	}
	if len(raw) == 0 || raw[0] != '{' {
		return nil
	}
	o, err := readObject(raw, nil)
	if err != nil {
		return nil
	}
	return o
}

// isBlank reports whether a key is missing or empty.
func (o object) isBlank(key string) bool {
	raw, ok := o[key]
	return !ok || string(raw) == "null" || strings.Trim(string(raw[:min(len(raw), 8)]), " \t\r\n") == `""`
}

// first returns the first key with a value, else one with an empty value.
func (o object) first(keys []string) (string, json.RawMessage) {
	found := ""
	for _, key := range keys {
		if !o.isBlank(key) {
			return key, o[key]
		}
		if raw, ok := o[key]; ok && found == "" && string(raw) != "null" {
			found = key
		}
	}
	return found, o[found]
}

// keysOf lists the keys of an object for an error message.
func keysOf(data []byte) string {
	var all map[string]json.RawMessage
	_ = json.Unmarshal(data, &all) // it parsed before
	keys := slices.Sorted(maps.Keys(all))
	if len(keys) > 12 {
		keys = append(keys[:12], "…")
	}
	if len(keys) == 0 {
		return "no keys"
	}
	return strings.Join(keys, ", ")
}

// kindOf names the type of a value for an error message.
func kindOf(raw json.RawMessage) string {
	switch raw[0] {
	case '{':
		return "an object"
	case '[':
		return "a list"
	case 't', 'f':
		return "true or false"
	}
	return "a number"
}
