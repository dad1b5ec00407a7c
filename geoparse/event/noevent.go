package event

// isNoEventAt reports whether a noun at word i is named with what makes it none:
// "to avoid encirclement", "the anniversary of the capture of".
func (s *sentence) isNoEventAt(i int) bool {
	for at := i - 1; at >= 0 && at >= i-4; at-- {
		switch {
		case s.is(at, isNoEvent):
			return true
		case s.words[at+1].comma, s.words[at+1].stop, s.words[at].group >= 0, s.words[at].trigger >= 0, s.is(at, isBe|isHave|isSay):
			return false
		}
	}
	return false
}

// isObjectOfTrigger reports whether a noun is what something else is done to: "ambushed
// an army convoy", "left the observation post", "an attack on a patrol".
func (s *sentence) isObjectOfTrigger(c *candidate) bool {
	for at := c.first - 1; at >= 0 && at >= c.first-5; at-- {
		w := &s.words[at]
		if w.trigger >= 0 {
			switch o := &s.triggers[w.trigger]; {
			case o.form == noun || o.form == state:
				return s.is(at+1, isIn|isWith) && isHostile(o.class)
			case s.isPassive(o):
				return false
			default:
				return isHostile(o.class) || leaves(o.class)
			}
		}
		if w.group >= 0 || s.words[at+1].comma || s.words[at+1].stop || w.set&(isBe|isHave|isSay|isAnd|isClause|isRelative) != 0 {
			return false
		}
	}
	return false
}

// isHostile reports whether triggers of a class are done to somebody.
func isHostile(c class) bool {
	switch c {
	case class(AirStrike), class(Shelling), class(Clash), class(Explosion), attackClass, strikeClass, hitClass, raidClass:
		return true
	}
	return false
}

// isRelief reports whether relief is told within four words from word i, backwards with
// step -1.
func (s *sentence) isRelief(i, step int) bool {
	for n := 0; n < 4 && i >= 0 && i < len(s.words); n, i = n+1, i+step {
		if s.foldIs(i, "aid", "relief", "humanitarian", "assistance", "food", "supplies", "مساعدات", "اغاثه", "اغاثيه", "انسانيه", "غذائيه") {
			return true
		}
		if s.words[i].stop || s.words[i].group >= 0 {
			break
		}
	}
	return false
}
