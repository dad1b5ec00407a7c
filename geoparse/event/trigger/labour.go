package trigger

import (
	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/sentence"
)

// maxPay is how many words may separate a strike and what it is for.
const maxPay = 5

// maxCalling is how many words may separate a strike and the verb of calling it.
const maxCalling = 3

// isOfLabour reports whether a trigger is a strike of workers: "called a strike", "on strike", "strike
// over pay", "teachers strike", but not a strike on something.
func (s stage) isOfLabour(t sentence.Trigger) bool {
	i, next := t.First, t.Last+1
	if t.First != t.Last || s.Words[i].Arabic || !s.Says(i, lexicon.Striking) || s.Says(next, lexicon.Against) || s.Says(next, lexicon.OnAt) && !s.Is(next+1, lexicon.Date) {
		return false
	}
	switch before := s.BeforeHelping(i); {
	case s.Says(i-1, lexicon.StrikeKind), s.Says(i-1, lexicon.OnAt), s.isCalled(i):
		return true
	case s.Says(before, lexicon.Workers):
		return true
	case before >= 0 && s.Words[before].Group >= 0 && s.Says(s.Groups[s.Words[before].Group].Prep-1, lexicon.Workers):
		return true // bakers in X struck
	case s.Says(next, lexicon.ByWord):
		return s.HasTerm(next, min(next+3, len(s.Words)), lexicon.Workers)
	}
	return s.Says(next, lexicon.ForOver) && s.HasTerm(next, min(next+maxPay, len(s.Words)), lexicon.Pay)
}

// isCalled reports whether the strike at word i is the object of calling: "called off the strike".
func (s stage) isCalled(i int) bool {
	for at := i - 1; at >= 0 && at >= i-maxCalling; at-- {
		if s.Says(at, lexicon.Calling) {
			return true
		}
		if !s.Is(at, lexicon.Article) && !s.Says(at, lexicon.Off) {
			break
		}
	}
	return false
}

// asProtest returns a strike of workers as a protest, and other triggers unchanged.
func (s stage) asProtest(t sentence.Trigger) sentence.Trigger {
	if s.isOfLabour(t) {
		t.Class = lexicon.Class(event.Protest)
	}
	return t
}
