package event

// object is what a verb is done to.
type object uint8

const (
	noObject object = iota
	placeObject
	personObject
	goodsObject
)

// object looks at the first noun after a verb.
func (s *sentence) object(c *candidate) object {
	if c.passive {
		return noObject
	}
	if s.foldIs(c.first-1, "had", "has", "have") && s.foldIs(c.first-2, "it", "they", "he", "she") && s.is(c.first-3, isPerson) {
		return personObject // soldiers it had captured
	}
	for i := c.last + 1; i < len(s.words) && i <= c.last+8; i++ {
		w := &s.words[i]
		switch {
		case w.stop, w.comma && i > c.last+1:
			return noObject
		case w.set&isPerson != 0 && s.is(i+1, isPosition) && !s.words[i+1].comma, s.foldIs(i, "fortifications", "lines", "defences", "defenses"):
			return placeObject
		case w.group >= 0, w.set&(isPlaceNoun|isPosition) != 0:
			return placeObject
		case w.actor >= 0 && i+1 < len(s.words) && s.words[i+1].actor < 0 && s.is(i, isPerson):
			return personObject
		case w.actor >= 0:
		case w.set&isPerson != 0:
			return personObject
		case w.set&isGoods != 0:
			return goodsObject
		case w.set&(isIn|isFrom|isTo|isBy) != 0 && w.set&isOf == 0:
			return noObject
		}
	}
	return noObject
}

// isObject reports whether the places of a verb are its object.
func (s *sentence) isObject(c *candidate) bool {
	g := &s.groups[c.group]
	if g.first < c.last {
		return c.passive
	}
	for i := c.last + 1; i < g.first; i++ {
		if !s.is(i, isArticle|isPart|isPlaceNoun|isOf) {
			return false
		}
	}
	return true
}
