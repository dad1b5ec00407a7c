package classify

import (
	"strings"

	"dateline/gazetteer"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// isDemonym reports whether the name is a demonym or its adjective; in Arabic not if it may also
// be the name of the country (سورية).
func (c *classifier) isDemonym(s *toponym.Toponym) bool {
	if s.First != s.Last {
		return false
	}
	country, ok := c.Demonym(s.First)
	if !ok {
		return false
	}
	if c.Tokens[s.First].Shape != token.Arabic {
		return true
	}
	for _, h := range s.Hits {
		if h.Ref == country && gazetteer.Fold(h.Name) == gazetteer.Fold(s.Written) && c.articlesAgree(s, h.Name) {
			return false
		}
	}
	return true
}

// isAdjective reports whether a country's name is used as an adjective:
// "US-backed", "pro-Turkey".
func (c *classifier) isAdjective(s *toponym.Toponym) bool {
	if !c.IsCountry(s) {
		return false
	}
	if i := s.Last; i+1 < len(c.Tokens) && c.IsHyphen(i) && (c.Words[i+1]&lexicon.Participle != 0 || c.IsDemonymToken(i+1)) {
		return true
	}
	return s.First > 0 && c.IsHyphen(s.First-1) && (c.Tokens[s.First-1].Fold == "pro" || c.Tokens[s.First-1].Fold == "anti")
}

// articlesAgree reports whether an Arabic word and a name both have the article, or neither has.
func (c *classifier) articlesAgree(s *toponym.Toponym, name string) bool {
	hasArticle := strings.HasPrefix(s.Written, "ال") || strings.HasSuffix(c.Source[:s.Start], "لل")
	return hasArticle == strings.HasPrefix(name, "ال")
}
