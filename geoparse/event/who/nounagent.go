package who

import (
	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/sentence"
)

// nounAgent returns the agent of a noun: before it, after "by", "between" or "of", or as the
// subject of the verb that the noun completes.
func (s stage) nounAgent(c *sentence.Candidate) event.Range {
	if s.Is(c.Last+1, lexicon.By) {
		if a, ok := s.byActor(c.Last + 1); ok {
			return a
		}
	}
	if a, ok := s.actorBefore(c.First); ok {
		return a
	}
	if a, ok := s.byActor(c.Last); ok {
		return a
	}
	if c.Kind == event.Clash || c.Kind == event.Agreement {
		if a, ok := s.betweenActor(c.Last + 1); ok {
			return a
		}
	}
	if c.Kind != event.Siege && c.Kind != event.Capture || c.Class != lexicon.Class(c.Kind) {
		if s.Is(c.Last, lexicon.Of) || s.Says(c.Last+1, lexicon.OfFrom) {
			if a := s.ActorWithin(c.Last+1, 4); !a.IsEmpty() {
				return a
			}
		}
	}
	if s.isPossessed(c.First) {
		return s.nearestActor(c.First)
	}
	if i := s.responsibleFor(c.First); i >= 0 {
		return s.Subject(i)
	}
	if i := s.LightBefore(c.First); i >= 0 {
		if s.Is(i-1, lexicon.Be) {
			return event.Range{}
		}
		return s.Subject(i)
	}
	if s.Says(c.Last, lexicon.OperationNoun) && c.Kind == event.Clash {
		return s.Subject(c.First)
	}
	return event.Range{}
}

// nearestActor returns the last actor before word i, even if governed.
func (s stage) nearestActor(i int) event.Range {
	for at := i - 1; at >= 0 && at >= i-sentence.MaxSubject; at-- {
		if a := s.Words[at].Actor; a >= 0 {
			return s.ActorRange(s.Acting[a])
		}
	}
	return event.Range{}
}

// isPossessed reports whether "its" or "their" precedes the noun at word i.
func (s stage) isPossessed(i int) bool {
	for at := i - 1; at >= 0 && at >= i-4; at-- {
		if s.Says(at, lexicon.Possessive) {
			return true
		}
		if s.Is(at, lexicon.In|lexicon.And|lexicon.Of) || s.Words[at].Trigger >= 0 {
			return false
		}
	}
	return false
}

// byActor returns the actor after "by" near word i, before another verb.
func (s stage) byActor(i int) (event.Range, bool) {
	for at := i; at < len(s.Words) && at <= i+10; at++ {
		if at > i && (s.Words[at].Stop || s.Words[at].Trigger >= 0 && s.Triggers[s.Words[at].Trigger].Form != lexicon.Noun || s.Is(at, lexicon.Clause)) {
			break
		}
		if s.Is(at, lexicon.By) {
			if a := s.ActorWithin(at+1, 5); !a.IsEmpty() {
				return a, true
			}
			if a := s.NameFrom(at + 1); !a.IsEmpty() {
				return a, true
			}
		}
		if s.Says(at, lexicon.Hands) && s.Says(at+1, lexicon.OfWord) {
			return s.ActorWithin(at+2, 3), true
		}
	}
	return event.Range{}, false
}

// betweenActor returns the first of two sides after "between" in the clause.
func (s stage) betweenActor(i int) (event.Range, bool) {
	for at := i; at < len(s.Words) && at <= i+20; at++ {
		if s.Words[at].Stop {
			break
		}
		if s.Says(at, lexicon.Between) {
			a := s.ActorAlone(at+1, 4)
			return a, !a.IsEmpty()
		}
	}
	return event.Range{}, false
}

// actorBefore returns the actor whose noun begins at word i: "Russian air strikes".
func (s stage) actorBefore(i int) (event.Range, bool) {
	for at := i - 1; at >= 0 && at >= i-4; at-- {
		if a := s.Words[at].Actor; a >= 0 && !(s.Acting[a].First == s.Acting[a].Last && s.Says(at, lexicon.MilitaryWord)) {
			return s.ActorRange(s.Acting[a]), true
		}
		if s.Is(at, lexicon.In|lexicon.Article|lexicon.And|lexicon.Of|lexicon.Be|lexicon.Say) || s.Words[at].Trigger >= 0 || s.Words[at].Group >= 0 || s.Words[at+1].Comma || s.Words[at+1].Stop {
			break
		}
	}
	return event.Range{}, false
}

// responsibleFor returns the verb in "claimed responsibility for" before the noun at word i, -1
// if none.
func (s stage) responsibleFor(i int) int {
	for at := i - 1; at > 0 && at >= i-6; at-- {
		if s.Says(at, lexicon.Responsibility) {
			return at - 1
		}
		if s.Words[at].Trigger >= 0 || s.Words[at].Stop {
			break
		}
	}
	return -1
}
