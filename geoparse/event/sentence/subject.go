package sentence

import (
	"strings"

	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
)

// Adjoining returns the actor directly before word i, else its subject.
func (s *Sentence) Adjoining(i int) event.Range {
	at := i - 1
	for at >= 0 && s.Is(at, lexicon.Adverb|lexicon.Relative|lexicon.Be|lexicon.Have) {
		at--
	}
	if at >= 0 && s.Words[at].Actor >= 0 {
		return s.ActorRange(s.Acting[s.Words[at].Actor])
	}
	return s.Subject(i)
}

// MaxSubject is how many words may separate a subject and its verb.
const MaxSubject = 40

// Subject returns the subject of the verb at word i: an actor before it that no preposition
// governs and that is not the object of another verb. "It" after a verb of saying means the
// speaker: "the army said it had taken X".
func (s *Sentence) Subject(i int) event.Range {
	a, said := s.subjectOrSaid(i)
	if said >= 0 {
		a, _ = s.subjectOrSaid(said)
	}
	if a.IsEmpty() && said < 0 && !s.Words[i].Arabic {
		return s.nameBefore(i)
	}
	return a
}

// subjectOrSaid is Subject without looking beyond a verb of saying, and the position of that
// verb; -1 if none.
func (s *Sentence) subjectOrSaid(i int) (subject event.Range, said int) {
	relative := s.Is(i-1, lexicon.Relative) || s.Is(i-2, lexicon.Relative) && s.Is(i-1, lexicon.Adverb|lexicon.Be|lexicon.Have|lexicon.May|lexicon.Will)
	for at := i - 1; at >= 0 && at >= i-MaxSubject; at-- {
		if s.Words[at+1].Stop {
			break
		}
		if !relative && s.Is(at, lexicon.Say) && !s.Is(at, lexicon.Source) && s.Words[at].Trigger < 0 && !s.Says(at+1, lexicon.ToWord) && !s.Is(at-1, lexicon.Be) {
			break // before it is who says so
		}
		if s.Says(at, lexicon.They) && (at == i-1 || s.Is(i-1, lexicon.Have|lexicon.Adverb|lexicon.Be)) && at >= i-3 {
			return s.meantBefore(at), s.saidBefore(at)
		}
		if s.Words[at].Actor < 0 {
			continue
		}
		w := s.Acting[s.Words[at].Actor]
		if relative || at == i-2 && s.Says(i-1, lexicon.ToWord) {
			return s.ActorRange(w), -1
		}
		first, free := s.phraseStart(w)
		if free {
			return s.ActorRange(Span{first, w.Last}), -1
		}
		at = w.First
	}
	if t := s.Words[i].Trigger; t >= 0 && s.Triggers[t].Form == lexicon.Gerund {
		return s.after(i), -1 // since capturing X, the army has …
	}
	return event.Range{}, -1
}

// meantBefore resolves "it" or "they" at word i: to the nearest possible subject before it in
// the sentence, else to the agent of the last event.
func (s *Sentence) meantBefore(i int) event.Range {
	for at := i - 1; at >= 0 && at >= i-MaxSubject; at-- {
		if s.Words[at].Actor < 0 {
			continue
		}
		w := s.Acting[s.Words[at].Actor]
		if first, free := s.phraseStart(w); free && s.Words[w.First].Group < 0 {
			return s.ActorRange(Span{first, w.Last})
		}
		at = w.First
	}
	return s.Agent
}

// saidBefore returns the verb of saying shortly before word i, -1 if none.
func (s *Sentence) saidBefore(i int) int {
	for at := i - 1; at >= 0 && at >= i-8; at-- {
		if s.Is(at, lexicon.Say|lexicon.Claim) {
			return at
		}
	}
	return -1
}

// after returns the actor after the comma that ends an introductory clause.
func (s *Sentence) after(i int) event.Range {
	for at := i + 1; at < len(s.Words) && at <= i+20; at++ {
		if s.Words[at].Comma {
			if a := s.ActorWithin(at, 4); !a.IsEmpty() {
				return a
			}
		}
	}
	return event.Range{}
}

// phraseStart returns the start of an actor's phrase, with the actors joined before it by "and",
// and whether it can be a subject.
func (s *Sentence) phraseStart(w Span) (int, bool) {
	first, free, joined := s.phraseStep(w)
	for n := 0; joined >= 0 && n < maxJoined; n++ {
		first, free, joined = s.phraseStep(s.Acting[joined])
	}
	return first, free
}

// startsPhrase reports whether the article at word i begins a new phrase after a noun:
// "according to the watchdog the attacker".
func (s *Sentence) startsPhrase(i int) bool {
	w := &s.Words[i-1]
	return w.Set == 0 && w.Trigger < 0 && w.Group < 0 && w.Actor < 0
}

// phraseStep is phraseStart up to the actor joined before it by "and", which it returns; -1 if
// none.
func (s *Sentence) phraseStep(w Span) (first int, free bool, joined int) {
	first = w.First
	at := first - 1
	for n := 0; at >= 0 && n < 4; n++ {
		v := &s.Words[at]
		switch {
		case s.Words[at+1].Comma || s.Words[at+1].Stop:
			return first, true, -1
		case v.Set&lexicon.Date != 0, IsDigit(v.Fold) && s.Is(at-1, lexicon.Date):
			return first, true, -1
		case v.Set&lexicon.And != 0 && s.Is(at-1, lexicon.Mod) && s.Words[at-1].Actor < 0:
			at--
		case v.Set&lexicon.And != 0 && at > 0 && s.Words[at-1].Actor >= 0:
			return first, true, s.Words[at-1].Actor
		case v.Set&lexicon.Of != 0 && s.Says(at-1, lexicon.Some):
			return first, true, -1
		case v.Set&lexicon.Article != 0 && at == first-1 && at > 0 && s.startsPhrase(at):
			return first, true, -1
		case v.Set&lexicon.Clause != 0, v.Set&lexicon.Relative != 0, v.Set&lexicon.Say != 0 && v.Set&lexicon.Source == 0:
			return first, true, -1
		case v.Set&(lexicon.In|lexicon.Of|lexicon.By|lexicon.With|lexicon.From|lexicon.To) != 0:
			return first, false, -1
		case v.Trigger >= 0 && s.Triggers[v.Trigger].Form != lexicon.Noun && s.Triggers[v.Trigger].Form != lexicon.State:
			return first, false, -1
		case v.Group >= 0, v.Actor >= 0:
			return first, !s.hasPast(at+1, first), -1
		}
		at--
	}
	return first, true, -1
}

// hasPast reports whether an unknown word in a range looks like an English past tense. The actor
// after it is then its object, as in "the army defeated the rebels and captured X".
func (s *Sentence) hasPast(from, to int) bool {
	for i := from; i < to; i++ {
		if w := &s.Words[i]; w.Set == 0 && w.Trigger < 0 && !w.Upper && !w.Dash && strings.HasSuffix(w.Fold, "ed") {
			return true
		}
	}
	return false
}
