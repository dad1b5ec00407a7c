package classify

import (
	"slices"
	"strings"

	"dateline/gazetteer"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// riverReach is how many words before "the X" may show that X is a river.
const riverReach = 4

// readRivers resolves names in contexts where only rivers occur to rivers of that name, and to
// nothing if the gazetteer has none: "the River Narva", "the left bank of the Dnipro", "they
// swam across the Jordan".
func (c *classifier) readRivers() {
	for i := range c.Names {
		s := &c.Names[i]
		if !c.IsPlaceRole(i) || s.Class != "" && !c.isRiverWord(s.First-1) {
			continue
		}
		if stands := c.standsAsRiver(s); stands || c.standsAsNoTown(s) {
			if rivers := c.riversCalled(s); stands || len(rivers) > 0 {
				s.Hits = rivers
			}
		}
	}
}

// riversCalled returns the bodies of water among the candidates, with or without the word River.
func (c *classifier) riversCalled(s *toponym.Toponym) []gazetteer.Hit {
	return slices.DeleteFunc(slices.Concat(s.Hits, c.Gaz.ByName(s.Written+" River")), func(h gazetteer.Hit) bool {
		return c.Gaz.Kind(h.Ref).Class() != 'H'
	})
}

// standsAsNoTown reports whether a name follows "the", with no noun after it. Towns and
// provinces have no article, nor have most countries: "the White Nile", but "the Netherlands".
func (c *classifier) standsAsNoTown(s *toponym.Toponym) bool {
	i := s.First - 1
	if i < 0 || c.Tokens[i].Fold != "the" || c.Breaks(i) || c.Lex.Articled[c.Tokens[s.Last].Fold] {
		return false
	}
	return c.precedesVerb(s) || c.EndsPhrase(s) && !c.isInEnumeration(s)
}

// precedesVerb reports whether a verb in the past follows a name: the Niger swept away houses.
func (c *classifier) precedesVerb(s *toponym.Toponym) bool {
	i := s.Last + 1
	if !c.FollowsBlank(i) || c.Tokens[i].Shape != token.Lower {
		return false
	}
	word := c.Tokens[i].Fold
	return c.Lex.Past[word] || strings.HasSuffix(word, "ed") && c.Words[i]&(lexicon.Participle|lexicon.Noun) == 0
}

// isInEnumeration reports whether another name may follow in a list, before the noun that both
// belong to: the Dnipro and Kharkiv regions.
func (c *classifier) isInEnumeration(s *toponym.Toponym) bool {
	i := s.Last + 1
	return i < len(c.Tokens) && (c.Tokens[i].Fold == "and" || c.Tokens[i].Fold == "or" || strings.HasPrefix(c.Gap(s.Last), ",") && c.Tokens[i].Shape == token.Capital)
}

// standsAsRiver reports whether a name follows "the River", or an article after a word for a
// bank or crossing, with no noun after it.
func (c *classifier) standsAsRiver(s *toponym.Toponym) bool {
	i := s.First - 1
	if c.isRiverWord(i) && !c.Breaks(i) {
		return c.WordAfter(s, 1)&(lexicon.Class|lexicon.Street) == 0
	}
	if i < 1 || c.Tokens[i].Fold != "the" || c.Breaks(i) || !c.EndsPhrase(s) {
		return false
	}
	for j := i - 1; j >= 0 && i-j <= riverReach && !c.Breaks(j); j-- {
		switch w := c.Words[j]; {
		case w&lexicon.Waterside != 0:
			return true
		case w&(lexicon.Preposition|lexicon.Direction|lexicon.Modifier) == 0 && c.Tokens[j].Fold != "the":
			return false
		}
	}
	return false
}

// isRiverWord reports whether token i is the word river before a name.
func (c *classifier) isRiverWord(i int) bool {
	return i > 0 && c.Tokens[i].Fold == "river"
}
