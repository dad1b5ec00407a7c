package geoparse

import "strings"

// backPhrases appends areas around a place that was named before: "south of
// the town", "the province's north", جنوب المدينة. They are read where only one
// place can be meant.
func (p *parse) backPhrases(phrases []phrase) []phrase {
	for i := range p.tokens {
		if !p.isBackWord(i) {
			continue
		}
		spot := p.antecedent(i)
		if spot < 0 {
			continue
		}
		h := head{i, i, spot}
		if p.tokens[i].shape != arabic {
			h.first = i - 1 // the article
		}
		if f, ok := p.areaAround(h); ok && (f.first < h.first || f.last > h.last) && f.kind != Contact && f.kind != Pocket {
			phrases = append(phrases, f)
		}
	}
	return phrases
}

// isBackWord reports whether token i stands for a town or division that was
// named before: "the town", المدينة.
func (p *parse) isBackWord(i int) bool {
	if p.words[i]&isClass == 0 || p.isNameAt(i) {
		return false
	}
	next := i + 1
	if next < len(p.tokens) && !p.breaks(i) && (p.spotOf[next] >= 0 || p.tokens[next].fold == "of" || p.words[next]&isClass != 0) {
		return false // "the town of", مدينة حلب
	}
	switch p.tokens[i].fold {
	case "town", "village", "city", "province", "governorate", "district", "country":
		return i > 0 && p.tokens[i-1].fold == "the"
	}
	switch p.tokens[i].base {
	case "مدينه", "بلده", "قريه", "محافظه", "بلاد":
		return strings.HasPrefix(p.tokens[i].text, "ال")
	}
	return false
}

// antecedent returns the name that a word for a place at token i stands for: the
// only one of its kind before it in its sentence, or if there is none there, in
// the sentence before; -1 when none or several can be meant.
func (p *parse) antecedent(i int) int {
	sentence := p.sentenceOf(p.tokens[i].start)
	for range 2 {
		if sentence.end == 0 {
			return -1
		}
		if found, n := p.only(p.tokens[i].base, sentence, p.tokens[i].start); n > 0 {
			if n > 1 {
				return -1
			}
			return found
		}
		sentence = p.sentenceBefore(sentence)
	}
	return -1
}

// only returns the last name in a stretch of text before a byte whose place a
// class word fits, and how many places there are to which it does.
func (p *parse) only(class string, in textRange, before int) (spot, places int) {
	spot = -1
	for k := range p.spots {
		s := &p.spots[k]
		if s.start < in.start || s.start >= min(in.end, before) || s.role != RolePlace || !p.anchors(k) || !p.lex.fits(class, p.taken(k).Kind) || p.taken(k).Kind == "P.PPLX" {
			continue
		}
		if spot < 0 || p.taken(spot).ID != p.taken(k).ID {
			places++
		}
		spot = k
	}
	return spot, places
}

// sentenceBefore returns the sentence before another one, none for the first.
func (p *parse) sentenceBefore(s textRange) textRange {
	if s.start == 0 {
		return textRange{}
	}
	for i := range p.sentences {
		if p.sentences[i].start == s.start && i > 0 {
			return p.sentences[i-1]
		}
	}
	return textRange{}
}
