package kind

import (
	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/sentence"
)

// served returns the type reported by a verb of opening, supplying or reaching: aid, or the
// arrival of people.
func (s stage) served(c *sentence.Candidate) (event.Type, bool) {
	service := s.isService(c)
	if (s.Says(c.First, lexicon.Reaches) || s.Words[c.First].Arabic && !service && !s.SaysBase(c.First, lexicon.HandingOut)) && s.isOfCivilians(c) {
		return event.Displacement, c.IsFactual()
	}
	return event.Aid, service
}

// isKeptOut reports whether the subject up to word i is kept from a place: "aid convoys had been
// prevented from reaching".
func (s stage) isKeptOut(i int) bool {
	for at := i + 1; at < len(s.Words) && at <= i+4; at++ {
		if s.Says(at, lexicon.KeptOut) {
			return true
		}
	}
	return false
}

// isRelief reports whether a word for relief is within four words of word i; step is 1 or -1.
func (s stage) isRelief(i, step int) bool {
	for n := 0; n < 4 && i >= 0 && i < len(s.Words); n, i = n+1, i+step {
		if s.Is(i, lexicon.Relief) {
			return true
		}
		if s.Words[i].Stop || s.Words[i].Group >= 0 {
			break
		}
	}
	return false
}

// maxService is how many words may separate relief from a verb of opening or supplying.
const maxService = 8

// isService reports whether relief or a service is the subject or object of opening, supplying
// or sending: "two schools were opened", "supplies X with water".
func (s stage) isService(c *sentence.Candidate) bool {
	for at := c.Last + 1; at < len(s.Words) && at <= c.Last+maxService && !s.Words[at].Stop && s.Words[at].Trigger < 0 && !s.Says(at, lexicon.ToWord); at++ {
		if s.Is(at, lexicon.Relief) && s.Words[at].Group < 0 {
			return true
		}
	}
	for at := c.First - 1; at >= 0 && at >= c.First-maxService && !s.Words[at+1].Stop && s.Words[at].Trigger < 0; at-- {
		if s.Is(at, lexicon.Relief) && s.Words[at].Group < 0 {
			return c.Passive || !s.Words[c.First].Arabic
		}
	}
	return false
}
