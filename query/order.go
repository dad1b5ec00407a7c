package query

import (
	"bytes"
	"cmp"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"dateline/feature"
)

// Order is a list of sort keys, most significant first. Features equal in all keep the order of
// the collection; nulls are last.
type Order []OrderKey

// OrderKey is a sort key.
type OrderKey struct {
	Field      Field
	Descending bool
}

// ParseOrder parses comma-separated names, each with an optional + for ascending, or - for
// descending (OGC 20-004r1, 8.4.5).
func ParseOrder(s string, fields []Field) (Order, error) {
	var o Order
	for part := range strings.SplitSeq(s, ",") {
		name := strings.TrimLeft(part, "+- ")
		i := slices.IndexFunc(fields, func(f Field) bool { return f.Name == name && f.Type != Shape })
		switch {
		case i < 0 || len(part)-len(name) > 1:
			return nil, fmt.Errorf("%q is not a property to sort by; give names of properties, with - before those in descending order", part)
		case slices.ContainsFunc(o, func(k OrderKey) bool { return k.Field.Name == name }):
			return nil, fmt.Errorf("%q is listed twice", name)
		}
		o = append(o, OrderKey{fields[i], strings.HasPrefix(part, "-")})
	}
	return o, nil
}

// String formats the order as ParseOrder parses it.
func (o Order) String() string {
	parts := make([]string, len(o))
	for i, k := range o {
		if parts[i] = k.Field.Name; k.Descending {
			parts[i] = "-" + parts[i]
		}
	}
	return strings.Join(parts, ",")
}

// Cursor is a feature's position in an Order: its values, and its number in the archive, which
// increases in the order of the collection and is the same on all servers. The id is set in
// collections that are computed for a day, whose numbers differ from day to day.
type Cursor struct {
	Values []any
	Number int
	ID     string // may be empty
}

// CursorOf returns the Cursor of a feature with a number; a nil Order is that of the collection.
func (o Order) CursorOf(f feature.Feature, number int) Cursor {
	s := Cursor{Values: make([]any, len(o)), Number: number}
	for i, k := range o {
		s.Values[i] = valueOf(f, k.Field.Name)
	}
	return s
}

// Compare is negative if a comes before b.
func (o Order) Compare(a, b Cursor) int {
	for i, k := range o {
		x, y := a.Values[i], b.Values[i]
		if (x == nil) != (y == nil) {
			return rank(y) - rank(x)
		}
		if c := order(x, y); c != 0 && k.Descending {
			return -c
		} else if c != 0 {
			return c
		}
	}
	return cmp.Compare(a.Number, b.Number)
}

// cursorJSON is a Cursor as clients store it. It includes its order.
type cursorJSON struct {
	Version int    `json:"v"`
	Order   string `json:"o,omitempty"`
	Values  []any  `json:"k,omitempty"`
	Number  int    `json:"n"`
	ID      string `json:"id,omitempty"`
}

// cursorVersion changes with the content and meaning of encoded cursors; others are refused.
const cursorVersion = 2

// WriteCursor encodes a Cursor of this order for use in a link.
func (o Order) WriteCursor(s Cursor) string {
	b, err := json.Marshal(cursorJSON{cursorVersion, o.String(), s.Values, s.Number, s.ID})
	if err != nil {
		panic(err) // strings, numbers and booleans can always be written
	}
	return base64.RawURLEncoding.EncodeToString(b)
}

// ReadCursor decodes what WriteCursor wrote. It refuses a cursor of another order.
func (o Order) ReadCursor(written string) (Cursor, error) {
	var s cursorJSON
	b, err := base64.RawURLEncoding.DecodeString(written)
	d := json.NewDecoder(bytes.NewReader(b))
	if err != nil || d.Decode(&s) != nil || d.More() || s.Version != cursorVersion || s.Number < 0 || s.Number > maxNumber {
		return Cursor{}, fmt.Errorf("%q is not from a next link of this version of Dateline; begin again without it", written)
	}
	if s.Order != o.String() || len(s.Values) != len(o) {
		return Cursor{}, fmt.Errorf("it belongs to the order %q; begin again without it", s.Order)
	}
	for i, v := range s.Values {
		if s.Values[i], err = restored(v, o[i].Field.Type); err != nil {
			return Cursor{}, err
		}
	}
	return Cursor{s.Values, s.Number, s.ID}, nil
}

// maxNumber is the largest integer that JSON keeps exactly.
const maxNumber = 1 << 53

// restored converts a decoded value to the type of a property.
func restored(v any, t Type) (any, error) {
	switch v := v.(type) {
	case nil:
		return nil, nil
	case string:
		if t == Text {
			return v, nil
		}
	case bool:
		if t == Boolean {
			return v, nil
		}
	case float64:
		if t == Date {
			return feature.Day(v), nil
		}
		if t == Number {
			return v, nil
		}
	}
	return nil, fmt.Errorf("it has %v where %s should be; begin again without it", v, t)
}

// valueOf returns a property in the form that orders compare: a string, float64, bool,
// feature.Day or nil.
func valueOf(f feature.Feature, name string) any {
	switch v := f.Property(name).(type) {
	case int:
		return float64(v)
	case time.Time:
		return feature.DayOf(v)
	case string, float64, bool:
		return v
	}
	return nil
}

// order compares two values of one type, as valueOf returns them: texts by code points, false
// before true, and null before all.
func order(a, b any) int {
	switch a := a.(type) {
	case string:
		if b, ok := b.(string); ok {
			return cmp.Compare(a, b)
		}
	case float64:
		if b, ok := b.(float64); ok {
			return cmp.Compare(a, b)
		}
	case feature.Day:
		if b, ok := b.(feature.Day); ok {
			return cmp.Compare(a, b)
		}
	case bool:
		if b, ok := b.(bool); ok && a != b {
			return int(of(a))
		}
		return 0
	}
	return cmp.Compare(rank(a), rank(b))
}

// rank orders null before non-null.
func rank(v any) int {
	if v == nil {
		return 0
	}
	return 1
}
