package sentence

import (
	"strings"

	"dateline/gazetteer"
	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
)

// ActorAlone is ActorWithin without joined actors.
func (s *Sentence) ActorAlone(i, n int) event.Range {
	for at := i; at < len(s.Words) && at < i+n; at++ {
		if a := s.Words[at].Actor; a >= 0 {
			return s.ActorRange(s.Acting[a])
		}
	}
	return event.Range{}
}

// HasActor reports whether a range contains a known actor, or forces.
func (s *Sentence) HasActor(r event.Range) bool {
	for i := s.At(r.Start); !r.IsEmpty() && i < len(s.Words) && s.Words[i].Start < r.End; i++ {
		if s.Words[i].Actor >= 0 {
			return true
		}
	}
	return false
}

// ActorWithin returns the first actor that begins within n words of word i, with the actors
// joined to it.
func (s *Sentence) ActorWithin(i, n int) event.Range {
	for at := i; at < len(s.Words) && at < i+n; at++ {
		if a := s.Words[at].Actor; a >= 0 {
			return s.ActorRange(s.withJoined(s.Acting[a]))
		}
		if s.Words[at].Stop || s.Words[at].Group >= 0 {
			break
		}
	}
	return event.Range{}
}

// withJoined extends an actor by those that "and" joins to it.
func (s *Sentence) withJoined(w Span) Span {
	for n := 0; n < maxJoined; n++ {
		i := w.Last + 1
		if i+1 >= len(s.Words) || !s.Is(i, lexicon.And) || s.Words[i].Stop {
			break
		}
		next := i + 1
		for next < len(s.Words) && s.Is(next, lexicon.Article) {
			next++
		}
		if next >= len(s.Words) || s.Words[next].Actor < 0 || s.Words[next].Group >= 0 {
			break
		}
		w.Last = s.Acting[s.Words[next].Actor].Last
	}
	return w
}

// prefixOf returns the length of an Arabic word's proclitics in bytes: "for", "by", "and".
func (s *Sentence) prefixOf(i int) int {
	w := &s.Words[i]
	if !w.Arabic || w.Base == w.Fold {
		return 0
	}
	const letter = len("و")
	written := w.Of(s.Text.Text)
	for n := letter; n <= 3*letter && n < len(written); n += letter {
		if gazetteer.FoldWord(written[n:]) == w.Base {
			return n
		}
	}
	return 0
}

// ActorRange returns the text of an actor, including a bracket after it: "the Syrian Arab Army
// (SAA)".
func (s *Sentence) ActorRange(w Span) event.Range {
	r := s.RangeOf(w)
	r.Start += s.prefixOf(w.First)
	if name := r.Of(s.Text.Text); strings.Count(name, "(") > strings.Count(name, ")") && strings.HasPrefix(s.Text.Text[r.End:], ")") {
		r.End++
	}
	return r
}

// maxJoined is how many actors "and" may join.
const maxJoined = 6

// TakerAfter returns the actor to whom a place falls, named after it.
func (s *Sentence) TakerAfter(c *Candidate) event.Range {
	if !s.Says(c.First, lexicon.Falls) {
		return event.Range{}
	}
	for at := c.Last + 1; at < len(s.Words) && at <= c.Last+9 && !s.Words[at].Stop; at++ {
		if s.Says(at, lexicon.ToWord) && s.Words[at-1].Group >= 0 || s.Says(at, lexicon.HandsOf) || s.Words[at].Arabic && (s.Says(at, lexicon.InHand)) {
			return s.ActorAlone(at+1, 4)
		}
	}
	return event.Range{}
}

// Dashed returns the words that a hyphen joins to word i: IS-controlled, opposition-held.
func (s *Sentence) Dashed(i int) Span {
	first := i - 1
	for first > 0 && s.Words[first].Dash {
		first--
	}
	return Span{first, i - 1}
}
