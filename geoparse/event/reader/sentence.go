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

// label says of the words of a sentence what they are.
func label(s *sentence.Sentence, bounds event.Range) {
	place.Find(s, bounds)
	actor.Find(s, bounds)
	place.Bridge(s)
	trigger.Find(s)
	place.FindUnlisted(s)
	anaphor.Find(s)
}

// reportsOf reads the events of a sentence whose words are labelled.
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
			continue // nobody is said to hold it
		}
		if a := cmp.Or(r.Agent, r.Holder); !a.IsEmpty() {
			s.Agent = a
		}
		reports = append(reports, r)
	}
	return reports
}

// candidates returns what the triggers of a sentence tell, in its order.
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

// candidate returns what trigger i tells; false where that is nothing.
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

// report fills in who, whom and how of a candidate.
func report(s *sentence.Sentence, c *sentence.Candidate) event.Report {
	r := event.Report{Trigger: s.RangeOf(c.Span), Type: c.Kind, Places: s.Groups[c.Group].Spots, Status: c.Mood.Status(), Implied: c.Group == s.About || s.IsUntold(c.Group)}
	aspect.Read(s, c, &r)
	who.Fill(s, c, &r)
	r.Confidence = math.Round(100/(1+math.Exp((c.Cost-18)/5))) / 100
	r.Reason = reasons[c.Form]
	return r
}

// reasons say what a report was read from.
var reasons = [...]string{lexicon.Noun: "a noun", lexicon.Verb: "a verb", lexicon.Participle: "a participle", lexicon.Gerund: "a verbal noun", lexicon.State: "a state"}
