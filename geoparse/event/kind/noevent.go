package kind

import (
	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/sentence"
)

// isHalted reports whether a noun is what comes to an end: "agreed to halt the fighting".
func (s stage) isHalted(i int) bool {
	at := i - 1
	for s.Is(at, lexicon.Article) || s.Says(at, lexicon.ToWord) && s.Says(at-1, lexicon.End) {
		at--
	}
	return s.Says(at, lexicon.Halted)
}

// isOfOnePerson reports whether "he" or "she" is what the verb at word i is said of: nobody
// takes, holds or gives up a town alone.
func (s stage) isOfOnePerson(i int) bool {
	at := i - 1
	for s.Is(at, lexicon.Have|lexicon.Adverb) {
		at--
	}
	return s.Says(at, lexicon.OnePerson)
}

// isKeptOut reports whether what stands up to word i is kept from a place: "aid convoys
// had been prevented from reaching".
func (s stage) isKeptOut(i int) bool {
	for at := i + 1; at < len(s.Words) && at <= i+4; at++ {
		if s.Says(at, lexicon.KeptOut) {
			return true
		}
	}
	return false
}

// isBackdrop reports whether a noun behind its place is only what something else came
// after: "fled X after the ceasefire", "rallied in X in support of the strikes".
func (s stage) isBackdrop(c *sentence.Candidate) bool {
	if s.Groups[c.Group].First > c.Last || s.Words[c.First].Arabic || !s.IsDefinite(c) {
		return false
	}
	for at := c.First - 1; at >= 0 && at >= c.First-7; at-- {
		switch {
		case s.Says(at, lexicon.Backdrop), s.Is(at, lexicon.Under):
			return true
		case s.Says(at, lexicon.OfWord) && s.Says(at-1, lexicon.Because):
			return true
		case s.Words[at].Group >= 0, s.Words[at].Trigger >= 0:
			return false
		}
	}
	return false
}

// isNoEventAt reports whether a noun at word i is named with what makes it none:
// "to avoid encirclement", "the anniversary of the capture of".
func (s stage) isNoEventAt(i int) bool {
	for at := i - 1; at >= 0 && at >= i-4; at-- {
		switch {
		case s.Is(at, lexicon.NoEvent):
			return true
		case s.Words[at+1].Comma, s.Words[at+1].Stop, s.Words[at].Group >= 0, s.Words[at].Trigger >= 0, s.Is(at, lexicon.Be|lexicon.Have|lexicon.Say):
			return false
		}
	}
	return false
}

// isSpokenOf reports whether a noun is only spoken of where its place lies: "condemned the
// bombing in a speech in X".
func (s stage) isSpokenOf(c *sentence.Candidate) bool {
	if s.isPredicated(c) {
		return true
	}
	if g := &s.Groups[c.Group]; g.First > c.Last && !s.isPlainBetween(c.Last+1, g.First) {
		return false
	}
	for at := c.First - 1; at >= 0 && at >= c.First-4; at-- {
		if s.Is(at, lexicon.Topic) {
			return true
		}
		if s.Words[at].Trigger >= 0 || s.Words[at].Group >= 0 || s.Words[at+1].Comma || s.Words[at+1].Stop || s.Is(at, lexicon.Say|lexicon.And) {
			break
		}
	}
	return false
}

// isPredicated reports whether all that is said at the place is that a noun was planned or
// condemned: "The attack was planned in X".
func (s stage) isPredicated(c *sentence.Candidate) bool {
	at := c.Last + 1
	for s.Is(at, lexicon.Be|lexicon.Have|lexicon.Adverb) {
		at++
	}
	return at > c.Last+1 && s.Is(at, lexicon.Topic|lexicon.Plan) && s.Groups[c.Group].First > at
}

// isPlainBetween reports whether a word that no table knows stands between two: a noun or a
// verb that parts what is before from what is behind.
func (s stage) isPlainBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if w := &s.Words[i]; w.Set == 0 && w.Group < 0 && w.Actor < 0 && w.Trigger < 0 && !w.Upper {
			return true
		}
	}
	return false
}

// isRetold reports whether a noun is what the sentence only says the time of, or what goes on
// beside it: "The air raid comes amid fighting in X".
func (s stage) isRetold(c *sentence.Candidate) bool {
	when := !s.Is(c.Last+2, lexicon.In|lexicon.By) || s.Says(c.Last+2, lexicon.Amid)
	return c.First <= 4 && s.Is(c.Last+1, lexicon.Comes) && when && s.Groups[c.Group].First > c.Last && s.IsDefinite(c)
}

// isObjectOfTrigger reports whether a noun is what something else is done to: "ambushed
// an army convoy", "left the observation post", "an attack on a patrol".
func (s stage) isObjectOfTrigger(c *sentence.Candidate) bool {
	for at := c.First - 1; at >= 0 && at >= c.First-5; at-- {
		w := &s.Words[at]
		if w.Trigger >= 0 {
			switch o := &s.Triggers[w.Trigger]; {
			case o.Form == lexicon.Noun || o.Form == lexicon.State:
				return s.Is(at+1, lexicon.In|lexicon.With) && lexicon.IsHostile(o.Class)
			case s.IsPassive(o):
				return false
			default:
				return lexicon.IsHostile(o.Class) || lexicon.Leaves(o.Class)
			}
		}
		if w.Group >= 0 || s.Words[at+1].Comma || s.Words[at+1].Stop || w.Set&(lexicon.Be|lexicon.Have|lexicon.Say|lexicon.And|lexicon.Clause|lexicon.Relative) != 0 {
			return false
		}
	}
	return false
}

// isRelief reports whether relief is told within four words from word i, backwards with
// step -1.
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

// maxService is how far relief may stand from a verb of opening or supplying.
const maxService = 8

// isService reports whether relief or a service is what a verb of opening, supplying or
// sending is said of: "two schools were opened", "supplies X with water".
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
