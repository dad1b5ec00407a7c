package classify

import (
	"slices"
	"strings"

	"dateline/geoparse/lexicon"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// isFeminineNisba reports whether a little-known name may be an adjective of the feminine noun
// before it: الكبة الحلبية، الشاورما الحلبية، الأكلات الحلبية.
func (c *classifier) isFeminineNisba(s *toponym.Toponym) bool {
	i := s.First - 1
	return i >= 0 && !c.Breaks(i) && !c.HasPrefix(s) && c.isDefinite(s) && strings.HasSuffix(c.Tokens[s.First].Text, "ية") &&
		token.HasArticle(&c.Tokens[i]) && looksFeminine(c.Tokens[i].Text) && c.NameOf[i] < 0 &&
		c.Prominence(s) < toponym.CommonNeeds && !c.isSeized(s)
}

// isAccusative reports whether a little-known name may be an adjective in the accusative, after its
// noun: إنزالا جويا.
func (c *classifier) isAccusative(s *toponym.Toponym) bool {
	i := s.First - 1
	return c.FollowsBlank(s.First) && !c.HasPrefix(s) && strings.HasSuffix(c.Tokens[s.First].Text, "يا") && strings.HasSuffix(c.Tokens[i].Text, "ا") &&
		!token.HasArticle(&c.Tokens[i]) && c.NameOf[i] < 0 && c.Words[i]&(lexicon.Preposition|lexicon.Class|lexicon.Stop) == 0 && c.Prominence(s) < toponym.CommonNeeds
}

// looksFeminine reports whether an Arabic noun has an ending whose adjectives are feminine.
func looksFeminine(noun string) bool {
	return slices.ContainsFunc([]string{"ة", "ا", "ى", "اء", "ات"}, func(end string) bool { return strings.HasSuffix(noun, end) })
}
