package geoparse

import (
	"math"
	"slices"

	"dateline/gazetteer"
)

// nearness says from 0 to 1 how near a place lies to what the names around are
// taken for; those next to it in the text count most.
func (p *parse) nearness(i int, o *option) float64 {
	if o.place.Kind.IsCountry() {
		return 0
	}
	sum, weights := 0.0, 0.0
	p.step(2 * neighbours)
	for j := max(0, i-neighbours); j < min(len(p.choices), i+neighbours+1); j++ {
		c := &p.choices[j]
		other := p.taken(j)
		if j == i || other == nil || other.Kind.IsCountry() || other.Kind == gazetteer.Continent || p.spots[j].written == p.spots[i].written || p.isDivisionOf(j, i) {
			continue
		}
		w := 1 / (1 + math.Abs(float64(j-i)))
		sum += w * c.trust * nearKm / (nearKm + o.ray.Distance(&c.options[c.best].ray))
		weights += w
	}
	if weights == 0 {
		return 0
	}
	return sum / weights
}

// isDivisionOf reports whether name j is the division that the text says name i lies
// in: what lies nearer to its seat is no likelier for that.
func (p *parse) isDivisionOf(j, i int) bool {
	return p.choices[i].contained && p.taken(j).Kind.IsDivision() && slices.Contains(p.containers[i].names, j)
}

// A place is among those that the text speaks of when so many of them, each sure
// enough by itself, lie so near.
const (
	amongPlaces = 3
	amongKm     = 100
)

// isAmong reports whether a place is among those that the names around are taken
// for.
func (p *parse) isAmong(i int, o *option) bool {
	var near []string
	p.step(2 * neighbours)
	for j := max(0, i-neighbours); j < min(len(p.choices), i+neighbours+1) && len(near) < amongPlaces; j++ {
		c, other := &p.choices[j], p.taken(j)
		if j != i && other != nil && c.trust >= trustFirst && other.ID != o.place.ID && !slices.Contains(near, other.ID) &&
			o.ray.Distance(&c.options[c.best].ray) <= amongKm {
			near = append(near, other.ID)
		}
	}
	return len(near) == amongPlaces
}

// A text is domestic when it has so many names and so much of it speaks of one
// country.
const (
	domesticNames = 5
	domesticShare = 0.7
)

// isDomestic reports whether the text speaks of hardly any other country.
func (p *parse) isDomestic(country string) bool {
	return len(p.choices) >= domesticNames && p.support[country] >= domesticShare
}

// coherence says from 0 to 1 how well a place goes with its neighbours in a
// list: half for the same country, half for the same kind there.
func (p *parse) coherence(i int, o *option) float64 {
	sum, n := 0.0, 0
	for _, j := range [...]int{i - 1, i + 1} {
		if j < 0 || j >= len(p.spots) || !isListGap(p.between(min(i, j))) {
			continue
		}
		if other := p.taken(j); other != nil && other.ID != o.place.ID {
			n++
			if other.Country == o.place.Country {
				sum += 0.5 * p.choices[j].trust
			}
			if other.Kind == o.place.Kind && (other.Country == o.place.Country || other.Kind.IsCountry()) {
				sum += 0.5 * p.choices[j].trust
			}
		}
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}

// between returns the text between name i and the next; a NUL when they
// overlap, as spans that were asked for may.
func (p *parse) between(i int) string {
	p.step(1)
	if p.spots[i+1].start < p.spots[i].end {
		return "\x00"
	}
	return p.text[p.spots[i].end:p.spots[i+1].start]
}

// contains reports whether the inner place lies in the country or division
// outer, by their codes.
func contains(outer, inner *gazetteer.Place) bool {
	switch {
	case outer.Country == "" || outer.Country != inner.Country || outer.ID == inner.ID:
		return false
	case outer.Kind.IsCountry():
		return true
	case outer.Kind == gazetteer.FirstDivision:
		return outer.Admin1 == inner.Admin1
	case outer.Kind == gazetteer.SecondDivision:
		return outer.Admin1 == inner.Admin1 && outer.Admin2 == inner.Admin2
	}
	return false
}

// measureNearness notes how near each place taken lies to the others.
func (p *parse) measureNearness() {
	for i := range p.choices {
		if c := &p.choices[i]; c.best >= 0 {
			c.nearness = p.nearness(i, &c.options[c.best])
		}
	}
}
