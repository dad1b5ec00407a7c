package resolve

import (
	"math"

	"dateline/gazetteer"
	"dateline/geo"
	"dateline/geoparse/lexicon"

	"github.com/paulmach/orb"
)

// apartness is why a place is doubted although no other fits the name better: it lies apart from
// where the text is.
type apartness uint8

const (
	notApart apartness = iota
	apartFromList
	apartFromRegion
	apartFromPart
	apartFromTown
	apartFromVillages
)

// reason returns it in words.
func (a apartness) reason() string {
	switch a {
	case apartFromList, apartFromVillages:
		return "its neighbours in the list lie elsewhere"
	case apartFromRegion:
		return "the sentence is about what lies elsewhere"
	case apartFromPart:
		return "the text puts it in another part of its division"
	case apartFromTown:
		return "a quarter of another town may be meant"
	}
	return ""
}

// most returns the highest confidence that it leaves.
func (a apartness) most() float64 {
	switch a {
	case notApart:
		return 1
	case apartFromPart, apartFromVillages:
		return farConfidence // reports mistake the part, and name villages of two fronts
	}
	return apartConfidence
}

// The places of a list lie together: one that is this far from all others of its list, and this
// many times farther than they are from each other, is a namesake.
const (
	listPlaces = 3 // in lists of at least this length
	listKm     = 200
	listTimes  = 10
)

// markApart marks little-known places that lie far from those that the text names with them: in
// the same list, or in a sentence that opens with a region.
func (res *Resolution) markApart() {
	res.markApartFromLists()
	res.markApartFromRegions()
}

func (res *Resolution) markApartFromLists() {
	for first, end := range res.lists() {
		if end-first >= listPlaces {
			res.markApartFromList(first, end)
			res.markApartFromVillages(first, end)
		}
	}
}

// markApartFromList marks the places of a list, names first to end-1, that are far from all
// others in it.
func (res *Resolution) markApartFromList(first, end int) {
	const most = 2 * neighbours // enough of a longer list
	end = min(end, first+most)
	for i := first; i < end; i++ {
		if o := res.doubtful(i); o != nil && isApartFrom(res.townsOfList(first, end, i), o.place.Point) {
			res.choices[i].apart = apartFromList
		}
	}
}

// townsOfList returns the towns taken for the names from first to end-1, except name i.
func (res *Resolution) townsOfList(first, end, i int) []orb.Point {
	var towns []orb.Point
	for j := first; j < end; j++ {
		if place := res.Taken(j); j != i && place != nil && place.Kind.Class() == 'P' {
			towns = append(towns, place.Point)
		}
	}
	return towns
}

// isApartFrom reports whether a point is far from the towns listed with it.
func isApartFrom(towns []orb.Point, point orb.Point) bool {
	if len(towns)+1 < listPlaces {
		return false
	}
	far := math.Inf(1)
	for _, town := range towns {
		if far = min(far, geo.Distance(point, town)); far < listKm {
			return false // almost always
		}
	}
	for n, town := range towns {
		for _, other := range towns[:n] {
			if far < listTimes*geo.Distance(town, other) {
				return false
			}
		}
	}
	return true
}

// opensSentence reports whether name i is that of a first-level division which a sentence opens
// with as its location: "In Sumy region, shells hit …".
func (res *Resolution) opensSentence(i int) bool {
	s, place := &res.Names[i], res.Taken(i)
	at := s.First - 1
	if place == nil || place.Kind != gazetteer.FirstDivision || at < 0 || !res.Tokens[at].NewSentence || res.Words[at]&lexicon.Locative == 0 {
		return false
	}
	last := s.Last
	for last+1 < len(res.Tokens) && !res.Breaks(last) && res.Words[last+1]&lexicon.Class != 0 {
		last++
	}
	return last+1 < len(res.Tokens) && res.Breaks(last)
}

// markApartFromRegions marks the places of a sentence that are far outside the region it opens
// with.
func (res *Resolution) markApartFromRegions() {
	var region *option
	end := 0 // end of the sentence
	for i := range res.Names {
		if res.opensSentence(i) {
			region, end = &res.choices[i].options[res.choices[i].best], res.SentenceOf(res.Names[i].Start).End
		}
		if res.Names[i].Start >= end {
			continue
		}
		if o := res.doubtful(i); o != nil && !res.holds(region, o, lyingIn) && geo.Distance(region.place.Point, o.place.Point) > byDivisionKm {
			res.choices[i].apart = apartFromRegion
		}
	}
}

// doubtful returns the place taken for name i if it is a little-known town or village, not in a
// curated table, without support from the context; else nil.
func (res *Resolution) doubtful(i int) *option {
	c := &res.choices[i]
	if c.best < 0 || c.contained || !res.IsPlaceRole(i) {
		return nil
	}
	o := &c.options[c.best]
	if o.place.Kind.Class() != 'P' || !o.isLittle() || res.Gaz.Curated(o.ref) {
		return nil
	}
	return o
}
