package classify

import (
	"slices"
	"strings"

	"dateline/gazetteer"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// Ships are named after towns. They are recognised by a word for a ship before or after the name,
// or by an English article, which towns lack, and a verb of what only ships do: the Kursk sank.

// isShip reports whether a name is that of a ship.
func (c *classifier) isShip(s *toponym.Toponym) bool {
	if c.Tokens[s.First].Shape == token.Arabic {
		return c.followsArabicVessel(s)
	}
	if c.isListedShip(s) {
		return true
	}
	if !c.hasShipArticle(s) {
		return false
	}
	return c.doesAsShip(s) || c.isCalledShip(s) || c.isBoarded(s.First-1) && (c.EndsPhrase(s) || c.precedesVerb(s) || c.WordAfter(s, 1)&lexicon.Deed != 0)
}

// followsVessel reports whether the English word before a name is one for ships: the frigate
// Hamburg.
func (c *classifier) followsVessel(s *toponym.Toponym) bool {
	i := s.First - 1
	return i >= 0 && c.Words[i]&lexicon.Vessel != 0 && c.Tokens[s.First].Shape != token.Arabic && c.Gap(i) == " " && !c.isSeizer(s)
}

// hasShipArticle reports whether "the" precedes a name that has no article as a place, and is not a
// river's.
func (c *classifier) hasShipArticle(s *toponym.Toponym) bool {
	if !c.FollowsBlank(s.First) || c.Tokens[s.First-1].Fold != "the" || s.Class != "" || c.Lex.Articled[c.Tokens[s.Last].Fold] {
		return false
	}
	return !slices.ContainsFunc(s.Hits, func(h gazetteer.Hit) bool {
		return strings.IndexByte("HLT", c.Gaz.Kind(h.Ref).Class()) >= 0 || strings.HasPrefix(h.Name, "The ")
	})
}

// maxShipWords is how many auxiliaries and adverbs may precede what a ship does.
const maxShipWords = 3

// doesAsShip reports whether a verb of what ships do, or is done to them, follows a name: sank, has
// been torpedoed, ran aground.
func (c *classifier) doesAsShip(s *toponym.Toponym) bool {
	for i := s.Last + 1; i <= s.Last+maxShipWords+1 && c.FollowsBlank(i); i++ {
		word := c.Tokens[i].Fold
		switch {
		case c.Lex.ShipVerbs[word]:
			return true
		case !c.Lex.Auxiliary[word] && !c.Lex.Past[word] && !strings.HasSuffix(word, "ly"):
			return false
		}
	}
	return false
}

// maxShipKind is how many words may describe a ship before the word for it: a large landing ship.
const maxShipKind = 4

// isCalledShip reports whether an apposition or a copula calls a name a ship: the Minsk, a large
// landing ship; the Minsk was a frigate.
func (c *classifier) isCalledShip(s *toponym.Toponym) bool {
	first := s.Last + 1
	switch {
	case first >= len(c.Tokens):
		return false
	case c.FollowsBlank(first) && c.Lex.Passive[c.Tokens[first].Fold] && c.FollowsBlank(first+1) && c.IsEnglishArticle(first+1):
		first++
	case c.Gap(s.Last) != ", ":
		return false
	}
	for i := first; i < len(c.Tokens) && i <= first+maxShipKind && (i == first || c.FollowsBlank(i)) && c.Tokens[i].Shape == token.Lower; i++ {
		if c.Words[i]&lexicon.Vessel != 0 {
			return i == first || !c.FollowsBlank(i+1) || c.Words[i+1]&lexicon.Class == 0
		}
	}
	return false
}

// isBoarded reports whether words for being on a ship, or for a part of one, precede the article
// at token i: aboard the, the crew of the.
func (c *classifier) isBoarded(i int) bool {
	if !c.FollowsBlank(i) {
		return false
	}
	if word := c.Tokens[i-1].Fold; word != "of" {
		return c.Lex.Aboard[word]
	}
	return c.FollowsBlank(i-1) && c.Lex.ShipParts[c.Tokens[i-2].Fold]
}

// Longest list of ships, and how many words one of their names may have.
const (
	maxShips    = 6
	maxShipName = 4
)

// isListedShip reports whether a name is in a list of ships after the first: the frigates Hamburg
// and Bremen, the destroyer USS Cairo and the Moskva.
func (c *classifier) isListedShip(s *toponym.Toponym) bool {
	i := s.First - 1
	hasThe := i >= 0 && c.Tokens[i].Fold == "the" && c.FollowsBlank(s.First)
	if hasThe {
		i--
	}
	for range maxShips {
		if i >= 0 && c.Tokens[i].Fold == "and" && c.FollowsBlank(i+1) {
			i--
		} else if i < 0 || c.Gap(i) != ", " {
			return false
		}
		n := 0
		for ; n < maxShipName && i >= 0 && c.Tokens[i].Shape.UpperCase() && (n == 0 || c.FollowsBlank(i+1)); n++ {
			i--
		}
		if n == 0 || i < 0 || !c.FollowsBlank(i+1) && c.Gap(i) != ", " {
			return false
		}
		if c.Words[i]&lexicon.Vessel != 0 && c.FollowsBlank(i+1) {
			return hasThe || c.Words[i]&lexicon.Plural != 0
		}
		if c.Tokens[i].Fold == "the" {
			i--
		}
	}
	return false
}

// maxArabicKind is how many words may separate an Arabic word for a ship and its name: الغواصة النووية
// الروسية كورسك.
const maxArabicKind = 2

// followsArabicVessel reports whether an Arabic word for a ship precedes a name, perhaps with what
// qualifies it; but not if a verb before takes the name as its object: غادرت السفينة الروسية طرطوس.
func (c *classifier) followsArabicVessel(s *toponym.Toponym) bool {
	i := s.First - 1
	if c.HasPrefix(s) {
		return false
	}
	for n := 0; i >= 0 && !c.Breaks(i) && n <= maxArabicKind; n++ {
		if c.Words[i]&lexicon.Vessel != 0 {
			return i == 0 || c.Breaks(i-1) || !c.Lex.Seizing[c.Tokens[i-1].Base] && (n == 0 || !c.Lex.Reaching[c.Tokens[i-1].Base])
		}
		if !token.HasArticle(&c.Tokens[i]) || c.NameOf[i] >= 0 && !c.IsDemonymToken(i) {
			return false
		}
		i--
	}
	return false
}

// isSeizer reports whether a country after a word for ships is the one that seizes them: the tanker
// Iran seized.
func (c *classifier) isSeizer(s *toponym.Toponym) bool {
	i := s.Last + 1
	if !c.IsCountry(s) || !c.FollowsBlank(i) || c.Tokens[i].Shape != token.Lower {
		return false
	}
	word := c.Tokens[i].Fold
	return !c.Lex.ShipVerbs[word] && (c.Words[i]&lexicon.Say != 0 || c.Lex.Attacking[word] || c.Lex.Past[word] || strings.HasSuffix(word, "ed"))
}

// dropKnownShips makes names of ships known from the text things, if an article or what they do
// shows that they are ships.
func (c *classifier) dropKnownShips() {
	if len(c.ships) == 0 {
		return
	}
	for i := range c.Names {
		if s := &c.Names[i]; s.Role == toponym.RolePlace && c.ships[c.Tokens[s.Last].Fold] && (c.hasShipArticle(s) || c.doesAsShip(s)) {
			s.Role, s.Reason = toponym.RoleNone, "a ship met in the text"
		}
	}
}
