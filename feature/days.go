package feature

import (
	"math"
	"time"
)

// Day counts days since 1970-01-01 UTC.
type Day int32

// DayOf returns the day of an instant in UTC.
func DayOf(t time.Time) Day { return Day(math.Floor(float64(t.Unix()) / 86400)) }

// Time returns midnight UTC of the day.
func (d Day) Time() time.Time { return time.Unix(int64(d)*86400, 0).UTC() }

// Days is a range of days, including both ends. The zero Days is unknown.
type Days struct {
	First, Last Day
	Known       bool
}

// OneDay returns the day of t, unknown if t is zero.
func OneDay(t time.Time) Days {
	if t.IsZero() {
		return Days{}
	}
	d := DayOf(t)
	return Days{First: d, Last: d, Known: true}
}

// Ends of open ranges.
const (
	Beginning Day = math.MinInt32
	End       Day = math.MaxInt32
)

// And returns the range from the first day of both to the last; an unknown one adds none.
func (d Days) And(e Days) Days {
	switch {
	case !e.Known:
		return d
	case !d.Known:
		return e
	}
	return Days{min(d.First, e.First), max(d.Last, e.Last), true}
}

// Overlaps reports whether two ranges share a day. An unknown one overlaps nothing.
func (d Days) Overlaps(e Days) bool {
	return d.Known && e.Known && d.First <= e.Last && e.First <= d.Last
}
