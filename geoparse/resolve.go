package geoparse

import (
	"dateline/gazetteer"
)

// Bounds of what is looked at.
const (
	nearKm     = 60 // distance at which nearness counts one half
	maxRounds  = 4
	maxHits    = 48 // candidates looked at for one name
	neighbours = 8  // names to each side that nearness is measured to
)

// choice is what a spotted name may mean, while that is being decided.
type choice struct {
	options  []option
	best     int     // index of the option taken, -1 for none
	trust    float64 // how far the option taken may speak for those of other names, 0..1
	nearness float64 // of the best option to the other places of the text

	contained bool             // the options lie where the text says
	within    *gazetteer.Place // what the text says it lies in, where no place so called does
	named     bool             // it is a name all the same
}

// resolve decides for all names together what they mean: first each by its
// own signals and the countries the text speaks of, then again and again by
// what the others around it were taken for, until nothing changes.
func (p *parse) resolve() {
	p.readRivers()
	p.soundCued()
	p.choices = make([]choice, len(p.spots))
	for i := range p.spots {
		p.choices[i] = choice{options: p.options(&p.spots[i]), best: -1}
	}
	p.readContainers()
	p.bind()
	p.support = p.countrySupport()
	p.noteNamedDivisions()
	p.decide(false)
	for range maxRounds {
		if !p.decide(true) {
			break
		}
	}
	if p.uses(OneSense) {
		p.shareSenses()
	}
	p.measureNearness()
	p.countTaken()
	p.dropStrays()
	p.unplaceUnlikely()
}

// countrySupport says for each country how much of the text speaks of it, as
// a share of all.
func (p *parse) countrySupport() map[string]float64 {
	support := map[string]float64{}
	total := 0.0
	for i := range p.choices {
		options := p.choices[i].options
		if len(options) == 0 || options[0].place.Country == "" {
			continue
		}
		w := supportWeight(p.spots[i].role, options)
		support[options[0].place.Country] += w
		total += w
	}
	for c := range support {
		support[c] /= total
	}
	return support
}

// supportWeight says how surely a name tells the country by itself.
func supportWeight(role Role, options []option) float64 {
	switch first := options[0]; {
	case role == RoleDemonym:
		return 0.7
	case first.place.Kind.IsCountry():
		return 1
	case len(options) == 1 || options[1].own < first.own-0.5 || options[1].place.Country == first.place.Country:
		return 0.6
	}
	return 0.2
}

// decide takes the best option of every name and reports whether any changed.
// With context it counts nearness to what the others are taken for.
func (p *parse) decide(context bool) bool {
	changed := false
	taken := make([]int, len(p.choices))
	p.weighTrust()
	held := p.countHeld()
	for i := range p.choices {
		taken[i] = -1
		for j := range p.choices[i].options {
			o := &p.choices[i].options[j]
			around := p.weights.country * p.support[o.place.Country]
			if context {
				around += p.weights.near*p.nearness(i, o) + p.weights.list*p.coherence(i, o) + p.weights.holds*held.share(p.taken(i), p.choices[i].trust, o.place)
			}
			if o.overshadowed && !p.divisions[divisionOf(o.place)] && !p.isDomestic(o.place.Country) && !(context && o.hasUsualName() && p.isAmong(i, o)) {
				around = overshadowedShare*around - p.weights.shadow
			}
			o.score = o.own + around
			if taken[i] < 0 || o.score > p.choices[i].options[taken[i]].score {
				taken[i] = j
			}
		}
	}
	for i := range p.choices {
		changed = changed || p.choices[i].best != taken[i]
		p.choices[i].best = taken[i]
	}
	return changed
}

// taken returns the place that name i is taken for, nil when for none.
func (p *parse) taken(i int) *gazetteer.Place {
	if c := &p.choices[i]; c.best >= 0 {
		return c.options[c.best].place
	}
	return nil
}

// shareSenses gives equal names without class words of their own the sense
// that scores best in sum: a name keeps its meaning through a text.
func (p *parse) shareSenses() {
	sums := map[string]map[string]float64{}
	for i := range p.choices {
		if len(p.choices[i].options) == 0 {
			continue
		}
		key := p.senseKey(i)
		if sums[key] == nil {
			sums[key] = map[string]float64{}
		}
		for _, o := range p.choices[i].options {
			sums[key][o.place.ID] += o.score
		}
	}
	for i := range p.choices {
		c := &p.choices[i]
		if len(c.options) == 0 {
			continue
		}
		sum := sums[p.senseKey(i)]
		for j := range c.options {
			if sum[c.options[j].place.ID] > sum[c.options[c.best].place.ID] {
				c.best = j
			}
		}
	}
}

// senseKey tells names apart that may have different senses: by the class word
// too.
func (p *parse) senseKey(i int) string { return p.spots[i].class + "\x00" + p.nameKey(i) }

// nameKey is name i, folded.
func (p *parse) nameKey(i int) string {
	written := p.spots[i].written
	p.step(1)
	return gazetteer.Fold(written[:min(len(written), maxNameBytes)])
}
