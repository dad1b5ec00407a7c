package event

import (
	"strings"

	"dateline/gazetteer"
)

// actorAlone is actorWithin without those joined to it.
func (s *sentence) actorAlone(i, n int) Range {
	for at := i; at < len(s.words) && at < i+n; at++ {
		if a := s.words[at].actor; a >= 0 {
			return s.actorRange(s.actors[a])
		}
	}
	return Range{}
}

// actorWithin returns the first actor that begins within n words from word i, with
// those joined to it.
func (s *sentence) actorWithin(i, n int) Range {
	for at := i; at < len(s.words) && at < i+n; at++ {
		if a := s.words[at].actor; a >= 0 {
			return s.actorRange(s.withJoined(s.actors[a]))
		}
		if s.words[at].stop || s.words[at].group >= 0 {
			break
		}
	}
	return Range{}
}

// withJoined adds the actors that "and" joins behind an actor.
func (s *sentence) withJoined(w span) span {
	for n := 0; n < maxJoined; n++ {
		i := w.last + 1
		if i+1 >= len(s.words) || !s.is(i, isAnd) || s.words[i].stop {
			break
		}
		next := i + 1
		for next < len(s.words) && s.is(next, isArticle) {
			next++
		}
		if next >= len(s.words) || s.words[next].actor < 0 || s.words[next].group >= 0 {
			break
		}
		w.last = s.actors[s.words[next].actor].last
	}
	return w
}

// prefixOf returns how many bytes of what is written to the front of an Arabic word are
// not of it: "for", "by", "and".
func (s *sentence) prefixOf(i int) int {
	w := &s.words[i]
	if !w.Arabic || w.base == w.Fold {
		return 0
	}
	const letter = len("و")
	written := w.of(s.Text.Text)
	for n := letter; n <= 3*letter && n < len(written); n += letter {
		if gazetteer.FoldWord(written[n:]) == w.base {
			return n
		}
	}
	return 0
}

// actorRange returns the text of an actor, with the bracket that ends it: "the Syrian
// Arab Army (SAA)".
func (s *sentence) actorRange(w span) Range {
	r := s.rangeOf(w)
	r.Start += s.prefixOf(w.first)
	if name := r.of(s.Text.Text); strings.Count(name, "(") > strings.Count(name, ")") && strings.HasPrefix(s.Text.Text[r.End:], ")") {
		r.End++
	}
	return r
}
