package resolve

import (
	"math"

	"dateline/gazetteer"
	"dateline/geo"
	"dateline/geoparse/lexicon"

	"github.com/paulmach/orb"
)

// Why a place is hardly the one meant, though nothing else is so called.
const (
	apartFromList   = "its neighbours in the list lie elsewhere"
	apartFromRegion = "the sentence is about what lies elsewhere"
)

// What a list names together lies together: a place that is so far from all others
// of its list, and so many times as far as they are from each other, is a namesake.
const (
	listPlaces = 3 // in lists of at least so many
	listKm     = 200
	listTimes  = 10
)

// markApart notes the little known places that lie elsewhere than what the text names
// together with them: in one list, or in a sentence that opens with a region.
func (res *Resolution) markApart() {
	res.markApartFromLists()
	res.markApartFromRegions()
}

func (res *Resolution) markApartFromLists() {
	for first, end := range res.lists() {
		if end-first >= listPlaces {
			res.markApartFromList(first, end)
		}
	}
}

// markApartFromList notes the places of a list, those of the names from first to
// before end, that lie far from all others in it.
func (res *Resolution) markApartFromList(first, end int) {
	const most = 2 * neighbours // of a longer list its beginning will do
	end = min(end, first+most)
	for i := first; i < end; i++ {
		if o := res.doubtful(i); o != nil && isApartFrom(res.townsOfList(first, end, i), o.place.Point) {
			res.choices[i].apart = apartFromList
		}
	}
}

// townsOfList returns the towns that the names from first to before end are taken for, but
// for name i.
func (res *Resolution) townsOfList(first, end, i int) []orb.Point {
	var towns []orb.Point
	for j := first; j < end; j++ {
		if place := res.Taken(j); j != i && place != nil && place.Kind.Class() == 'P' {
			towns = append(towns, place.Point)
		}
	}
	return towns
}

// isApartFrom reports whether a point lies far from towns that are listed with it.
func isApartFrom(towns []orb.Point, point orb.Point) bool {
	if len(towns)+1 < listPlaces {
		return false
	}
	far := math.Inf(1)
	for _, town := range towns {
		if far = min(far, geo.Distance(point, town)); far < listKm {
			return false // as nearly always
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

// opensSentence reports whether name i is that of a first-level division with which a
// sentence opens to say what it is about: "In Sumy region, shells hit …".
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

// markApartFromRegions notes the places that a sentence tells of and that lie far outside
// of the region it opens with.
func (res *Resolution) markApartFromRegions() {
	var region *option
	end := 0 // of the sentence that it opens
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

// doubtful returns what name i is taken for where that is a little known town or village, of
// no table made by hand, for which the words around it don't speak; nil otherwise.
func (res *Resolution) doubtful(i int) *option {
	c := &res.choices[i]
	if c.best < 0 || c.contained || !res.IsPlaceRole(i) {
		return nil
	}
	o := &c.options[c.best]
	if o.place.Kind.Class() != 'P' || !res.isLittle(o) || res.Gaz.Curated(o.ref) {
		return nil
	}
	return o
}
