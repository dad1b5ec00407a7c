package classify

import (
	"cmp"
	"slices"
	"strings"

	"dateline/gazetteer"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// Successive capitalised names may be one name of something else: the Denver Post, Manchester
// Victoria, the Birmingham Six, Hull City.

// isTailOfLonger reports whether a little-known name is only the last word of a longer one that
// begins with another place: Victoria in "Manchester Victoria", Post in "Denver Post"; but not
// Georgia in "Athens Georgia", nor al-Waer in "Homs al-Waer", which one place may contain.
func (c *classifier) isTailOfLonger(s *toponym.Toponym) bool {
	k := int(c.NameOf[s.First])
	if k < 1 || s.First != s.Last || s.Class != "" || c.Tokens[s.First].Shape != token.Capital || c.Gap(s.First-1) != " " || c.InHeadline(s.First) {
		return false
	}
	before := &c.Names[k-1]
	if before.Last != s.First-1 || c.Words[before.Last]&lexicon.Direction != 0 || c.isInTable(s) {
		return false
	}
	switch before.Role {
	case toponym.RoleOrganisation:
		return c.Words[s.First]&lexicon.OrgTail != 0
	case toponym.RolePlace:
		return c.Prominence(s) < toponym.CommonFirstNeeds && !c.areNear(s, before) && !c.mayLieIn(before, s) && !c.mayLieIn(s, before)
	}
	return false
}

// isHeadOfLonger reports whether a little-known Arabic name is only the first word of a longer one
// that continues with the name of a place far from all places of the first name: ناعور in ناعور
// جورين.
func (c *classifier) isHeadOfLonger(s *toponym.Toponym) bool {
	after := s.Last + 1
	if c.Tokens[s.First].Shape != token.Arabic || s.First != s.Last || !c.FollowsBlank(after) || c.NameOf[after] < 0 || c.Prominence(s) >= toponym.CommonNeeds {
		return false
	}
	next := &c.Names[c.NameOf[after]]
	if c.isContinent(next) {
		return true // قارة أفريقيا
	}
	return next.Exact && c.Words[after] == 0 && !c.Lex.Circumstances[c.Tokens[after].Fold] && !c.HasPrefix(next) && !c.IsDemonymToken(after) && !c.isCountryOrDivision(next) && !c.areNear(s, next) && !c.mayLieIn(s, next)
}

// isContinent reports whether a name is primarily that of a continent.
func (c *classifier) isContinent(s *toponym.Toponym) bool {
	return slices.ContainsFunc(s.Hits, func(h gazetteer.Hit) bool { return c.Gaz.Kind(h.Ref) == gazetteer.Continent })
}

// areNear reports whether places of two names are neighbours.
func (c *classifier) areNear(s, other *toponym.Toponym) bool {
	return slices.ContainsFunc(s.Hits, func(h gazetteer.Hit) bool {
		place := c.Gaz.Place(h.Ref)
		return c.liesNear(&place, other)
	})
}

// precedesNumber reports whether the next word is a capitalised number, of people named after the
// place: the Birmingham Six.
func (c *classifier) precedesNumber(s *toponym.Toponym) bool {
	i := s.Last + 1
	return c.FollowsBlank(i) && c.Tokens[i].Shape == token.Capital && c.Lex.Numbers[c.Tokens[i].Fold] > 1 && !c.InHeadline(i) && c.EndsPhrase(&toponym.Toponym{Last: i})
}

// isClub reports whether a name followed by City is a football club: in Britain and Ireland clubs
// have that word, and no towns.
func (c *classifier) isClub(s *toponym.Toponym) bool {
	if s.First == s.Last || c.Tokens[s.Last].Fold != "city" || c.Tokens[s.Last].Shape != token.Capital || len(s.Hits) == 0 || c.InHeadline(s.Last) || c.goesOn(s.Last) {
		return false
	}
	known := slices.MaxFunc(s.Hits, func(a, b gazetteer.Hit) int {
		return cmp.Compare(c.Gaz.Prominence(a.Ref), c.Gaz.Prominence(b.Ref))
	})
	place := c.Gaz.Place(known.Ref)
	return (place.Country == "GB" || place.Country == "IE") && !strings.Contains(place.Name, " City") && !c.precedesHolder(int(c.NameOf[s.First]))
}

// goesOn reports whether a capitalised word after token i belongs to the same name.
func (c *classifier) goesOn(i int) bool {
	return c.FollowsBlank(i+1) && c.Tokens[i+1].Shape == token.Capital
}
