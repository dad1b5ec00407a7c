package classify

import (
	"slices"

	"dateline/gazetteer"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/toponym"
)

// isGround reports whether a name that ends as those of sports grounds do is in a sentence about a
// match, and not that of a building: Chelsea won at Stamford Bridge, which is also a village in
// Yorkshire.
func (c *classifier) isGround(s *toponym.Toponym) bool {
	if s.First == s.Last || c.Words[s.Last]&lexicon.Street == 0 && !c.Lex.Grounds[c.Tokens[s.Last].Fold] || c.Prominence(s) >= toponym.CommonNeeds ||
		slices.ContainsFunc(s.Hits, func(h gazetteer.Hit) bool { return c.Gaz.Kind(h.Ref).Class() == 'S' }) {
		return false
	}
	sentence := c.SentenceOf(s.Start)
	for i := c.TokenFrom(sentence.Start); i < len(c.Tokens) && c.Tokens[i].Start < sentence.End; i++ {
		if c.Step(1); c.Lex.Matches[c.Tokens[i].Fold] {
			return true
		}
	}
	return false
}
