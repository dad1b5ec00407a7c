package resolve

import (
	"slices"

	"dateline/gazetteer"
	"dateline/geoparse/signal"
	"dateline/geoparse/toponym"
)

// Limits and scales.
const (
	nearKm     = 60 // distance at which nearness is one half
	maxRounds  = 4
	maxHits    = 48 // candidates considered for a name
	neighbours = 8  // names on each side that count for nearness
)

// choice is the state of resolving a name.
type choice struct {
	options  []option
	best     int     // index of the option taken, -1 if none
	trust    float64 // how much the option taken counts as evidence for others, 0..1
	nearness float64 // of the best option to the other places

	contained bool             // the options satisfy the containment
	apart     apartness        // the option taken lies far from where the text is
	within    *gazetteer.Place // the container, if no candidate lies in it
	named     bool             // accepted as a name nevertheless

	confidence float64 // Confidence
	judged     bool    // it has been computed
}

// resolve resolves the names jointly: first each by its own evidence and the countries that the
// text is about, then repeatedly also by the places taken for the names around it, until nothing
// changes.
func (res *Resolution) resolve() {
	res.choices = make([]choice, len(res.Names))
	for i := range res.Names {
		res.choices[i] = choice{options: res.options(&res.Names[i]), best: -1}
	}
	res.readKeys()
	res.readListsOfDivisions()
	res.readContainers()
	res.placeQuarters()
	res.readTopics()
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

// countrySupport computes each country's share of the text, and sets it on the options in that
// country.
func (res *Resolution) countrySupport() map[string]float64 {
	support := map[string]float64{}
	total := res.addHomes(support)
	for i := range res.choices {
		if res.Names[i].Role != toponym.RolePerson {
			res.impersonal++
		}
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

// supportWeight is how reliably a name alone determines the country.
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

// decide takes the best option of every name and reports whether any changed. If context, it
// counts nearness to the places taken for others.
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
			if res.isInShadow(i, o, context) {
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

// Taken returns the place taken for name i, nil if none.
func (res *Resolution) Taken(i int) *gazetteer.Place {
	if o := res.choices[i].taken(); o != nil {
		return o.place
	}
	return nil
}

// taken returns the option taken, nil if none.
func (c *choice) taken() *option {
	if c.best >= 0 {
		return &c.options[c.best]
	}
	return nil
}

// shareSenses gives equal names without class words the sense with the highest total score: a
// name keeps its meaning throughout a text.
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

// shareSense gives names the sense with the highest total score.
func shareSense(choices []*choice) {
	sums := map[string]float64{} // by place
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
		shared := c.options[c.best].place.Country
		if j := slices.IndexFunc(c.options, func(o option) bool { return o.holds && o.place.Country != shared }); j >= 0 && !c.options[c.best].holds {
			c.best = j // Lebanon in "Beirut, Lebanon", though elsewhere it is in Ohio
		}
	}
}

// nameKey is name i, folded. senseKey also has the class word: names that differ in it may have
// different senses.
func (res *Resolution) nameKey(i int) string  { return res.keys[i].name }
func (res *Resolution) senseKey(i int) string { return res.keys[i].sense }

// keys identify equal names.
type keys struct{ name, sense string }

// readKeys folds each distinct name once.
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
