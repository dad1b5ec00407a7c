package geoparse

import "dateline/geo"

// A place is astray when nothing else in the text speaks for it: none of so many
// other names lies in its country or within so many kilometres.
const (
	strayKm     = 1000
	strayOthers = 3
)

// dropStrays leaves names without a place whose only one is astray: that no
// other is known by the name says nothing about those that the gazetteer lacks.
func (p *parse) dropStrays() {
	if !p.uses(Credibility) || p.in.Spans != nil {
		return
	}
	for i := range p.choices {
		c := &p.choices[i]
		if c.best < 0 || c.contained || p.spots[i].role == RoleDemonym || p.gaz.Prominence(c.options[c.best].ref) >= commonNeeds {
			continue
		}
		others, here := p.others(i)
		switch {
		case here > 0:
		case p.isCode(p.spots[i].first) && p.spots[i].first == p.spots[i].last && (others > 0 || p.spots[i].class == "" && !p.standsAsRoad(&p.spots[i])),
			others >= strayOthers && !p.isNearOthers(i):
			c.named = p.spots[i].exact && !p.isCode(p.spots[i].first) && p.gaz.Prominence(c.options[c.best].ref) >= knownEnough
			c.best = -1
		}
	}
}

// unplaceUnlikely leaves names without a place that the text calls a village or the
// like while nothing speaks for the only places so called that are known: they are
// names all the same, of others.
func (p *parse) unplaceUnlikely() {
	if !p.uses(Credibility) || p.in.Spans != nil {
		return
	}
	for i := range p.choices {
		s, c := &p.spots[i], &p.choices[i]
		if s.role == RolePlace && c.best >= 0 && s.class != "" && !p.isVague(s.class) && !p.isCredible(i) {
			c.best, c.named = -1, true
		}
	}
}

// standsAsRoad reports whether a name with the article follows a preposition of
// place, with no noun after it: "south of the M4".
func (p *parse) standsAsRoad(s *spotted) bool {
	i := s.first - 1
	return i > 0 && p.tokens[i].fold == "the" && p.words[i-1]&isPreposition != 0 && p.endsPhrase(s)
}

// countTaken counts the names that are taken for a place, by its country, and
// notes how many there are of each.
func (p *parse) countTaken() {
	p.inCountry, p.counts, p.allTaken = map[string]int{}, map[string]int{}, 0
	for i := range p.choices {
		if place := p.taken(i); place != nil {
			p.inCountry[place.Country]++
			p.counts[p.senseKey(i)]++
			p.allTaken++
		}
	}
}

// others returns how many names of the text other than name i are taken for a
// place, and how many of these for one in its country.
func (p *parse) others(i int) (all, here int) {
	same := p.counts[p.senseKey(i)]
	if country := p.taken(i).Country; country != "" {
		here = p.inCountry[country] - same
	}
	return p.allTaken - same, here
}

// isNearOthers reports whether a place around the name lies within strayKm.
func (p *parse) isNearOthers(i int) bool {
	here := p.taken(i)
	p.step(2 * neighbours)
	for j := max(0, i-neighbours); j < min(len(p.choices), i+neighbours+1); j++ {
		other := p.taken(j)
		if other != nil && other.ID != here.ID && p.spots[j].role != RoleDemonym && geo.Distance(here.Point, other.Point) < strayKm {
			return true
		}
	}
	return false
}
