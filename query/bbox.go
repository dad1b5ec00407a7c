package query

import (
	"fmt"
	"math"
	"strings"

	"dateline/query/cql2"

	"github.com/paulmach/orb"
)

// ParseBBox reads "west,south,east,north" in degrees of WGS 84, or six numbers with the lowest
// and highest height third and sixth, which are ignored as features have no height (OGC
// 17-069r4, 7.15.3). A west greater than the east crosses the antimeridian.
func ParseBBox(s string) (*orb.Bound, error) { return CRS84.ParseBBox(s) }

// parseCorners reads four numbers, or six of which the third and sixth are heights and ignored.
func parseCorners(s string) ([]float64, error) {
	parts := strings.Split(s, ",")
	if len(parts) != 4 && len(parts) != 6 {
		return nil, fmt.Errorf("it has %d numbers; give four, west,south,east,north, or six with heights", len(parts))
	}
	v := make([]float64, len(parts))
	for i, part := range parts {
		var err error
		if v[i], err = ParseNumber(strings.TrimSpace(part)); err != nil {
			return nil, err
		}
	}
	if len(v) == 6 {
		if v[2] > v[5] {
			return nil, fmt.Errorf("the lowest height %v is above the highest %v", v[2], v[5])
		}
		v = []float64{v[0], v[1], v[3], v[4]}
	}
	return v, nil
}

// newBBox checks that the corners lie on the globe, in their order
// (requirement fc-bbox-definition).
func newBBox(west, south, east, north float64) (*orb.Bound, error) {
	switch {
	case math.Abs(west) > 180 || math.Abs(east) > 180:
		return nil, fmt.Errorf("a longitude is beyond 180 degrees; the order is west,south,east,north")
	case math.Abs(south) > 90 || math.Abs(north) > 90:
		return nil, fmt.Errorf("a latitude is beyond 90 degrees; the order is west,south,east,north")
	case south > north:
		return nil, upsideDown(south, north)
	}
	return &orb.Bound{Min: orb.Point{west, south}, Max: orb.Point{east, north}}, nil
}

func upsideDown(south, north float64) error {
	return fmt.Errorf("its south %v lies north of its north %v; the order is west,south,east,north", south, north)
}

// ParseNumber reads a number as filters do (cql2.ParseNumber).
func ParseNumber(s string) (float64, error) { return cql2.ParseNumber(s) }
