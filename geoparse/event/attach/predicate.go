package attach

import (
	"strings"

	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/sentence"
)

// subjectCost is the cost of attaching the subject of a clause.
const subjectCost = 0.5

// subjectOf returns the subject of a clause on who holds it, however far away: "X is the last
// army-held city in Y", "X, which Y holds, overlooks Z"; -1 if none.
func (s stage) subjectOf(c *sentence.Candidate) int {
	if g := s.Words[c.First].Group; g >= 0 && s.HasObject(c.First) {
		return g
	}
	holds := c.Class == lexicon.HoldClass || c.Class == lexicon.Class(event.Control) && c.Form == lexicon.Participle
	if holds && s.IsActive(c) && !s.Words[c.First].Arabic {
		return s.RelativeObject(&c.Trigger)
	}
	if c.Class != lexicon.Class(event.Control) && c.Class != lexicon.HoldClass && c.Class != lexicon.OccupyClass {
		return -1
	}
	switch {
	case s.Words[c.First].Arabic:
		return s.calledArabic(c)
	case c.Form == lexicon.State && (c.Last+1 >= len(s.Words) || s.Is(c.Last+1, lexicon.Of) || c.Last > c.First):
		return -1
	case c.Form != lexicon.State && !(s.Words[c.First].Dash && s.Is(c.Last+1, lexicon.PlaceNoun)):
		return -1
	}
	if g := s.possessor(c); g >= 0 {
		return g
	}
	return s.called(c)
}

// possessor returns the group part of which is described by its holder: "X's vast rebel-held
// countryside"; -1 if none.
func (s stage) possessor(c *sentence.Candidate) int {
	if !s.Words[c.First].Dash {
		return -1
	}
	at := s.Dashed(c.First).First - 1
	for n := 0; n < 2 && at > 0 && s.Words[at].Set == 0 && s.Words[at].Group < 0 && !s.Words[at].Upper; n++ {
		at--
	}
	if s.Says(at, lexicon.Genitive) && at > 0 {
		return s.Words[at-1].Group
	}
	if at < 0 || s.Words[at].Group < 0 {
		return -1
	}
	if gap := s.Text.Text[s.Words[at].End:s.Words[at+1].Start]; !strings.HasPrefix(gap, "'s ") && !strings.HasPrefix(gap, "’s ") {
		return -1
	}
	return s.Words[at].Group
}

// called returns the group before "is the last" and the adjectives after that.
func (s stage) called(c *sentence.Candidate) int {
	article := false
	for at := c.First - 1; at > 0 && at >= c.First-sentence.MaxPredicate; at-- {
		w := &s.Words[at]
		switch {
		case w.Group >= 0, s.Words[at+1].Comma, s.Words[at+1].Stop, w.Set&(lexicon.In|lexicon.Clause|lexicon.Relative|lexicon.Say|lexicon.And) != 0 && !s.Is(at, lexicon.Of):
			return -1
		case w.Set&lexicon.Be != 0:
			if !article {
				return -1
			}
			for at--; s.Is(at, lexicon.Adverb|lexicon.Have); at-- {
			}
			if at < 0 || s.Words[at].Group < 0 || s.Groups[s.Words[at].Group].Size == event.Country {
				return -1
			}
			return s.Words[at].Group
		case w.Set&lexicon.Article != 0:
			article = true
			if w.Comma && s.Words[at-1].Group >= 0 && s.Groups[s.Words[at-1].Group].Size < event.Country {
				return s.Words[at-1].Group // X, a rebel-held town, …
			}
		case w.Trigger >= 0 && w.Trigger != c.Index && !w.Dash:
			return -1
		}
	}
	return -1
}

// calledArabic returns the group directly before its predicate: "X، معقل Y", "X آخر معاقل Y", "X
// كانت معقلا".
func (s stage) calledArabic(c *sentence.Candidate) int {
	if c.Form != lexicon.State {
		return -1
	}
	at := c.First - 1
	for n := 0; n < 2 && at > 0 && s.Words[at].Group < 0 && s.Says(at, lexicon.OneOf); n++ {
		at--
	}
	if at < 0 || s.Words[at].Group < 0 || s.Is(c.First+1, lexicon.In) || at == c.First-1 && !s.Words[c.First].Comma {
		return -1
	}
	return s.Words[at].Group
}
