package classify

import (
	"slices"

	"dateline/gazetteer"
	"dateline/geo"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// neighbourKm is the maximum distance between places of a list or road that support each other.
const neighbourKm = 100

// maxJoined is how many items of a list are examined on each side.
const maxJoined = 3

// maxOnRoute is how many names of a road are examined before one of them.
const maxOnRoute = 8

// hasNeighbour reports whether a name that may also be a word or person is joined to an
// unambiguous name of a place nearby: في الميادين والعشارة, نوى وجاسم, طريق نصيب - درعا.
func (c *classifier) hasNeighbour(s *toponym.Toponym) bool {
	k := int(c.NameOf[s.First])
	if k < 0 || &c.Names[k] != s {
		return false
	}
	for j := k; j > 0 && k-j < maxJoined && c.areJoined(j-1); j-- {
		if c.liesBy(s, &c.Names[j-1]) {
			return true
		}
	}
	for j := k; j+1 < len(c.Names) && j-k < maxJoined && c.areJoined(j); j++ {
		if c.liesBy(s, &c.Names[j+1]) {
			return true
		}
	}
	return false
}

// isAmongNeighbours reports whether a name is in a list between two others that are not personal
// names, with places near both: Eindhoven, Best and Tilburg.
func (c *classifier) isAmongNeighbours(s *toponym.Toponym) bool {
	k := int(c.NameOf[s.First])
	if k < 1 || k+1 >= len(c.Names) || !c.areJoined(k-1) || !c.areJoined(k) {
		return false
	}
	before, after := &c.Names[k-1], &c.Names[k+1]
	if c.isPersonal(before) || c.isPersonal(after) {
		return false
	}
	return slices.ContainsFunc(s.Hits, func(h gazetteer.Hit) bool {
		place := c.Gaz.Place(h.Ref)
		return c.liesNear(&place, before) && c.liesNear(&place, after)
	})
}

// isBehindNeighbour reports whether a name is the second of two joined names after a preposition,
// with places near each other: from Dayton and Xenia.
func (c *classifier) isBehindNeighbour(s *toponym.Toponym) bool {
	k := int(c.NameOf[s.First])
	if k < 1 || !c.areJoined(k-1) {
		return false
	}
	before := &c.Names[k-1]
	i := before.First - 1
	return i >= 0 && c.Words[i]&lexicon.Preposition != 0 && !c.Breaks(i) && c.areNear(s, before)
}

// isPersonal reports whether a one-word name may also be a person or an everyday word.
func (c *classifier) isPersonal(s *toponym.Toponym) bool {
	const personal = lexicon.FirstName | lexicon.Surname | lexicon.GivenOrPlace | lexicon.Common
	return s.First == s.Last && c.Words[s.First]&personal != 0
}

// liesNear reports whether a place of that name is near another place.
func (c *classifier) liesNear(place *gazetteer.Place, s *toponym.Toponym) bool {
	c.Step(len(s.Hits))
	return s.Exact && slices.ContainsFunc(s.Hits, func(h gazetteer.Hit) bool {
		other := c.Gaz.Place(h.Ref)
		return geo.Distance(place.Point, other.Point) <= neighbourKm
	})
}

// areJoined reports whether names k and k+1 are joined in a list or as ends of a road.
func (c *classifier) areJoined(k int) bool {
	gap := c.Source[c.Names[k].End:c.Names[k+1].Start]
	if token.IsListGap(gap) || token.IsListGap(c.Between(k)) {
		return true
	}
	switch gap {
	case " - ", "-", " – ", "–":
		return true
	case " ":
		return c.isOnRoute(k)
	}
	return false
}

// isOnRoute reports whether name k is one of a few after the word for a road: طريق سلمية إثريا
// خناصر.
func (c *classifier) isOnRoute(k int) bool {
	before := c.Names[k].First - 1
	for n := 0; n < maxOnRoute && before > 0 && c.NameOf[before] >= 0; n++ {
		c.Step(1)
		before = c.Names[c.NameOf[before]].First - 1
	}
	return before >= 0 && c.Tokens[before].Route != ""
}

// liesBy reports whether a place of s in a curated table is near one of another name that has no
// other meaning, or both are seats of divisions: صعدة وحجة.
func (c *classifier) liesBy(s, other *toponym.Toponym) bool {
	if other.First == other.Last && c.Words[other.First]&(lexicon.Common|lexicon.FirstName) != 0 || !other.Exact {
		return false
	}
	for _, h := range s.Hits {
		if !c.Gaz.Curated(h.Ref) || !c.articlesAgree(s, h.Name) {
			continue
		}
		place := c.Gaz.Place(h.Ref)
		c.Step(len(other.Hits))
		if slices.ContainsFunc(other.Hits, func(o gazetteer.Hit) bool {
			by := c.Gaz.Place(o.Ref)
			return geo.Distance(place.Point, by.Point) <= neighbourKm ||
				place.Country == by.Country && toponym.IsSeat(place.Kind) && toponym.IsSeat(by.Kind)
		}) {
			return true
		}
	}
	return false
}
