package event

import "strings"

// findTriggers finds the words that carry events. None lies in the name of a place
// or of an actor; of those that overlap the longest stands.
func (s *sentence) findTriggers() {
	for i := 0; i < len(s.words); i++ {
		if s.words[i].group >= 0 || s.isInName(i) {
			continue
		}
		t, ok := s.triggerAt(i)
		if !ok {
			continue
		}
		if n := len(s.triggers); n > 0 && s.triggers[n-1].last == i-1 && s.triggers[n-1].form == noun && t.form == noun && t.class != noneClass && !s.words[i].comma && !s.words[i].stop && !(s.words[i].Arabic && s.words[i].base != s.words[i].Fold) {
			t.first = s.triggers[n-1].first // rocket shells attack
			if t.class == attackClass || t.class == strikeClass || t.class == class(Clash) || t.class == killClass {
				t.class = s.triggers[n-1].class
			}
			s.triggers = s.triggers[:n-1]
			for k := t.first; k < i; k++ {
				s.words[k].trigger = -1
			}
		}
		if t.class == noneClass || s.isElse(t) || t.form == verb && t.first == t.last && s.is(i-1, isArticle) && !s.words[i].Arabic && !s.endsLikePast(i) && !s.is(i-1, isThis) {
			i = t.last
			continue
		}
		for k := t.first; k <= t.last; k++ {
			s.words[k].trigger = len(s.triggers)
		}
		s.triggers = append(s.triggers, t)
		i = t.last
	}
}

// isElse reports whether the words around say that a trigger's words mean something
// else: dawn and not "blew up", the occupation's forces, what falls and is no place.
func (s *sentence) isElse(t found) bool {
	i := t.first
	switch s.words[i].base {
	case "فجر":
		return s.is(i+1, isDate)
	case "سقط", "سقطت", "سقوط":
		return t.first == t.last && (s.is(i+1, isPerson|isArtillery|isGoods) || s.is(i-1, isArtillery|isGoods) || s.foldIs(i+1, "قتلي", "جرحي", "ضحايا", "عدد", "عشرات") || isDigit(s.words[min(i+1, len(s.words)-1)].Fold))
	case "احتلال":
		written := s.words[i].of(s.Text.Text)
		return strings.HasPrefix(written, "ال") || strings.HasPrefix(written, "لل") || strings.HasPrefix(written, "وال")
	case "hands":
		return t.form == state && !(s.foldIs(i-2, "in") && (s.words[i-1].actor >= 0 || s.is(i-1, isMod)))
	case "cleared", "freed":
		return s.isOfThings(i)
	case "return", "returns", "returned", "returning":
		return t.last > i && s.foldIs(t.last, "to") && !s.isOfPeople(i)
	case "heading":
		return s.is(i-1, isRoute) || s.is(i-1, isPart|isPlaceNoun) && s.hasWord(i-6, i, "road", "highway")
	case "fall", "falls", "fell", "fallen", "falling":
		return t.first == t.last && !s.isFallOfPlace(i)
	}
	return false
}

// isOfThings reports whether the passive at word i is said of something else than a
// place or its defenders: "rubble is being cleared".
func (s *sentence) isOfThings(i int) bool {
	at := i - 1
	for s.is(at, isBe|isHave|isAdverb) {
		at--
	}
	if at == i-1 || at < 0 || s.foldIs(i+1, "of") {
		return false
	}
	w := &s.words[at]
	return w.group < 0 && w.actor < 0 && !s.is(at, isPlaceNoun|isPosition|isPerson|isPart|isRelative)
}

// isOfPeople reports whether people who are no side of a war stand before the verb at
// word i: "families returned to X".
func (s *sentence) isOfPeople(i int) bool {
	for at := i - 1; at >= 0 && at >= i-6 && !s.words[at+1].stop; at-- {
		if s.is(at, isPerson) && s.words[at].actor < 0 {
			return true
		}
	}
	return false
}

// isFallOfPlace reports whether "fell" at word i is said of the place before it and of
// nothing else.
func (s *sentence) isFallOfPlace(i int) bool {
	before := i - 1
	for s.is(before, isBe|isHave|isAdverb|isMay|isWill) {
		before--
	}
	if before < 0 || s.words[before].group < 0 && !s.is(before, isPlaceNoun) {
		return false
	}
	return i+1 >= len(s.words) || s.words[i+1].comma || s.words[i+1].stop || s.is(i+1, isClause|isDate|isAdverb|isAnd) && !s.is(i+1, isIn) || s.is(i+1, isIn) && (s.is(i+2, isDate) || isDigit(s.words[min(i+2, len(s.words)-1)].Fold))
}

// isInName reports whether word i is in an actor of several words, or is one whose
// name is no trigger.
func (s *sentence) isInName(i int) bool {
	a := s.words[i].actor
	return a >= 0 && (s.actors[a].first != s.actors[a].last || !s.is(i, isActor))
}

// triggerAt returns the trigger that begins at word i.
func (s *sentence) triggerAt(i int) (found, bool) {
	if !s.is(i, beginsTrigger) {
		return found{}, false
	}
	entries := s.lex.triggers[s.words[i].base]
	best, ok := found{}, false
	for k := range entries {
		e := &entries[k]
		last, matches := s.matches(i, e.words)
		if !matches {
			continue
		}
		if ok && last-i < best.last-best.first {
			break
		}
		f := found{span{i, last}, e.kind, e.form}
		if f.class == noneClass && !s.is(i-1, isBe) {
			return f, true
		}
		if !ok || s.fitsForm(f) && !s.fitsForm(best) {
			best, ok = f, true
		}
	}
	return best, ok
}

// maxFiller is how many words may stand inside a trigger at one place.
const maxFiller = 2

// matches reports whether the words follow word i, with filler words between.
func (s *sentence) matches(i int, words []string) (int, bool) {
	for _, want := range words {
		i++
		if i < len(s.words) && (s.words[i].comma || s.words[i].stop || s.words[i].mark) {
			return 0, false
		}
		for filler := 0; i < len(s.words) && s.words[i].base != want && s.words[i].Fold != want && filler < maxFiller && s.is(i, isFiller|isArticle); filler++ {
			i++
		}
		if i >= len(s.words) || s.words[i].base != want && s.words[i].Fold != want || s.words[i].group >= 0 {
			return 0, false
		}
	}
	return i, true
}

// fitsForm reports whether the words around speak for the form of a trigger that
// may be a noun or a verb.
func (s *sentence) fitsForm(f found) bool {
	if s.words[f.first].Arabic {
		return true
	}
	if f.form == noun || f.form == state {
		return s.isNounAt(f.first)
	}
	if f.form == gerund && s.is(f.first-1, isBe) {
		return true
	}
	return !s.isNounAt(f.first)
}

// isNounAt reports whether an English word that may be a verb is a noun where it
// stands.
func (s *sentence) isNounAt(i int) bool {
	prev := i - 1
	switch {
	case prev < 0:
		return !strings.HasSuffix(s.words[i].Fold, "ing") || s.is(i+1, isIn|isOf|isBy|isWith|isBe|isFired)
	case s.foldIs(prev, "to"):
		return s.is(i+1, isOf)
	case s.is(prev, isArticle):
		return true
	case s.is(prev, isWill|isMay|isNot|isHave), s.foldIs(prev, "who", "which", "that", "they", "we"):
		return false
	case s.is(prev, isOf|isIn|isBy|isWith):
		return true
	case s.words[prev].actor >= 0:
		if s.is(i+1, isIn|isOf|isBy|isWith) && !s.endsLikePast(i) {
			return true // a coalition strike in Raqqa
		}
		a := s.actors[s.words[prev].actor]
		if s.foldIs(a.first-1, "under", "into") {
			return true // under government control
		}
		return !s.isPlural(a.last) && !s.is(i+1, isArticle) && (i+1 >= len(s.words) || s.words[i+1].group < 0)
	case s.is(prev, isDate) && s.is(i+1, isFired), isDigit(s.words[prev].Fold) && s.is(i+1, isFired), s.isDescribed(i):
		return true
	case s.is(prev, isDate):
		return false
	}
	return s.is(i+1, isOf|isIn|isBy|isWith|isBe|isHave) && !s.words[i].Upper
}

// isDescribed reports whether an article and words that describe a noun stand before
// word i: "the overnight strikes".
func (s *sentence) isDescribed(i int) bool {
	for at := i - 1; at >= 0 && at >= i-3; at-- {
		w := &s.words[at]
		switch {
		case w.set&isArticle != 0:
			return true
		case w.set&isDate != 0:
		case w.actor >= 0, w.group >= 0, w.trigger >= 0, w.Upper, w.comma, w.stop, w.set&(isBe|isHave|isAnd|isIn|isSay|isPerson|isActor) != 0:
			return false
		}
	}
	return false
}

func (s *sentence) endsLikePast(i int) bool {
	f := s.words[i].Fold
	return len(f) > 3 && f[len(f)-2:] == "ed"
}

func (s *sentence) isPlural(i int) bool {
	f := s.words[i].Fold
	return len(f) > 3 && f[len(f)-1] == 's' || s.foldIs(i, "army", "police", "government", "regime", "coalition", "force", "group")
}
