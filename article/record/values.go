package record

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/tidwall/gjson"
)

// IsLaidOut reports whether JSON is laid out over lines, by its first line that is not
// blank: that ends within an object or a list, behind a comma or a bracket.
func IsLaidOut(line []byte) bool {
	line = bytes.TrimSpace(line)
	return len(line) > 0 && bytes.IndexByte([]byte("{[,"), line[len(line)-1]) >= 0 && !json.Valid(line)
}

// Values takes JSON that is laid out over lines apart: a list of records, records one
// after another, or an object that holds a list of them.
type Values struct {
	d     *json.Decoder
	in    *lineCounter
	begun bool
	list  bool // what is read are the members of a list
	ended bool
}

// NewValues returns the values of r, of at most max bytes each.
func NewValues(r *bufio.Reader, max int) *Values {
	in := &lineCounter{bound: bounded{r: r, max: max}, line: 1}
	return &Values{d: json.NewDecoder(in), in: in}
}

// Next returns the next value and the line on which it ends. Any error but io.EOF is
// the stream's, or of JSON that is broken, and the last.
func (v *Values) Next() (json.RawMessage, int, error) {
	raw, err := v.next()
	at := v.d.InputOffset()
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &syntax):
		at, err = at+v.blank(), fmt.Errorf("%w: %s", ErrNoRecord, Plainly(err))
	case err == io.ErrUnexpectedEOF:
		at, err = v.in.at, fmt.Errorf("%w: it breaks off", ErrNoRecord)
	}
	v.ended = v.ended || err != nil
	return raw, v.in.lineAt(at), err
}

// blank returns how many bytes stand between the last value and the next.
func (v *Values) blank() int64 {
	rest, _ := io.ReadAll(v.d.Buffered()) // of a buffer
	return int64(len(rest) - len(bytes.TrimLeft(rest, " \t\r\n,")))
}

func (v *Values) next() (json.RawMessage, error) {
	if v.ended {
		return nil, io.EOF
	}
	v.in.bound.read = 0
	if !v.begun {
		v.begun = true
		if v.list = v.in.beginsList(); v.list {
			if _, err := v.d.Token(); err != nil {
				return nil, err
			}
		}
	}
	if v.list && !v.d.More() {
		v.ended = true
		_, err := v.d.Token()
		switch err {
		case nil:
			err = io.EOF
		case io.EOF:
			err = io.ErrUnexpectedEOF
		}
		return nil, err
	}
	var raw json.RawMessage
	return raw, v.d.Decode(&raw)
}

// lineCounter counts lines up to what was read.
type lineCounter struct {
	bound bounded
	line  int     // that lineAt returned last
	at    int64   // up to which was read
	ends  []int64 // of lines after line
}

// beginsList reports whether the first byte that is not blank begins a list.
func (c *lineCounter) beginsList() bool {
	r, ok := c.bound.r.(*bufio.Reader)
	if !ok {
		return false
	}
	for n := 1; n <= r.Size(); n++ {
		head, err := r.Peek(n)
		if err != nil || len(head) < n {
			return false
		}
		if b := head[n-1]; b != ' ' && b != '\t' && b != '\r' && b != '\n' {
			return b == '['
		}
	}
	return false
}

func (c *lineCounter) Read(p []byte) (int, error) {
	n, err := c.bound.Read(p)
	for i, b := range p[:n] {
		if b == '\n' {
			c.ends = append(c.ends, c.at+int64(i))
		}
	}
	c.at += int64(n)
	return n, err
}

// lineAt returns the line of a byte, which is not before that of the last call.
func (c *lineCounter) lineAt(at int64) int {
	n := 0
	for n < len(c.ends) && c.ends[n] < at {
		n++
	}
	c.line, c.ends = c.line+n, c.ends[n:]
	return c.line
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
