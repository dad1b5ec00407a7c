package newsdate

import "time"

// Order is how a page or an article writes dates of three numbers.
type Order uint8

const (
	UnknownOrder Order = iota
	DayFirst           // 23/08/2019
	MonthFirst         // 08/23/2019
)

// Hint is what a date alone does not say.
type Hint struct {
	Order Order     // of day and month in dates of numbers
	Now   time.Time // what "2 hours ago" is counted from; zero to refuse it
}
