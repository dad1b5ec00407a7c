package geoparse

import (
	"strings"
)

// spotWholeArabic is spotWhole for a name behind قرية, بلدة and their like.
func (p *parse) spotWholeArabic(i int, known *spotted, exact bool) (spotted, bool) {
	last, ok := p.arabicRunEnd(i)
	if !ok || last == i || exact && (known.last >= last || p.isDescribedUpTo(known, last)) {
		return spotted{}, false
	}
	s := spotted{first: i, last: last, start: p.tokens[i].start, end: p.tokens[last].end, cued: true}
	s.written = p.text[s.start:s.end]
	if p.uses(BySound) {
		s.hits = p.bySound(s.written, minSoundWhole)
	}
	return s, len(s.hits) > 0 || p.uses(Unlisted)
}

// isGovernedBySettlement reports whether token i is the name in the construct
// state behind a word for a settlement: قرية X, but not القرية.
func (p *parse) isGovernedBySettlement(i int) bool {
	return i > 0 && p.words[i-1]&isSettlement != 0 && !hasArticle(&p.tokens[i-1]) && !p.breaks(i-1)
}

// arabicRunEnd returns the last word of the name at token i: the last before what
// says where it lies, else the second behind a word that names begin with; false
// where neither shows.
func (p *parse) arabicRunEnd(i int) (last int, ok bool) {
	if !p.isGovernedBySettlement(i) {
		return 0, false
	}
	for j := i; j < len(p.tokens) && j <= i+maxWholeWords && (j == i || !p.breaks(j-1)); j++ {
		if j > i && p.beginsWhere(j) {
			return j - 1, true
		}
		if !p.isPartOfArabicName(j, i) {
			break
		}
	}
	if next := i + 1; p.words[i]&isNameHead != 0 && next < len(p.tokens) && !p.breaks(i) && p.isPartOfArabicName(next, i) &&
		(hasArticle(&p.tokens[next]) || p.words[next]&(isStop|isCommon) == 0) {
		return next, true
	}
	return 0, false
}

// beginsWhere reports whether token j begins words that say where the name before
// it lies: في, بريف, غرب.
func (p *parse) beginsWhere(j int) bool {
	t := &p.tokens[j]
	if t.base == "في" || t.base == "قرب" || p.lex.bearings[t.base] != "" && !hasArticle(t) {
		return true
	}
	return strings.HasPrefix(t.text, "ب") && t.base != t.fold && (p.words[j]&isClass != 0 || p.lex.regions[t.base] != "")
}

// isPartOfArabicName reports whether token j can be a word of the name that begins
// with token first: none that goes on with the sentence, as a preposition, a verb
// of saying, or what "and" is written together with.
func (p *parse) isPartOfArabicName(j, first int) bool {
	t := &p.tokens[j]
	switch {
	case t.shape != arabic, p.words[j]&(isPreposition|isSay|isCalendar) != 0:
		return false
	case j == first:
		return true
	case p.words[j]&isClass != 0 && p.words[j]&isNameHead == 0:
		return false
	}
	return !strings.HasPrefix(t.text, "و") || p.lex.words[t.fold] != 0
}

// isDescribedUpTo reports whether nothing but an adjective of everyday language
// follows a name up to token last, feminine as towns are: سراقب الاستراتيجية. One
// that tells twin villages apart is part of the name.
func (p *parse) isDescribedUpTo(s *spotted, last int) bool {
	if p.words[s.last]&isNameHead != 0 && s.first == s.last {
		return false
	}
	for j := s.last + 1; j <= last; j++ {
		t := &p.tokens[j]
		if !strings.HasPrefix(t.text, "ال") || !strings.HasSuffix(t.fold, "ه") || p.words[j]&isStop != 0 || p.words[j]&isCommon == 0 && !p.isDemonymToken(j) {
			return false
		}
	}
	return true
}
