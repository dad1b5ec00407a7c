package geoparse

// Least counts of a list of surnames, and of those in it that are no places.
const (
	leastSurnames = 3
	leastNoPlaces = 2
)

// dropListedSurnames makes people of the names in a list of family names, some of
// which are no places at all: "Hill, Banks, Lincoln and Houston voted against".
func (p *parse) dropListedSurnames() {
	for first := 0; first < len(p.tokens); first++ {
		last, items, unknown := first, 0, 0
		for p.isListedSurname(last) {
			if items++; p.spotOf[last] < 0 || p.spots[p.spotOf[last]].role != RolePlace {
				unknown++
			}
			next := p.nextListed(last)
			if next < 0 {
				break
			}
			last = next
		}
		if items >= leastSurnames && unknown >= leastNoPlaces && 3*unknown >= items && p.isListedSurname(last) && (first == 0 || p.words[first-1]&isLocative == 0) {
			p.makePersons(first, last)
		}
		first = max(first, last)
	}
}

// isListedSurname reports whether token i is a family name, alone or as the whole
// name of a place.
func (p *parse) isListedSurname(i int) bool {
	if p.words[i]&(isSurname|isGivenOrPlace) == 0 || p.tokens[i].shape != capital {
		return false
	}
	k := p.spotOf[i]
	return k < 0 || p.spots[k].first == p.spots[k].last && p.spots[k].class == ""
}

// nextListed returns the token of the next item of a list, -1 where it ends.
func (p *parse) nextListed(i int) int {
	next := i + 1
	if next < len(p.tokens) && p.gap(i) == ", " {
		i = next
	} else if next >= len(p.tokens) || p.gap(i) != " " || p.tokens[next].fold != "and" {
		return -1
	}
	if p.tokens[next].fold == "and" && next+1 < len(p.tokens) && p.gap(next) == " " {
		return next + 1
	}
	return i
}

// makePersons gives the names between two tokens the role of people.
func (p *parse) makePersons(first, last int) {
	for i := first; i <= last; i++ {
		if k := p.spotOf[i]; k >= 0 && p.spots[k].role == RolePlace {
			p.spots[k].role, p.spots[k].reason = rolePerson, "a family name among others"
		}
	}
}
