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
		if n := len(s.Triggers); n > 0 && s.Triggers[n-1].Last == i-1 && s.Triggers[n-1].Form == lexicon.Noun && t.Form == lexicon.Noun && t.Class != lexicon.NoneClass && !s.Words[i].Comma && !s.Words[i].Stop && !(s.Words[i].Arabic && s.Words[i].Base != s.Words[i].Fold) {
			t.First = s.Triggers[n-1].First // rocket shells attack
			if t.Class == lexicon.AttackClass || t.Class == lexicon.StrikeClass || t.Class == lexicon.Class(event.Clash) || t.Class == lexicon.KillClass {
				t.Class = s.Triggers[n-1].Class
			}
			s.Triggers = s.Triggers[:n-1]
			for k := t.First; k < i; k++ {
				s.Words[k].Trigger = -1
			}
		}
		if t.Class == lexicon.NoneClass || s.isElse(t) || t.Form == lexicon.Verb && t.First == t.Last && s.Is(i-1, lexicon.Article) && !s.Words[i].Arabic && !s.endsLikePast(i) && !s.Is(i-1, lexicon.This) {
			i = t.Last
			continue
		}
		t = s.asProtest(t)
		for k := t.First; k <= t.Last; k++ {
			s.Words[k].Trigger = len(s.Triggers)
		}
		s.Triggers = append(s.Triggers, t)
		i = t.Last
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
