package stats

import "dateline/feature"

// Values of the parameter by.
const (
	byDay   = "place,day"
	byWeek  = "place,week"
	byMonth = "place,month"
	byYear  = "place,year"
)

// bys returns the values of the parameter by, those of the finest bins first.
func bys() []string { return []string{byDay, byWeek, byMonth, byYear} }

// binOf returns the first day of the bin that holds a day: itself, its Monday, the
// first of its month or of its year.
func binOf(day feature.Day, by string) feature.Day {
	switch by {
	case byWeek:
		return day - ((day+3)%7+7)%7 // 1970-01-01 was a Thursday
	case byMonth:
		return day - feature.Day(day.Time().Day()-1)
	case byYear:
		return day - feature.Day(day.Time().YearDay()-1)
	default:
		return day
	}
}

// bin is the days from the first to before the end that a sum is of.
type bin struct{ first, end feature.Day }

// holding returns the bin that holds a day: b itself, where it does.
func (b bin) holding(day feature.Day, by string) bin {
	if b.first <= day && day < b.end {
		return b
	}
	first := binOf(day, by)
	at := first.Time()
	switch by {
	case byWeek:
		return bin{first, first + 7}
	case byMonth:
		return bin{first, feature.DayOf(at.AddDate(0, 1, 0))}
	case byYear:
		return bin{first, feature.DayOf(at.AddDate(1, 0, 0))}
	default:
		return bin{first, first + 1}
	}
}
