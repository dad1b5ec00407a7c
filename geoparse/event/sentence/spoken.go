package sentence

import "dateline/geoparse/event/lexicon"

// maxSpoken is how many words may separate a verb of saying, or a source, and the place where it is
// said, or where the source works.
const maxSpoken = 6

// IsSpokenAt reports whether a group is only where somebody speaks or works: "…, the president told a
// crowd in X", "said in X that", "the watchdog, which works from X". Nothing else happens there.
func (s *Sentence) IsSpokenAt(gr *Group) bool {
	if gr.Prep < 1 || !s.Is(gr.Prep, lexicon.In) || s.Words[gr.Prep].Arabic {
		return false
	}
	if s.Says(gr.Prep-1, lexicon.Works) {
		return s.isOfSource(gr.Prep-1, s.Is(gr.Last+1, lexicon.Say))
	}
	says := s.sayingBefore(gr.Prep)
	if says < 0 {
		return false
	}
	next := gr.Last + 1
	for next < len(s.Words) && s.isTime(next) || next < len(s.Words) && s.isDate(next) {
		next++
	}
	ends := next >= len(s.Words) || s.Words[next].Comma || s.Words[next].Stop
	return says == gr.Prep-1 || s.Says(next, lexicon.Saying) || ends && s.isInserted(says)
}

// sayingBefore returns the verb of saying that a preposition belongs to, -1 if none.
func (s *Sentence) sayingBefore(prep int) int {
	for at := prep - 1; at >= 0 && at >= prep-maxSpoken; at-- {
		w := &s.Words[at]
		switch {
		case s.Is(at, lexicon.Say) && !s.Is(at, lexicon.Source) && w.Trigger < 0:
			return at
		case s.Words[at+1].Comma, s.Words[at+1].Stop, w.Trigger >= 0, w.Group >= 0, s.Is(at, lexicon.Be|lexicon.Have|lexicon.Clause|lexicon.Relative|lexicon.That):
			return -1
		}
	}
	return -1
}

// isInserted reports whether a comma precedes the speaker or follows the verb of saying at word i: the
// statement comes first.
func (s *Sentence) isInserted(i int) bool {
	for at := i; at > 0 && at >= i-maxSpoken; at-- {
		if s.Words[at].Comma || s.Words[at].Mark {
			return true
		}
		if s.Words[at].Trigger >= 0 || s.Words[at].Group >= 0 {
			return false
		}
	}
	return false
}

// isOfSource reports whether the verb of working at word i is of a source, "the Observatory, based in
// X", or of somebody who speaks: "a doctor working in X said".
func (s *Sentence) isOfSource(i int, speaks bool) bool {
	for at := i - 1; at >= 0 && at >= i-maxSpoken; at-- {
		if s.Is(at, lexicon.Source) || speaks && s.Is(at, lexicon.Person) {
			return true
		}
		if s.Words[at].Group >= 0 || s.Words[at].Actor >= 0 || s.Words[at].Trigger >= 0 {
			return false
		}
	}
	return false
}
