package resolve

import (
	"dateline/geo"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/signal"
	"dateline/geoparse/toponym"
)

// A place is a stray if nothing in the text supports it: none of this many other names lies in
// its country or within this many kilometres.
const (
	strayKm     = 1000
	strayOthers = 3
)

// dropStrays removes the places of names whose only candidate is a stray: being the only one
// known says nothing of places that the gazetteer lacks.
func (res *Resolution) dropStrays() {
	if !res.Uses(signal.Credibility) || res.given {
		return
	}
	for i := range res.choices {
		c := &res.choices[i]
		if c.best < 0 || c.contained || res.Names[i].Role == toponym.RoleDemonym || c.options[c.best].known >= toponym.CommonNeeds {
			continue
		}
		others, here := res.others(i)
		switch {
		case here > 0:
		case res.isCodeName(i) && (others > 0 || res.Names[i].Class == "" && !res.standsAsRoad(&res.Names[i])),
			others >= strayOthers && !res.isNearOthers(i):
			c.named = res.Names[i].Exact && !res.IsCode(res.Names[i].First) && c.options[c.best].known >= toponym.KnownEnough
			c.best = -1
		}
	}
}

// unplaceUnlikely removes the places of names that the text calls villages and the like, or that
// begin as names of villages do, if nothing supports the only known candidates. They stay names,
// of unknown places.
func (res *Resolution) unplaceUnlikely() {
	if !res.Uses(signal.Credibility) || res.given {
		return
	}
	for i := range res.choices {
		s, c := &res.Names[i], &res.choices[i]
		isCalled := s.Class != "" && !res.Lex.IsVague(s.Class) || s.First < s.Last && res.Words[s.First]&lexicon.NameHead != 0
		if s.Role == toponym.RolePlace && c.best >= 0 && isCalled && !res.IsCredible(i) {
			c.best, c.named = -1, true
		}
	}
}

// standsAsRoad reports whether a name with the article follows a preposition of place, with no
// noun after it: "south of the M4".
func (res *Resolution) standsAsRoad(s *toponym.Toponym) bool {
	i := s.First - 1
	return i > 0 && res.Tokens[i].Fold == "the" && res.Words[i-1]&lexicon.Preposition != 0 && res.EndsPhrase(s)
}

// countTaken counts the names taken for a place, in total, by country and by name.
func (res *Resolution) countTaken() {
	res.inCountry, res.codesIn, res.counts, res.allTaken = map[string]int{}, map[string]int{}, map[string]int{}, 0
	for i := range res.choices {
		if place := res.Taken(i); place != nil {
			res.inCountry[place.Country]++
			if res.isCodeName(i) {
				res.codesIn[place.Country]++
			}
			res.counts[res.senseKey(i)]++
			res.allTaken++
		}
	}
}

// others returns how many other names are taken for a place, and how many of these for one in
// the country of name i's.
func (res *Resolution) others(i int) (all, here int) {
	same := res.counts[res.senseKey(i)]
	if country := res.Taken(i).Country; country != "" {
		here = res.inCountry[country] - same
		if res.isCodeName(i) {
			here = res.inCountry[country] - res.codesIn[country] // the M4 says nothing of which M5
		}
	}
	return res.allTaken - same, here
}

// isCodeName reports whether name i is a code of a road or base.
func (res *Resolution) isCodeName(i int) bool {
	s := &res.Names[i]
	return s.First == s.Last && res.IsCode(s.First)
}

// isNearOthers reports whether a place around the name is within strayKm.
func (res *Resolution) isNearOthers(i int) bool {
	here := res.Taken(i)
	for j, other := range res.around(i) {
		if res.Names[j].Role != toponym.RoleDemonym && geo.Distance(here.Point, other.Point) < strayKm {
			return true
		}
	}
	return false
}
