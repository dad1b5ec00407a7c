package event

// nounAgent returns who is told with a noun: before it, by "by", "between" or "of",
// or as the subject of the verb that the noun completes.
func (s *sentence) nounAgent(c *candidate) Range {
	if s.is(c.last+1, isBy) {
		if a, ok := s.byActor(c.last + 1); ok {
			return a
		}
	}
	if a, ok := s.actorBefore(c.first); ok {
		return a
	}
	if a, ok := s.byActor(c.last); ok {
		return a
	}
	if c.kind == Clash || c.kind == Agreement {
		if a, ok := s.betweenActor(c.last + 1); ok {
			return a
		}
	}
	if c.kind != Siege && c.kind != Capture || c.class != class(c.kind) {
		if s.is(c.last, isOf) || s.foldIs(c.last+1, "of", "from", "for") {
			if a := s.actorWithin(c.last+1, 4); !a.isEmpty() {
				return a
			}
		}
	}
	if s.isPossessed(c.first) {
		return s.nearestActor(c.first)
	}
	if i := s.responsibleFor(c.first); i >= 0 {
		return s.subject(i)
	}
	if i := s.lightBefore(c.first); i >= 0 {
		if s.is(i-1, isBe) {
			return Range{}
		}
		return s.subject(i)
	}
	if s.foldIs(c.last, "operation", "operations", "offensive", "assault", "campaign") && c.kind == Clash {
		return s.subject(c.first)
	}
	return Range{}
}

// nearestActor returns the last actor before word i, whatever governs it.
func (s *sentence) nearestActor(i int) Range {
	for at := i - 1; at >= 0 && at >= i-maxSubject; at-- {
		if a := s.words[at].actor; a >= 0 {
			return s.actorRange(s.actors[a])
		}
	}
	return Range{}
}

// isPossessed reports whether "its" or "their" stands before a noun at word i.
func (s *sentence) isPossessed(i int) bool {
	for at := i - 1; at >= 0 && at >= i-4; at-- {
		if s.foldIs(at, "its", "their", "his") {
			return true
		}
		if s.is(at, isIn|isAnd|isOf) || s.words[at].trigger >= 0 {
			return false
		}
	}
	return false
}

// byActor returns the actor behind "by" near word i, before another verb.
func (s *sentence) byActor(i int) (Range, bool) {
	for at := i; at < len(s.words) && at <= i+10; at++ {
		if at > i && (s.words[at].stop || s.words[at].trigger >= 0 && s.triggers[s.words[at].trigger].form != noun || s.is(at, isClause)) {
			break
		}
		if s.is(at, isBy) {
			if a := s.actorWithin(at+1, 5); !a.isEmpty() {
				return a, true
			}
			if a := s.nameFrom(at + 1); !a.isEmpty() {
				return a, true
			}
		}
		if s.foldIs(at, "hands") && s.foldIs(at+1, "of") {
			return s.actorWithin(at+2, 3), true
		}
	}
	return Range{}, false
}

// betweenActor returns the first of two sides behind "between" in the clause.
func (s *sentence) betweenActor(i int) (Range, bool) {
	for at := i; at < len(s.words) && at <= i+20; at++ {
		if s.words[at].stop {
			break
		}
		if s.foldIs(at, "between", "among", "pitting") {
			a := s.actorAlone(at+1, 4)
			return a, !a.isEmpty()
		}
	}
	return Range{}, false
}

// actorBefore returns the actor whose noun begins at word i: "Russian air strikes".
func (s *sentence) actorBefore(i int) (Range, bool) {
	for at := i - 1; at >= 0 && at >= i-4; at-- {
		if a := s.words[at].actor; a >= 0 && !(s.actors[a].first == s.actors[a].last && s.foldIs(at, "military", "security", "police")) {
			return s.actorRange(s.actors[a]), true
		}
		if s.is(at, isIn|isArticle|isAnd|isOf|isBe|isSay) || s.words[at].trigger >= 0 || s.words[at].group >= 0 || s.words[at+1].comma || s.words[at+1].stop {
			break
		}
	}
	return Range{}, false
}

// responsibleFor returns the verb of "claimed responsibility for" before a noun at word
// i, -1 for none.
func (s *sentence) responsibleFor(i int) int {
	for at := i - 1; at > 0 && at >= i-6; at-- {
		if s.foldIs(at, "responsibility") {
			return at - 1
		}
		if s.words[at].trigger >= 0 || s.words[at].stop {
			break
		}
	}
	return -1
}

// lightBefore returns the verb that lends a noun at word i its subject, -1 for none.
func (s *sentence) lightBefore(i int) int {
	for at := i - 1; at >= 0 && at >= i-8; at-- {
		if s.is(at, isLight) {
			return at
		}
		if s.words[at].stop || s.is(at, isIn|isTo) && !s.is(at, isOf) || s.is(at, isClause|isSay) {
			break
		}
	}
	return -1
}
