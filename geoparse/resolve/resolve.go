package resolve

import (
	"dateline/gazetteer"
	"dateline/geoparse/signal"
	"dateline/geoparse/toponym"
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
	apart     string           // why they lie elsewhere than what is named with them, empty where they don't
	within    *gazetteer.Place // what the text says it lies in, where no place so called does
	named     bool             // it is a name all the same
}

// resolve decides for all names together what they mean: first each by its
// own signals and the countries the text speaks of, then again and again by
// what the others around it were taken for, until nothing changes.
func (res *Resolution) resolve() {
	res.choices = make([]choice, len(res.Names))
	for i := range res.Names {
		res.choices[i] = choice{options: res.options(&res.Names[i]), best: -1}
	}
	res.readKeys()
	res.readListsOfDivisions()
	res.readContainers()
	res.bind()
	res.Support = res.countrySupport()
	res.noteNamedDivisions()
	res.decide(false)
	for range maxRounds {
		if !res.decide(true) {
			break
		}
	}
	if res.Uses(signal.OneSense) {
		res.shareSenses()
	}
	res.measureNearness()
	res.countTaken()
	res.markApart()
	res.dropStrays()
	res.unplaceUnlikely()
}

// countrySupport says for each country how much of the text speaks of it, as
// a share of all, and notes it with the options that lie there.
func (res *Resolution) countrySupport() map[string]float64 {
	support := map[string]float64{}
	total := 0.0
	for i := range res.choices {
		options := res.choices[i].options
		if len(options) == 0 || options[0].place.Country == "" {
			continue
		}
		w := supportWeight(res.Names[i].Role, options)
		support[options[0].place.Country] += w
		total += w
	}
	for c := range support {
		support[c] /= total
	}
	for i := range res.choices {
		for j := range res.choices[i].options {
			o := &res.choices[i].options[j]
			o.support = support[o.place.Country]
		}
	}
	return support
}

// supportWeight says how surely a name tells the country by itself.
func supportWeight(role toponym.Role, options []option) float64 {
	switch first := options[0]; {
	case role == toponym.RoleDemonym:
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
func (res *Resolution) decide(context bool) bool {
	changed := false
	taken := make([]int, len(res.choices))
	res.weighTrust()
	held := res.countHeld()
	for i := range res.choices {
		taken[i] = -1
		for j := range res.choices[i].options {
			o := &res.choices[i].options[j]
			around := res.weights.country * o.support
			if context {
				around += res.weights.near*res.nearness(i, o) + res.weights.list*res.coherence(i, o) + res.weights.holds*held.share(res.choices[i].taken(), res.choices[i].trust, o.codes)
			}
			if o.overshadowed && (o.byname || !res.divisions[o.codes.division] && !res.isDomestic(o.place.Country) && !(context && o.hasUsualName() && res.isAmong(i, o))) {
				around = overshadowedShare*around - res.weights.shadow
			}
			o.score = o.own + around
			if taken[i] < 0 || o.score > res.choices[i].options[taken[i]].score {
				taken[i] = j
			}
		}
	}
	for i := range res.choices {
		changed = changed || res.choices[i].best != taken[i]
		res.choices[i].best = taken[i]
	}
	return changed
}

// Taken returns the place that name i is taken for, nil when for none.
func (res *Resolution) Taken(i int) *gazetteer.Place {
	if o := res.choices[i].taken(); o != nil {
		return o.place
	}
	return nil
}

// taken returns the option that is taken, nil for none.
func (c *choice) taken() *option {
	if c.best >= 0 {
		return &c.options[c.best]
	}
	return nil
}

// shareSenses gives equal names without class words of their own the sense
// that scores best in sum: a name keeps its meaning through a text.
func (res *Resolution) shareSenses() {
	equal := make(map[string][]*choice, len(res.choices))
	for i := range res.choices {
		if c := &res.choices[i]; len(c.options) > 0 {
			key := res.senseKey(i)
			equal[key] = append(equal[key], c)
		}
	}
	for _, choices := range equal {
		if len(choices) > 1 {
			shareSense(choices)
		}
	}
}

// shareSense gives names the sense that scores best in sum.
func shareSense(choices []*choice) {
	sums := map[string]float64{} // by the place
	for _, c := range choices {
		for j := range c.options {
			sums[c.options[j].place.ID] += c.options[j].score
		}
	}
	for _, c := range choices {
		for j := range c.options {
			if sums[c.options[j].place.ID] > sums[c.options[c.best].place.ID] {
				c.best = j
			}
		}
	}
}

// nameKey is name i, folded. senseKey tells apart names that may have different senses: by
// the class word too.
func (res *Resolution) nameKey(i int) string  { return res.keys[i].name }
func (res *Resolution) senseKey(i int) string { return res.keys[i].sense }

// keys are what names are told apart by.
type keys struct{ name, sense string }

// readKeys folds each name, once of those that the text repeats.
func (res *Resolution) readKeys() {
	res.keys = make([]keys, len(res.Names))
	folded := map[string]string{}
	for i := range res.Names {
		res.Step(1)
		written := res.Names[i].Written
		name, known := folded[written]
		if !known {
			name = gazetteer.Fold(written[:min(len(written), toponym.MaxNameBytes)])
			folded[written] = name
		}
		res.keys[i] = keys{name, name}
		if class := res.Names[i].Class; class != "" {
			res.keys[i].sense = class + "\x00" + name
		}
	}
}
