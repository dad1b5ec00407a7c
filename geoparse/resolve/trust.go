package resolve

import (
	"dateline/gazetteer"
	"dateline/geoparse/toponym"
)

// What a name is taken for speaks for the places that others may mean, but only
// as far as it is sure by itself: two names must not make each other hamlets
// that happen to lie side by side (Washington and London, in Ohio).
const (
	trustLeast  = 0.3 // of what is not the likeliest by the name alone
	trustRegion = 0.8 // of that, where the text names the division it lies in
	trustFirst  = 0.5 // of the likeliest by the name alone, and more by its lead
)

// weighTrust says of each name how far what it is taken for may speak for
// others.
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

// ownLead is the score by the name alone by which the first option leads over
// the next that is another place.
func (c *choice) ownLead() float64 {
	for j := range c.options {
		if o := &c.options[j]; !toponym.SamePlace(o.place, c.options[0].place) {
			return c.options[0].own - o.own
		}
	}
	return 1
}

// noteNamedDivisions notes the first-level divisions that the text names: as the
// likeliest sense of a name, by a county, or by what it says to lie in one.
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
