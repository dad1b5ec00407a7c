package sentence

import (
	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
)

// Names that no table holds: of groups that nobody has listed yet.

// MaxName is how many words of an unknown name may precede "army" or "fighters".
const MaxName = 3

// NameFrom returns the name at word i, after articles: "by JNIM".
func (s *Sentence) NameFrom(i int) event.Range {
	for n := 0; n < 2 && s.Is(i, lexicon.Article); n++ {
		i++
	}
	last := i
	for last < len(s.Words) && last < i+MaxName && s.IsName(last) && (last == i || !s.Words[last].Comma && !s.Words[last].Stop) {
		last++
	}
	if last == i {
		return event.Range{}
	}
	return s.RangeOf(Span{i, last - 1})
}

// nameBefore returns the name that is the subject of the verb at word i: "JNIM attacked".
func (s *Sentence) nameBefore(i int) event.Range {
	if s.Words[i].Stop {
		return event.Range{} // LIVE: battle
	}
	last := i - 1
	for s.Is(last, lexicon.Adverb|lexicon.Be|lexicon.Have) {
		last--
	}
	first := last
	for first > last-MaxName && s.IsName(first) {
		first--
	}
	if first == last || s.Is(first, lexicon.And|lexicon.In|lexicon.Of|lexicon.By|lexicon.From|lexicon.To) || s.Words[last].Comma {
		return event.Range{}
	}
	return s.RangeOf(Span{first + 1, last})
}

// IsName reports whether word i is written as a name and is not a place, an actor or a known
// word.
func (s *Sentence) IsName(i int) bool {
	if i < 0 || i >= len(s.Words) {
		return false
	}
	w := &s.Words[i]
	return w.Upper && !w.Arabic && w.Set&^lexicon.BeginsActor == 0 && w.Group < 0 && w.Actor < 0 && len(w.Fold) > 1
}
