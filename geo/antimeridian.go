package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// enclosed returns what lies to the left of a closed ring on the globe, as a
// polygon or, cut at the antimeridian, polygons of lon, lat (RFC 7946, section
// 3.1.9). Each step of the ring is the shorter way around the globe. A ring
// around a pole becomes the cap: its polygon follows the edge of the map to 90
// degrees and back. The ring must not run through a pole; broken ones give nil.
func enclosed(ring orb.Ring) orb.Geometry {
	ring = unwrapped(ring)
	if n := len(ring); n > 0 && ring[n-1] != ring[0] {
		pole := math.Copysign(90, ring[n-1][0]-ring[0][0]) // counter-clockwise seen from above: north
		ring = append(ring, orb.Point{ring[n-1][0], pole}, orb.Point{ring[0][0], pole}, ring[0])
	}
	return folded(orb.Polygon{ring})
}

// unwrapped returns a copy of a ring in which consecutive points are at most 180 degrees of
// longitude apart; its last point may then be a turn away from the first.
func unwrapped(ring orb.Ring) orb.Ring {
	out := make(orb.Ring, len(ring), len(ring)+3)
	copy(out, ring)
	for i := 1; i < len(out); i++ {
		out[i][0] -= 360 * math.Round((out[i][0]-out[i-1][0])/360)
	}
	return out
}

// folded brings a polygon whose longitudes exceed 180 degrees back onto the map, in parts.
func folded(p orb.Polygon) orb.Geometry {
	bound := p.Bound()
	if bound.Min[0] >= -180 && bound.Max[0] <= 180 {
		return p
	}
	var parts []orb.Geometry
	for turn := math.Floor((bound.Min[0] + 180) / 360); turn*360-180 < bound.Max[0]; turn++ {
		strip := orb.Bound{Min: orb.Point{turn*360 - 180, -90}, Max: orb.Point{turn*360 + 180, 90}}
		part, err := Intersection(p, strip.ToPolygon())
		if err != nil {
			return nil
		}
		parts = append(parts, shifted(part, -360*turn))
	}
	return joined(parts)
}

// shifted moves areas by whole turns of longitude onto the map, in place.
func shifted(g orb.Geometry, degrees float64) orb.Geometry {
	for _, ring := range rings(g) {
		for i := range ring {
			ring[i][0] = min(180, max(-180, ring[i][0]+degrees))
		}
	}
	return g
}
