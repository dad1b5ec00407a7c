package rows

import (
	"dateline/feature"
	"dateline/newsdate"
	"dateline/schema"
)

// DaysOf returns the range of possible days for a day with a precision, none if unknown.
func DaysOf(date, precision schema.Value) feature.Days {
	if date.IsNull() {
		return feature.Days{}
	}
	day := feature.Day(date.Int())
	days := feature.Days{First: day, Last: day, Known: true}
	if p, _ := newsdate.ReadPrecision(precision.Text()); p != newsdate.Unknown && p != newsdate.Day {
		civil := newsdate.Civil(day.Time())
		civil.Precision = p
		days.First, days.Last = feature.DayOf(civil.First()), feature.DayOf(civil.Last())
	}
	return days
}
