package geoparse

import "slices"

// Signal is one kind of evidence that the parser goes by. Each can be switched
// off, which shows what it is worth.
type Signal string

// The signals.
const (
	Prominence    Signal = "how well known the place is"
	ClassWords    Signal = "class words beside the name"
	CountryTopic  Signal = "the country the text speaks of"
	Nearness      Signal = "nearness to the other places"
	Containment   Signal = "named with what it lies in"
	WholeCountry  Signal = "a country before a village"
	ListCoherence Signal = "neighbours in a list"
	Contents      Signal = "holding the other places"
	UsualName     Signal = "the usual name before former ones"
	OneSense      Signal = "one sense a text"
	BySound       Signal = "names by their sound"
	Prefixes      Signal = "Arabic prefixes"
	People        Signal = "names of people"
	Organisations Signal = "names of organisations"
	CommonWords   Signal = "everyday words"
	Credibility   Signal = "little-known names need support"
	Unlisted      Signal = "names in no gazetteer"
)

// Signals returns all signals, in the order in which they are described.
func Signals() []Signal {
	return []Signal{
		Prominence, ClassWords, CountryTopic, Nearness, Containment, WholeCountry, ListCoherence, Contents, UsualName,
		OneSense, BySound, Prefixes, People, Organisations, CommonWords, Credibility, Unlisted,
	}
}

// Without returns a parser over the same gazetteer that does without a signal.
func (p *Parser) Without(s Signal) *Parser {
	without := *p
	without.off = append(slices.Clone(p.off), s)
	without.weights = p.weights.without(s)
	return &without
}

// uses reports whether a signal is not switched off.
func (p *Parser) uses(s Signal) bool { return !slices.Contains(p.off, s) }

// weights says how much the signals that speak for a candidate count. They add
// up to its score; only their proportions matter.
type weights struct {
	known     float64 // how well known the place is
	class     float64 // it is what the class word beside it says
	country   float64 // its country is what the text is about
	near      float64 // it lies near the other places of the text
	contained float64 // it lies in what the next words name: "Tripoli, Lebanon"
	land      float64 // its whole name is that of a country or continent
	list      float64 // it is of the kind and country of its neighbours in a list
	holds     float64 // the other places of the text lie in it
	own       float64 // the name is the one that the place usually goes by
	unlisted  float64 // against it: the table that it stands in does not list the name (Berea, of Aleppo in antiquity)
	shadow    float64 // against it: a place so called is far better known
	seat      float64 // against a division: it is ruled from a town so called
	unlike    float64 // against it: nobody lives there any more, or its Arabic name has the article where the text has none
	dead      float64 // against a village: the name is not its usual one (Athens, of Lemont in Illinois)
}

func defaultWeights() weights {
	return weights{
		known: 1.6, class: 1.2, country: 1.2, near: 2, contained: 2, land: 0.8, list: 0.8,
		holds: 0.9, own: 0.3, unlisted: 0.8, unlike: 0.3, dead: 0.5, shadow: 0.3, seat: 0.5,
	}
}

// without returns the weights with those of a signal at 0.
func (w weights) without(s Signal) weights {
	of := map[Signal][]*float64{
		Prominence: {&w.known, &w.shadow}, ClassWords: {&w.class, &w.seat}, CountryTopic: {&w.country},
		Nearness: {&w.near}, Containment: {&w.contained}, WholeCountry: {&w.land}, ListCoherence: {&w.list},
		Contents: {&w.holds}, UsualName: {&w.own, &w.unlisted, &w.unlike, &w.dead},
	}
	for _, weight := range of[s] {
		*weight = 0
	}
	return w
}
