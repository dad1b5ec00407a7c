package resolve

import "dateline/geoparse/signal"

// Weights are the weights of the evidence for a candidate, which add up to its score; only their
// ratios matter.
type Weights struct {
	known     float64 // its prominence
	class     float64 // it matches the class word
	country   float64 // the text is about its country
	near      float64 // near the other places of the text
	contained float64 // contained in what follows: "Tripoli, Lebanon"
	list      float64 // same kind and country as its neighbours in a list
	holds     float64 // it contains the other places of the text
	own       float64 // the name is its usual one
	unlisted  float64 // against it: its curated table does not list the name (Berea, of Aleppo in antiquity)
	shadow    float64 // against it: a namesake is far better known
	seat      float64 // against a division: its seat has the same name
	unlike    float64 // against it: abandoned, or its Arabic name has an article that the text lacks
	dead      float64 // against a village: not its usual name (Athens, of Lemont in Illinois)
}

// DefaultWeights returns the tuned weights of the parser.
func DefaultWeights() Weights {
	return Weights{
		known: 1.6, class: 1.2, country: 1.2, near: 2, contained: 2, list: 0.8,
		holds: 0.9, own: 0.3, unlisted: 0.8, unlike: 0.3, dead: 0.5, shadow: 0.3, seat: 0.5,
	}
}

// Without returns the weights with those of a signal set to 0.
func (w Weights) Without(s signal.Signal) Weights {
	of := map[signal.Signal][]*float64{
		signal.Prominence: {&w.known, &w.shadow}, signal.ClassWords: {&w.class, &w.seat}, signal.CountryTopic: {&w.country},
		signal.Nearness: {&w.near}, signal.Containment: {&w.contained}, signal.ListCoherence: {&w.list},
		signal.Contents: {&w.holds}, signal.UsualName: {&w.own, &w.unlisted, &w.unlike, &w.dead},
	}
	for _, weight := range of[s] {
		*weight = 0
	}
	return w
}
