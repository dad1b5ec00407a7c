package classify

import "dateline/geoparse/toponym"

// isEaten reports whether the name of a country that is also that of a food opens a sentence about
// a meal: Turkey as dinner, Turkey sandwiches; but not "left Turkey for dinner".
func (c *classifier) isEaten(s *toponym.Toponym) bool {
	t := &c.Tokens[s.First]
	if s.First != s.Last || !c.Lex.Edible[t.Fold] || !t.NewSentence && !c.InHeadline(s.First) {
		return false
	}
	i := s.Last + 1
	if c.FollowsBlank(i) && c.Lex.Serving[c.Tokens[i].Fold] {
		i++
	}
	if c.FollowsBlank(i) && c.IsEnglishArticle(i) {
		i++
	}
	return c.FollowsBlank(i) && c.Lex.Meals[c.Tokens[i].Fold]
}
