package geo

import (
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/clip"
)

// Clip returns the part of a small area that lies in a large one with many corners, such as a
// country; nil if none does. It looks only at the large one's surroundings of the small one.
func Clip(small, large orb.Geometry) (orb.Geometry, error) {
	near := clip.Geometry(small.Bound().Pad(0.01), orb.Clone(large))
	if areasOf(near) == nil {
		return nil, nil
	}
	return Intersection(small, near)
}
