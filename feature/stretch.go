package feature

// Stretch is Days in the form of a Table. An unknown one overlaps none.
type Stretch struct{ First, Last Day }

// StretchOf returns the days as a Stretch.
func StretchOf(d Days) Stretch {
	if !d.Known {
		return Stretch{End, Beginning}
	}
	return Stretch{d.First, d.Last}
}

// StretchAsked returns the days of a query. An open start begins after the beginning of time,
// which excludes undated features.
func StretchAsked(d Days) Stretch {
	s := StretchOf(d)
	s.First = max(s.First, Beginning+1)
	return s
}

// Always returns a Stretch that overlaps every other, including unknown ones.
func Always() Stretch { return Stretch{Beginning, End} }

// Overlaps reports whether two ranges share a day.
func (s Stretch) Overlaps(t Stretch) bool { return s.First <= t.Last && t.First <= s.Last }

// days returns the stretch as Days.
func (s Stretch) days() Days {
	if s.First > s.Last {
		return Days{}
	}
	return Days{s.First, s.Last, true}
}
