package classify

import (
	"dateline/geoparse/lexicon"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// isOrganisation reports whether the name is part of an organisation's name, by the words after
// it or an "X of" before it.
func (c *classifier) isOrganisation(s *toponym.Toponym) bool {
	if c.Tokens[s.First].Shape == token.Arabic {
		return c.WordAfter(s, 1)&lexicon.OrgTail != 0 || c.isGovernedByOrganisation(s)
	}
	if c.namesOrganisation(s) {
		return true
	}
	if c.InHeadline(s.First) {
		return c.WordAfter(s, 1)&lexicon.OrgTail != 0
	}
	for n := 1; n <= 3; n++ {
		i := s.Last + n
		if i >= len(c.Tokens) || !c.Joins(i-1) || !c.Tokens[i].Shape.UpperCase() {
			break
		}
		if c.Words[i]&lexicon.OrgTail != 0 {
			return true
		}
	}
	i := s.First - 1
	if i >= 0 && c.Tokens[i].Fold == "the" {
		i--
	}
	return i >= 1 && (c.Tokens[i].Fold == "of" || c.Tokens[i].Fold == "in" && !c.saysWhere(s, i)) && !c.Breaks(i) && !c.Breaks(i-1) &&
		c.Tokens[i-1].Shape == token.Capital && c.Words[i-1]&lexicon.OrgHead != 0
}

// saysWhere reports whether "in", token i, after a word for an organisation gives its location
// rather than being part of its name: before a country, after a name, and if the word begins the
// sentence: Lund University in Sweden, Council in Cork, but the American University in Cairo.
func (c *classifier) saysWhere(s *toponym.Toponym, i int) bool {
	named := i - 2
	if k := c.NameOf[i-1]; k >= 0 && c.Names[k].Role == toponym.RoleOrganisation && len(s.Hits) > 0 && c.Gaz.Kind(s.Hits[0].Ref).Class() == 'P' {
		return true // a whole name: Islamic State in Baghuz
	}
	return c.IsCountry(s) || c.Tokens[i-1].NewSentence || c.Lex.Fielded[c.Tokens[i-1].Fold] || named >= 0 && c.Lex.Seated[c.Tokens[i-1].Fold] && c.FollowsBlank(i-1) && c.Tokens[named].Shape == token.Capital && !c.Tokens[named].NewSentence && !c.IsDemonymToken(named)
}

// namesOrganisation reports whether the word before announces an organisation: "the news agency
// SANA".
func (c *classifier) namesOrganisation(s *toponym.Toponym) bool {
	i := s.First - 1
	return i >= 0 && c.Gap(i) == " " && c.Tokens[i].Shape == token.Lower && c.Words[i]&lexicon.OrgNoun != 0
}
