package event

// isOusted reports whether a side is driven from the place.
func (s *sentence) isOusted(c *candidate) bool {
	g := &s.groups[c.group]
	if g.first < c.last || g.prep < c.last || c.mood == attempted {
		return false
	}
	if !s.is(g.prep, isFrom) && !(s.is(g.prep, isOf) && s.foldIs(g.prep-1, "out")) && !s.foldIs(g.prep, "out", "of") {
		return false
	}
	for i := c.last + 1; i < g.prep; i++ {
		if s.words[i].actor >= 0 || s.is(i, isPerson) {
			return true
		}
	}
	return c.passive
}

// isCut reports whether a road is what is cut.
func (s *sentence) isCut(c *candidate) bool {
	if c.last > c.first && c.passive {
		return true // X is cut off
	}
	for i := c.last + 1; i < len(s.words) && i <= c.last+5; i++ {
		if s.is(i, isRoute) {
			return true
		}
		if s.words[i].stop || s.words[i].comma {
			break
		}
	}
	return false
}

// isDestroyed reports whether a state is of what something else is done to: "destroyed two
// dens in X".
func (s *sentence) isDestroyed(c *candidate) bool {
	return c.form == state && s.foldIs(c.first, "den", "dens", "hideout", "hideouts", "headquarters", "mainstay") && s.isObjectOfTrigger(c)
}

// held says what a verb of holding reports.
func (s *sentence) held(c *candidate) (Type, bool) {
	if s.holderBefore(&c.found) >= 0 {
		return Control, true
	}
	if c.passive && !s.words[c.first].dash && !s.foldIs(c.last+1, "by") && !s.foldIs(c.last, "by") || !c.passive && s.object(c) != placeObject || !c.passive && s.groups[c.group].first < c.first {
		return "", false
	}
	if s.foldIs(c.first-1, "to") && c.mood == asserted {
		return Capture, true // managed to control
	}
	return Control, c.mood == asserted || c.mood == alleged || c.mood == negated
}

// isEnded reports whether a state is told as over: "putting an end to the presence".
func (s *sentence) isEnded(i int) bool {
	for at := i - 1; at >= 0 && at >= i-6; at-- {
		if s.foldIs(at, "end", "ending", "ended", "ends") {
			return true
		}
	}
	return false
}

// taken says what a verb of taking reports: of people it is a detention, of weapons
// no event, of what is still to be taken a clash.
func (s *sentence) taken(c *candidate) (Type, bool) {
	if c.form == noun {
		if s.words[c.first].Arabic && s.hasWord(c.first-7, c.first, "فقد", "فقدت", "خسر", "خسرت", "تفقد", "يفقد") {
			return "", false // lost the control of
		}
		if s.words[c.first].Arabic && (s.foldIs(c.first-1, "خاضعه", "خاضع", "تحت") || s.isUnder(c.first)) {
			return Control, true
		}
		return Capture, true
	}
	if s.words[c.first].Arabic {
		return s.arabicTaken(c)
	}
	switch s.object(c) {
	case personObject:
		if s.foldIs(c.first, "overrun", "overran", "overruns", "overrunning") {
			break
		}
		return Detention, true
	case goodsObject:
		return "", false
	}
	if c.mood == attempted {
		return Clash, true
	}
	return Capture, true
}

// isUnder reports whether an Arabic noun at word i completes a verb of being subject to,
// with the place between: "تخضع X لسيطرة Y".
func (s *sentence) isUnder(i int) bool {
	for at := i - 1; at >= 0 && at >= i-8; at-- {
		if s.foldIs(at, "تخضع", "يخضع", "خضعت", "خضع", "وقعت", "تقع", "يقع") {
			return true
		}
		if s.words[at].stop || s.words[at].comma {
			break
		}
	}
	return false
}

// arabicTaken says what an Arabic verb of taking or entering reports. In the present,
// before its subject, holding is a state; what enters may be relief or a convoy.
func (s *sentence) arabicTaken(c *candidate) (Type, bool) {
	if s.foldIs(c.first, "تسيطر", "يسيطر", "يسيطرون") && (c.first == 0 || s.words[c.first-1].actor < 0 || s.hasWord(c.last, c.last+10, "منذ")) {
		return Control, c.mood == asserted || c.mood == alleged
	}
	if s.foldIs(c.first, "دخل", "دخلت", "يدخل", "تدخل", "دخلوا") {
		switch {
		case s.isRelief(c.last+1, 1):
			return Aid, true
		case s.foldIs(c.last+1, "رتل", "ارتال", "قافله", "قوافل", "تعزيزات", "شاحنات", "اليات"):
			return Deployment, true
		}
	}
	if c.mood == attempted {
		return Clash, true
	}
	return Capture, true
}

// takerAfter returns to whom a place falls, behind its name.
func (s *sentence) takerAfter(c *candidate) Range {
	if !s.foldIs(c.first, "fall", "fell", "falls", "fallen", "loss", "سقوط", "سقط", "سقطت", "يسقط", "تسقط") {
		return Range{}
	}
	for at := c.last + 1; at < len(s.words) && at <= c.last+9 && !s.words[at].stop; at++ {
		if s.foldIs(at, "to") && s.words[at-1].group >= 0 || s.foldIs(at, "hands", "قبضه") || s.words[at].Arabic && (s.foldIs(at, "بيد", "بايدي", "يد", "ايدي")) {
			return s.actorAlone(at+1, 4)
		}
	}
	return Range{}
}

// isLeft reports whether a verb of leaving is said of a place.
func (s *sentence) isLeft(c *candidate) bool {
	if c.form == noun || s.words[c.first].Arabic {
		return true
	}
	if c.mood == attempted || c.mood == intended && !s.foldIs(c.first, "withdraw", "hand") {
		return false
	}
	o := s.object(c)
	return o != personObject && o != goodsObject
}
