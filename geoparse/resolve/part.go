package resolve

import (
	"math"
	"slices"

	"dateline/gazetteer"
	"dateline/geo"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"

	"github.com/paulmach/orb"
)

// What counts as a part of a division other than the text says: the middle of its outline is not
// where its inhabitants would put it.
const (
	otherPartKm      = 15
	otherPartDegrees = 110
)

// partOf returns the bearing in degrees of the part of a division that words locate a place in,
// between its name and the division's, k, or after that: "in south-eastern R", بريف R الجنوبي
// الشرقي. The southern province of R is a part of the country.
func (res *Resolution) partOf(from, to, k int) (degrees float64, ok bool) {
	first := res.Names[k].Last + 1
	after := first
	for after < len(res.Tokens) && after < first+maxPartWords && res.FollowsBlank(after) && res.Tokens[after].Bearing != "" && res.Tokens[after].Shape == token.Arabic {
		after++
	}
	switch {
	case after == first && (res.isOfDivision(from, to) || res.isTheDivision(from, to, k)):
		return 0, false
	case after == first:
		return res.jointBearing(from, to)
	}
	return res.jointBearing(first, after)
}

// isOfDivision reports whether a direction among some tokens is that of a first-level division in
// its country: "the southern province of".
func (res *Resolution) isOfDivision(from, to int) bool {
	for j := from; j+1 < to; j++ {
		next := res.Tokens[j+1].Fold
		if res.Tokens[j].Bearing != "" && res.Lex.Fits(next, gazetteer.FirstDivision) && res.Lex.Regions[next] == "" { // no countryside
			return true
		}
	}
	return false
}

// isTheDivision reports whether an article and a direction precede the name k of a division, and
// its class word follows: "the southern R province", which lies in the south of the country.
func (res *Resolution) isTheDivision(from, to, k int) bool {
	class := res.Names[k].Last + 1
	return to-from >= 2 && res.IsEnglishArticle(to-2) && res.Tokens[to-1].Bearing != "" && res.FollowsBlank(class) && res.Lex.Fits(res.Tokens[class].Fold, gazetteer.FirstDivision)
}

// maxPartWords is how many words after the name of a division may say which part of it.
const maxPartWords = 2

// jointBearing returns the bearing in degrees of the only direction among some tokens, or of two
// that are one, as south and eastern; false if there are none or others.
func (res *Resolution) jointBearing(from, to int) (degrees float64, ok bool) {
	found := res.bearings(from, to)
	switch {
	case len(found) == 1:
		return found[0], true
	case len(found) == 2 && math.Abs(found[0]-found[1]) == 90:
		return (found[0] + found[1]) / 2, true
	case len(found) == 2 && math.Abs(found[0]-found[1]) == 270: // north and west
		return (found[0] + found[1] + 360) / 2, true
	}
	return 0, false
}

// inPart returns the candidates that lie in the part of the division that the text says. Reporters
// mistake parts, and say the northern R for R in the north.
func (res *Resolution) inPart(options []option, said containment) []option {
	if !said.hasPart {
		return options
	}
	holders := res.choices[said.names[0]].options
	return slices.DeleteFunc(slices.Clone(options), func(o option) bool { return res.isInOtherPart(holders, &o, said.part) })
}

// isInOtherPart reports whether a settlement lies in quite another part of what its container may
// mean as a first-level division than in the direction of this bearing, in degrees, both from its
// middle and from its seat, by which the press goes near it.
func (res *Resolution) isInOtherPart(containers []option, o *option, bearing float64) bool {
	i := slices.IndexFunc(containers, func(q option) bool { return q.place.Kind == gazetteer.FirstDivision })
	if i < 0 || o.place.Kind.Class() != 'P' || containers[i].own < containers[0].own-likelyDivision || !toponym.Contains(containers[i].place, o.place) {
		return false
	}
	q := &containers[i]
	area := res.outline(q)
	return area != nil && isOpposite(area.Bound().Center(), o.place.Point, bearing) && isOpposite(q.place.Point, o.place.Point, bearing)
}

// isOpposite reports whether a point lies far from another in quite another direction than
// this bearing, in degrees.
func isOpposite(from, point orb.Point, bearing float64) bool {
	return geo.Distance(from, point) >= otherPartKm && turn(from, point, bearing) > otherPartDegrees
}
