package who

import (
	"strings"

	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/sentence"
)

// arabicAgent returns the actor after an Arabic verb or noun, after "على يد", or between a light
// verb and its noun; else the one before the verb.
func (s stage) arabicAgent(c *sentence.Candidate) event.Range {
	if a := s.announcer(c); !a.IsEmpty() {
		return a
	}
	if a := s.actorBehind(c.Last); !a.IsEmpty() {
		return a
	}
	for at := c.Last + 1; at < len(s.Words) && at <= c.Last+12; at++ {
		if s.Says(at, lexicon.Amongst) && c.Form == lexicon.Noun && s.Words[min(at+1, len(s.Words)-1)].Group < 0 {
			return s.ActorAlone(at+1, 3)
		}
		if s.Words[at].Base == "يد" || s.Says(at, lexicon.ByHand) {
			return s.ActorAlone(at+1, 4)
		}
	}
	if c.Form == lexicon.Noun {
		if a := s.lender(c.First); !a.IsEmpty() {
			return a
		}
		return s.doerBefore(c)
	}
	if gr := &s.Groups[c.Group]; c.Kind == event.Control && c.Form == lexicon.Verb && gr.First > c.Last {
		if a := s.ActorAlone(gr.Last+1, 2); !a.IsEmpty() {
			return a // تتواجد في X قوات Y
		}
	}
	if strings.HasPrefix(s.Words[c.First].Of(s.Text.Text), "و") {
		for t := c.Index - 1; t >= 0 && t >= c.Index-3; t-- { // and arrested: who stormed
			if a := s.actorBehind(s.Triggers[t].Last); !a.IsEmpty() {
				return a
			}
		}
	}
	return s.Subject(c.First)
}

// actorBehind returns the actor after an Arabic trigger that ends with word i.
func (s stage) actorBehind(i int) event.Range {
	for at := i + 1; at < len(s.Words) && at <= i+5 && (s.Words[at].Group < 0 || at == i+1 && s.Groups[s.Words[at].Group].Acts); at++ {
		if a := s.Words[at].Actor; a >= 0 && !s.isCounted(at) && !s.Is(at, lexicon.From) && !s.Is(at-1, lexicon.From|lexicon.With) && !s.Says(at-1, lexicon.NearAr) {
			return s.ActorRange(s.Acting[a])
		}
		if s.Is(at, lexicon.Person) || s.Is(at, lexicon.Clause) && !s.Says(at-1, lexicon.FromWord) || s.Words[at].Trigger >= 0 || s.Is(at, lexicon.In|lexicon.Position) && s.Words[i].Trigger >= 0 && s.Triggers[s.Words[i].Trigger].Form == lexicon.Noun {
			break
		}
	}
	return event.Range{}
}

// announcer returns who announces the event of an Arabic noun and thereby is its agent; the
// actor after the noun, up to a preposition, is its target: "أعلن الجيش استهداف دبابة روسية في
// X".
func (s stage) announcer(c *sentence.Candidate) event.Range {
	what, whose := c.Last+1, c.Last+2
	if c.First == 0 || whose >= len(s.Words) || s.Words[what].Actor >= 0 || s.Words[whose].Actor < 0 {
		return event.Range{}
	}
	a := s.Words[c.First-1].Actor
	if a < 0 || !s.Is(s.Acting[a].First-1, lexicon.Light) || !s.Is(s.Acting[s.Words[whose].Actor].Last+1, lexicon.In) {
		return event.Range{}
	}
	return s.ActorRange(s.Acting[a])
}

// isCounted reports whether an Arabic noun after a number is not a force: "عشرة فلسطينيين" are
// those arrested.
func (s stage) isCounted(i int) bool {
	return !s.Is(i, lexicon.Actor) && (strings.HasSuffix(s.Words[i].Fold, "ين") || strings.HasSuffix(s.Words[i].Fold, "يا"))
}

// lender returns the subject of the light verb of the Arabic noun at word i: "شن الطيران غارات".
func (s stage) lender(i int) event.Range {
	for at := i - 1; at >= 0 && at >= i-7; at-- {
		if s.Is(at, lexicon.Light|lexicon.Plan|lexicon.Try|lexicon.Fail|lexicon.Manage) || s.Says(at, lexicon.Retains) {
			if at+1 == i && at > 0 && s.Words[at-1].Actor >= 0 {
				return s.ActorRange(s.Acting[s.Words[at-1].Actor]) // X تعلن تحرير
			}
			return s.ActorAlone(at+1, i-at-1)
		}
		if s.Words[at].Stop || s.Words[at].Comma {
			break
		}
	}
	return event.Range{}
}

// doerBefore returns the agent of the event before the capture of a place: "رفعت القوات العلم
// بعد السيطرة على المدينة".
func (s stage) doerBefore(c *sentence.Candidate) event.Range {
	if c.Kind != event.Capture || !s.Says(c.First-1, lexicon.Following) {
		return event.Range{}
	}
	first := max(0, c.First-sentence.MaxDistance)
	return s.ActorAlone(first, c.First-first)
}
