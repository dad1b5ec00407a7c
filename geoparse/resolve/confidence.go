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

// The confidence is a logistic function of what speaks for the place taken.
// Its weights were fitted by logistic regression to the answers on the
// development corpora, the probes and the villages, with an intercept of its own
// for each set so that differences between their conventions don't count;
// confidenceBase is chosen so that answers at 0.8 and above are right at least 95
// times in 100 on all of them together (docs/accuracy.md has the curve).
const (
	confidenceBase      = -2.4
	confidenceLead      = 0.7   // for each point of score that it leads by, at most maxLead
	confidenceOnly      = 0.6   // it is the only place so called
	confidenceCountry   = 2.2   // the other names of the text lie in its country
	confidenceNear      = 0.8   // it lies near the other places of the text
	confidenceContained = 0.5   // what it lies in is named with it
	confidenceExact     = 0.3   // by its name, not by its sound
	confidenceSpelt     = -0.55 // the name is written otherwise than in the gazetteer
	confidenceCurated   = 1.05  // in a table made by hand, where namesakes were weighed
	confidenceKnown     = 0.8   // how well known it is
	confidenceLand      = 1.0   // a country
	confidenceArabic    = -0.55 // Arabic, which has no capitals to tell names by
	confidencePerson    = -0.75 // people bear the name too
	confidenceWord      = -0.15 // it is an everyday word too
	confidencePlain     = -1.1  // a facility called by everyday words (the oncology institute): many a city has one
	maxLead             = 3.0
	loneShare           = 0.5 // stands for the share of other names where there are none
)

// What nothing else in the text speaks for is never sure, however few namesakes the
// gazetteer knows.
const (
	farKm           = 1500 // from all other places of the text
	farConfidence   = 0.7
	apartConfidence = 0.5  // of a place that lies elsewhere than its neighbours in a list, or is a division where the text speaks of a river
	loneNeeds       = 0.55 // prominence that a place needs which is all that a text names: some 25,000 people
)

// Confidence says from 0 to 1 how sure it is that the place taken for spotted
// name i is the one meant.
func (res *Resolution) Confidence(i int) float64 {
	c, s := &res.choices[i], &res.Names[i]
	best := &c.options[c.best]
	known := res.Gaz.Prominence(best.ref)
	others, here := res.others(i)
	share := loneShare
	if others > 0 {
		share = float64(here) / float64(others)
	}
	z := confidenceBase + confidenceLead*c.lead() + confidenceKnown*known + confidenceNear*c.nearness +
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
	confidence := math.Round(100/(1+math.Exp(-z))) / 100
	isLone := others == 0 && known < loneNeeds
	switch isFar := res.isLittle(best) && res.isFarFromAll(i); {
	case c.apart != "", res.isOfWaterOrMountain(s, best), isFar && res.isInList(i), !s.Exact && !c.contained && res.isLittle(best) && res.isAbroad(i):
		return min(confidence, apartConfidence)
	case isLone, isFar && c.lead() == maxLead:
		return min(confidence, farConfidence)
	}
	return confidence
}

// isOfWaterOrMountain reports whether a name stands beside the word for a river, a lake or a
// mountain but is taken for a division so called: Mount Tolima, the Cauca river.
func (res *Resolution) isOfWaterOrMountain(s *toponym.Toponym, o *option) bool {
	if !o.place.Kind.IsDivision() {
		return false
	}
	class := s.Class
	if class == "" && s.First > 0 && res.FollowsBlank(s.First) {
		class = res.Tokens[s.First-1].Fold
	}
	kinds := res.Lex.Classes[class]
	return len(kinds) > 0 && !res.Lex.Fits(class, o.place.Kind) &&
		(gazetteer.Kind(kinds[0]).Class() == 'H' || strings.HasPrefix(kinds[0], "T.MT"))
}

// doubt is what speaks against a name being one at all.
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

// isFarFromAll reports whether the text has other places around name i, and all of
// them lie far from it: that it is the only one so called then says little.
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

// isAbroad reports whether the text has other places around name i, all of them in other
// countries: what only sounds like a name there is little to go by.
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

// isLittle reports whether a place is none that a text names without another word.
func (res *Resolution) isLittle(o *option) bool {
	return res.Gaz.Prominence(o.ref) < toponym.CommonNeeds
}

// isInList reports whether name i stands in a list with another.
func (res *Resolution) isInList(i int) bool {
	return i > 0 && token.IsListGap(res.Between(i-1)) || i+1 < len(res.Names) && token.IsListGap(res.Between(i))
}

// isPlain reports whether a name is made of everyday words only.
func (res *Resolution) isPlain(s *toponym.Toponym) bool {
	for i := s.First; i <= s.Last; i++ {
		if res.Words[i]&(lexicon.Common|lexicon.Class) == 0 {
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
		if o := &c.options[j]; !toponym.SamePlace(o.place, best.place) {
			lead = min(lead, best.score-o.score)
		}
	}
	return lead
}
