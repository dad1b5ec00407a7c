package geoparse

import (
	"math"

	"dateline/gazetteer"
	"dateline/geo"
)

// The confidence is a logistic function of what speaks for the place taken.
// Its weights were fitted by logistic regression to the answers on the
// development corpora, with an intercept of its own for each corpus so that
// differences between their conventions don't count; confidenceBase lies below
// what that gives, so that answers at 0.8 and above are right at least 95 times
// in 100 (docs/accuracy.md has the curve).
const (
	confidenceBase      = -4.1
	confidenceLead      = 0.6  // for each point of score that it leads by, at most maxLead
	confidenceCountry   = 1.7  // the text speaks of its country
	confidenceNear      = 1.7  // it lies near the other places of the text
	confidenceContained = 0.9  // what it lies in is named with it
	confidenceExact     = 2.0  // by its name, not by its sound
	confidenceCurated   = 1.65 // in a table made by hand, where namesakes were weighed
	confidenceVague     = -1.8 // a continent, sea or region, whose bounds are nobody's
	confidencePlain     = -1.8 // a facility called by everyday words (the oncology institute): many a city has one
	maxLead             = 3.0

	farKm         = 1500 // from which a lone candidate is never sure
	farConfidence = 0.7
)

// confidence says from 0 to 1 how sure it is that the place taken for spotted
// name i is the one meant.
func (p *parse) confidence(i int) float64 {
	c := &p.choices[i]
	best := &c.options[c.best]
	z := confidenceBase + confidenceLead*c.lead() + confidenceCountry*p.support[best.place.Country] +
		confidenceNear*c.nearness + confidenceContained*oneIf(c.contained)
	if p.spots[i].exact {
		z += confidenceExact
	}
	if p.gaz.Curated(best.ref) {
		z += confidenceCurated
	}
	if isVague(best.place.Kind) {
		z += confidenceVague
	}
	if best.place.Kind.Class() == 'S' && p.isPlain(&p.spots[i]) {
		z += confidencePlain
	}
	confidence := math.Round(100/(1+math.Exp(-z))) / 100
	if c.lead() == maxLead && p.gaz.Prominence(best.ref) < commonNeeds && p.isFarFromAll(i) {
		return min(confidence, farConfidence)
	}
	return confidence
}

// isFarFromAll reports whether the text has other places around name i, and all of
// them lie far from it: that it is the only one so called then says little.
func (p *parse) isFarFromAll(i int) bool {
	here, others := p.taken(i), false
	p.step(2 * neighbours)
	for j := max(0, i-neighbours); j < min(len(p.choices), i+neighbours+1); j++ {
		if other := p.taken(j); other != nil && other.ID != here.ID && p.spots[j].role != RoleDemonym {
			if others = true; geo.Distance(here.Point, other.Point) < farKm || other.Kind.IsCountry() && other.Country == here.Country {
				return false
			}
		}
	}
	return others
}

// isVague reports whether a kind of place is so large, and bounded so loosely,
// that one point says little.
func isVague(k gazetteer.Kind) bool {
	return k == gazetteer.Continent || k == "L.RGN" || k == "H.SEA" || k == "H.OCN"
}

// isPlain reports whether a name is made of everyday words only.
func (p *parse) isPlain(s *spotted) bool {
	for i := s.first; i <= s.last; i++ {
		if p.words[i]&(isCommon|isClass) == 0 {
			return false
		}
	}
	return true
}

// lead is the score by which the place taken leads over the next that is
// another place.
func (c *choice) lead() float64 {
	best := &c.options[c.best]
	lead := maxLead
	for j := range c.options {
		if o := &c.options[j]; !samePlace(o.place, best.place) {
			lead = min(lead, best.score-o.score)
		}
	}
	return lead
}

// samePlaceKm is how far the points of a town and its division lie apart at
// most.
const samePlaceKm = 15

// samePlace reports whether choosing between two places hardly matters: a town
// and the division of which it is the seat, or two records of one town.
func samePlace(a, b *gazetteer.Place) bool {
	return a.ID == b.ID || a.Country == b.Country && geo.Distance(a.Point, b.Point) < samePlaceKm
}

func oneIf(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
