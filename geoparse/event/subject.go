package event

// adjoining returns the actor directly before word i, else the subject.
func (s *sentence) adjoining(i int) Range {
	at := i - 1
	for at >= 0 && s.is(at, isAdverb|isRelative|isBe|isHave) {
		at--
	}
	if at >= 0 && s.words[at].actor >= 0 {
		return s.actorRange(s.actors[s.words[at].actor])
	}
	return s.subject(i)
}

// maxSubject is how far before its verb a subject is looked for.
const maxSubject = 40

// subject returns the actor before a verb at word i that no preposition governs and
// that is not the object of another verb. "It" behind a verb of saying is who says so:
// "the army said it had taken X".
func (s *sentence) subject(i int) Range {
	a, said := s.subjectOrSaid(i)
	if said >= 0 {
		a, _ = s.subjectOrSaid(said)
	}
	if a.isEmpty() && said < 0 && !s.words[i].Arabic {
		return s.nameBefore(i)
	}
	return a
}

// subjectOrSaid is subject without looking behind a verb of saying, and where that
// verb stands; -1 for none.
func (s *sentence) subjectOrSaid(i int) (subject Range, said int) {
	relative := s.is(i-1, isRelative) || s.is(i-2, isRelative) && s.is(i-1, isAdverb|isBe|isHave|isMay|isWill)
	for at := i - 1; at >= 0 && at >= i-maxSubject; at-- {
		if s.words[at+1].stop {
			break
		}
		if !relative && s.is(at, isSay) && !s.is(at, isSource) && s.words[at].trigger < 0 && !s.foldIs(at+1, "to") && !s.is(at-1, isBe) {
			break // before it is who says so
		}
		if s.foldIs(at, "they", "it") && (at == i-1 || s.is(i-1, isHave|isAdverb|isBe)) && at >= i-3 {
			return s.agent, s.saidBefore(at)
		}
		if s.words[at].actor < 0 {
			continue
		}
		w := s.actors[s.words[at].actor]
		if relative || at == i-2 && s.foldIs(i-1, "to") {
			return s.actorRange(w), -1
		}
		first, free := s.phraseStart(w)
		if free {
			return s.actorRange(span{first, w.last}), -1
		}
		at = w.first
	}
	if t := s.words[i].trigger; t >= 0 && s.triggers[t].form == gerund {
		return s.after(i), -1 // since capturing X, the army has …
	}
	return Range{}, -1
}

// saidBefore returns the verb of saying close before word i, -1 for none.
func (s *sentence) saidBefore(i int) int {
	for at := i - 1; at >= 0 && at >= i-8; at-- {
		if s.is(at, isSay|isClaim) {
			return at
		}
	}
	return -1
}

// after returns the actor that follows the comma behind an opening clause.
func (s *sentence) after(i int) Range {
	for at := i + 1; at < len(s.words) && at <= i+20; at++ {
		if s.words[at].comma {
			if a := s.actorWithin(at, 4); !a.isEmpty() {
				return a
			}
		}
	}
	return Range{}
}

// maxJoined is how many actors "and" may join.
const maxJoined = 6

// phraseStart returns where the phrase of an actor begins, with those that "and"
// joins before it, and whether it can be a subject.
func (s *sentence) phraseStart(w span) (int, bool) {
	first, free, joined := s.phraseStep(w)
	for n := 0; joined >= 0 && n < maxJoined; n++ {
		first, free, joined = s.phraseStep(s.actors[joined])
	}
	return first, free
}

// startsPhrase reports whether the article at word i follows a noun that it does not
// belong to: "according to the watchdog the attacker".
func (s *sentence) startsPhrase(i int) bool {
	w := &s.words[i-1]
	return w.set == 0 && w.trigger < 0 && w.group < 0 && w.actor < 0
}

// phraseStep is phraseStart up to the actor that "and" joins before it, which it
// returns; -1 for none.
func (s *sentence) phraseStep(w span) (first int, free bool, joined int) {
	first = w.first
	at := first - 1
	for n := 0; at >= 0 && n < 4; n++ {
		v := &s.words[at]
		switch {
		case s.words[at+1].comma || s.words[at+1].stop:
			return first, true, -1
		case v.set&isDate != 0, isDigit(v.Fold) && s.is(at-1, isDate):
			return first, true, -1
		case v.set&isAnd != 0 && s.is(at-1, isMod) && s.words[at-1].actor < 0:
			at--
		case v.set&isAnd != 0 && at > 0 && s.words[at-1].actor >= 0:
			return first, true, s.words[at-1].actor
		case v.set&isOf != 0 && s.foldIs(at-1, "one", "some", "two", "three", "dozens", "hundreds", "many"):
			return first, true, -1
		case v.set&isArticle != 0 && at == first-1 && at > 0 && s.startsPhrase(at):
			return first, true, -1
		case v.set&isClause != 0, v.set&isRelative != 0, v.set&isSay != 0 && v.set&isSource == 0:
			return first, true, -1
		case v.set&(isIn|isOf|isBy|isWith|isFrom|isTo) != 0:
			return first, false, -1
		case v.trigger >= 0 && s.triggers[v.trigger].form != noun && s.triggers[v.trigger].form != state:
			return first, false, -1
		case v.group >= 0, v.actor >= 0:
			return first, true, -1
		}
		at--
	}
	return first, true, -1
}
