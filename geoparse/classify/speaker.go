package classify

import (
	"strings"

	"dateline/geoparse/lexicon"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// A surname occurs alone where somebody speaks, is spoken for or is described: said Kellogg; a
// spokesman for Kellogg; Kellogg, a lawyer. Governments speak too, so capitals and countries are
// left to speaks.

// isSpeaker reports whether a bare name acts as a person: it is not of a well-known place, and
// the text locates nothing in it.
func (c *classifier) isSpeaker(s *toponym.Toponym) bool {
	if s.First != s.Last && !c.IsTiedArticle(s.First) || s.Class != "" || c.located[c.Tokens[s.Last].Fold] {
		return false
	}
	if c.Words[s.Last]&lexicon.GivenOrPlace != 0 && (c.isDescribed(s) || c.isSpokenOfAsPerson(s)) {
		return true // whatever place has the name
	}
	known := toponym.CommonFirstNeeds // prominence above which it is more likely the place
	ofTheatre := c.isOfTheTheatre(s) && !c.endsAsNisba(s)
	switch {
	case c.isSpokenFor(s):
		ofTheatre = false // villages don't reject things
	case c.isDescribed(s):
	case c.actsAsPerson(s):
		known = toponym.CommonNeeds
	default:
		return false
	}
	return c.Prominence(s) < known && !c.IsCountry(s) && !c.isCapital(s) && !ofTheatre
}

// noteLocated records the last words of names that the text locates.
func (c *classifier) noteLocated() {
	c.located = map[string]bool{}
	for i := range c.Names {
		if s := &c.Names[i]; s.Class != "" || c.isLocatedOrPeopled(s) {
			c.located[c.Tokens[s.Last].Fold] = true
		}
	}
}

// isLocatedOrPeopled reports whether a preposition of place precedes a name, or a word for
// residents follows it: in Kellogg, a Kellogg resident; but not a Kellogg aide.
func (c *classifier) isLocatedOrPeopled(s *toponym.Toponym) bool {
	if before := s.First - 1; before >= 0 && c.Words[before]&lexicon.Locative != 0 && !c.Breaks(before) {
		return true
	}
	after := s.Last + 1
	return c.FollowsBlank(after) && c.Tokens[after].Shape == token.Lower && c.Words[after]&lexicon.Title != 0 && c.Words[after]&lexicon.Attached == 0
}

// isSpokenFor reports whether a name follows "by" after a verb of saying, or "for" and the like
// after somebody in a person's service: rejected by X, a spokesman for X, aides to X.
func (c *classifier) isSpokenFor(s *toponym.Toponym) bool {
	i := s.First - 1
	if i < 1 || c.Gap(i) != " " || c.Gap(i-1) != " " || s.Last+1 < len(c.Tokens) && c.IsHyphen(s.Last) {
		return false
	}
	before := &c.Tokens[i-1]
	switch word := c.Tokens[i].Fold; {
	case c.Lex.By[word]:
		return c.Words[i-1]&lexicon.Say != 0 || c.Lex.Governing[verbStem(before.Fold, c.Lex.Governing)]
	case word == "for":
		return c.Words[i-1]&(lexicon.Title|lexicon.Attached) != 0 && (before.Shape == token.Lower || before.NewSentence) && c.WordAfter(s, 1)&lexicon.OrgTail == 0
	case word == "to", word == "of":
		return c.Words[i-1]&lexicon.Attached != 0
	}
	return false
}

// isDescribed reports whether an apposition describes the name as a person: X, a nurse; but not
// X, a nurse said.
func (c *classifier) isDescribed(s *toponym.Toponym) bool {
	i := s.Last + 1
	if i+1 >= len(c.Tokens) || c.Gap(s.Last) != ", " || c.Gap(i) != " " {
		return false
	}
	if article := c.Tokens[i].Fold; article != "a" && article != "an" || c.Words[i+1]&lexicon.Title == 0 {
		return false
	}
	return i+2 == len(c.Tokens) || c.Words[i+2]&lexicon.Say == 0
}

// isSpokenOfAsPerson reports whether a verb of saying or acting and a singular personal pronoun
// follow a name: Victoria said she.
func (c *classifier) isSpokenOfAsPerson(s *toponym.Toponym) bool {
	if !c.actsAsPerson(s) {
		return false
	}
	at := s.Last + 2
	if c.FollowsBlank(at) && c.Lex.That[c.Tokens[at].Fold] {
		at++
	}
	return c.FollowsBlank(at) && c.Lex.Personal[c.Tokens[at].Fold]
}

// actsAsPerson reports whether a name is followed by a verb of what people do: said, resigned,
// fled. After a preposition of place the name is not its subject.
func (c *classifier) actsAsPerson(s *toponym.Toponym) bool {
	if c.WordAfter(s, 1)&(lexicon.Say|lexicon.Deed) == 0 || c.Tokens[s.Last+1].Shape != token.Lower {
		return false
	}
	i := s.First - 1
	return i < 0 || c.Breaks(i) || c.Words[i]&lexicon.Preposition == 0 && c.Tokens[i].Fold != "of"
}

// endsAsNisba reports whether a name has the form al-…i, as nisbas do.
func (c *classifier) endsAsNisba(s *toponym.Toponym) bool {
	fold := c.Tokens[s.Last].Fold
	return c.IsTiedArticle(s.First) && len(fold) > 3 && strings.HasSuffix(fold, "i")
}
