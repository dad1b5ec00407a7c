package resolve

import (
	"time"

	"dateline/newsdate"
	"dateline/newsdate/relative"
	"dateline/newsdate/words"
)

// fromPublished applies a shift to publication.
func fromPublished(f *relative.Shift, published time.Time) newsdate.Date {
	ref := newsdate.Civil(published)
	switch f.Unit {
	case words.UnitMinute, words.UnitHour:
		if h, m, s := published.Clock(); h+m+s == 0 {
			return ref // only the day is known
		}
		step := time.Minute
		if f.Unit == words.UnitHour {
			step = time.Hour
		}
		return newsdate.Civil(published.Add(time.Duration(f.Count) * step))
	case words.UnitDay:
		return ref.AddDays(f.Count)
	case words.UnitWeek:
		d := ref.AddDays(7 * f.Count)
		if f.Vague {
			d.Precision = newsdate.Month
		}
		return d
	case words.UnitMonth:
		return monthOf(ref.Year, ref.Month+time.Month(f.Count))
	}
	return yearOf(ref.Year + f.Count)
}

// fromPrevious applies a shift to the preceding date; none if that is none, or the result is after
// ref, the day of publication. A date known to its month or year stays there for shorter shifts.
func fromPrevious(f *relative.Shift, previous, ref newsdate.Date) newsdate.Date {
	if previous.IsZero() {
		return newsdate.Date{}
	}
	d := previous
	switch {
	case f.Unit == words.UnitYear:
		d = yearOf(previous.Year + f.Count)
	case previous.Precision == newsdate.Year:
	case f.Unit == words.UnitMonth:
		d = monthOf(previous.Year, previous.Month+time.Month(f.Count))
	case previous.Precision < newsdate.Day || f.Unit < words.UnitDay:
	case f.Unit == words.UnitWeek:
		d = previous.AddDays(7 * f.Count)
	default:
		d = previous.AddDays(f.Count)
	}
	if !ref.IsZero() && ref.Time().Before(d.First()) {
		return newsdate.Date{}
	}
	return d
}
