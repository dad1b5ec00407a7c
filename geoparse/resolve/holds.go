package resolve

import (
	"math"
	"slices"
	"strings"

	"dateline/gazetteer"
	"dateline/geo"
	"dateline/geoparse/toponym"

	"github.com/paulmach/orb"
)

// Maximum distances in kilometres of a place from the town that, by the text, contains it or is
// next to it.
const (
	inTownKm     = 60
	besideKm     = 30 // from the middle of a small division, as its neighbours often go by its name
	byTownKm     = 150
	byDivisionKm = 300
	byRegionKm   = 500  // of a region, range or road, whose point is its middle
	byWaterKm    = 2000 // of a sea or river
	// from the outline of a region, which is drawn roughly: nobody knows where exactly Eastern
	// Ghouta ends
	aroundRegionKm = 60
	// from the outline of a first-level division: reports count villages near a border to either side
	byBorderKm = 10
)

// townNeeds is the prominence that a town needs for a place to be missed in it:
// some 10,000 people. Of hamlets the gazetteer may know the wrong one, but not of the towns,
// lakes, mountains and outlined regions in tables made by hand.
const townNeeds = 0.5

// container returns the best candidate of the first container; nil if it is too uncertain to
// exclude places outside it.
func (res *Resolution) container(said containment) *gazetteer.Place {
	for _, k := range said.names {
		if options := res.choices[k].options; len(options) > 0 && res.Names[k].Exact {
			place := options[0].place
			isListed := res.Gaz.Curated(options[0].ref) && (place.Kind.Class() == 'P' || place.Kind == "H.LK" || strings.HasPrefix(string(place.Kind), "T.MT") ||
				strings.IndexByte("LT", place.Kind.Class()) >= 0 && res.outline(&options[0]) != nil)
			if place.Kind.IsCountry() || place.Kind.IsDivision() || isListed || options[0].known >= townNeeds {
				return place
			}
		}
	}
	return nil
}

// liesThere reports whether a place lies in or next to a candidate of each container, and neither
// in another direction than the text says nor farther off.
func (res *Resolution) liesThere(o *option, said containment) bool {
	for _, k := range said.names {
		options := res.choices[k].options
		switch {
		case len(options) == 0:
		case !res.anyHolds(options, o, said.relation), said.hasBearing && isElsewhere(&options[0], o, said.bearing), said.near && isTooFar(&options[0], o):
			return false
		}
	}
	return true
}

// What counts as a direction other than the text says: the north of a town may lie west of its
// centre, and its countryside is not a wedge.
const (
	elsewhereKm      = 30
	elsewhereDegrees = 75
)

// isElsewhere reports whether a settlement lies far from a town or division, in another direction
// than this bearing, in degrees.
func isElsewhere(from, o *option, bearing float64) bool {
	if o.place.Kind.Class() != 'P' || from.place.Kind.Class() != 'P' && !from.place.Kind.IsDivision() || geo.Distance(from.place.Point, o.place.Point) < elsewhereKm {
		return false
	}
	return turn(from.place.Point, o.place.Point, bearing) > elsewhereDegrees
}

// turn returns the degrees, 0 to 180, between a bearing and that of one point from another.
func turn(from, to orb.Point, bearing float64) float64 {
	off := math.Abs(geo.Bearing(from, to) - bearing)
	return min(off, 360-off)
}

// How much lower than the best a candidate of a container may score and still count.
const (
	likelyDivision = 1.2
	likelyTown     = 0.6
)

// anyHolds reports whether a place lies in or next to one of the likely candidates of a container,
// of which a hamlet with the name of a great city is none: Hama, for al-Hameh near Damascus.
func (res *Resolution) anyHolds(containers []option, o *option, r relation) bool {
	res.Step(len(containers))
	for j := range containers {
		q, behind := &containers[j], likelyTown
		if q.overshadowed && q.known < townNeeds {
			continue
		}
		if q.place.Kind.IsDivision() || q.place.Kind.IsCountry() {
			behind = likelyDivision
		}
		if q.own >= containers[0].own-behind && res.holds(q, o, r) {
			return true
		}
	}
	return false
}

// holds reports whether a place lies in or next to one candidate of a container.
func (res *Resolution) holds(q, o *option, r relation) bool {
	if q.place.ID == o.place.ID {
		return false
	}
	far := func() float64 { return geo.Distance(q.place.Point, o.place.Point) }
	switch {
	case strings.IndexByte("LTVR", o.place.Kind.Class()) >= 0:
		return toponym.Contains(q.place, o.place) || far() <= byDivisionKm || far() <= byRegionKm && (r == lyingBy || q.place.Kind.IsCountry())
	case q.place.Kind == gazetteer.Continent:
		return r != followed
	case q.place.Kind.IsCountry():
		return toponym.Contains(q.place, o.place) || r == lyingBy && far() <= byDivisionKm
	case q.place.Kind.Class() == 'H' && q.place.Kind != "H.LK":
		return far() <= byWaterKm
	case q.place.Kind == gazetteer.FirstDivision:
		return toponym.Contains(q.place, o.place) || r == lyingBy && far() <= byDivisionKm ||
			r == lyingIn && isCompatriot(q, o) && (far() <= besideKm || res.isByBorder(q, o))
	case q.place.Kind.IsDivision():
		return toponym.Contains(q.place, o.place) || r == lyingBy && far() <= byTownKm || r == lyingIn && isCompatriot(q, o) && far() <= besideKm
	case r == followed || r == listedIn:
		return false
	case q.place.Kind.Class() == 'P' && r == lyingIn:
		return far() <= besideKm || far() <= inTownKm && (q.place.Admin1 == o.place.Admin1 || q.place.Kind == gazetteer.Capital)
	case q.place.Kind.Class() == 'P':
		return far() <= byTownKm
	}
	if outline := res.outline(q); outline != nil {
		return geo.DistanceTo(outline, o.place.Point) <= aroundRegionKm
	}
	return far() <= byDivisionKm
}

// isCompatriot reports whether two places lie in one country.
func isCompatriot(q, o *option) bool { return q.place.Country == o.place.Country }

// isByBorder reports whether a settlement of exactly that name lies just outside a division.
func (res *Resolution) isByBorder(q, o *option) bool {
	if o.place.Kind.Class() != 'P' || o.quality < gazetteer.QualityArticle || geo.Distance(q.place.Point, o.place.Point) > byDivisionKm {
		return false
	}
	border := res.outline(q)
	return border != nil && geo.DistanceTo(border, o.place.Point) <= byBorderKm
}

// outline returns the area of a division, a region, a plain or a forest, nil where the gazetteer
// has none.
func (res *Resolution) outline(q *option) orb.Geometry {
	if q.outlined {
		return q.outline
	}
	q.outlined = true
	if q.place.Kind.IsDivision() {
		q.outline = res.Gaz.Boundary(q.place)
	} else if g := res.Gaz.Geometry(q.ref); g != nil && g.Dimensions() == 2 {
		q.outline = g
	}
	return q.outline
}

// preferHolders lifts those senses of the containers that hold the place.
func (res *Resolution) preferHolders(said containment, kept []option) {
	relation := said.relation
	if kept[0].place.Kind == gazetteer.Quarter {
		relation = lyingIn // quarters belong to a town
	}
	for _, k := range said.names {
		options := res.choices[k].options
		if len(options) == 0 || relation == lyingBy && isFromTown(&options[0], &kept[0]) {
			continue
		}
		if res.anyHolds(options[:1], &kept[0], relation) {
			options[0].holds = true
			continue
		}
		for j := range options {
			res.Step(len(kept))
			for n := range kept {
				if q := &options[j]; !q.holds && (q.place.Kind.IsCountry() || q.place.Kind.IsDivision()) && res.holds(q, &kept[n], said.relation) {
					q.own += res.weights.contained
					q.holds = true
					break
				}
			}
		}
		slices.SortFunc(options, byOwnScore)
	}
}

// isFromTown reports whether a direction may be from a distant town: Anefis, north of Gao, which
// is a region too.
func isFromTown(town, o *option) bool {
	return town.place.Kind.Class() == 'P' && geo.Distance(town.place.Point, o.place.Point) <= byDivisionKm
}
