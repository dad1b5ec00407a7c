package record

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"

	"dateline/jsonstream"

	"github.com/tidwall/gjson"
)

// IsLaidOut reports whether JSON is laid out over lines, by its first line that is not
// blank: that ends within an object or a list, behind a comma or a bracket. A line that
// goes on behind the head of the JSON is not.
func IsLaidOut(head []byte) bool {
	line, _, whole := bytes.Cut(bytes.TrimSpace(head), []byte("\n"))
	line = bytes.TrimSpace(line)
	return whole && len(line) > 0 && bytes.IndexByte([]byte("{[,"), line[len(line)-1]) >= 0 && !json.Valid(line)
}

// Values takes JSON that is laid out over lines apart: a list of records, records one
// after another, or an object that holds a list of them.
type Values struct {
	d     *jsonstream.Decoder
	bound *bounded
	begun bool
	list  bool // what is read are the members of a list
	ended bool
}

// NewValues returns the values of r, of at most max bytes each.
func NewValues(r io.Reader, max int) *Values {
	bound := &bounded{r: r, max: max}
	return &Values{d: jsonstream.NewDecoder(bound), bound: bound}
}

// Next returns the next value and the line on which it ends. Any error but io.EOF is
// the stream's, or of JSON that is broken, and the last.
func (v *Values) Next() ([]byte, int, error) {
	raw, err := v.next()
	at := v.d.InputOffset()
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &syntax):
		at, err = at+v.blank(), fmt.Errorf("%w: %s", ErrNoRecord, Plainly(err))
	case err == io.ErrUnexpectedEOF:
		at, err = math.MaxInt64, fmt.Errorf("%w: it breaks off", ErrNoRecord)
	}
	v.ended = v.ended || err != nil
	return raw, v.d.Line(at), err
}

// blank returns how many bytes stand between the last value and the next.
func (v *Values) blank() int64 {
	rest, _ := io.ReadAll(v.d.Buffered()) // of a buffer
	return int64(len(rest) - len(bytes.TrimLeft(rest, " \t\r\n,")))
}

func (v *Values) next() (raw json.RawMessage, err error) {
	if v.ended {
		return nil, io.EOF
	}
	v.bound.read = 0
	if !v.begun {
		v.begun = true
		if v.list = v.d.Begins('['); v.list {
			v.d.Token() // the bracket
		}
	}
	if v.list && !v.d.More() {
		v.ended = true
		if err := v.d.Close(); err != nil {
			return nil, err
		}
		return nil, io.EOF
	}
	err = v.d.Decode(&raw)
	return raw, err
}

// Members returns the records that a value holds: its elements where it is a list, the
// longest list of objects in it where it is an object without a text, as the answers of
// APIs are; else itself.
func Members(value []byte) []json.RawMessage {
	value = bytes.TrimSpace(value)
	if list := listOf(value, maxNested); list != nil {
		return list
	}
	return []json.RawMessage{value}
}

func listOf(value []byte, depth int) []json.RawMessage {
	switch {
	case depth == 0 || len(value) == 0:
		return nil
	case value[0] == '[':
		var list []json.RawMessage
		if json.Unmarshal(value, &list) != nil || len(list) == 0 || bytes.TrimSpace(list[0])[0] != '{' {
			return nil
		}
		return list
	case value[0] != '{' || hasText(value, textKeys[:weakText]):
		return nil
	}
	weak := hasText(value, textKeys[weakText:])
	var o map[string]json.RawMessage
	if json.Unmarshal(value, &o) != nil {
		return nil
	}
	var best []json.RawMessage
	for _, key := range slices.Sorted(maps.Keys(o)) {
		if list := listOf(o[key], depth-1); len(list) > len(best) && (!weak || hasText(list[0], textKeys)) {
			best = list
		}
	}
	return best
}

// hasText reports whether an object has one of the keys of texts.
func hasText(object []byte, keys []string) bool {
	found := false
	gjson.ParseBytes(object).ForEach(func(key, value gjson.Result) bool {
		found = value.Type != gjson.Null && slices.Contains(keys, keyOf(key.String())) && !holdsRecords(value)
		return !found
	})
	return found
}

// holdsRecords reports whether what stands under a key of texts is an object, or a list
// of them: "content": [{...}].
func holdsRecords(value gjson.Result) bool {
	return value.IsArray() && value.Get("0").IsObject()
}
