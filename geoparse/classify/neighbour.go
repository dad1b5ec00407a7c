package classify

import (
	"slices"

	"dateline/gazetteer"
	"dateline/geo"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// neighbourKm is how far apart two places may lie that support each other in a
// list or on a road.
const neighbourKm = 100

// maxJoined is how many items of a list are looked at to each side.
const maxJoined = 3

// hasNeighbour reports whether a name, which is a word or a person's too, is joined
// to that of a place near one of its own, which is nothing else: في الميادين
// والعشارة, نوى وجاسم, طريق نصيب - درعا.
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

// areJoined reports whether names k and k+1 are items of a list or the ends of a
// road.
func (c *classifier) areJoined(k int) bool {
	gap := c.Source[c.Names[k].End:c.Names[k+1].Start]
	if token.IsListGap(gap) || token.IsListGap(c.Between(k)) {
		return true
	}
	switch gap {
	case " - ", "-", " – ", "–":
		return true
	}
	first := c.Names[k].First - 1 // طريق سلمية إثريا خناصر
	for first > 0 && c.NameOf[first] >= 0 {
		first = c.Names[c.NameOf[first]].First - 1
	}
	return gap == " " && first >= 0 && c.Lex.Routes[c.Tokens[first].Base] != ""

}

// liesBy reports whether a place of a table that s names lies near one of another
// name that is no other word, or is the seat of a division as that is: صعدة وحجة.
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
