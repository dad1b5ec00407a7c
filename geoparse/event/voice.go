package event

import "strings"

// isPassive reports whether a participle stands for what is done to what is before
// it: after a form of be, or before "by".
func (s *sentence) isPassive(t *found) bool {
	if s.words[t.first].dash && t.form != noun {
		return true
	}
	if t.class == class(Control) && t.last > t.first && t.form == participle && s.is(t.last, isOf|isBy) {
		return true // under the control of
	}
	if s.holderBefore(t) >= 0 {
		return true
	}
	if t.form != participle && (t.form != verb || s.words[t.first].Arabic) {
		return false
	}
	if s.foldIs(t.last, "by") || s.foldIs(t.last+1, "by") {
		return true
	}
	for i := t.first - 1; i >= 0 && i >= t.first-4; i-- {
		switch {
		case s.is(i, isBe):
			return true
		case !s.is(i, isAdverb|isNot):
			return false
		}
	}
	return s.bareHeadline(t)
}

// holderBefore returns the word that says who holds the place behind a participle that
// no hyphen joins to it, "rebel held X", "Russian occupied X"; -1 for none.
func (s *sentence) holderBefore(t *found) int {
	if t.form != participle || t.first == 0 || t.first != t.last || s.words[t.first].Arabic || s.words[t.first].comma {
		return -1
	}
	switch t.class {
	case holdClass, occupyClass, class(Control):
	default:
		return -1
	}
	before := t.first - 1
	adjective := s.is(before, isMod) && !s.is(before, isActor) || s.foldIs(before, "rebel", "government", "opposition", "regime", "insurgent", "militant")
	for _, ending := range [...]string{"ian", "ish", "ese", "aeli"} {
		adjective = adjective || strings.HasSuffix(s.words[before].Fold, ending)
	}
	if !adjective {
		return -1
	}
	for i := t.first + 1; i < len(s.words) && i <= t.first+3; i++ {
		if s.words[i].group >= 0 {
			return before
		}
		if !s.is(i, isPart|isPlaceNoun) {
			break
		}
	}
	return -1
}

// bareHeadline reports whether a participle ends a headline: "KHAN SHAYKHUN
// LIBERATED".
func (s *sentence) bareHeadline(t *found) bool {
	return t.first > 0 && s.words[t.first-1].group >= 0 && s.words[t.first].Upper && (t.last+1 == len(s.words) || s.words[t.last+1].comma || s.words[t.last+1].stop)
}
