package classify

import (
	"dateline/geoparse/lexicon"
	"dateline/geoparse/signal"
	"dateline/geoparse/toponym"
)

// classify sets the role of every name: part of a person's or organisation's name is not a
// place, whatever the gazetteer has.
func (c *classifier) classify() {
	c.NoteNames()
	c.noteLocated()
	c.lean()
	for i := range c.Names {
		s := &c.Names[i]
		s.Role, s.Reason = c.roleOf(s)
		if s.Role == toponym.RolePerson {
			c.learnPerson(s)
		}
	}
	c.dropListedSurnames()
	c.dropKnownPersons()
	c.dropKnownShips()
	c.markMetonyms()
}

// roleOf returns the role of a name and the reason, going by the words around it.
func (c *classifier) roleOf(s *toponym.Toponym) (toponym.Role, string) {
	switch {
	case s.Role == toponym.RoleOrganisation:
		return toponym.RoleOrganisation, "an organisation"
	case s.Cued:
		return toponym.RolePlace, "called a place"
	case c.isDemonym(s), c.isAdjective(s):
		return toponym.RoleDemonym, "a people or their adjective"
	case c.Uses(signal.CommonWords) && c.isForeignWord(s):
		return toponym.RoleNone, "a word of another language"
	case c.isOfThing(s):
		return toponym.RoleNone, "a thing called after it"
	case c.Uses(signal.CommonWords) && c.isCommonWord(s):
		return toponym.RoleNone, "a common word"
	case c.calledClass(s):
		return toponym.RolePlace, "called a " + s.Class
	case c.Uses(signal.Organisations) && c.isOrganisation(s):
		return toponym.RoleOrganisation, "part of an organisation's name"
	case c.Uses(signal.People) && c.isPerson(s):
		return toponym.RolePerson, "part of a person's name"
	case c.isTailOfLonger(s), c.isHeadOfLonger(s):
		return toponym.RoleNone, "part of a longer name"
	}
	return toponym.RolePlace, ""
}

// calledClass reports whether a specific class word (not "area") is next to the name, and a
// place of that name is of that kind.
func (c *classifier) calledClass(s *toponym.Toponym) bool {
	if s.Class == "" || c.Lex.MainKind(s.Class) == "-" {
		return false
	}
	for _, h := range s.Hits {
		if c.Lex.Fits(s.Class, c.Gaz.Kind(h.Ref)) {
			return true
		}
	}
	return false
}

// lean computes each country's share of the names that are unambiguous and not everyday words.
func (c *classifier) lean() {
	c.leaning = map[string]float64{}
	total := 0.0
	for i := range c.Names {
		if people, ok := c.Demonym(c.Names[i].Last); ok { // also the last word of an organisation's name
			c.leaning[c.Gaz.Country(people)]++
			total++
			continue
		}
		if s := &c.Names[i]; s.First == s.Last && (c.Words[s.First]&lexicon.Common != 0 || c.Words[s.First]&lexicon.Noun != 0 && c.isDefinite(s)) {
			continue
		}
		country := ""
		for j, h := range c.Names[i].Hits {
			if its := c.Gaz.Country(h.Ref); j == 0 {
				country = its
			} else if its != country {
				country = ""
				break
			}
		}
		if country != "" {
			c.leaning[country]++
			total++
		}
	}
	for code := range c.leaning {
		c.leaning[code] /= total
	}
}
