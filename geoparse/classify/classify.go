package classify

import (
	"dateline/geoparse/lexicon"
	"dateline/geoparse/signal"
	"dateline/geoparse/toponym"
)

// classify gives every spotted name its role: what is part of a person's or an
// organisation's name is no place, whatever the gazetteer holds.
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
	c.markMetonyms()
}

// roleOf decides the role of a name by the words around it.
func (c *classifier) roleOf(s *toponym.Toponym) (toponym.Role, string) {
	switch {
	case s.Role == toponym.RoleOrganisation:
		return toponym.RoleOrganisation, "an organisation"
	case s.Cued:
		return toponym.RolePlace, "called a place"
	case c.isDemonym(s), c.isAdjective(s):
		return toponym.RoleDemonym, "a people or their adjective"
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
	}
	return toponym.RolePlace, ""
}

// calledClass reports whether a class word that tells a kind ("area" tells none)
// stands beside the name, and one of the places so called is of that kind.
func (c *classifier) calledClass(s *toponym.Toponym) bool {
	if s.Class == "" || c.Lex.Classes[s.Class][0] == "-" {
		return false
	}
	for _, h := range s.Hits {
		if c.Lex.Fits(s.Class, c.Gaz.Kind(h.Ref)) {
			return true
		}
	}
	return false
}

// lean counts for each country the names of the text that can only lie there,
// without those that are everyday words too.
func (c *classifier) lean() {
	c.leaning = map[string]float64{}
	total := 0.0
	for i := range c.Names {
		if people, ok := c.Demonym(c.Names[i].Last); ok { // the last word of an organisation too
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
