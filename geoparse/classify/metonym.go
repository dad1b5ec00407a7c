package classify

import (
	"slices"
	"strings"

	"dateline/gazetteer"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// markMetonyms gives the role of a metonym to names of countries and capitals that stand for
// their government: the subject of saying, wanting, blaming or agreeing, the target of blame or
// support, the owner of a policy. Names joined by "and" share the role.
func (c *classifier) markMetonyms() {
	for i := range c.Names {
		if s := &c.Names[i]; s.Role == toponym.RolePlace && c.canGovern(s) && c.governs(i) {
			s.Role, s.Reason = toponym.RoleMetonym, "it speaks or acts: a government"
		}
	}
	c.keepSense()
	for i := 1; i < len(c.Names); i++ {
		c.shareRole(i, i-1)
	}
	for i := len(c.Names) - 2; i >= 0; i-- {
		c.shareRole(i, i+1)
	}
}

// keepSense makes further mentions of a capital metonyms if the text uses it as one, unless
// their context is the city.
func (c *classifier) keepSense() {
	governments := map[string]bool{}
	for i := range c.Names {
		if s := &c.Names[i]; s.Role == toponym.RoleMetonym && c.isCapital(s) {
			governments[s.Written] = true
		}
	}
	for i := range c.Names {
		s := &c.Names[i]
		if s.Role == toponym.RolePlace && governments[s.Written] && c.canGovern(s) && !c.isLocated(s) && !c.isOfCity(s) {
			s.Role, s.Reason = toponym.RoleMetonym, "a government elsewhere in the text"
		}
	}
}

// isOfCity reports whether a name has the context of a city: "the suburbs of Damascus", "from
// Damascus to Homs", "the Damascus suburbs", ريف دمشق.
func (c *classifier) isOfCity(s *toponym.Toponym) bool {
	at := s.First - 1
	if c.Tokens[s.First].Shape == token.Arabic {
		return true // a noun before it may be any part of a city
	}
	if at < 0 || c.Breaks(at) {
		next := s.Last + 1
		return next < len(c.Tokens) && (c.Breaks(s.Last) || c.isRouteOrRegion(next))
	}
	return c.Lex.CityLinks[c.Tokens[at].Fold] || c.BearingAt(at) != "" || c.Words[at]&lexicon.Class != 0 || c.isRouteOrRegion(s.Last+1)
}

func (c *classifier) isRouteOrRegion(i int) bool { return c.RouteAt(i) != "" || c.RegionAt(i) != "" }

// shareRole makes name i a metonym if the name to which "and" joins it is one: "Ankara and
// Moscow agreed".
func (c *classifier) shareRole(i, beside int) {
	s := &c.Names[i]
	if s.Role != toponym.RolePlace || c.Names[beside].Role != toponym.RoleMetonym || !c.canGovern(s) || c.isLocated(s) {
		return
	}
	switch gap := c.Between(min(i, beside)); strings.TrimSpace(gap) {
	case "and", "و", "":
		s.Role, s.Reason = toponym.RoleMetonym, c.Names[beside].Reason
	}
}

// canGovern reports whether a name may stand for a government: a country or capital, not called
// a town or province, and not part of a longer name.
func (c *classifier) canGovern(s *toponym.Toponym) bool {
	return s.Class == "" && (c.IsCountry(s) || c.isCapital(s))
}

func (c *classifier) isCapital(s *toponym.Toponym) bool {
	return slices.ContainsFunc(s.Hits, func(h gazetteer.Hit) bool { return c.Gaz.Kind(h.Ref) == gazetteer.Capital })
}

// governs reports whether the context of name i makes it a government.
func (c *classifier) governs(i int) bool {
	s := &c.Names[i]
	if c.Tokens[s.First].Shape == token.Arabic {
		return c.governsInArabic(s)
	}
	return c.isAgent(s) || c.isPossessor(s) || c.isObject(s) || c.isDoer(s) || c.isAttribute(s)
}

// isLocated reports whether a preposition of place precedes a name, perhaps with words for a
// part of it: "in Ankara", "in northern Ethiopia".
func (c *classifier) isLocated(s *toponym.Toponym) bool {
	for at := s.First - 1; at >= 0 && !c.Breaks(at); at-- {
		switch {
		case c.Words[at]&lexicon.Preposition != 0:
			return true
		case !c.isPart(at):
			return false
		}
	}
	return false
}

// isPart reports whether token i is a part of a country, such as "north-eastern".
func (c *classifier) isPart(i int) bool {
	return c.BearingAt(i) != "" || c.Words[i]&lexicon.Direction != 0
}

// maxVerbWords is how many words may separate a subject and its verb: "Washington has since been
// trying".
const maxVerbWords = 5

// isAgent reports whether a name is the subject of a verb of governing: "Ankara wants",
// "Washington has never agreed", "Moscow was quick to dismiss".
func (c *classifier) isAgent(s *toponym.Toponym) bool {
	if s.First > 0 && !c.Breaks(s.First-1) && (c.Tokens[s.First-1].Fold == "the" || c.isLocated(s)) {
		return false
	}
	if c.Tokens[s.Last].Full != "" {
		return false // Ankara's
	}
	passive := false
	for at := s.Last + 1; at < len(c.Tokens) && at <= s.Last+maxVerbWords && !c.Breaks(at-1); at++ {
		t := &c.Tokens[at]
		switch {
		case c.Lex.Governing[verbStem(t.Fold, c.Lex.Governing)]:
			return true
		case c.Lex.Exchanging[t.Fold]:
			return c.FollowsBlank(at+1) && c.Lex.Exchanged[c.Tokens[at+1].Fold]
		case c.Lex.Attacking[t.Fold]:
			return !passive && c.hasObject(at)
		case c.Lex.Auxiliary[t.Fold], strings.HasSuffix(t.Fold, "ly"):
			passive = passive || c.Lex.Passive[t.Fold]
		default:
			return false
		}
	}
	return false
}

// hasObject reports whether the verb at token i has an object. In headlines with a passive
// participle it has none: "Damascus shelled by", "Damascus shelled heavily".
func (c *classifier) hasObject(i int) bool {
	next := i + 1
	if next >= len(c.Tokens) || c.Breaks(i) {
		return false
	}
	switch word, set := c.Tokens[next].Fold, c.Words[next]; {
	case c.IsEnglishArticle(next), c.Lex.Numbers[word] > 0:
		return true
	case c.Lex.By[word], strings.HasSuffix(word, "ly"):
		return false
	default:
		return set&(lexicon.Preposition|lexicon.Stop|lexicon.Calendar) == 0
	}
}

// isAttribute reports whether a country's name modifies an organ of state, or a capital's name a
// participle: "US troops", "Tehran-backed".
func (c *classifier) isAttribute(s *toponym.Toponym) bool {
	next := s.Last + 1
	if next < len(c.Tokens) && c.IsHyphen(s.Last) && c.Words[next]&lexicon.Participle != 0 {
		return c.isCapital(s)
	}
	return c.IsCountry(s) && c.FollowsBlank(next) && c.Tokens[s.Last].Full == "" && c.Lex.Organs[c.Tokens[next].Fold]
}

// maxPossessed is how many adjectives may precede what a government owns: "Washington's own
// maximum pressure campaign".
const maxPossessed = 3

// isPossessor reports whether a name owns what governments own: "Turkey's permission".
func (c *classifier) isPossessor(s *toponym.Toponym) bool {
	if c.Tokens[s.Last].Full == "" {
		return false
	}
	for at := s.Last + 1; at < len(c.Tokens) && at <= s.Last+maxPossessed; at++ {
		if c.Lex.Policy[c.Tokens[at].Fold] || c.Lex.Policy[strings.TrimSuffix(c.Tokens[at].Fold, "s")] {
			return true
		}
		if at+1 == len(c.Tokens) || c.Breaks(at) || c.Tokens[at].Shape != token.Lower || c.Words[at]&(lexicon.Stop|lexicon.Preposition|lexicon.Class) != 0 {
			return false
		}
	}
	return false
}

// isDoer reports whether a name follows "by" after a verb of governing: "sanctions announced by
// London".
func (c *classifier) isDoer(s *toponym.Toponym) bool {
	at := s.First - 1
	return at > 0 && !c.Breaks(at) && !c.Breaks(at-1) && c.Lex.By[c.Tokens[at].Fold] &&
		strings.HasSuffix(c.Tokens[at-1].Fold, "ed") && c.Lex.Governing[verbStem(c.Tokens[at-1].Fold, c.Lex.Governing)]
}

// isObject reports whether a name is the object of what is done to governments: "blackmail
// Moscow", "pressure on Tehran", "the deal between Ankara and Moscow".
func (c *classifier) isObject(s *toponym.Toponym) bool {
	at := s.First - 1
	if at < 1 || c.Breaks(at) {
		return false
	}
	if c.Lex.Targeting[verbStem(c.Tokens[at].Fold, c.Lex.Targeting)] {
		return true
	}
	if !c.Lex.Dealings[c.Tokens[at].Fold] || c.Breaks(at-1) {
		return false
	}
	before := &c.Tokens[at-1]
	return c.Lex.Policy[before.Fold] || c.Lex.Policy[strings.TrimSuffix(before.Fold, "s")] || c.Lex.Targeting[verbStem(before.Fold, c.Lex.Targeting)]
}

// governsInArabic is governs for Arabic, where the verb, or what a government owns, directly
// precedes the name.
func (c *classifier) governsInArabic(s *toponym.Toponym) bool {
	at := s.First - 1
	if at < 0 || c.Breaks(at) || s.Start > c.Tokens[s.First].Start && !strings.HasPrefix(c.Tokens[s.First].Text, "و") {
		return false
	}
	return c.Words[at]&lexicon.Say != 0 || c.Lex.Policy[c.Tokens[at].Base] ||
		at > 0 && !c.Breaks(at-1) && c.Tokens[at].Base == "بين" && c.Lex.Policy[c.Tokens[at-1].Base]
}

// verbStem returns the base form of an inflected English verb among the known verbs; the word
// itself if there is none.
func verbStem(word string, verbs map[string]bool) string {
	for _, ending := range [...]string{"s", "es", "d", "ed", "ing"} {
		stem, ok := strings.CutSuffix(word, ending)
		if !ok {
			continue
		}
		if verbs[stem] {
			return stem
		}
		if ending == "ing" && verbs[stem+"e"] {
			return stem + "e"
		}
		if n := len(stem); n > 2 && stem[n-1] == stem[n-2] && verbs[stem[:n-1]] {
			return stem[:n-1] // planned
		}
		if ending == "es" || ending == "ed" {
			if y := strings.TrimSuffix(stem, "i") + "y"; y != stem+"y" && verbs[y] {
				return y // denies
			}
		}
	}
	return word
}
