package resolve

import (
	"dateline/geo"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// A verb may separate a place from what it is near: "X fell, near R", "X, which lies near R".

// maxClauseWords is how many words such a verb may have, with what goes with it: was taken again on
// Monday.
const maxClauseWords = 6

// relationOfClause parses the words between a name and name k as a clause that locates the first;
// unrelated if they are none.
func (res *Resolution) relationOfClause(from, to, k int) relation {
	if res.Tokens[from].Shape == token.Arabic {
		return unrelated
	}
	if res.Gap(from-1) == ", " {
		j := from
		if res.Lex.Relative[res.Tokens[j].Fold] {
			j++
		}
		lies := j
		for j < to && res.Lex.Lying[res.Tokens[j].Fold] && res.FollowsBlank(j+1) {
			j++
		}
		if j == lies || j == to {
			return unrelated
		}
		return res.relationOf(j, to)
	}
	j := from
	for j < to && j-from < maxClauseWords && res.FollowsBlank(j) && (res.Tokens[j].Shape == token.Lower || res.Words[j]&lexicon.Calendar != 0) {
		j++
	}
	if j == from || j == to || res.Gap(j-1) != ", " || !res.endsClause(res.Names[k].Last) || res.relationOf(j, to) != lyingBy {
		return unrelated
	}
	return lyingBy
}

// endsClause reports whether a punctuation mark or the end of the text follows token i.
func (res *Resolution) endsClause(i int) bool {
	return i+1 == len(res.Tokens) || res.Breaks(i)
}

// Maximum distances in kilometres of a settlement from a town that it is near by the text, by how
// well known that is.
const (
	nearTownKm      = 75
	nearCityKm      = 110
	nearGreatCityKm = byTownKm
)

// isTooFar reports whether two settlements are too far apart for one to be near the other.
func isTooFar(from, o *option) bool {
	if o.place.Kind.Class() != 'P' || from.place.Kind.Class() != 'P' {
		return false
	}
	most := float64(nearTownKm)
	switch {
	case from.known >= toponym.CommonFirstNeeds || toponym.IsSeat(from.place.Kind):
		most = nearGreatCityKm
	case from.known >= toponym.CommonNeeds:
		most = nearCityKm
	}
	return geo.Distance(from.place.Point, o.place.Point) > most
}

// isBareNear reports whether words between two names say nothing but that one is near the other, in
// no direction: "near", "close to the town of".
func (res *Resolution) isBareNear(from, to int) bool {
	for j := from; j < to; j++ {
		if t := &res.Tokens[j]; t.Bearing != "" && t.Bearing != "far" || t.Region == "countryside" {
			return false
		}
	}
	return true
}
