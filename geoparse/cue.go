package geoparse

import (
	"strings"

	"dateline/gazetteer"
)

// cue notes for each spotted name the class word beside it ("the village of
// Sajou", "Idlib Governorate", "بلدة مورك"), lets capitalised ones after a name
// into its span, and hands the class of "the towns of A, B and C" down the list.
func (p *parse) cue() {
	kept := p.spots[:0]
	p.classOf = -1
	for _, s := range p.spots {
		if n := len(kept); n > 0 && s.first <= kept[n-1].last {
			continue // its words went to the name before
		}
		s.class = p.classBefore(s.first)
		p.classOf = -1
		if p.isDemonymToken(s.last) {
			kept = append(kept, s)
			continue
		}
		if after, ok := p.classAfter(&s); ok {
			s.class = after
		}
		if s.class == "" {
			s.class = p.apposition(s.last + 1)
		}
		if n := len(kept); s.class == "" && n > 0 && isListGap(p.text[kept[n-1].end:s.start]) {
			s.class = p.listClass(kept[n-1].class)
		}
		s.holder = s.class == "" && p.isHolder(&s)
		p.takeStreet(&s)
		kept = append(kept, s)
	}
	p.spots = kept
	p.shareClasses()
	for i := range p.spots {
		p.takeAyn(&p.spots[i])
	}
}

// maxHeld is how many words describe what lies in a division, between the noun and
// the preposition: المناطق المحررة في.
const maxHeld = 2

// isHolder reports whether the words before a name speak of several towns or areas
// that lie in it, as they do in a division and not in its seat: "towns in Idlib",
// "liberated areas across Hama", القرى المحررة في إدلب.
func (p *parse) isHolder(s *spotted) bool {
	i := s.first - 1
	if i < 1 || p.breaks(i) || p.hasPrefix(s) || !p.lex.holding[p.tokens[i].base] {
		return false
	}
	i--
	for n := 0; n < maxHeld && i > 0 && !p.breaks(i) && !p.lex.held[p.tokens[i].base] && hasArticle(&p.tokens[i]); n++ {
		i--
	}
	return !p.breaks(i) && p.lex.held[p.tokens[i].base]
}

// shareClasses hands the class of "the A, B and C provinces" up the list.
func (p *parse) shareClasses() {
	for i := len(p.spots) - 2; i >= 0; i-- {
		s, next := &p.spots[i], &p.spots[i+1]
		after := next.last + 1
		isAfter := after < len(p.tokens) && p.tokens[after].shape != arabic && p.tokens[after].fold == next.class
		if s.class == "" && next.class != "" && (isAfter || next.shared) && isListGap(p.between(i)) && !p.isDemonymToken(s.last) {
			s.class, s.shared = p.listClass(next.class), true
		}
	}
}

// takeAyn lets the mark of an ʿayn before a name (‘Arak) into its span, unless
// it opens a quotation.
func (p *parse) takeAyn(s *spotted) {
	before := p.text[:s.start]
	mark := len(before) - len(strings.TrimRight(before, "‘ʿʻ`"))
	if mark == 0 || mark > len("‘") {
		return
	}
	if !p.closesQuotation(s.end) {
		s.start -= mark
	}
}

// closesQuotation reports whether a mark that closes a quotation follows in the
// line after byte at. Asked in the order of the text it reads each byte once.
func (p *parse) closesQuotation(at int) bool {
	if p.closing < at {
		p.closing = len(p.text)
		if next := strings.IndexAny(p.text[at:], "’'\n"); next >= 0 {
			p.closing = at + next
		}
		p.step((p.closing - at) / bytesPerStep)
	}
	return p.closing < len(p.text) && p.text[p.closing] != '\n'
}

// classBefore returns the class word that governs the name at token first:
// "village of X", "the cities of X", "قرية X".
func (p *parse) classBefore(first int) string {
	i := first - 1
	if i < 0 || p.breaks(i) {
		return ""
	}
	if p.tokens[first].shape == arabic {
		if p.words[i]&isClass != 0 {
			return p.tokens[i].base
		}
		return ""
	}
	if p.tokens[i].fold == "the" {
		i--
	}
	if i < 1 || p.tokens[i].fold != "of" || p.breaks(i-1) || p.words[i-1]&isClass == 0 || p.isTaken(i-1) {
		return ""
	}
	return p.tokens[i-1].fold
}

// breaks reports whether punctuation stands between tokens i and i+1.
func (p *parse) breaks(i int) bool {
	return strings.TrimLeft(p.gap(i), " \u00a0") != ""
}

// maxModifiers is how many modifiers may stand between a name and its class word.
const maxModifiers = 3

// classAfter returns the class word that follows the name, as in "Hama
// province". A capitalised one that names use joins the span, with what stands
// between: "Hayyan Gas Fields".
func (p *parse) classAfter(s *spotted) (string, bool) {
	i := s.last + 1
	for i < len(p.tokens) && i <= s.last+maxModifiers && p.blankBefore(i) && p.words[i]&isModifier != 0 && p.tokens[i].shape == capital {
		i++
	}
	if i >= len(p.tokens) || !p.blankBefore(i) || p.tokens[i].shape == arabic || p.words[i]&isClass == 0 {
		return "", false
	}
	joins := p.words[i]&isSpanClass != 0 && p.tokens[i].shape == capital && !p.inHeadline(i) && p.ownsClass(s, p.tokens[i].fold)
	if i > s.last+1 && !joins {
		return "", false
	}
	if joins {
		s.last, s.end = i, p.tokens[i].end
		p.keepClass(s, p.tokens[i].fold)
	}
	p.classOf = i
	return p.tokens[i].fold, true
}

func (p *parse) blankBefore(i int) bool {
	g := p.gap(i - 1)
	return g == " " || g == "\u00a0"
}

// keepClass drops the places that can't be what the class word in the name
// says: Al-Quds Hospital is not Jerusalem.
func (p *parse) keepClass(s *spotted, class string) {
	var kept []gazetteer.Hit
	for _, h := range s.hits {
		if p.lex.fits(class, p.gaz.Place(h.Ref).Kind) {
			kept = append(kept, h)
		}
	}
	s.hits = kept
	s.cued = s.cued || len(kept) == 0 && (s.exact || p.lex.words[class]&isDefinite != 0)
}

// isTaken reports whether the class word at token i belongs to the name before
// it: the region of "Puno region of Peru".
func (p *parse) isTaken(i int) bool { return p.classOf == i }

// ownsClass reports whether a capitalised class word is part of what the
// place is called. Where the divisions of a country are governorates,
// "Province" is the reporter's word and no part of the name.
func (p *parse) ownsClass(s *spotted, class string) bool {
	if class != "province" {
		return true
	}
	for _, h := range s.hits {
		place := p.gaz.Place(h.Ref)
		if place.Kind == gazetteer.FirstDivision && p.isGovernorate(h.Ref) {
			return false
		}
	}
	return true
}

func (p *parse) isGovernorate(r gazetteer.Ref) bool {
	for _, name := range p.gaz.Names(r) {
		if strings.HasSuffix(name, "Governorate") || strings.HasPrefix(name, "محافظة") {
			return true
		}
	}
	return false
}

// maxListGap is how many bytes may stand between two items of a list, blanks
// included.
const maxListGap = 64

// isListGap reports whether what stands between two names makes them items of
// one list.
func isListGap(gap string) bool {
	if len(gap) > maxListGap {
		return false
	}
	switch strings.TrimSpace(gap) {
	case ",", "،", "and", ", and", "&", "و", "، و", "/", "or", "as well as", ", as well as":
		return true
	}
	return false
}

// listClass returns the class of the items that follow one of this class.
func (p *parse) listClass(class string) string {
	if p.lex.words[class]&isPlural != 0 {
		return class
	}
	return ""
}

// inHeadline reports whether token i stands in a line that is written like a
// headline, where capitals say nothing.
func (p *parse) inHeadline(i int) bool {
	return p.lineOf(i).headline
}
