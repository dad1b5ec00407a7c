package record

import (
	"encoding/json"
	"slices"

	"github.com/tidwall/gjson"
)

// maxFindDepth is how deeply an article may be nested in the data of a page.
const maxFindDepth = 10

// Find returns the object with a title and the longest text, of at least min bytes, in a piece
// of JSON; nil if there is none. It finds the article in the data of pages rendered by script.
func Find(data []byte, min int) []byte {
	f := finder{size: min - 1}
	if gjson.ValidBytes(data) {
		f.search(gjson.ParseBytes(data), maxFindDepth)
	}
	return f.best
}

type finder struct {
	best []byte
	size int // of its text
}

// search searches a value and its members, down to a depth.
func (f *finder) search(value gjson.Result, depth int) {
	if depth == 0 || !value.IsObject() && !value.IsArray() {
		return
	}
	titled := false
	value.ForEach(func(key, v gjson.Result) bool {
		titled = titled || slices.Contains(titleKeys, keyOf(key.Str))
		f.search(v, depth-1)
		return true
	})
	if !titled || len(value.Raw) <= f.size {
		return
	}
	o, err := readObject([]byte(value.Raw), nil)
	if err != nil || o.text(titleKeys) == "" {
		return
	}
	_, raw := o.first(textKeys[:weakText])
	if said, ok := textOf(raw, maxNested); ok && len(said) > f.size {
		f.best, f.size = json.RawMessage(value.Raw), len(said)
	}
}
