package kind

import (
	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/sentence"
)

// object is the kind of object of a verb.
type object uint8

const (
	noObject object = iota
	placeObject
	personObject
	goodsObject
)

// object returns the kind of the first noun after a verb.
func (s stage) object(c *sentence.Candidate) object {
	if c.Passive {
		return noObject
	}
	if s.Says(c.First-1, lexicon.Having) && s.Says(c.First-2, lexicon.Pronoun) && s.Is(c.First-3, lexicon.Person) {
		return personObject // soldiers it had captured
	}
	for i := c.Last + 1; i < len(s.Words) && i <= c.Last+8; i++ {
		w := &s.Words[i]
		switch {
		case w.Stop, w.Comma && i > c.Last+1:
			return noObject
		case w.Set&lexicon.Person != 0 && s.Is(i+1, lexicon.Position) && !s.Words[i+1].Comma, s.Says(i, lexicon.Fortification):
			return placeObject
		case w.Group >= 0, w.Set&(lexicon.PlaceNoun|lexicon.Position) != 0:
			return placeObject
		case w.Actor >= 0 && i+1 < len(s.Words) && s.Words[i+1].Actor < 0 && s.Is(i, lexicon.Person):
			return personObject
		case w.Actor >= 0:
		case w.Set&lexicon.Person != 0:
			return personObject
		case w.Set&lexicon.Goods != 0:
			return goodsObject
		case w.Set&(lexicon.In|lexicon.From|lexicon.To|lexicon.By) != 0 && w.Set&lexicon.Of == 0:
			return noObject
		}
	}
	return noObject
}

// isObject reports whether the places of a verb are its object.
func (s stage) isObject(c *sentence.Candidate) bool {
	g := &s.Groups[c.Group]
	if g.First < c.Last {
		return c.Passive
	}
	for i := c.Last + 1; i < g.First; i++ {
		if !s.Is(i, lexicon.Article|lexicon.Part|lexicon.PlaceNoun|lexicon.Of) {
			return false
		}
	}
	return true
}
