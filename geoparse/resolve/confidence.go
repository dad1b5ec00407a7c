package resolve

import (
	"math"
	"strings"

	"dateline/gazetteer"
	"dateline/geo"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// The confidence is a logistic function of the evidence for the place taken. The weights were
// fitted by logistic regression on the development corpora, the probes and the villages, with an
// intercept for each set, so that differences in their annotation don't count. confidenceBase is
// set so that answers at 0.8 and above are right at least 95 times in 100 on all of them
// together (docs/accuracy.md has the curve).
const (
	confidenceBase      = -2.4
	confidenceLead      = 0.7   // per point of score by which it leads, up to maxLead
	confidenceOnly      = 0.6   // the only candidate
	confidenceCountry   = 2.2   // other names of the text are in its country
	confidenceNear      = 0.8   // near the other places of the text
	confidenceContained = 0.5   // its container is named with it
	confidenceExact     = 0.3   // matched by name rather than sound
	confidenceSpelt     = -0.55 // spelt differently in the gazetteer
	confidenceCurated   = 1.05  // in a curated table, which takes namesakes into account
	confidenceKnown     = 0.8   // its prominence
	confidenceLand      = 1.0   // a country
	confidenceArabic    = -0.55 // Arabic, where no capitals distinguish names
	confidencePerson    = -0.75 // also a personal name
	confidenceWord      = -0.15 // also an everyday word
	confidencePlain     = -1.1  // a facility named by everyday words (the oncology institute), of which many cities have one
	maxLead             = 3.0
	loneShare           = 0.5 // replaces the share of other names if there are none
)

// A place without support from the text is never certain, however few namesakes the gazetteer
// has.
const (
	farKm           = 1500 // from all other places of the text
	farConfidence   = 0.7
	apartConfidence = 0.5  // of a place far from its neighbours in a list, or a division where the text names a river
	loneNeeds       = 0.55 // prominence required of the only place in a text: some 25,000 people
)

// Confidence returns the probability, 0 to 1, that the place taken for name i is meant.
func (res *Resolution) Confidence(i int) float64 {
	c := &res.choices[i]
	if !c.judged {
		c.confidence, c.judged = res.judge(i), true
	}
	return c.confidence
}

// judge computes Confidence.
func (res *Resolution) judge(i int) float64 {
	c, s := &res.choices[i], &res.Names[i]
	best := &c.options[c.best]
	others, here := res.others(i)
	share := loneShare
	if others > 0 {
		share = float64(here) / float64(others)
	}
	z := confidenceBase + confidenceLead*c.lead() + confidenceKnown*best.known + confidenceNear*c.nearness +
		confidenceCountry*share + res.doubt(s)
	for _, signal := range [...]struct {
		holds  bool
		weight float64
	}{
		{len(c.options) == 1, confidenceOnly},
		{c.contained, confidenceContained},
		{s.Exact, confidenceExact},
		{best.quality < gazetteer.QualityMarks, confidenceSpelt},
		{res.Gaz.Curated(best.ref), confidenceCurated},
		{best.place.Kind.IsCountry(), confidenceLand},
		{best.place.Kind.Class() == 'S' && res.isPlain(s), confidencePlain},
	} {
		if signal.holds {
			z += signal.weight
		}
	}
	confidence := min(math.Round(100/(1+math.Exp(-z)))/100, c.apart.most())
	isLone := best.known < loneNeeds && (others == 0 || !c.contained && !res.Gaz.Curated(best.ref) && !res.isAmongTowns(i))
	switch isFar := best.isLittle() && res.isFarFromAll(i); {
	case res.isOfWaterOrMountain(s, best), isFar && res.isInList(i), !s.Exact && !c.contained && best.isLittle() && res.isAbroad(i):
		return min(confidence, apartConfidence)
	case isLone, isFar && c.lead() == maxLead, best.isLittle() && !c.contained && (!res.Gaz.Curated(best.ref) || res.isAbroad(i)) && res.isOutlier(i):
		return min(confidence, farConfidence)
	}
	return confidence
}

// isAmongTowns reports whether a place around name i is neither a country nor a division: that a
// text speaks of a province does not say that a village lies there.
func (res *Resolution) isAmongTowns(i int) bool {
	for j, other := range res.around(i) {
		if res.Names[j].Role != toponym.RoleDemonym && !other.Kind.IsCountry() && !other.Kind.IsDivision() {
			return true
		}
	}
	return false
}

// isOfWaterOrMountain reports whether a name with a word for a river, lake or mountain is taken
// for a division of that name: Mount Tolima, the Cauca river.
func (res *Resolution) isOfWaterOrMountain(s *toponym.Toponym, o *option) bool {
	if !o.place.Kind.IsDivision() {
		return false
	}
	class := s.Class
	if class == "" && s.First > 0 && res.FollowsBlank(s.First) {
		class = res.Tokens[s.First-1].Fold
	}
	kind := res.Lex.MainKind(class)
	return !res.Lex.Fits(class, o.place.Kind) && (gazetteer.Kind(kind).Class() == 'H' || strings.HasPrefix(kind, "T.MT"))
}

// doubt sums up the evidence against a name being a place name.
func (res *Resolution) doubt(s *toponym.Toponym) float64 {
	z := 0.0
	if res.Tokens[s.First].Shape == token.Arabic {
		z += confidenceArabic
	}
	if s.First != s.Last {
		return z
	}
	if res.Words[s.First]&(lexicon.FirstName|lexicon.Surname|lexicon.GivenOrPlace) != 0 {
		z += confidencePerson
	}
	if res.Words[s.First]&(lexicon.Common|lexicon.Noun|lexicon.Stop|lexicon.Class) != 0 {
		z += confidenceWord
	}
	return z
}

// isFarFromAll reports whether the text has other places around name i, all of them far away.
// Being the only candidate then means little.
func (res *Resolution) isFarFromAll(i int) bool {
	here, others := res.Taken(i), false
	for j, other := range res.around(i) {
		if res.Names[j].Role == toponym.RoleDemonym {
			continue
		}
		if others = true; geo.Distance(here.Point, other.Point) < farKm || other.Kind.IsCountry() && other.Country == here.Country {
			return false
		}
	}
	return others
}

// An outlier is this far from all but a few of at least so many other places: one in so many, as
// one outlier does not support another.
const (
	outlierKm     = 250
	outlierOthers = 2
	outlierShare  = 4
)

// isOutlier reports whether name i is taken for a place far from the others around it, which are
// not countries. That no other place has that name then says less.
func (res *Resolution) isOutlier(i int) bool {
	here, others, near := res.Taken(i), 0, 0
	for j, other := range res.around(i) {
		if res.Names[j].Role == toponym.RoleDemonym || other.Kind.IsCountry() || other.Kind == gazetteer.Continent {
			continue
		}
		if others++; geo.Distance(here.Point, other.Point) < outlierKm {
			near++
		}
	}
	return others >= outlierOthers && outlierShare*near <= others
}

// isAbroad reports whether the text has other places around name i, all in other countries. A
// match by sound then means little.
func (res *Resolution) isAbroad(i int) bool {
	here, others := res.Taken(i), false
	for _, other := range res.around(i) {
		if other.Country == "" {
			continue
		}
		if others = true; other.Country == here.Country {
			return false
		}
	}
	return others
}

// isLittle reports whether a place is too little known to be named without explanation.
func (o *option) isLittle() bool { return o.known < toponym.CommonNeeds }

// isInList reports whether name i is in a list.
func (res *Resolution) isInList(i int) bool {
	return i > 0 && token.IsListGap(res.Between(i-1)) || i+1 < len(res.Names) && token.IsListGap(res.Between(i))
}

// isPlain reports whether a name consists of everyday words.
func (res *Resolution) isPlain(s *toponym.Toponym) bool {
	for i := s.First; i <= s.Last; i++ {
		if res.Words[i]&(lexicon.Common|lexicon.Class) == 0 {
			return false
		}
	}
	return true
}

// lead is the difference in score between the candidate taken and the next one that is another
// place.
func (c *choice) lead() float64 {
	best := &c.options[c.best]
	lead := maxLead
	for j := range c.options {
		if o := &c.options[j]; !toponym.SamePlace(o.place, best.place) {
			lead = min(lead, best.score-o.score)
		}
	}
	return lead
}
