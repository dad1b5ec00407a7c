package mood

import (
	"strings"

	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/sentence"
)

// moodOf determines the mood of a trigger from the words before it.
func (s stage) moodOf(c *sentence.Candidate) sentence.Mood {
	at := c.First
	if s.isAim(c) {
		return sentence.Attempted
	}
	if c.Form == lexicon.Noun {
		if m := s.nounMood(c.First); m != sentence.Asserted {
			return m
		}
		if i := s.LightBefore(c.First); i >= 0 {
			at = i
		}
	}
	if c.Form == lexicon.Gerund && s.Is(at-1, lexicon.In) && s.Is(at-2, lexicon.Plan) {
		return sentence.Intended // will focus on clearing
	}
	if m := s.verbMood(at); m != sentence.Asserted && (c.Form != lexicon.State || m != sentence.Intended) {
		if m == sentence.Attempted && s.clauseMood(c.First) == sentence.Possible {
			return sentence.Possible
		}
		return m
	}
	if c.Form == lexicon.Gerund && c.First <= 1 {
		for i := c.Last + 1; i < len(s.Words) && i <= c.Last+8; i++ {
			if s.Says(i, lexicon.Could) {
				return sentence.Possible
			}
		}
	}
	m := s.clauseMood(c.First)
	switch {
	case m == sentence.Possible && s.IsDefinite(c) && s.HasTerm(c.First-3, c.First, lexicon.Recently):
		return sentence.Asserted // if it happened, it answered the recent attack
	case m == sentence.Asserted && s.isClaimedBehind(c):
		return sentence.Alleged
	}
	return m
}

// isAim reports whether an Arabic noun of taking is what something is done for: "عملية لتحرير X".
func (s stage) isAim(c *sentence.Candidate) bool {
	const purpose = "ل"
	w := &s.Words[c.First]
	return w.Arabic && c.Form == lexicon.Noun && c.Class == lexicon.Class(event.Capture) && w.Base != w.Fold && strings.HasPrefix(w.Of(s.Text.Text), purpose)
}

// nounMood determines the mood of a noun from the words before it: planned, possible, no,
// alleged.
func (s stage) nounMood(i int) sentence.Mood {
	for at := i - 1; at >= 0 && at >= i-5; at-- {
		w := &s.Words[at]
		switch {
		case s.Says(at, lexicon.No) && at >= i-2:
			return sentence.Negated
		case s.Says(at, lexicon.Preparing) && (s.HasTerm(at, i, lexicon.ForWord)):
			return sentence.Intended
		case w.Set&lexicon.Wish != 0 && at >= i-3:
			return sentence.Intended // wants the strikes to go on
		case s.Says(at, lexicon.Upcoming), w.Set&lexicon.Plan != 0 && w.Trigger < 0 && s.isOnly(at+1, i, lexicon.Article|lexicon.Mod):
			return sentence.Intended // plans an offensive
		case s.Says(at, lexicon.Imagined), s.Says(at, lexicon.OfWord) && s.Says(at-1, lexicon.EventWord):
			return sentence.Possible
		case s.Says(at, lexicon.Alleged) && at == i-1:
			return sentence.Alleged
		case w.Set&(lexicon.In|lexicon.Be|lexicon.Say|lexicon.Clause|lexicon.Relative) != 0, w.Trigger >= 0, s.Words[at+1].Comma, s.Words[at+1].Stop:
			return sentence.Asserted
		}
	}
	return sentence.Asserted
}

// isOnly reports whether there are words in a range, all of one set.
func (s stage) isOnly(from, to int, set lexicon.Set) bool {
	for i := from; i < to; i++ {
		if !s.Is(i, set) {
			return false
		}
	}
	return from < to
}

// verbMood determines the mood of the verb at word i from its auxiliaries.
func (s stage) verbMood(i int) sentence.Mood {
	if s.Words[i].Arabic {
		return s.arabicMood(i)
	}
	for at := i - 1; at >= 0 && at >= i-5; at-- {
		w := &s.Words[at]
		switch {
		case s.Words[at+1].Stop, s.Words[at+1].Comma:
			return sentence.Asserted
		case s.Says(at, lexicon.ToWord) && s.Is(at+1, lexicon.Article):
			return sentence.Asserted // led to the capture
		case s.Says(at, lexicon.ToWord) && at == i-1 && s.isParticiple(i):
			return sentence.Asserted // brought to besieged X
		case s.Says(at, lexicon.ToWord):
			return s.infinitive(at)
		case w.Set&lexicon.Not != 0 && !s.Says(at+1, lexicon.Only):
			if s.Is(at-1, lexicon.May) {
				return sentence.Possible // would never
			}
			return sentence.Negated
		case s.isFromBefore(at):
			return sentence.Asserted
		case w.Set&lexicon.Will != 0:
			return sentence.Intended
		case w.Set&lexicon.May != 0:
			return sentence.Possible
		case s.Says(at, lexicon.Allegedly):
			return sentence.Alleged
		case w.Set&lexicon.Try != 0 && w.Trigger < 0:
			return sentence.Attempted
		case w.Set&(lexicon.Adverb|lexicon.Be|lexicon.Have|lexicon.Article) == 0:
			return sentence.Asserted
		}
	}
	return sentence.Asserted
}

// isParticiple reports whether word i begins a trigger that is a participle.
func (s stage) isParticiple(i int) bool {
	t := s.Words[i].Trigger
	return t >= 0 && s.Triggers[t].Form == lexicon.Participle
}

// isFromBefore reports whether "would" at word i is future in the past: "it would later become".
func (s stage) isFromBefore(i int) bool {
	return s.Says(i, lexicon.Would) && (s.Is(i+1, lexicon.Afterwards) || s.Says(i+1, lexicon.LeadsTo))
}

// infinitive determines the mood from the governor of the "to" at word i.
func (s stage) infinitive(i int) sentence.Mood {
	for at := i - 1; at > 0 && at >= i-6 && !s.Words[at+1].Stop; at-- {
		if s.Says(at, lexicon.AimedOperation) {
			return sentence.Attempted // an operation aimed to liberate X
		}
		if w := &s.Words[at]; w.Group >= 0 || w.Actor >= 0 || w.Set&(lexicon.Say|lexicon.Relative|lexicon.Manage) != 0 {
			break
		}
	}
	for at := i - 1; at >= 0 && at >= i-8; at-- {
		w := &s.Words[at]
		switch {
		case w.Set&lexicon.Claim != 0 && at == i-1:
			return sentence.Alleged
		case w.Set&lexicon.Manage != 0, at == i-1 && w.Set&lexicon.Say != 0 && s.Is(at-1, lexicon.Be):
			return sentence.Asserted // was reported to hold
		case w.Set&(lexicon.Try|lexicon.Fail) != 0:
			return sentence.Attempted
		case w.Set&lexicon.Plan != 0 || w.Set&lexicon.Will != 0:
			return sentence.Intended
		case w.Trigger >= 0 && event.Type(s.Triggers[w.Trigger].Class) == event.Clash:
			return sentence.Attempted
		case w.Stop, w.Set&lexicon.Say != 0:
			return sentence.Intended
		}
	}
	for at := i - 1; at >= 0 && at >= i-sentence.MaxDistance; at-- {
		if t := s.Words[at].Trigger; t >= 0 && (event.Type(s.Triggers[t].Class) == event.Clash || s.Triggers[t].Class == lexicon.AttackClass) {
			return sentence.Attempted
		}
	}
	return sentence.Intended
}

func (s stage) arabicMood(i int) sentence.Mood {
	if f := s.Words[i].Fold; strings.HasPrefix(f, "سي") || strings.HasPrefix(f, "ست") {
		if base := f[len("س"):]; s.Lex.Triggers[base] != nil {
			return sentence.Intended
		}
	}
	for at := i - 1; at >= 0 && at >= i-3; at-- {
		w := &s.Words[at]
		switch {
		case s.Words[at+1].Comma || s.Words[at+1].Stop:
			return sentence.Asserted
		case w.Set&lexicon.Not != 0 && !w.Says(lexicon.Negating) && !s.Says(at+1, lexicon.Still):
			return sentence.Negated
		case w.Set&lexicon.Will != 0, w.Set&lexicon.Plan != 0:
			return sentence.Intended
		case w.Set&lexicon.May != 0 && (w.Base != "قد" || isPresent(s.Words[i].Fold)):
			return sentence.Possible
		case w.Set&(lexicon.Try|lexicon.Fail) != 0:
			return sentence.Attempted
		}
	}
	return sentence.Asserted
}

// isPresent reports whether an Arabic verb is in the present: after قد it is possible, whereas a
// verb in the past has happened.
func isPresent(fold string) bool {
	return strings.HasPrefix(fold, "ي") || strings.HasPrefix(fold, "ت")
}

// denies reports whether a claim at word i is itself denied: "denied Russian claims that".
func (s stage) denies(i int) bool {
	for at := i - 1; at >= 0 && at >= i-4; at-- {
		if s.Is(at, lexicon.Deny) {
			return true
		}
	}
	return false
}

// clauseMood determines the mood from words that qualify the clause before a trigger: if,
// denied, claimed, rumours of.
func (s stage) clauseMood(i int) sentence.Mood {
	for at := i - 1; at >= 0 && at >= i-14; at-- {
		w := &s.Words[at]
		switch {
		case w.Set&lexicon.If != 0:
			return sentence.Possible
		case w.Set&lexicon.Deny != 0:
			return sentence.Negated
		case w.Set&lexicon.Claim != 0 && s.denies(at):
			return sentence.Negated
		case w.Set&lexicon.Claim != 0 && !s.Says(at+1, lexicon.NoClaim) && !s.Says(at+2, lexicon.Lives):
			return sentence.Alleged
		}
		if w.Stop || w.Set&lexicon.Clause != 0 && w.Set&lexicon.If == 0 {
			return sentence.Asserted
		}
	}
	return sentence.Asserted
}
