package score

import (
	"math"
	"strings"

	"dateline/geo"
	"dateline/geoparse"

	"github.com/paulmach/orb"
)

// Fronts are the scores of fronts. The annotation is not exhaustive, so precision is not scored.
type Fronts struct {
	Gold        int     `json:"gold"`
	Predicted   int     `json:"predicted"`
	Recall      float64 `json:"recall"`    // gold fronts that overlap a predicted one
	Kind        float64 `json:"kind"`      // of those: same kind of geometry (line, area, point)
	Anchors     float64 `json:"anchors"`   // of those with anchors: all within their tolerance of a predicted one
	Direction   float64 `json:"direction"` // of those with a bearing: the middle lies within 67.5 degrees of it
	WithAnchors int     `json:"with_anchors"`
	WithBearing int     `json:"with_bearing"`
}

const (
	anchorKm         = 30
	countryAnchorKm  = 700
	directionDegrees = 67.5
)

// MeasureFronts compares fronts with gold, document by document.
func MeasureFronts(gold []Document, fronts [][]geoparse.Front) Fronts {
	var f Fronts
	found, kind, anchors, direction := 0, 0, 0, 0
	for i := range gold {
		f.Predicted += len(fronts[i])
		for _, g := range gold[i].Fronts {
			f.Gold++
			m := bestFront(g, fronts[i])
			if m == nil {
				continue
			}
			found++
			kind += count(kindMatches(g.Geometry, m.Geometry))
			if len(g.Anchors) > 0 {
				f.WithAnchors++
				anchors += count(anchorsMatch(g.Anchors, m))
			}
			if g.Bearing != nil && len(g.Anchors) > 0 && m.Geometry != nil {
				f.WithBearing++
				direction += count(directionMatches(g, m))
			}
		}
	}
	f.Recall, f.Kind = share(found, f.Gold), share(kind, found)
	f.Anchors, f.Direction = share(anchors, f.WithAnchors), share(direction, f.WithBearing)
	return f
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// bestFront returns the front that shares most code points with the gold one.
func bestFront(g Front, fronts []geoparse.Front) *geoparse.Front {
	var best *geoparse.Front
	most := 0
	for i := range fronts {
		if shared := min(fronts[i].End, g.End) - max(fronts[i].Start, g.Start); shared > most {
			best, most = &fronts[i], shared
		}
	}
	return best
}

func kindMatches(want string, g orb.Geometry) bool {
	if g == nil {
		return false
	}
	switch t := g.GeoJSONType(); want {
	case "line":
		return strings.Contains(t, "Line")
	case "area":
		return strings.Contains(t, "Polygon")
	default:
		return strings.Contains(t, "Point") || strings.Contains(t, "Polygon")
	}
}

func anchorsMatch(gold []Anchor, m *geoparse.Front) bool {
	for _, g := range gold {
		if !g.isAmong(m) {
			return false
		}
	}
	return true
}

// isAmong reports whether an anchor of a front matches. The tolerance for countries, whose
// points are a convention, is their size.
func (g *Anchor) isAmong(m *geoparse.Front) bool {
	for i := range m.Anchors {
		limit := float64(anchorKm)
		if m.Anchors[i].Kind.IsCountry() {
			limit = countryAnchorKm
		}
		if geo.Distance(orb.Point{g.Lon, g.Lat}, m.Anchors[i].Point) <= limit {
			return true
		}
	}
	return false
}

func directionMatches(g Front, m *geoparse.Front) bool {
	from := orb.Point{g.Anchors[0].Lon, g.Anchors[0].Lat}
	off := math.Mod(geo.Bearing(from, geo.Middle(m.Geometry))-*g.Bearing+540, 360) - 180
	return math.Abs(off) <= directionDegrees
}
