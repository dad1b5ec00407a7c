package kind

import (
	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/sentence"
)

// isNone reports whether a trigger is not an event at its places, although its class usually is.
func (s stage) isNone(c *sentence.Candidate) bool {
	if s.Groups[c.Group].Size == event.Country && s.isTooWide(c) {
		return true
	}
	switch c.Form {
	case lexicon.Noun:
		return s.isPractice(c) || s.isNoEventAt(c.First) || s.isHalted(c.First) || s.isBackdrop(c) || s.isSpokenOf(c) || s.isBackground(c)
	case lexicon.State:
		if s.isEnded(c.First) || s.isDestroyed(c) || s.HasTerm(c.First-4, c.First, lexicon.Outside) {
			return true // the last village outside their control
		}
	}
	if s.Says(c.First-1, lexicon.Ceased) || s.isAttribute(c) || s.isByNature(c) {
		return true
	}
	return lexicon.TellsHolder(c.Class) && (!c.Passive && s.isOfNoSide(c.First) || s.isHeldTo(c))
}

// isTooWide reports whether a trigger at a country is not an event there: the total of a war,
// somebody's place of work, a possible attack, general unrest.
func (s stage) isTooWide(c *sentence.Candidate) bool {
	switch c.Class {
	case lexicon.KillClass, lexicon.Class(event.Displacement):
		return true
	case lexicon.Class(event.Control):
		if !s.Words[c.First].Dash {
			return true
		}
	}
	return !c.IsFactual() || s.Says(c.Last, lexicon.Turmoil)
}

// isAttribute reports whether a participle after an article only identifies something: "a
// damaged building", "the wounded were taken to X", "the evacuation of the wounded".
func (s stage) isAttribute(c *sentence.Candidate) bool {
	if c.Form != lexicon.Participle || !s.Is(c.First-1, lexicon.Article) {
		return false
	}
	switch c.Class {
	case lexicon.AttackClass, lexicon.HitClass:
		return s.Groups[c.Group].First > c.Last+1
	case lexicon.KillClass:
		return s.Is(c.First-2, lexicon.Of) || !s.Is(c.First+1, lexicon.Person|lexicon.Actor|lexicon.In|lexicon.Mod)
	}
	return false
}

// isOfDisaster reports whether frost, a flood, a crash or the like is the cause of deaths.
func (s stage) isOfDisaster(c *sentence.Candidate) bool {
	lo, hi := s.clauseAround(c)
	return s.HasTerm(max(lo, c.First-6)-1, min(hi, c.Last+8)+1, lexicon.Disaster)
}

// isByNature reports whether an earthquake, a flood, a disease or the like does what a verb of striking
// or cutting off says: "the quake struck X".
func (s stage) isByNature(c *sentence.Candidate) bool {
	if !lexicon.IsHostile(c.Class) && c.Class != lexicon.Class(event.Siege) {
		return false
	}
	subject := s.BeforeHelping(c.First)
	if s.Is(subject, lexicon.Relative) {
		subject--
	}
	if s.Says(c.Last+1, lexicon.ByWord) {
		return s.HasTerm(c.Last+1, min(c.Last+5, len(s.Words)), lexicon.Disaster)
	}
	return s.Says(subject, lexicon.Disaster) || s.Words[c.First].Arabic && s.Says(c.Last+1, lexicon.Disaster)
}

// isHalted reports whether a noun is what ends: "agreed to halt the fighting".
func (s stage) isHalted(i int) bool {
	at := i - 1
	for s.Is(at, lexicon.Article) || s.Says(at, lexicon.ToWord) && s.Says(at-1, lexicon.End) {
		at--
	}
	return s.Says(at, lexicon.Halted) || s.Says(at, lexicon.Off) && s.Says(at-1, lexicon.Calling)
}

// isOfNoSide reports whether "he", "she" or "we" is the subject of the verb at word i: nobody
// takes, holds or gives up a town alone, and "we" does not name a side.
func (s stage) isOfNoSide(i int) bool {
	at := s.BeforeHelping(i)
	return s.Says(at, lexicon.NoSide)
}

// isHeldTo reports whether the words after the place show that "hold" does not mean control:
// "hold X responsible", "held X under siege".
func (s stage) isHeldTo(c *sentence.Candidate) bool {
	after := s.Groups[c.Group].Last + 1
	if after >= len(s.Words) {
		return false
	}
	if s.Says(after, lexicon.Judged) {
		return true
	}
	holds := c.Class == lexicon.HoldClass || c.Class == lexicon.Class(event.Control)
	t := s.Words[after].Trigger
	return holds && t >= 0 && s.Triggers[t].Class == lexicon.Class(event.Siege)
}

// isBackdrop reports whether a noun after its place is only the background of another event:
// "fled X after the ceasefire", "rallied in X in support of the strikes".
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

// isPractice reports whether a noun only qualifies another: "an evacuation drill", "air raid
// sirens".
func (s stage) isPractice(c *sentence.Candidate) bool {
	next := c.Last + 1
	return s.Says(next, lexicon.Practice) && !s.Words[next].Comma && !s.Words[next].Stop
}

// isNoEventAt reports whether the context of a noun at word i makes it no event: "to avoid
// encirclement", "the anniversary of the capture of".
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

// isSpokenOf reports whether a noun is only talked about at its place: "condemned the bombing in
// a speech in X".
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

// isPredicated reports whether only the planning or condemnation of a noun is located at the
// place: "The attack was planned in X".
func (s stage) isPredicated(c *sentence.Candidate) bool {
	at := c.Last + 1
	for s.Is(at, lexicon.Be|lexicon.Have|lexicon.Adverb) {
		at++
	}
	return at > c.Last+1 && s.Is(at, lexicon.Topic|lexicon.Plan) && s.Groups[c.Group].First > at
}

// isPlainBetween reports whether a word that is in no table separates two others.
func (s stage) isPlainBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if w := &s.Words[i]; w.Set == 0 && w.Group < 0 && w.Actor < 0 && w.Trigger < 0 && !w.Upper {
			return true
		}
	}
	return false
}

// isBackground reports whether the sentence only gives the time or background of a noun: "The air
// raid comes amid fighting in X".
func (s stage) isBackground(c *sentence.Candidate) bool {
	if s.Words[c.First].Arabic {
		return s.Is(c.First-1, lexicon.Comes) && s.IsDefinite(c) && s.Is(c.Last+1, lexicon.Clause) && s.Groups[c.Group].First > c.Last
	}
	when := !s.Is(c.Last+2, lexicon.In|lexicon.By) || s.Says(c.Last+2, lexicon.Amid)
	return c.First <= 4 && s.Is(c.Last+1, lexicon.Comes) && when && s.Groups[c.Group].First > c.Last && s.IsDefinite(c)
}

// isObjectOfTrigger reports whether a noun is the object of another event: "ambushed an army
// convoy", "left the observation post", "an attack on a patrol".
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
