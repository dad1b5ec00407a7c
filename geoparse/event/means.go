package event

import "strings"

// isFiredNear reports whether words near a weapon say that it hits.
func (s *sentence) isFiredNear(c *candidate) bool {
	const near = 8
	for i := max(0, c.first-near); i < len(s.words) && i <= c.last+near; i++ {
		if (i < c.first || i > c.last) && s.is(i, isFired) {
			return true
		}
	}
	return false
}

// maxMeans is how far a means may stand from the trigger it makes a strike of, names
// of places not counted.
const maxMeans = 18

// byMeans returns the type that the means told with a trigger make of it; where none
// are told, the text may still speak of the strike of the sentence before.
func (s *sentence) byMeans(c *candidate, otherwise Type) Type {
	lo, hi := s.clauseAround(c)
	best, distance := Type(""), maxMeans
	for _, to := range [...]int{lo - 1, hi + 1} {
		step, i, d := 1, c.last+1, 0
		told := c.class != killClass || c.form == noun
		if to < lo {
			step, i = -1, c.first-1
		}
		for ; i != to && d < distance; i += step {
			if s.words[i].group >= 0 {
				continue
			}
			d++
			told = told || step < 0 || s.isByPrefix(i) || s.is(i, isIn|isBy|isWith|isFrom|isClause) || s.foldIs(i, "due", "using", "in")
			if t := s.means(i, c); t != "" && told {
				best, distance = t, d
			}
		}
	}
	for i := c.first; i <= c.last; i++ {
		if t := s.means(i, c); t != "" {
			return t
		}
	}
	switch {
	case best != "":
		return best
	case s.strike != "" && (c.class == strikeClass || s.groups[c.group].anaphor || s.foldIs(c.first-1, "the", "this", "these")):
		return s.strike
	}
	return otherwise
}

// isByPrefix reports whether "by" is written to the front of an Arabic word: بقصف.
func (s *sentence) isByPrefix(i int) bool {
	w := &s.words[i]
	return w.Arabic && w.base != w.Fold && strings.HasPrefix(w.Fold, "ب")
}

// means says with what a strike is made by word i.
func (s *sentence) means(i int, c *candidate) Type {
	switch {
	case s.is(i, isAircraft):
		return AirStrike
	case s.is(i, isArtillery):
		return Shelling
	case s.is(i, isBomb):
		return Explosion
	}
	if t := s.words[i].trigger; t >= 0 && t != c.index && (c.class == hitClass || c.class == killClass) {
		switch o := s.triggers[t]; o.class {
		case class(AirStrike), strikeClass, airWeaponClass:
			return AirStrike
		case class(Shelling), weaponClass:
			return Shelling
		case class(Explosion), bombClass:
			return Explosion
		}
	}
	return ""
}

// clauseAround returns the words of the clause around a trigger, first and last.
func (s *sentence) clauseAround(c *candidate) (int, int) {
	lo, hi := c.first, c.last
	for lo > 0 && lo > c.first-maxWay && !s.words[lo].stop && !s.is(lo-1, isClause) {
		lo--
	}
	for hi+1 < len(s.words) && hi < c.last+maxWay && !s.words[hi+1].stop && !s.is(hi+1, isClause) {
		hi++
	}
	return lo, hi
}
