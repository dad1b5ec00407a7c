package kind

import (
	"strings"

	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/sentence"
)

// isFiredNear reports whether words near a weapon report a hit.
func (s stage) isFiredNear(c *sentence.Candidate) bool {
	const near = 8
	for i := max(0, c.First-near); i < len(s.Words) && i <= c.Last+near; i++ {
		if (i < c.First || i > c.Last) && s.Is(i, lexicon.Fired) {
			return true
		}
	}
	return false
}

// maxMeans is how many words, not counting place names, may separate a trigger from the means
// that determines its type.
const maxMeans = 18

// byMeans returns the type determined by the means; if none is named, the text may still refer
// to the strike of the previous sentence.
func (s stage) byMeans(c *sentence.Candidate, otherwise event.Type) event.Type {
	lo, hi := s.clauseAround(c)
	best, distance := event.Type(""), maxMeans
	for _, to := range [...]int{lo - 1, hi + 1} {
		step, i, d := 1, c.Last+1, 0
		told := c.Class != lexicon.KillClass || c.Form == lexicon.Noun
		if to < lo {
			step, i = -1, c.First-1
		}
		for ; i != to && d < distance; i += step {
			if s.Words[i].Group >= 0 {
				continue
			}
			d++
			told = told || step < 0 || s.isByPrefix(i) || s.Is(i, lexicon.In|lexicon.By|lexicon.With|lexicon.From|lexicon.Clause) || s.Says(i, lexicon.Using)
			if t := s.means(i, c); t != "" && told {
				best, distance = t, d
			}
		}
	}
	if s.isFlown(c, lo) {
		return event.AirStrike
	}
	for i := c.First; i <= c.Last; i++ {
		if t := s.means(i, c); t != "" {
			return t
		}
	}
	switch {
	case best != "":
		return best
	case s.Strike != "" && (c.Class == lexicon.StrikeClass || s.Says(c.First, lexicon.Targets) || s.Groups[c.Group].Anaphor || s.Says(c.First-1, lexicon.DefiniteNoun)):
		return s.Strike
	}
	return otherwise
}

// isFlown reports whether aircraft are the agent, whatever weapon they use: "a helicopter fired
// rockets at".
func (s stage) isFlown(c *sentence.Candidate, from int) bool {
	verb := c.First
	if c.Form == lexicon.Noun {
		verb = s.LightBefore(c.First)
	}
	if verb < 0 || c.Passive || s.Words[c.First].Arabic {
		return false
	}
	for at := verb - 1; at >= from; at-- {
		if a := s.Words[at].Actor; a >= 0 {
			for i := s.Acting[a].First; i <= s.Acting[a].Last; i++ {
				if s.Is(i, lexicon.Aircraft) {
					return true
				}
			}
			return false
		}
		if s.Words[at].Trigger >= 0 || s.Words[at].Comma || s.Is(at, lexicon.By) {
			break
		}
	}
	return false
}

// isByPrefix reports whether an Arabic word has the proclitic "by": بقصف.
func (s stage) isByPrefix(i int) bool {
	w := &s.Words[i]
	return w.Arabic && w.Base != w.Fold && strings.HasPrefix(w.Fold, "ب")
}

// means returns the type of strike for the means at word i.
func (s stage) means(i int, c *sentence.Candidate) event.Type {
	switch {
	case s.Is(i, lexicon.Aircraft), s.isAircraftAt(i):
		return event.AirStrike
	case s.Is(i, lexicon.Artillery):
		return event.Shelling
	case s.Is(i, lexicon.Bomb) && s.isVictim(i, c):
	case s.Is(i, lexicon.Bomb):
		return event.Explosion
	}
	if t := s.Words[i].Trigger; t >= 0 && t != c.Index && (c.Class == lexicon.HitClass || c.Class == lexicon.KillClass) {
		switch o := s.Triggers[t]; o.Class {
		case lexicon.Class(event.AirStrike), lexicon.StrikeClass, lexicon.AirWeaponClass:
			return event.AirStrike
		case lexicon.Class(event.Shelling), lexicon.WeaponClass:
			return event.Shelling
		case lexicon.Class(event.Explosion), lexicon.BombClass:
			return event.Explosion
		}
	}
	return ""
}

// isAircraftAt reports whether word i belongs to the name of an aircraft or of one that carries
// a bomb: "F-16", "Russian bombers", "a suicide drone", مسيرة انتحارية.
func (s stage) isAircraftAt(i int) bool {
	switch {
	case s.Says(i, lexicon.CraftMark):
		return i+1 < len(s.Words) && s.Words[i].Upper && sentence.IsDigit(s.Words[i+1].Fold) && s.Text.Text[s.Words[i].End:s.Words[i+1].Start] == "-"
	case !s.Is(i, lexicon.Bomb):
		return false
	case s.Says(i, lexicon.Bombers):
		return s.Says(i-1, lexicon.Flown) || i > 0 && s.Words[i-1].Upper && sentence.IsAdjectival(s.Words[i-1].Fold)
	}
	return s.Is(i+1, lexicon.Aircraft) && !s.Words[i].Arabic && !s.Words[i+1].Comma || s.Is(i-1, lexicon.Aircraft) && s.Words[i].Arabic
}

// isVictim reports whether word i belongs to those killed: "two suicide bombers were killed".
func (s stage) isVictim(i int, c *sentence.Candidate) bool {
	a := s.Words[i].Actor
	if a < 0 && i+1 < len(s.Words) {
		a = s.Words[i+1].Actor // suicide bombers
	}
	if c.Class != lexicon.KillClass || a < 0 || !s.Is(s.Acting[a].Last, lexicon.Actor) {
		return false
	}
	if w := s.Acting[a]; w.Last < c.First {
		return c.Passive && !s.HasTerm(w.Last, c.First, lexicon.ByWord)
	}
	for at := c.Last + 1; at < i; at++ {
		if s.Is(at, lexicon.In|lexicon.By|lexicon.Clause) {
			return false
		}
	}
	return true
}

// clauseAround returns the first and last word of the clause around a trigger.
func (s stage) clauseAround(c *sentence.Candidate) (int, int) {
	lo, hi := c.First, c.Last
	for lo > 0 && lo > c.First-sentence.MaxDistance && !s.Words[lo].Stop && !s.Is(lo-1, lexicon.Clause) {
		lo--
	}
	for hi+1 < len(s.Words) && hi < c.Last+sentence.MaxDistance && !s.Words[hi+1].Stop && !s.Is(hi+1, lexicon.Clause) {
		hi++
	}
	return lo, hi
}
