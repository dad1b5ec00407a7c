package resolve

import "dateline/geoparse/signal"

// Weights says how much the signals that speak for a candidate count. They add
// up to its score; only their proportions matter.
type Weights struct {
	known     float64 // how well known the place is
	class     float64 // it is what the class word beside it says
	country   float64 // its country is what the text is about
	near      float64 // it lies near the other places of the text
	contained float64 // it lies in what the next words name: "Tripoli, Lebanon"
	list      float64 // it is of the kind and country of its neighbours in a list
	holds     float64 // the other places of the text lie in it
	own       float64 // the name is the one that the place usually goes by
	unlisted  float64 // against it: the table that it stands in does not list the name (Berea, of Aleppo in antiquity)
	shadow    float64 // against it: a place so called is far better known
	seat      float64 // against a division: it is ruled from a town so called
	unlike    float64 // against it: nobody lives there any more, or its Arabic name has the article where the text has none
	dead      float64 // against a village: the name is not its usual one (Athens, of Lemont in Illinois)
}

// DefaultWeights returns the weights that the parser is tuned with.
func DefaultWeights() Weights {
	return Weights{
		known: 1.6, class: 1.2, country: 1.2, near: 2, contained: 2, list: 0.8,
		holds: 0.9, own: 0.3, unlisted: 0.8, unlike: 0.3, dead: 0.5, shadow: 0.3, seat: 0.5,
	}
}

// Without returns the weights with those of a signal at 0.
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
