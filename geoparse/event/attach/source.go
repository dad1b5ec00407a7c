package attach

import (
	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/sentence"
)

// isOverlooked reports whether a place only locates another: "the hilltop town of X, overlooking
// Y".
func (s stage) isOverlooked(gr *sentence.Group) bool {
	return s.Says(gr.First-1, lexicon.Overlooking)
}

// isWithout reports whether a place is only the object of "without" and the like: "independently
// of X".
func (s stage) isWithout(gr *sentence.Group) bool {
	return gr.Prep > 0 && s.Is(gr.Prep-1, lexicon.Adverb) && s.Is(gr.Prep, lexicon.Of) && !s.Is(gr.Prep, lexicon.From) && s.Says(gr.Prep, lexicon.OfWord)
}

// isOfSource reports whether a place is the location of a cited source: "according to a source
// in X".
func (s stage) isOfSource(gr *sentence.Group) bool {
	if gr.Prep < 1 || !s.Is(gr.Prep-1, lexicon.Source) {
		return false
	}
	for at := gr.Prep - 2; at >= 0 && at >= gr.Prep-6; at-- {
		if s.Says(at, lexicon.ToWord) && s.Says(at-1, lexicon.According) {
			return true
		}
	}
	return false
}

// isSpeaker reports whether a place belongs to a cited speaker: ", Kyiv's General Staff said".
func (s stage) isSpeaker(gr *sentence.Group) bool {
	if s.Words[gr.First].Arabic {
		return s.isArabicSpeaker(gr)
	}
	first := gr.First
	if gr.Prep > 0 && s.Is(gr.Prep, lexicon.Of|lexicon.In) && s.Is(gr.Prep-1, lexicon.Source) {
		first = gr.Prep - 1 // , the mayor of X said
		for first > 0 && s.Is(first-1, lexicon.Article) {
			first--
		}
	} else if gr.Prep >= 0 {
		return false
	}
	if !s.Words[first].Comma {
		return false
	}
	for i := gr.Last + 1; i < len(s.Words) && i <= gr.Last+6 && !s.Words[i].Comma; i++ {
		if s.Is(i, lexicon.Say|lexicon.Claim) {
			return true
		}
	}
	return false
}

// isArabicSpeaker is isSpeaker for a place after an Arabic verb of saying, before the reported
// clause: "قال الناطق في X إن".
func (s stage) isArabicSpeaker(gr *sentence.Group) bool {
	if next := gr.Last + 1; next >= len(s.Words) || !s.Is(next, lexicon.That) {
		return false
	}
	for at := gr.First - 1; at >= 0 && at >= gr.First-6; at-- {
		if s.Is(at, lexicon.Say) {
			return true
		}
		if s.Words[at].Trigger >= 0 || s.Words[at+1].Comma || s.Words[at+1].Stop {
			break
		}
	}
	return false
}
