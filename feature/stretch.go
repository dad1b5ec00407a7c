package feature

// Stretch is a stretch of days as a Table keeps it, both ends included. An
// unknown one overlaps none.
type Stretch struct{ First, Last Day }

// StretchOf returns the days as a Stretch.
func StretchOf(d Days) Stretch {
	if !d.Known {
		return Stretch{End, Beginning}
	}
	return Stretch{d.First, d.Last}
}

// StretchAsked returns the days of a query. It begins a day after the beginning of
// time, so that what is undated stays out.
func StretchAsked(d Days) Stretch {
	s := StretchOf(d)
	s.First = max(s.First, Beginning+1)
	return s
}

// Always returns what overlaps every Stretch, an unknown one too.
func Always() Stretch { return Stretch{Beginning, End} }

// Overlaps reports whether two stretches share a day.
func (s Stretch) Overlaps(t Stretch) bool { return s.First <= t.Last && t.First <= s.Last }

// days returns the stretch as Days.
func (s Stretch) days() Days {
	if s.First > s.Last {
		return Days{}
	}
	return Days{s.First, s.Last, true}
}
