package sentence

import (
	"strings"

	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
)

// IsPassive reports whether a participle is passive: after a form of be, or before "by".
func (s *Sentence) IsPassive(t *Trigger) bool {
	if s.Words[t.First].Dash && t.Form != lexicon.Noun {
		return true
	}
	if t.Class == lexicon.Class(event.Control) && t.Last > t.First && t.Form == lexicon.Participle && s.Is(t.Last, lexicon.Of|lexicon.By) {
		return true // under the control of
	}
	if s.HolderBefore(t) >= 0 {
		return true
	}
	if t.Form != lexicon.Participle && (t.Form != lexicon.Verb || s.Words[t.First].Arabic) {
		return false
	}
	if s.Says(t.Last, lexicon.ByWord) || s.Says(t.Last+1, lexicon.ByWord) {
		return true
	}
	for i := t.First - 1; i >= 0 && i >= t.First-4; i-- {
		if s.Is(i, lexicon.Be) {
			return true
		}
		if !s.Is(i, lexicon.Adverb|lexicon.Not) {
			break
		}
	}
	return s.bareHeadline(t)
}

// HolderBefore returns the word for the holder before a participle without a hyphen, "rebel held
// X", "Russian occupied X"; -1 if none.
func (s *Sentence) HolderBefore(t *Trigger) int {
	if t.Form != lexicon.Participle || t.First == 0 || t.First != t.Last || s.Words[t.First].Arabic || s.Words[t.First].Comma {
		return -1
	}
	switch t.Class {
	case lexicon.HoldClass, lexicon.OccupyClass, lexicon.Class(event.Control):
	default:
		return -1
	}
	before := t.First - 1
	adjective := s.Is(before, lexicon.Mod) && !s.Is(before, lexicon.Actor) || s.Says(before, lexicon.Adjectival)
	if !adjective && !IsAdjectival(s.Words[before].Fold) {
		return -1
	}
	for i := t.First + 1; i < len(s.Words) && i <= t.First+3; i++ {
		if s.Words[i].Group >= 0 {
			return before
		}
		if !s.Is(i, lexicon.Part|lexicon.PlaceNoun) {
			break
		}
	}
	return -1
}

// IsAdjectival reports whether a word has the ending of a demonym.
func IsAdjectival(fold string) bool {
	for _, ending := range [...]string{"ian", "ish", "ese", "aeli", "ican"} {
		if strings.HasSuffix(fold, ending) {
			return true
		}
	}
	return false
}

// bareHeadline reports whether a participle ends a headline: "KHAN SHAYKHUN LIBERATED".
func (s *Sentence) bareHeadline(t *Trigger) bool {
	return t.First > 0 && s.Words[t.First-1].Group >= 0 && s.Words[t.First].Upper && (t.Last+1 == len(s.Words) || s.Words[t.Last+1].Comma || s.Words[t.Last+1].Stop)
}
