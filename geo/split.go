package geo

import "github.com/paulmach/orb"

// SplitAntimeridian returns b, in two parts when its west is east of its east.
func SplitAntimeridian(b orb.Bound) []orb.Bound {
	if b.Min[0] <= b.Max[0] {
		return []orb.Bound{b}
	}
	west, east := b, b
	west.Max[0], east.Min[0] = 180, -180
	return []orb.Bound{west, east}
}
