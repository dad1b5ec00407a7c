package classify

import (
	"slices"

	"dateline/gazetteer"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/toponym"
)

// isForeignWord reports whether a single word, in a line of another language than English and
// Arabic, is one of its function words, or a noun after a German article. Countries, regions and
// rivers may have one: "Der" is not Győr, nor "der Zug" the town of Zug, but "die Ukraine" is
// Ukraine.
func (c *classifier) isForeignWord(s *toponym.Toponym) bool {
	if s.First != s.Last || !c.IsForeign(s.First) {
		return false
	}
	if c.Tokens[s.First].Use&(lexicon.Foreign|lexicon.ForeignShared) != 0 {
		return true
	}
	return c.FollowsBlank(s.First) && c.Tokens[s.First-1].Use&lexicon.ForeignArticle != 0 && !slices.ContainsFunc(s.Hits, c.mayHaveArticle)
}

// mayHaveArticle reports whether the name of a place may have an article in German: not that of
// a town or of its district.
func (c *classifier) mayHaveArticle(h gazetteer.Hit) bool {
	kind := c.Gaz.Kind(h.Ref)
	return kind.Class() != 'P' && (!kind.IsDivision() || kind.IsCountry() || kind == gazetteer.FirstDivision)
}
