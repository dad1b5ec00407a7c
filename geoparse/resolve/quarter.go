package resolve

import (
	"slices"

	"dateline/gazetteer"
	"dateline/geo"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/toponym"
)

// A quarter lies this near the middle of its town, which the text names among this many names before
// it or after it.
const (
	quarterKm    = 15
	quarterNames = 32
)

// placeQuarters restricts names that many towns have for one of their quarters, such as the Old
// City, to quarters of the town that the text is about: the last one named before that has such a
// quarter, else the next. Without such a town they mean no known place.
func (res *Resolution) placeQuarters() {
	for i := range res.Names {
		c := &res.choices[i]
		if !res.isCommonQuarter(i) {
			continue
		}
		town, passed := res.townOfQuarter(i)
		c.options = slices.DeleteFunc(c.options, func(o option) bool {
			return res.isQuarterHere(&res.Names[i], &o) && (town < 0 || !isQuarterOf(&o, &res.choices[town].options[0]))
		})
		if town < 0 || len(c.options) == 0 {
			continue
		}
		if c.contained = true; passed {
			c.contained, c.apart = false, apartFromTown
		}
	}
}

// isCommonQuarter reports whether name i may be a quarter of any town: everyday words, one of them
// for a town.
func (res *Resolution) isCommonQuarter(i int) bool {
	s := &res.Names[i]
	if !res.IsPlaceRole(i) || s.First == s.Last || !res.isPlain(s) || !res.hasWordForTown(s) {
		return false
	}
	return slices.ContainsFunc(res.choices[i].options, func(o option) bool { return res.isQuarterHere(s, &o) })
}

// hasWordForTown reports whether a word of a name is one for a town.
func (res *Resolution) hasWordForTown(s *toponym.Toponym) bool {
	for i := s.First; i <= s.Last; i++ {
		word := res.Tokens[i].Base
		if classes := res.Lex.Classes[word]; len(classes) > 0 && classes[0] == "P" && res.Lex.Words[word]&lexicon.Village == 0 {
			return true
		}
	}
	return false
}

// isQuarterHere reports whether a name of everyday words means a part of a town if it means that
// place, which is a quarter, or called the Old Town.
func (res *Resolution) isQuarterHere(s *toponym.Toponym, o *option) bool {
	return o.place.Kind == gazetteer.Quarter ||
		o.place.Kind.Class() == 'P' && s.First > 0 && res.IsEnglishArticle(s.First-1) && res.Words[s.First]&lexicon.Direction != 0
}

// townOfQuarter returns the index of the name of the town of which name i is a quarter, -1 if the
// text has none, and whether other towns are named between.
func (res *Resolution) townOfQuarter(i int) (town int, passed bool) {
	if said := res.containers[i]; said.relation == lyingIn {
		if k := said.names[0]; res.hasQuarter(k, i) {
			return k, false
		}
		return -1, false
	}
	for n := 1; n <= 2*quarterNames; n++ { // the names before it, then those after it
		j := i - n
		if n > quarterNames {
			j = i + n - quarterNames
		}
		switch {
		case j < 0 || j >= len(res.Names):
		case res.hasQuarter(j, i):
			return j, passed
		default:
			passed = passed || res.isTownNamed(j)
		}
	}
	return -1, passed
}

// hasQuarter reports whether name k is that of a town with a quarter that name i may mean.
func (res *Resolution) hasQuarter(k, i int) bool {
	res.Step(1)
	return res.isTownNamed(k) && slices.ContainsFunc(res.choices[i].options, func(o option) bool {
		return res.isQuarterHere(&res.Names[i], &o) && isQuarterOf(&o, &res.choices[k].options[0])
	})
}

// isTownNamed reports whether name k is that of a town.
func (res *Resolution) isTownNamed(k int) bool {
	options := res.choices[k].options
	return res.IsPlaceRole(k) && len(options) > 0 && options[0].place.Kind.Class() == 'P' && options[0].place.Kind != gazetteer.Quarter &&
		options[0].known >= toponym.CommonNeeds && res.Names[k].Exact && !res.isPlain(&res.Names[k])
}

// isQuarterOf reports whether a place is near enough to a town to be one of its quarters.
func isQuarterOf(o, town *option) bool {
	return geo.Distance(o.place.Point, town.place.Point) <= quarterKm
}
