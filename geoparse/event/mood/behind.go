package mood

import (
	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/sentence"
)

// maxBehind is how many words may separate a trigger and the claim after it.
const maxBehind = 24

// isClaimedBehind reports whether the event is attributed to a claimant after a comma, at the
// end of the clause: "Rebels captured X, the army claimed".
func (s stage) isClaimedBehind(c *sentence.Candidate) bool {
	inserted := false
	for at := c.Last + 1; at < len(s.Words) && at <= c.Last+maxBehind && !s.Words[at].Stop; at++ {
		inserted = inserted || s.Words[at].Comma
		switch {
		case s.Words[at].Trigger >= 0 || s.Is(at, lexicon.Clause|lexicon.Relative|lexicon.Say|lexicon.Deny):
			inserted = false
		case inserted && s.Is(at, lexicon.Claim) && s.endsSpeaker(at-1) && s.endsClaim(at+1):
			return true
		}
	}
	return false
}

// endsSpeaker reports whether word i may end a speaker: "despite claims" has none.
func (s stage) endsSpeaker(i int) bool {
	const words = lexicon.Source | lexicon.Person | lexicon.Civilian | lexicon.Adverb | lexicon.Have
	return s.Is(i, words) || s.Words[i].Actor >= 0 || s.Words[i].Upper || s.Says(i, lexicon.Pronoun)
}

// endsClaim reports whether a claim ends before word i, or with its date or medium: "the army
// claimed on Friday", "claimed in a statement".
func (s stage) endsClaim(i int) bool {
	if i >= len(s.Words) || s.Words[i].Stop || s.Words[i].Comma || s.Is(i, lexicon.Date) {
		return true
	}
	return s.Is(i, lexicon.In) && s.Is(i+1, lexicon.Date|lexicon.Article)
}
