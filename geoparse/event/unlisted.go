package event

import (
	"slices"
	"strings"
)

// findUnlisted adds groups for names that no gazetteer holds, where the sentence has no
// smaller place than a district: behind a preposition of place, "in Kuriga", or as what
// is taken, "seized Galcad". What a text calls the town of something is one in any case.
func (s *sentence) findUnlisted() {
	town := slices.ContainsFunc(s.groups, func(g group) bool { return g.size == Town })
	for i := 0; i < len(s.words); i++ {
		if town && !(s.foldIs(i-1, "of") && s.is(i-2, isSettlement)) {
			continue
		}
		last, ok := s.unlisted(i)
		if !ok {
			continue
		}
		w := span{i, last}
		s.groups = append(s.groups, group{key: len(s.groups), span: w, spots: []Spot{{s.rangeOf(w), unnamed}}, prep: s.prepositionBefore(i), size: Town})
		s.mark(w, len(s.groups)-1)
		i = last
	}
}

// unlisted returns the last word of a name at word i that is in no table and stands
// where a place does.
func (s *sentence) unlisted(i int) (int, bool) {
	if s.words[i].Arabic {
		return s.unlistedArabic(i)
	}
	if !s.startsUnlisted(i) || !s.isAtPlace(i) && !s.isTaken(i) && !s.isHeld(i) {
		return 0, false
	}
	last := i
	for last+1 < len(s.words) && last+1 < i+maxName && s.isName(last+1) && !s.words[last+1].comma && !s.words[last+1].stop && !s.words[last+1].mark {
		last++
	}
	next := last + 1
	if next < len(s.words) && !s.words[next].comma && !s.words[next].stop {
		if isDigit(s.words[next].Fold) || s.words[next].actor >= 0 || strings.HasSuffix(s.words[last].Fold, "s") && !s.is(next, isIn|isOf|isAnd|isClause|isDate|isBe|isHave) || s.foldIs(next, "s") || s.is(next, isActor|isPerson|isGoods|isSay) || s.is(next, isPosition) && !s.is(next, isPlaceNoun) {
			return 0, false
		}
	}
	return last, true
}

// shortestName is how many letters a name has at least that is taken for a place.
const shortestName = 4

// startsUnlisted reports whether word i can begin such a name: no abbreviation.
func (s *sentence) startsUnlisted(i int) bool {
	name := s.words[i].of(s.Text.Text)
	return s.isName(i) && len(name) >= shortestName && strings.ToUpper(name) != name && !s.isName(i-1)
}

// isAtPlace reports whether a preposition of place stands before word i, or "town of".
func (s *sentence) isAtPlace(i int) bool {
	if i == 0 || s.words[i].comma || s.words[i].stop || s.words[i].mark {
		return false
	}
	return s.foldIs(i-1, "in", "near", "at", "around", "outside", "inside") || s.foldIs(i-1, "of") && s.is(i-2, isPlaceNoun|isPart)
}

// isTaken reports whether word i is the object of a verb of taking or leaving.
func (s *sentence) isTaken(i int) bool {
	if i == 0 || s.words[i-1].trigger < 0 || s.words[i].comma || s.words[i].stop {
		return false
	}
	switch t := &s.triggers[s.words[i-1].trigger]; t.class {
	case class(Capture), takeClass, occupyClass, loseClass, class(Siege):
		return t.form != noun && t.form != state && !s.isPassive(t)
	}
	return false
}

// isHeld reports whether word i begins what is said to be held, besieged or retaken:
// "Galcad was under rebel control".
func (s *sentence) isHeld(i int) bool {
	at := i
	for at < len(s.words) && at < i+maxName && s.isName(at) {
		at++
	}
	if !s.is(at, isBe) {
		return false
	}
	for at++; at < len(s.words) && s.is(at, isBe|isAdverb); at++ {
	}
	if s.foldIs(at, "under") {
		for k := at + 1; k < len(s.words) && k <= at+4; k++ {
			if s.foldIs(k, "control", "siege") {
				return true
			}
		}
		return false
	}
	return s.is(at, isUndergone)
}

// unlistedArabic is unlisted for Arabic, where only a word for a kind of place, or
// "near", says that a name is one.
func (s *sentence) unlistedArabic(i int) (int, bool) {
	w := &s.words[i]
	if w.group >= 0 || w.actor >= 0 || w.set != 0 || w.trigger >= 0 || len(w.Fold) < 2*shortestName || s.lex.triggers[w.base] != nil {
		return 0, false
	}
	if i == 0 || w.comma || w.stop || !s.foldIs(i-1, "قرب", "بلده", "قريه", "مدينه", "محور", "بمدينه", "ببلده", "بقريه", "لبلده", "لمدينه") {
		return 0, false
	}
	last := i
	if next := i + 1; next < len(s.words) && s.words[next].set == 0 && s.words[next].trigger < 0 && s.words[next].group < 0 && strings.HasPrefix(s.words[next].of(s.Text.Text), "ال") && !s.words[next].comma && !s.words[next].stop {
		last = next
	}
	return last, true
}
