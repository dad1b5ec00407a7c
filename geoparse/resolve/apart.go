package resolve

import (
	"math"

	"dateline/gazetteer"
	"dateline/geo"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/token"
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
	for first := 0; first < len(res.Names); first++ {
		last := first
		for last+1 < len(res.Names) && token.IsListGap(res.Between(last)) {
			last++
		}
		if last-first+1 >= listPlaces {
			res.markApartFromList(first, last+1)
		}
		first = last
	}
	for i := range res.Names {
		if res.opensSentence(i) {
			res.markApartFromRegion(i)
		}
	}
}

// markApartFromList notes the places of a list, those of the names from first to
// before end, that lie far from all others in it.
func (res *Resolution) markApartFromList(first, end int) {
	const most = 2 * neighbours // of a longer list its beginning will do
	end = min(end, first+most)
	for i := first; i < end; i++ {
		if !res.isDoubtful(i) {
			continue
		}
		here, far, spread := res.Taken(i).Point, math.Inf(1), 0.0
		var around []*gazetteer.Place
		for j := first; j < end; j++ {
			if other := res.Taken(j); j != i && other != nil && other.Kind.Class() == 'P' {
				far = min(far, geo.Distance(here, other.Point))
				for _, another := range around {
					spread = max(spread, geo.Distance(another.Point, other.Point))
				}
				around = append(around, other)
			}
		}
		if len(around)+1 >= listPlaces && far >= listKm && far >= listTimes*spread {
			res.choices[i].apart = apartFromList
		}
	}
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

// markApartFromRegion notes the places that the sentence opened by name i tells of and
// that lie far outside of it.
func (res *Resolution) markApartFromRegion(i int) {
	region := &res.choices[i].options[res.choices[i].best]
	end := res.SentenceOf(res.Names[i].Start).End
	for j := i + 1; j < len(res.Names) && res.Names[j].Start < end; j++ {
		if !res.isDoubtful(j) {
			continue
		}
		place := &res.choices[j].options[res.choices[j].best]
		if !res.holds(region, place, lyingIn) && geo.Distance(region.place.Point, place.place.Point) > byDivisionKm {
			res.choices[j].apart = apartFromRegion
		}
	}
}

// isDoubtful reports whether name i is taken for a little known town or village, of no
// table made by hand, for which the words around it don't speak.
func (res *Resolution) isDoubtful(i int) bool {
	place, c := res.Taken(i), &res.choices[i]
	return place != nil && place.Kind.Class() == 'P' && !c.contained && res.IsPlaceRole(i) && res.isLittle(&c.options[c.best]) && !res.Gaz.Curated(c.options[c.best].ref)
}
