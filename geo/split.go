package geo

import "github.com/paulmach/orb"

// SplitAntimeridian returns b, in two parts if its west is east of its east. A box that ends at
// the antimeridian gets a second part there, as 180 and -180 are the same meridian.
func SplitAntimeridian(b orb.Bound) []orb.Bound {
	west, east := b, b
	west.Max[0], east.Min[0] = 180, -180
	switch {
	case b.Min[0] > b.Max[0]:
		return []orb.Bound{west, east}
	case b.Max[0] == 180 && b.Min[0] > -180:
		east.Max[0] = -180
		return []orb.Bound{b, east}
	case b.Min[0] == -180 && b.Max[0] < 180:
		west.Min[0] = 180
		return []orb.Bound{b, west}
	}
	return []orb.Bound{b}
}
