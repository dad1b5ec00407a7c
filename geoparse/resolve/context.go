package resolve

import (
	"math"
	"slices"

	"dateline/gazetteer"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// nearness returns, from 0 to 1, how near a place is to those of the names around; the closest
// names in the text count most.
func (res *Resolution) nearness(i int, o *option) float64 {
	if o.place.Kind.IsCountry() {
		return 0
	}
	sum, weights := 0.0, 0.0
	res.Step(2 * neighbours)
	for j := max(0, i-neighbours); j < min(len(res.choices), i+neighbours+1); j++ {
		c := &res.choices[j]
		other := res.Taken(j)
		if j == i || other == nil || other.Kind.IsCountry() || other.Kind == gazetteer.Continent || res.Names[j].Written == res.Names[i].Written || res.isDivisionOf(j, i) {
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

// isDivisionOf reports whether name j is the division that contains name i by the text; being
// near its seat is then no evidence.
func (res *Resolution) isDivisionOf(j, i int) bool {
	return res.choices[i].contained && res.Taken(j).Kind.IsDivision() && slices.Contains(res.containers[i].names, j)
}

// A place is among those of the text if at least this many of them, each certain enough by
// itself, are within this distance.
const (
	amongPlaces = 3
	amongListed = 2 // if it is listed with them and no others
	amongKm     = 100
	listedTrust = 0.9 // of a town that is certain by itself
)

// isAmong reports whether a place is among those of the names around.
func (res *Resolution) isAmong(i int, o *option) bool {
	var near []string
	res.Step(2 * neighbours)
	for j := max(0, i-neighbours); j < min(len(res.choices), i+neighbours+1) && len(near) < amongPlaces; j++ {
		c, other := &res.choices[j], res.Taken(j)
		if j != i && other != nil && c.trust >= trustFirst && other.ID != o.place.ID && !slices.Contains(near, other.ID) &&
			o.ray.Distance(&c.options[c.best].ray) <= amongKm {
			near = append(near, other.ID)
		}
	}
	return len(near) == amongPlaces || res.isListedWith(i, o)
}

// isListedWith reports whether name i is listed with towns that are all near the place, and enough
// of them certain by themselves: Tripoli, Sidon and Tyre. For the seat of a division, one other
// seat of the country is enough: Sidon and Tripoli.
func (res *Resolution) isListedWith(i int, o *option) bool {
	n := 0
	for j := i; j > 0 && i-j < amongListed && token.IsListGap(res.Between(j-1)); j-- {
		if !res.isNear(j-1, o) {
			return false
		}
		n += res.sureOf(j-1, o)
	}
	for j := i; j+1 < len(res.Names) && j-i < amongListed && token.IsListGap(res.Between(j)); j++ {
		if !res.isNear(j+1, o) {
			return false
		}
		n += res.sureOf(j+1, o)
	}
	return n >= amongListed
}

// isNear reports whether what name j is taken for lies near a place.
func (res *Resolution) isNear(j int, o *option) bool {
	c := &res.choices[j]
	return c.best >= 0 && o.ray.Distance(&c.options[c.best].ray) <= listKm
}

// sureOf returns as how many certain towns name j, which is taken for a place nearby, counts for a
// place listed with it: two if both are seats of divisions of one country, one if it is certain by
// itself, else none.
func (res *Resolution) sureOf(j int, o *option) int {
	c := &res.choices[j]
	place := c.options[c.best].place
	switch {
	case c.trust >= trustFirst && toponym.IsSeat(o.place.Kind) && toponym.IsSeat(place.Kind) && place.Country == o.place.Country:
		return amongListed
	case c.trust >= listedTrust:
		return 1
	}
	return 0
}

// A text is domestic if it has this many names, without those of persons, and this share of it is
// about one country.
const (
	domesticNames = 5
	domesticShare = 0.7
)

// isDomestic reports whether the text is about hardly any other country.
func (res *Resolution) isDomestic(country string) bool {
	return res.impersonal >= domesticNames && res.Support[country] >= domesticShare
}

// coherence returns, from 0 to 1, how well a place fits its neighbours in a list: one half for
// the same country, one half for the same kind there.
func (res *Resolution) coherence(i int, o *option) float64 {
	sum, n := 0.0, 0
	for _, j := range [...]int{i - 1, i + 1} {
		if j < 0 || j >= len(res.Names) || !token.IsListGap(res.Between(min(i, j))) {
			continue
		}
		if other := res.Taken(j); other != nil && other.ID != o.place.ID {
			n++
			if other.Country == o.place.Country {
				sum += 0.5 * res.choices[j].trust
			}
			if other.Kind == o.place.Kind && (other.Country == o.place.Country || other.Kind.IsCountry()) {
				sum += 0.5 * res.choices[j].trust
			}
		}
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}

// measureNearness sets the nearness of each place taken to the others.
func (res *Resolution) measureNearness() {
	for i := range res.choices {
		if c := &res.choices[i]; c.best >= 0 {
			c.nearness = res.nearness(i, &c.options[c.best])
		}
	}
}
