package geoparse

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"dateline/gazetteer"
	"dateline/geo"
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
	nearness float64 // of the best option to the other places of the text
}

// option is one place that a name may mean.
type option struct {
	ref     gazetteer.Ref
	place   gazetteer.Place
	name    string
	quality float64
	own     float64 // score by the name itself, without the rest of the text
	score   float64
}

// resolve decides for all names together what they mean: first each by its
// own signals and the countries the text speaks of, then again and again by
// what the others around it were taken for, until nothing changes.
func (p *parse) resolve() {
	p.choices = make([]choice, len(p.spots))
	for i := range p.spots {
		p.choices[i] = choice{options: p.options(&p.spots[i]), best: -1}
	}
	p.support = p.countrySupport()
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
}

// options scores the places a name can mean by the name itself.
func (p *parse) options(s *spotted) []option {
	if s.role == roleNone || s.role == rolePerson || s.role == roleOrg {
		return nil
	}
	byPlace := map[gazetteer.Ref]int{}
	var options []option
	for _, h := range s.hits {
		q := 1.0
		if s.role != RoleDemonym {
			q = gazetteer.Quality(s.written, h.Name)
		}
		if i, seen := byPlace[h.Ref]; seen {
			if q > options[i].quality {
				options[i].quality, options[i].name = q, h.Name
			}
			continue
		}
		byPlace[h.Ref] = len(options)
		options = append(options, option{ref: h.Ref, place: p.gaz.Place(h.Ref), name: h.Name, quality: q})
	}
	for i := range options {
		options[i].own = p.ownScore(s, &options[i])
	}
	slices.SortFunc(options, byOwnScore)
	options = options[:min(len(options), maxHits)]
	return options
}

func byOwnScore(a, b option) int {
	return cmp.Or(-cmp.Compare(a.own, b.own), cmp.Compare(a.place.ID, b.place.ID))
}

func (p *parse) ownScore(s *spotted, o *option) float64 {
	score := p.weights.quality*o.quality + p.weights.known*p.gaz.Prominence(o.ref)
	if o.hasUsualName() {
		score += p.weights.own
	}
	if fit := p.lex.fit(p.ownClass(s), o.place.Kind); fit > 0 {
		score += p.weights.class * fit
	} else if o.place.Kind.IsDivision() {
		score -= p.weights.class / 4 // a bare name is the town
	}
	if s.class == "" && o.quality >= gazetteer.QualityMarks && (o.place.Kind.IsCountry() || o.place.Kind == gazetteer.Continent) {
		score += p.weights.land // a country's name is not a village's
	} else if s.class == "" && o.place.Kind.Class() == 'L' && p.gaz.Curated(o.ref) && o.quality >= gazetteer.QualityMarks {
		score += p.weights.land / 2
	}
	return score
}

// hasUsualName reports whether the name that matched is the one that the place
// goes by, with or without its class word: Idlib, of Idlib Governorate.
func (o *option) hasUsualName() bool {
	if o.quality < gazetteer.QualityArticle {
		return false
	}
	usual, _, _ := strings.Cut(o.place.Name, ",") // Washington, D.C.
	name, usual := gazetteer.Fold(o.name), gazetteer.Fold(usual)
	return name == usual || o.place.Kind.IsDivision() && strings.HasPrefix(usual, name+" ")
}

// ownClass returns the class word beside a name, else the one that the name
// itself ends in: the sea of Red Sea.
func (p *parse) ownClass(s *spotted) string {
	if s.class != "" || s.first == s.last || p.words[s.last]&isClass == 0 {
		return s.class
	}
	return p.tokens[s.last].fold
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
	held := p.countHeld()
	for i := range p.choices {
		taken[i] = -1
		for j := range p.choices[i].options {
			o := &p.choices[i].options[j]
			o.score = o.own + p.weights.country*p.support[o.place.Country]
			if context {
				o.score += p.weights.near*p.nearness(i, o) + p.weights.contained*p.contained(i, o) + p.weights.list*p.coherence(i, o) + p.weights.holds*held.share(p.taken(i), &o.place)
			}
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
		return &c.options[c.best].place
	}
	return nil
}

// nearness says from 0 to 1 how near a place lies to what the names around are
// taken for; those next to it in the text count most.
func (p *parse) nearness(i int, o *option) float64 {
	if o.place.Kind.IsCountry() {
		return 0
	}
	sum, weights := 0.0, 0.0
	for j := max(0, i-neighbours); j < min(len(p.choices), i+neighbours+1); j++ {
		other := p.taken(j)
		if j == i || other == nil || other.Kind.IsCountry() || other.Kind == gazetteer.Continent || p.spots[j].written == p.spots[i].written {
			continue
		}
		w := 1 / (1 + math.Abs(float64(j-i)))
		sum += w * nearKm / (nearKm + geo.Distance(o.place.Point, other.Point))
		weights += w
	}
	if weights == 0 {
		return 0
	}
	return sum / weights
}

// contained reports as 0 or 1 whether the place lies in what is named right
// after it: "Saraqib, Idlib", "Sarmada in northern Idlib province".
func (p *parse) contained(i int, o *option) float64 {
	if i+1 >= len(p.spots) || !p.isContainerGap(i) || o.quality < gazetteer.QualityArticle {
		return 0
	}
	for _, outer := range p.choices[i+1].options {
		if contains(&outer.place, &o.place) {
			return 1
		}
	}
	return 0
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
				sum += 0.5
			}
			if other.Kind == o.place.Kind && (other.Country == o.place.Country || other.Kind.IsCountry()) {
				sum += 0.5
			}
		}
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}

// maxContainerWords is how many words may stand between a place and what it
// lies in.
const maxContainerWords = 4

func (p *parse) isContainerGap(i int) bool {
	from, to := p.spots[i].last+1, p.spots[i+1].first
	if from == to {
		g := p.between(i)
		return g == ", " || g == "، "
	}
	if to < from || to-from > maxContainerWords || p.sentenceOf(p.spots[i].start) != p.sentenceOf(p.spots[i+1].start) {
		return false
	}
	for k := from; k < to; k++ {
		switch p.tokens[k].base {
		case "in", "في":
			return true
		}
	}
	return false
}

// between returns the text between name i and the next; a NUL when they
// overlap, as spans that were asked for may.
func (p *parse) between(i int) string {
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

// shareSenses gives equal names without class words of their own the sense
// that scores best in sum: a name keeps its meaning through a text.
func (p *parse) shareSenses() {
	sums := map[string]map[string]float64{}
	for i := range p.choices {
		key := p.senseKey(i)
		if sums[key] == nil {
			sums[key] = map[string]float64{}
		}
		for _, o := range p.choices[i].options {
			sums[key][o.place.ID] += o.score
		}
	}
	for i := range p.choices {
		c, sum := &p.choices[i], sums[p.senseKey(i)]
		for j := range c.options {
			if sum[c.options[j].place.ID] > sum[c.options[c.best].place.ID] {
				c.best = j
			}
		}
	}
}

// measureNearness notes how near each place taken lies to the others.
func (p *parse) measureNearness() {
	for i := range p.choices {
		if c := &p.choices[i]; c.best >= 0 {
			c.nearness = p.nearness(i, &c.options[c.best])
		}
	}
}

func (p *parse) senseKey(i int) string {
	return p.spots[i].class + "\x00" + gazetteer.Fold(p.spots[i].written)
}
