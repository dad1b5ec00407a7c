package trigger

import (
	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/sentence"
)

// findTriggers labels the triggers, outside the names of places and actors. Of overlapping ones
// the longest is used.
func (s stage) findTriggers() {
	for i := 0; i < len(s.Words); i++ {
		if s.Words[i].Group >= 0 {
			continue
		}
		t, ok := s.triggerAt(i)
		if !ok || s.isInName(i) && !s.isBeyondName(t) {
			continue
		}
		last := len(s.Triggers) - 1
		isRun := s.continuesNoun(t)
		if isRun {
			t = joinedNouns(s.Triggers[last], t)
		}
		switch {
		case t.Class == lexicon.NoneClass || s.isElse(t) || t.Form == lexicon.Verb && t.First == t.Last && s.Is(i-1, lexicon.Article) && !s.Words[i].Arabic && !s.endsLikePast(i) && !s.Is(i-1, lexicon.This):
			if isRun {
				s.label(t.First, i-1, -1)
				s.Triggers = s.Triggers[:last]
			}
		case isRun:
			s.label(i, t.Last, last)
			s.Triggers[last] = s.asProtest(t)
		default:
			s.label(i, t.Last, last+1)
			s.Triggers = append(s.Triggers, s.asProtest(t))
		}
		i = t.Last
	}
}

// continuesNoun reports whether a trigger is a noun right after another: rocket shells attack.
func (s stage) continuesNoun(t sentence.Trigger) bool {
	n, w := len(s.Triggers), &s.Words[t.First]
	return n > 0 && s.Triggers[n-1].Last == t.First-1 && s.Triggers[n-1].Form == lexicon.Noun && t.Form == lexicon.Noun && t.Class != lexicon.NoneClass &&
		!w.Comma && !w.Stop && !(w.Arabic && w.Base != w.Fold)
}

// joinedNouns returns the trigger of two nouns.
func joinedNouns(a, b sentence.Trigger) sentence.Trigger {
	b.First = a.First
	if b.Class == lexicon.AttackClass || b.Class == lexicon.StrikeClass || b.Class == lexicon.Class(event.Clash) || b.Class == lexicon.KillClass {
		b.Class = a.Class
	}
	return b
}

// label sets the trigger of words, -1 for none.
func (s stage) label(first, last, trigger int) {
	s.Spend(last - first + 1)
	for k := first; k <= last; k++ {
		s.Words[k].Trigger = trigger
	}
}

// isInName reports whether word i is in an actor of several words, or is one itself and its name
// not a trigger.
func (s stage) isInName(i int) bool {
	a := s.Words[i].Actor
	return a >= 0 && (s.Acting[a].First != s.Acting[a].Last || !s.Is(i, lexicon.Actor))
}

// isBeyondName reports whether a trigger begins with the last word of an actor's name and
// continues after it: "military base" in "Turkish military base".
func (s stage) isBeyondName(t sentence.Trigger) bool {
	return t.Last > t.First && s.Acting[s.Words[t.First].Actor].Last == t.First
}

// triggerAt returns the trigger that begins at word i.
func (s stage) triggerAt(i int) (sentence.Trigger, bool) {
	if !s.Is(i, lexicon.BeginsTrigger) {
		return sentence.Trigger{}, false
	}
	entries := s.Lex.TriggersOf(s.Words[i].Word)
	best, ok := sentence.Trigger{}, false
	inPhrase := s.mayBeginPhrase(i)
	for k := range entries {
		e := &entries[k]
		if len(e.Words) > 0 && !inPhrase {
			continue
		}
		last, matches := s.matches(i, e.Words)
		if !matches {
			continue
		}
		if ok && last-i < best.Last-best.First {
			break
		}
		f := sentence.Trigger{Span: sentence.Span{First: i, Last: last}, Class: e.Class, Form: e.Form}
		if f.Class == lexicon.NoneClass && !s.Is(i-1, lexicon.Be) {
			return f, true
		}
		if !ok || s.fitsForm(f) && !s.fitsForm(best) {
			best, ok = f, true
		}
	}
	return best, ok
}

// mayBeginPhrase quickly excludes words that no trigger of several words begins with, by the
// words after it.
func (s stage) mayBeginPhrase(i int) bool {
	for at := i + 1; at < len(s.Words) && at <= i+1+maxFiller; at++ {
		if s.Words[at].InPhrase {
			return true
		}
	}
	return false
}

// maxFiller is how many consecutive filler words a trigger may contain.
const maxFiller = 2

// matches reports whether the words follow word i, with filler words in between, and returns the
// last.
func (s stage) matches(i int, words []string) (int, bool) {
	for _, want := range words {
		i++
		if i < len(s.Words) && (s.Words[i].Comma || s.Words[i].Stop || s.Words[i].Mark) {
			return 0, false
		}
		for filler := 0; i < len(s.Words) && s.Words[i].Base != want && s.Words[i].Fold != want && filler < maxFiller && s.Is(i, lexicon.Filler|lexicon.Article); filler++ {
			i++
		}
		if i >= len(s.Words) || s.Words[i].Base != want && s.Words[i].Fold != want || s.Words[i].Group >= 0 {
			return 0, false
		}
	}
	return i, true
}
