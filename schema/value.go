package schema

import "time"

// Value is a value of a property. The zero Value is null, and so is an empty text. Values can be
// compared with ==.
type Value struct {
	text   string
	number float64 // of a Date the days since 1970-01-01, of an instant the milliseconds, of a Boolean 0 or 1
	known  bool
}

// OfText returns a text.
func OfText(s string) Value { return Value{text: s, known: s != ""} }

// OfInt returns a whole number.
func OfInt(n int) Value { return Value{number: float64(n), known: true} }

// OfNumber returns a number. It takes -0 for 0, as SQLite does.
func OfNumber(v float64) Value { return Value{number: v + 0, known: true} }

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
	return Value{number: float64(t.UnixMilli()), known: true}
}

// IsNull reports whether the value is null.
func (v Value) IsNull() bool { return !v.known }

// Text returns a text, empty for null.
func (v Value) Text() string { return v.text }

// Int returns a whole number, or the days of a Date; 0 for null.
func (v Value) Int() int { return int(v.number) }

// Number returns a number, 0 for null.
func (v Value) Number() float64 { return v.number }

// Bool returns a boolean, false for null.
func (v Value) Bool() bool { return v.number != 0 }

// Instant returns an instant in UTC, the zero time for null.
func (v Value) Instant() time.Time {
	if !v.known {
		return time.Time{}
	}
	return time.UnixMilli(int64(v.number)).UTC()
}
