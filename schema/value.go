package schema

import (
	"math"
	"time"
)

// Value is a value of a property. The zero Value is null, and so is an empty text. Values can be
// compared with ==.
type Value struct {
	text string
	bits uint64 // of a number, its sign changed: 0 would be -0, and says that there is none
}

// OfText returns a text.
func OfText(s string) Value { return Value{text: s} }

// OfInt returns a whole number.
func OfInt(n int) Value { return OfNumber(float64(n)) }

// OfNumber returns a number. It takes -0 for 0, as SQLite does.
func OfNumber(v float64) Value { return Value{bits: math.Float64bits(v+0) ^ signBit} }

const signBit = 1 << 63

// OfBool returns a boolean.
func OfBool(b bool) Value {
	if b {
		return OfInt(1)
	}
	return OfInt(0)
}

// OfDay returns a Date, by the days since 1970-01-01.
func OfDay(days int) Value { return OfInt(days) }

// OfInstant returns an instant, in milliseconds; null for the zero time.
func OfInstant(t time.Time) Value {
	if t.IsZero() {
		return Value{}
	}
	return OfNumber(float64(t.UnixMilli()))
}

// IsNull reports whether the value is null.
func (v Value) IsNull() bool { return v == Value{} }

// Text returns a text, empty for null.
func (v Value) Text() string { return v.text }

// Int returns a whole number, or the days of a Date; 0 for null.
func (v Value) Int() int { return int(v.Number()) }

// Number returns a number, 0 for null.
func (v Value) Number() float64 {
	if v.bits == 0 {
		return 0
	}
	return math.Float64frombits(v.bits ^ signBit)
}

// Bool returns a boolean, false for null.
func (v Value) Bool() bool { return v.Number() != 0 }

// Instant returns an instant in UTC, the zero time for null.
func (v Value) Instant() time.Time {
	if v.IsNull() {
		return time.Time{}
	}
	return time.UnixMilli(int64(v.Number())).UTC()
}
