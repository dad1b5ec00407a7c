package aspect

import (
	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/sentence"
)

// isBefore reports whether the event of a trigger is over: "had been", "former", "previously".
func (s stage) isBefore(c *sentence.Candidate) bool {
	near := 4
	if c.Form == lexicon.State {
		near = 6 // had served as the key bastion
	}
	for at := c.First - 1; at >= 0 && at >= c.First-near; at-- {
		if s.Says(at, lexicon.Had) && s.isQuoted(at) {
			return false // said that it had been hit
		}
		if s.Says(at, lexicon.Former) {
			return true
		}
		if s.Words[at].Stop || s.Words[at].Trigger >= 0 {
			break
		}
	}
	return false
}

// isTerms reports whether an agreement is only the basis of another event: "part of a deal",
// "under the truce".
func (s stage) isTerms(c *sentence.Candidate) bool {
	if c.Kind != event.Agreement || c.Form != lexicon.Noun {
		return false
	}
	for at := c.First - 1; at >= 0 && at >= c.First-4 && !s.Words[at+1].Comma && !s.Words[at+1].Stop; at-- {
		if s.Is(at, lexicon.Under) {
			return true
		}
		if s.Words[at].Trigger >= 0 || s.Words[at].Group >= 0 || s.Is(at, lexicon.Be|lexicon.Have|lexicon.Say) {
			break
		}
	}
	return false
}

// isBackshifted reports whether the event is in the past perfect of reported speech: "said that its
// fighters had attacked".
func (s stage) isBackshifted(c *sentence.Candidate) bool {
	return c.Form != lexicon.Noun && s.Says(c.First-1, lexicon.Had) && s.isQuoted(c.First-1)
}

// isAnother reports whether deaths are in addition to earlier ones: "another civilian was
// killed".
func (s stage) isAnother(c *sentence.Candidate) bool {
	return s.Says(0, lexicon.Another) && c.Index <= 2 && (c.Kind == event.Killing || lexicon.IsHostile(lexicon.Class(c.Kind)))
}

// maxQuoted is how many words may separate a verb of saying and the reported event.
const maxQuoted = 14

// isQuoted reports whether a verb of saying governs the clause of word i.
func (s stage) isQuoted(i int) bool {
	for at := i - 1; at >= 0 && at >= i-maxQuoted && !s.Words[at+1].Stop; at-- {
		if s.Is(at, lexicon.Say|lexicon.Claim) {
			return true
		}
		if s.Is(at, lexicon.Clause) {
			break
		}
	}
	return false
}

// isAttributed reports whether a state is mentioned in passing as an attribute of its place:
// "rebel-held X", "the besieged city of X", "the opposition bastion east of X".
func (s stage) isAttributed(c *sentence.Candidate) bool {
	switch {
	case c.Kind != event.Control && c.Kind != event.Siege:
		return false
	case s.Words[c.First].Dash:
		return true
	case c.Form == lexicon.State:
		return s.Is(c.Last, lexicon.PlaceNoun|lexicon.Position)
	case c.Form != lexicon.Participle || s.Is(c.First-1, lexicon.Be|lexicon.Have|lexicon.Adverb), s.isDone(c):
		return false
	}
	return c.Last+1 < len(s.Words) && (s.Words[c.Last+1].Group >= 0 || s.Is(c.Last+1, lexicon.PlaceNoun|lexicon.Part))
}

// isDone reports whether a participle is the verb of the actor directly before it: "rebels
// besieged X".
func (s stage) isDone(c *sentence.Candidate) bool {
	before := c.First - 1
	return before >= 0 && !c.Passive && !s.Words[c.First].Arabic && !s.Words[c.First].Comma && (s.Words[before].Actor >= 0 || s.Says(before, lexicon.They))
}
