package geoparse

import "dateline/gazetteer"

// Most of what a war is reported from stands in no gazetteer. A name that the
// words around it call a place is found all the same, and given out without
// one.

// maxUnknownWords is how many words an unknown name has at most, articles and
// class words apart.
const maxUnknownWords = 3

// unknownAt finds a name that no gazetteer holds at token i, by what it is
// called: "the village of Shurifah", "Tal Areen", "Panorama Orchards",
// "Rawiya village".
func (p *parse) unknownAt(i int) (spotted, bool) {
	if !p.uses(Unlisted) {
		return spotted{}, false
	}
	if p.tokens[i].shape == arabic {
		return p.unknownArabic(i)
	}
	if p.inHeadline(i) || !p.beginsUnknown(i) {
		return spotted{}, false
	}
	last := p.unknownEnd(i)
	s := spotted{first: i, last: last, start: p.tokens[i].start, end: p.tokens[last].end, cued: true}
	s.written = p.text[s.start:s.end]
	switch {
	case last > i && p.words[i]&isNameHead != 0:
	case p.classBefore(i) != "" && !p.isVague(p.classBefore(i)):
	case p.endsInClass(&s):
	case len(p.spots) > 0 && p.continuesCuedList(i):
	default:
		return spotted{}, false
	}
	return s, true
}

// beginsUnknown reports whether token i can begin an unknown name: a
// capitalised word of no everyday meaning, or the first word that many names
// share.
func (p *parse) beginsUnknown(i int) bool {
	if gazetteer.IsArticle(p.tokens[i].fold) && i+1 < len(p.tokens) && p.isHyphen(i) {
		return p.tokens[i+1].shape.upperCase()
	}
	if p.words[i]&(isNameHead|isOpenHead) != 0 {
		return p.tokens[i].shape == capital
	}
	const everyday = isStop | isPreposition | isTitle | isFirstName | isCalendar | isDirection | isClass | isOrgHead | isOrgTail
	_, isDemonym := p.demonym(i)
	return p.tokens[i].shape == capital && p.words[i]&everyday == 0 && !isDemonym && len(p.tokens[i].text) > 2
}

// unknownEnd returns the last word of the unknown name that begins at token i.
func (p *parse) unknownEnd(i int) int {
	last, words := i, 0
	for j := i; j < len(p.tokens) && j-i < maxNameWords && (j == i || p.joins(j-1)); j++ {
		if gazetteer.IsArticle(p.tokens[j].fold) {
			continue
		}
		if !p.tokens[j].shape.upperCase() || words == maxUnknownWords || j > i && p.words[j]&(isClass|isSpanClass|isStop|isOrgTail) != 0 {
			break
		}
		last = j
		words++
	}
	return last
}

// endsInClass reports whether a class word follows the name and calls it a
// place of some definite kind. A capitalised one becomes part of the name.
func (p *parse) endsInClass(s *spotted) bool {
	i := s.last + 1
	for i < len(p.tokens) && i <= s.last+maxModifiers && p.gap(i-1) == " " && p.words[i]&isModifier != 0 && p.tokens[i].shape == capital {
		i++ // the Gas of Hayyan Gas Fields
	}
	if i >= len(p.tokens) || p.gap(i-1) != " " || p.words[i]&isClass == 0 || p.isVague(p.tokens[i].fold) {
		return false
	}
	if p.tokens[i].shape == capital && p.words[i]&isSpanClass != 0 {
		s.last, s.end = i, p.tokens[i].end
		return true
	}
	return p.tokens[i].shape == lower && i == s.last+1 && p.words[i]&isSettlement != 0
}

// isVague reports whether a class word is said of anything: area, state.
func (p *parse) isVague(class string) bool {
	return p.lex.words[class]&isDefinite == 0
}

// continuesCuedList reports whether token i goes on in a list whose items are
// called places of a kind: "the villages of A, B and C".
func (p *parse) continuesCuedList(i int) bool {
	last := &p.spots[len(p.spots)-1]
	return last.end <= p.tokens[i].start && isListGap(p.text[last.end:p.tokens[i].start]) && last.inCuedList
}

// isInCuedList reports whether the name that follows those spotted is an item of
// such a list.
func (p *parse) isInCuedList(s *spotted) bool {
	if class := p.classBefore(s.first); class != "" {
		return p.listClass(class) != "" && !p.isVague(class)
	}
	return len(p.spots) > 0 && p.continuesCuedList(s.first)
}

// unknownArabic finds the word after قرية, بلدة or تل.
func (p *parse) unknownArabic(i int) (spotted, bool) {
	if i == 0 || p.breaks(i-1) || p.words[i-1]&isSettlement == 0 || p.lex.words[p.tokens[i].fold] != 0 {
		return spotted{}, false
	}
	t := &p.tokens[i]
	return spotted{first: i, last: i, start: t.start, end: t.end, written: t.text, cued: true}, true
}
