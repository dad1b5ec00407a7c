package event

// typeOf says what a trigger reports at its places; false where that is nothing.
func (s *sentence) typeOf(c *candidate) (Type, bool) {
	if s.groups[c.group].size == Country && (c.class == killClass || c.class == class(Displacement) || c.class == class(Control) && !s.words[c.first].dash) {
		return "", false // the sum of a war, or where somebody is at work
	}
	if s.groups[c.group].size == Country && c.mood != asserted && c.mood != alleged {
		return "", false // what could be done to a country
	}
	if c.form == state && s.hasWord(c.first-4, c.first, "outside", "beyond") {
		return "", false // the last village outside their control
	}
	if c.form == state && (s.isEnded(c.first) || s.isDestroyed(c)) || s.groups[c.group].size == Country && s.foldIs(c.last, "violence", "unrest", "protests") {
		return "", false
	}
	if c.form != noun && s.foldIs(c.first-1, "stopped", "stop", "halted", "halt", "stopping", "ceased", "cease") {
		return "", false
	}
	if c.form == noun && (s.isNoEventAt(c.first) || s.isHalted(c.first) || s.isBackdrop(c)) {
		return "", false
	}
	switch c.class {
	case landClass:
		t := s.byMeans(c, "")
		return t, t != ""
	case bombsClass:
		for i := c.first - 3; i <= c.last+4; i++ {
			if s.foldIs(i, "hit", "dropped", "fell", "struck", "landed", "dropping", "drop", "dropped") {
				return AirStrike, true
			}
		}
		return Explosion, s.isFiredNear(c)
	case raidClass:
		return s.raid(c), true
	case sendClass:
		return Deployment, s.isSent(c)
	case oustClass:
		return Capture, s.isOusted(c) || s.foldIs(c.first, "clear", "clears", "cleared", "clearing") && s.isObject(c)
	case cutClass:
		return Siege, s.isCut(c)
	case fleeClass:
		return s.flight(c), c.mood != intended && c.mood != possible
	case holdClass:
		return s.held(c)
	case enterClass:
		if c.mood == attempted {
			return Clash, true
		}
		if s.is(c.first-1, isGoods|isPerson) && s.words[c.first-1].actor < 0 || s.subject(c.first).isEmpty() {
			if s.isRelief(c.first-1, -1) {
				return Aid, c.mood == asserted || c.mood == alleged
			}
			return "", false // journalists
		}
		return s.taken(c)
	case attackClass, hitClass:
		if c.form == participle && s.is(c.first-1, isArticle) && s.groups[c.group].first > c.last+1 {
			return "", false // a damaged building
		}
		otherwise := Clash
		if s.foldIs(c.first, "strike", "strikes", "struck", "striking") {
			otherwise = Shelling
		}
		return s.byMeans(c, otherwise), true
	case strikeClass:
		return s.byMeans(c, AirStrike), true
	case killClass:
		if c.form == participle && s.is(c.first-1, isArticle) && !s.is(c.first+1, isPerson|isActor|isIn|isMod) {
			return "", false // the wounded were taken to X
		}
		return s.byMeans(c, Killing), true
	case weaponClass:
		return Shelling, s.isFiredNear(c)
	case bombClass:
		return Explosion, s.isFiredNear(c)
	case airWeaponClass:
		return AirStrike, s.isFiredNear(c)
	case takeClass:
		return Capture, s.isObject(c)
	case fallClass:
		return Capture, true
	case occupyClass:
		if c.passive {
			return Control, true
		}
		return s.taken(c)
	case class(Capture):
		return s.taken(c)
	case loseClass:
		return Withdrawal, c.passive || s.object(c) == placeObject && c.mood != attempted && c.mood != intended
	case class(Withdrawal):
		if !s.takerAfter(c).isEmpty() {
			return Capture, true // the fall of X to Y
		}
		return Withdrawal, s.isLeft(c)
	case class(Aid):
		if c.form == noun && s.isKeptOut(c.last) {
			return Siege, true
		}
	case class(Deployment):
		if s.foldIs(c.first, "arrive", "arrives", "arrived", "arriving") && s.whoDid(c).isEmpty() {
			return "", false // buses, guests
		}
		return Deployment, !(c.form == noun && s.isObjectOfTrigger(c)) && (!s.foldIs(c.last, "base", "bases", "outposts", "convoy", "convoys") || !s.whoDid(c).isEmpty())
	case class(Shelling):
		if c.form != noun || s.words[c.first].Arabic {
			return s.byMeans(c, Shelling), true
		}
	}
	return Type(c.class), true
}

// isHalted reports whether a noun is what comes to an end: "agreed to halt the fighting".
func (s *sentence) isHalted(i int) bool {
	at := i - 1
	for s.is(at, isArticle) || s.foldIs(at, "to") && s.foldIs(at-1, "end") {
		at--
	}
	return s.foldIs(at, "stop", "halt", "end", "stopping", "halting", "ending", "stopped", "halted", "ended")
}

// isKeptOut reports whether what stands up to word i is kept from a place: "aid convoys
// had been prevented from reaching".
func (s *sentence) isKeptOut(i int) bool {
	for at := i + 1; at < len(s.words) && at <= i+4; at++ {
		if s.foldIs(at, "prevented", "blocked", "barred", "stopped") {
			return true
		}
	}
	return false
}

// isBackdrop reports whether a noun behind its place is only what something else came
// after: "fled X after the ceasefire", "rallied in X in support of the strikes".
func (s *sentence) isBackdrop(c *candidate) bool {
	if s.groups[c.group].first > c.last || s.words[c.first].Arabic || !s.isDefinite(c) {
		return false
	}
	for at := c.first - 1; at >= 0 && at >= c.first-4; at-- {
		switch {
		case s.foldIs(at, "after", "since", "before", "following", "despite", "until"):
			return true
		case s.foldIs(at, "of") && s.foldIs(at-1, "support", "because", "view", "light", "protest"):
			return true
		case s.words[at].group >= 0, s.words[at].trigger >= 0:
			return false
		}
	}
	return false
}

// raid tells raids on the ground from those of aircraft by who makes them.
func (s *sentence) raid(c *candidate) Type {
	if t := s.byMeans(c, ""); t != "" {
		return t
	}
	for at := c.first - 1; at >= 0 && at >= c.first-8; at-- {
		if s.foldIs(at, "forces", "troops", "police", "soldiers", "fighters", "militants", "rebels", "gunmen", "settlers", "army", "units") {
			return Clash
		}
	}
	return AirStrike
}

// isSent reports whether people or forces are sent to the place.
func (s *sentence) isSent(c *candidate) bool {
	g := &s.groups[c.group]
	if g.first < c.last || g.prep < c.last || !s.is(g.prep, isTo|isIn) || s.is(g.prep, isFrom) {
		return false
	}
	for i := c.last + 1; i < g.prep; i++ {
		if s.is(i, isPerson|isGoods) || s.words[i].actor >= 0 || s.foldIs(i, "reinforcements", "convoy", "convoys", "them", "systems") {
			return true
		}
	}
	return c.passive && s.subject(c.first) != Range{}
}

// flight tells fighters who leave a place from people who flee it.
func (s *sentence) flight(c *candidate) Type {
	for at := c.first - 1; at >= 0 && at >= c.first-6; at-- {
		switch {
		case s.is(at, isActor) && s.words[at].actor >= 0:
			return Withdrawal
		case s.is(at, isPerson):
			return Displacement
		}
	}
	return Displacement
}

// isTold reports whether an event in the trigger's mood is worth telling: what may be
// taken, besieged or agreed on is, what may be shelled or killed is not.
func (c *candidate) isTold() bool {
	switch c.mood {
	case intended, possible:
		if c.mood == possible && (c.class == attackClass || c.class == hitClass) {
			return false
		}
		switch c.kind {
		case AirStrike, Shelling, Explosion, Killing, Displacement, Detention, Control, Protest:
			return false
		}
	}
	return true
}
