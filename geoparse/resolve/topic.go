package resolve

import (
	"slices"
	"strings"

	"dateline/gazetteer"
	"dateline/geo"
	"dateline/geoparse/toponym"
)

// topicKm is how far from the middle of a town a place is no longer in it.
const topicKm = 5

// readTopics restricts a name that opens a sentence before a colon to divisions, if the sentence
// is about a place in one of that name, outside the town of that name: "Gaza: strike on Nuseirat".
func (res *Resolution) readTopics() {
	for i := range res.Names {
		s, c := &res.Names[i], &res.choices[i]
		if !res.IsPlaceRole(i) || s.Class != "" || !res.Tokens[s.First].NewSentence || !strings.HasPrefix(res.Source[s.End:], ": ") {
			continue
		}
		town := slices.IndexFunc(c.options, func(o option) bool { return o.place.Kind.Class() == 'P' })
		if town < 0 {
			continue
		}
		if division, ok := res.divisionCalledAfter(&c.options[town]); ok && res.isAboutRest(i, &division, &c.options[town]) {
			c.options = []option{division}
		}
	}
}

// divisionCalledAfter returns the first-level division of which a town is the seat, if it is called
// after it.
func (res *Resolution) divisionCalledAfter(town *option) (option, bool) {
	r, ok := res.Gaz.Division(toponym.DivisionOf(town.place))
	if !ok || !toponym.IsSeat(town.place.Kind) || !res.ShareName(r, town.place) {
		return option{}, false
	}
	o := *town
	o.ref, o.place = r, res.place(r)
	o.ray, o.codes, o.known = geo.RayTo(o.place.Point), codesOf(o.place), res.Gaz.Prominence(r)
	return o, true
}

// isAboutRest reports whether a place named after name i in its sentence lies in a division, but not in
// the town of that name.
func (res *Resolution) isAboutRest(i int, division, town *option) bool {
	end := res.SentenceOf(res.Names[i].Start).End
	for j := i + 1; j < min(len(res.Names), i+neighbours) && res.Names[j].Start < end; j++ {
		options := res.choices[j].options
		if !res.IsPlaceRole(j) || !res.Names[j].Exact || len(options) == 0 {
			continue
		}
		place := options[0].place
		isSettled := place.Kind.Class() == 'P' && place.Kind != gazetteer.Quarter || place.Kind.Class() == 'S'
		if isSettled && toponym.Contains(division.place, place) && geo.Distance(place.Point, town.place.Point) > topicKm {
			return true
		}
	}
	return false
}
