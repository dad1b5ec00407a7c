package trigger

import (
	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/sentence"
)

// isHandedOver reports whether "over" follows the place that is the object of the verb at word
// i: "handed X over to".
func (s stage) isHandedOver(i int) bool {
	for at := i + 2; at < len(s.Words) && at <= i+10 && !s.Words[at].Stop && !s.Words[at].Comma; at++ {
		if s.Says(at, lexicon.Over) {
			return s.Words[at-1].Group >= 0 || s.Is(at-1, lexicon.PlaceNoun|lexicon.Position)
		}
	}
	return false
}

// isOfProtesters reports whether protesters, or people with a demand, are the subject of a verb
// of gathering.
func (s stage) isOfProtesters(t sentence.Trigger) bool {
	if s.Words[t.First].Arabic {
		return s.HasTerm(t.Last, min(t.Last+5, len(s.Words)), lexicon.Protesters)
	}
	people := false
	for at := t.First - 1; at >= 0 && at >= t.First-6 && !s.Words[at+1].Stop; at-- {
		if s.Says(at, lexicon.Protesters) {
			return true
		}
		people = people || s.Is(at, lexicon.Civilian)
	}
	for at := t.Last + 1; people && at < len(s.Words) && at <= t.Last+10 && !s.Words[at].Stop; at++ {
		if s.Is(at, lexicon.Wish) && s.Says(at-1, lexicon.ToWord) {
			return true
		}
	}
	return false
}

// isOfShot reports whether people are the object of shooting.
func (s stage) isOfShot(t sentence.Trigger) bool {
	const people = lexicon.Person | lexicon.Civilian | lexicon.Actor
	if before := s.BeforeHelping(t.First); s.IsPassive(&t) {
		return s.Is(before, people) || s.IsName(before) || before >= 0 && sentence.IsDigit(s.Words[before].Fold)
	}
	for at := t.Last + 1; at < len(s.Words) && at <= t.Last+5 && !s.Words[at].Stop && !s.Is(at, lexicon.In); at++ {
		if s.Is(at, people) {
			return true
		}
	}
	return false
}

// isFallOfThings reports whether the subject of the Arabic verb or noun of falling at word i is
// unknown and not a place: "سقطت أمطار".
func (s stage) isFallOfThings(i int) bool {
	next := i + 1
	if next >= len(s.Words) || i > 0 && s.Words[i-1].Group >= 0 {
		return false
	}
	w := &s.Words[next]
	return w.Set == 0 && !s.Says(next, lexicon.CapitalOf) && w.Group < 0 && w.Actor < 0 && !w.Comma && !w.Stop
}
