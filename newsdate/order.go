package newsdate

import "time"

// Order is the order of day and month in numeric dates.
type Order uint8

const (
	UnknownOrder Order = iota
	DayFirst           // 23/08/2019
	MonthFirst         // 08/23/2019
)

// Hint is the context needed to read a date.
type Hint struct {
	Order Order     // of day and month in numeric dates
	Now   time.Time // reference of "2 hours ago"; zero to refuse it
}
