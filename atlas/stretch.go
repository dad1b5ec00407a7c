package atlas

import "dateline/geo"

// stretch is the days of a feature in the column that datetime is looked up in.
type stretch struct{ first, last geo.Day }

// stretchOf returns the days of a feature; of an undated one a stretch that nothing
// overlaps.
func stretchOf(d geo.Days) stretch {
	if !d.Known {
		return stretch{geo.End, geo.Beginning}
	}
	return stretch{d.First, d.Last}
}

// stretchAsked returns the days of a query. It begins a day after the beginning of
// time, so that undated features stay out.
func stretchAsked(d geo.Days) stretch {
	s := stretchOf(d)
	s.first = max(s.first, geo.Beginning+1)
	return s
}

// always returns what overlaps every stretch, that of undated features too.
func always() stretch { return stretch{geo.Beginning, geo.End} }

func (s stretch) overlaps(t stretch) bool { return s.first <= t.last && t.first <= s.last }
