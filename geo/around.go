package geo

import "github.com/paulmach/orb"

// Around returns the land around an area or point (lon, lat) from a distance in
// kilometres, 0 for its edge, up to another: its outskirts, its surroundings.
func Around(g orb.Geometry, from, to float64) (orb.Geometry, error) {
	outer, err := Buffer(g, to)
	if err != nil || outer == nil {
		return nil, err
	}
	inner := areasOf(g)
	if from > 0 {
		if inner, err = Buffer(g, from); err != nil {
			return nil, err
		}
	}
	if inner == nil {
		return outer, nil
	}
	return Difference(outer, inner)
}
