package geo

import (
	"bytes"
	"encoding/json"
	"strconv"
	"time"
	"unsafe"
)

// Property is a named value: string, int, float64, bool, time.Time (written as a date), json.RawMessage or nil.
type Property struct {
	Name  string
	Value any
}

// Properties yields the number and the value of each property, in the order in
// which they are written:
//
//	for _, p := range f.Properties {
//
// A value has the type with which it was given, a zero time.Time and a float64
// that JSON can't write are nil. Strings share the memory of JSON.
func (f *Feature) Properties(yield func(int, Property) bool) {
	if f.schema == nil {
		return
	}
	rest := f.JSON[f.at:]
	for i := range *f.schema {
		c := &(*f.schema)[i]
		rest = rest[c.skip:]
		n := valueLength(rest)
		if !yield(i, Property{c.name, c.kind.value(rest[:n])}) {
			return
		}
		rest = rest[n:]
	}
}

// Property returns the value of one property; nil when it has none.
func (f *Feature) Property(name string) any {
	if f.schema == nil {
		return nil
	}
	rest := f.JSON[f.at:]
	for i := range *f.schema {
		c := &(*f.schema)[i]
		rest = rest[c.skip:]
		n := valueLength(rest)
		if c.name == name {
			return c.kind.value(rest[:n])
		}
		rest = rest[n:]
	}
	return nil
}

// schema names the properties of features and their types.
type schema []column

type column struct {
	name string
	skip int // bytes from the end of the value before to this one
	kind kind
}

// kind is the type of a property's values.
type kind uint8

const (
	null kind = iota // all that is known is nil
	text
	integer
	number
	truth
	day
	raw
)

func newSchema(properties []Property) *schema {
	s := make(schema, len(properties))
	for i, p := range properties {
		s[i] = column{name: p.Name, skip: len(appendString(nil, p.Name)) + 2, kind: kindOf(p.Value)}
	}
	return &s
}

// fits reports whether features with these properties may share the schema. A
// nil fits any type.
func (s *schema) fits(properties []Property) bool {
	if s == nil || len(*s) != len(properties) {
		return false
	}
	for i, p := range properties {
		c := &(*s)[i]
		if c.name != p.Name || p.Value != nil && kindOf(p.Value) != c.kind {
			return false
		}
	}
	return true
}

func kindOf(v any) kind {
	switch v.(type) {
	case nil:
		return null
	case string:
		return text
	case int:
		return integer
	case float64:
		return number
	case bool:
		return truth
	case time.Time:
		return day
	case json.RawMessage:
		return raw
	}
	panic("geo: a property of a type that Property does not list")
}

// value reads what appendValue wrote.
func (k kind) value(b []byte) any {
	if b[0] == 'n' {
		return nil
	}
	switch k {
	case text:
		return readString(b)
	case integer:
		n, _ := strconv.Atoi(shared(b))
		return n
	case number:
		v, _ := strconv.ParseFloat(shared(b), 64)
		return v
	case truth:
		return b[0] == 't'
	case day:
		t, _ := time.Parse(time.DateOnly, shared(b[1:len(b)-1]))
		return t
	}
	return json.RawMessage(b)
}

// readString reads what appendString wrote.
func readString(b []byte) string {
	inner := b[1 : len(b)-1]
	at := bytes.IndexByte(inner, '\\')
	if at < 0 {
		return shared(inner)
	}
	out := make([]byte, 0, len(inner))
	for ; at >= 0; at = bytes.IndexByte(inner, '\\') {
		out = append(out, inner[:at]...)
		c, n := readEscape(inner[at:])
		out, inner = append(out, c), inner[at+n:]
	}
	return shared(append(out, inner...))
}

// readEscape reads what appendEscape wrote of an ASCII character, and returns
// how long that was.
func readEscape(b []byte) (byte, int) {
	switch b[1] {
	case 'n':
		return '\n', 2
	case 'r':
		return '\r', 2
	case 't':
		return '\t', 2
	case 'u':
		v, _ := strconv.ParseUint(shared(b[2:6]), 16, 8)
		return byte(v), 6
	}
	return b[1], 2
}

// shared returns b as a string in the same memory. Nobody may write to b any
// more, which holds for the JSON of Features.
func shared(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// valueLength returns the length of the JSON value that b begins with and does
// not end with.
func valueLength(b []byte) int {
	switch b[0] {
	case '"':
		return stringLength(b)
	case '{', '[':
		return nestedLength(b)
	}
	for i, c := range b {
		if c == ',' || c == '}' {
			return i
		}
	}
	return len(b)
}

func stringLength(b []byte) int {
	for i := 1; ; i++ {
		i += bytes.IndexByte(b[i:], '"')
		escapes := 0
		for b[i-1-escapes] == '\\' {
			escapes++
		}
		if escapes%2 == 0 {
			return i + 1
		}
	}
}

func nestedLength(b []byte) int {
	depth := 0
	for i := 0; i < len(b); i++ {
		switch b[i] {
		case '"':
			i += stringLength(b[i:]) - 1
		case '{', '[':
			depth++
		case '}', ']':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return len(b)
}
