package classify

import (
	"dateline/geoparse/lexicon"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// Least length of a list of surnames, and how many of them must not be places.
const (
	leastSurnames = 3
	leastNoPlaces = 2
)

// dropListedSurnames makes persons of the names in a list of family names, some of which are not
// places at all: "Hill, Banks, Lincoln and Houston voted against".
func (c *classifier) dropListedSurnames() {
	for first := 0; first < len(c.Tokens); first++ {
		last, items, unknown := first, 0, 0
		for c.isListedSurname(last) {
			if items++; c.NameOf[last] < 0 || c.Names[c.NameOf[last]].Role != toponym.RolePlace {
				unknown++
			}
			next := c.nextListed(last)
			if next < 0 {
				break
			}
			last = next
		}
		if items >= leastSurnames && unknown >= leastNoPlaces && 3*unknown >= items && c.isListedSurname(last) && (first == 0 || c.Words[first-1]&lexicon.Locative == 0) {
			c.makePersons(first, last)
		}
		first = max(first, last)
	}
}

// isListedSurname reports whether token i is a family name, alone or as the whole
// name of a place.
func (c *classifier) isListedSurname(i int) bool {
	if c.Words[i]&(lexicon.Surname|lexicon.GivenOrPlace) == 0 || c.Tokens[i].Shape != token.Capital {
		return false
	}
	k := c.NameOf[i]
	return k < 0 || c.Names[k].First == c.Names[k].Last && c.Names[k].Class == ""
}

// nextListed returns the token of the next item of a list, after a comma, "and" or both; -1 at its
// end.
func (c *classifier) nextListed(i int) int {
	next := i + 1
	if next >= len(c.Tokens) {
		return -1
	}
	gap, and := c.Gap(i), c.Tokens[next].Fold == "and"
	switch {
	case gap == ", " && !and:
		return next
	case and && (gap == ", " || gap == " ") && next+1 < len(c.Tokens) && c.Gap(next) == " ":
		return next + 1
	}
	return -1
}

// makePersons gives the names between two tokens the role of a person.
func (c *classifier) makePersons(first, last int) {
	for i := first; i <= last; i++ {
		if k := c.NameOf[i]; k >= 0 && c.Names[k].Role == toponym.RolePlace {
			c.Names[k].Role, c.Names[k].Reason = toponym.RolePerson, "a family name among others"
		}
	}
}
