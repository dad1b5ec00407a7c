package reader

import (
	"cmp"
	"math"
	"slices"

	"dateline/geoparse/event"
	"dateline/geoparse/event/actor"
	"dateline/geoparse/event/anaphor"
	"dateline/geoparse/event/aspect"
	"dateline/geoparse/event/attach"
	"dateline/geoparse/event/kind"
	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/mood"
	"dateline/geoparse/event/place"
	"dateline/geoparse/event/sentence"
	"dateline/geoparse/event/trigger"
	"dateline/geoparse/event/who"
)

// label labels the words of a sentence.
func label(s *sentence.Sentence, bounds event.Range) {
	place.Find(s, bounds)
	actor.Find(s, bounds)
	place.Bridge(s)
	trigger.Find(s)
	place.FindUnlisted(s)
	anaphor.Find(s)
}

// reportsOf reads the events of a labelled sentence.
func reportsOf(s *sentence.Sentence) []event.Report {
	found := candidates(s)
	if len(found) == 0 {
		return nil
	}
	source := who.Source(s)
	reports := make([]event.Report, 0, len(found))
	for i := range found {
		r := report(s, &found[i])
		r.Source = source
		if r.Type == event.Control && r.Holder.IsEmpty() {
			continue // without a holder
		}
		if a := cmp.Or(r.Agent, r.Holder); !a.IsEmpty() {
			s.Agent = a
		}
		reports = append(reports, r)
	}
	return reports
}

// candidates returns the candidates of a sentence, in text order.
func candidates(s *sentence.Sentence) []sentence.Candidate {
	if len(s.Groups) == 0 {
		return nil
	}
	var found []sentence.Candidate
	for i := range s.Triggers {
		if c, ok := candidate(s, i); ok {
			found = append(found, c)
		}
	}
	found = kind.Distinct(s, found)
	slices.SortStableFunc(found, func(a, b sentence.Candidate) int { return cmp.Compare(a.First, b.First) })
	return found
}

// candidate returns the candidate of trigger i; false if it reports nothing.
func candidate(s *sentence.Sentence, i int) (sentence.Candidate, bool) {
	c := sentence.Candidate{Trigger: s.Triggers[i], Index: i}
	c.Passive = s.IsPassive(&c.Trigger)
	if !attach.Join(s, &c) {
		return c, false
	}
	c.Mood = mood.Of(s, &c)
	t, ok := kind.Of(s, &c)
	c.Kind = t
	return c, ok && !(kind.NeedsAgent(s, &c) && !s.HasActor(who.Did(s, &c)))
}

// report completes a candidate with its participants and aspect.
func report(s *sentence.Sentence, c *sentence.Candidate) event.Report {
	r := event.Report{Trigger: s.RangeOf(c.Span), Type: c.Kind, Places: s.Groups[c.Group].Spots, Status: c.Mood.Status(), Implied: c.Group == s.About || s.IsUnnamed(c.Group)}
	aspect.Read(s, c, &r)
	who.Fill(s, c, &r)
	r.Confidence = math.Round(100/(1+math.Exp((c.Cost-18)/5))) / 100
	r.Reason = reasons[c.Form]
	return r
}

// reasons is the evidence by form of the trigger.
var reasons = [...]string{lexicon.Noun: "a noun", lexicon.Verb: "a verb", lexicon.Participle: "a participle", lexicon.Gerund: "a verbal noun", lexicon.State: "a state"}
