package aspect

import (
	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/sentence"
)

// isOverMonths reports whether a trigger extends over months: "the month-long offensive", "have
// been advancing in recent months", "after months of fighting".
func (s stage) isOverMonths(c *sentence.Candidate) bool {
	for at := c.First - 1; at >= 0 && at >= c.First-6 && !s.Words[at+1].Comma && !s.Words[at+1].Stop; at-- {
		if s.Says(at, lexicon.Months) && (s.Is(at+1, lexicon.Long) || s.Is(at+1, lexicon.Of) || s.isOfLate(at)) {
			return true
		}
		if s.Words[at].Trigger >= 0 {
			break
		}
	}
	for at := c.Last + 1; at < len(s.Words) && at <= c.Last+15 && !s.Words[at].Stop && s.Words[at].Trigger < 0; at++ {
		if s.Says(at, lexicon.Months) && s.isOfLate(at) {
			return true
		}
	}
	return false
}

// isOfLate reports whether months at word i are those before publication, or a duration: "in
// recent months", "for months", "منذ أشهر".
func (s stage) isOfLate(i int) bool {
	return s.Says(i-1, lexicon.RecentWord) || s.Says(i-1, lexicon.ForWord) || s.Says(i-1, lexicon.SinceWord)
}

// isSum reports whether a trigger sums up repeated events: "has seized territory across the
// north".
func (s stage) isSum(c *sentence.Candidate) bool {
	return c.Kind == event.Capture && c.Form != lexicon.Noun && s.Says(c.First-1, lexicon.HaveNow) && s.HasTerm(c.Last, c.Last+4, lexicon.Swathe)
}

// isCause reports whether a trigger is the cause of a state since a date: "has been held since
// May following an operation that displaced thousands".
func (s stage) isCause(c *sentence.Candidate) bool {
	following := false
	for at := c.First - 1; at >= 0 && at >= c.First-sentence.MaxDistance; at-- {
		if following && s.Says(at, lexicon.SinceWord) {
			return true
		}
		following = following || s.Says(at, lexicon.Following)
	}
	return false
}
