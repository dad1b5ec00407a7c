package resolve

import (
	"dateline/gazetteer"
	"dateline/geoparse/toponym"
)

// The place taken for a name is evidence for the places of others only as far as it is certain
// by itself: two names must not make each other hamlets that happen to lie side by side
// (Washington and London, in Ohio).
const (
	trustLeast  = 0.3 // of an option that is not the likeliest by the name alone
	trustRegion = 0.8 // of such an option, if the text names its division
	trustFirst  = 0.5 // of the likeliest by the name alone, plus its lead
)

// weighTrust sets, for each name, how much its place counts as evidence for others.
func (res *Resolution) weighTrust() {
	for i := range res.choices {
		c := &res.choices[i]
		c.trust = 0
		switch {
		case c.best < 0:
		case c.contained:
			c.trust = 1
		case c.best == 0 || toponym.SamePlace(c.options[0].place, c.options[c.best].place):
			c.trust = min(1, trustFirst+c.ownLead())
		case res.divisions[c.options[c.best].codes.division]:
			c.trust = trustRegion
		default:
			c.trust = trustLeast
		}
	}
}

// ownLead is the lead, by the name alone, of the first option over the next that is another
// place.
func (c *choice) ownLead() float64 {
	for j := range c.options {
		if o := &c.options[j]; !toponym.SamePlace(o.place, c.options[0].place) {
			return c.options[0].own - o.own
		}
	}
	return 1
}

// noteNamedDivisions records the first-level divisions that the text names: as the likeliest
// sense of a name, by a county, or by a containment.
func (res *Resolution) noteNamedDivisions() {
	res.divisions = map[string]bool{}
	for i := range res.choices {
		c := &res.choices[i]
		for j := range c.options {
			place := c.options[j].place
			isNamed := j == 0 && place.Kind == gazetteer.FirstDivision && !(res.isInList(i) && res.mayBeGreatCity(i))
			isCounty := place.Kind == gazetteer.SecondDivision && res.Lex.Fits(res.Names[i].Class, place.Kind)
			if isNamed || isCounty || c.contained && len(c.options) == 1 {
				res.divisions[c.options[j].codes.division] = true
			}
		}
	}
}
