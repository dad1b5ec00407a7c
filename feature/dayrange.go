package feature

// DayRange is Days as a Table stores them. An unknown range overlaps none.
type DayRange struct{ First, Last Day }

// DayRangeOf converts Days.
func DayRangeOf(d Days) DayRange {
	if !d.Known {
		return DayRange{End, Beginning}
	}
	return DayRange{d.First, d.Last}
}

// QueriedRange converts the Days of a query. An open start begins after the beginning of time, which
// excludes undated features.
func QueriedRange(d Days) DayRange {
	s := DayRangeOf(d)
	s.First = max(s.First, Beginning+1)
	return s
}

// AllDays returns a DayRange that overlaps every other, including unknown ones.
func AllDays() DayRange { return DayRange{Beginning, End} }

// Overlaps reports whether two ranges share a day.
func (s DayRange) Overlaps(t DayRange) bool { return s.First <= t.Last && t.First <= s.Last }

// days converts to Days.
func (s DayRange) days() Days {
	if s.First > s.Last {
		return Days{}
	}
	return Days{s.First, s.Last, true}
}
