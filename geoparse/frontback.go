package geoparse

import (
	"sort"
	"strings"
)

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
		if found := p.fitting(p.tokens[i].base, sentence, p.tokens[i].start); found.places > 0 {
			if found.places > 1 {
				return -1
			}
			return found.last
		}
		sentence = p.sentenceBefore(sentence)
	}
	return -1
}

// fitting are the names of a sentence whose places a class word fits, as far as
// it was looked through.
type fitting struct {
	last   int // name; -1 for none
	places int // how many different ones, each counted anew when another stood between
	next   int // the name to go on with
}

// fitting returns the names in a sentence before a byte whose places a class word
// fits. Asked in the order of the text it looks at each name once for each class.
func (p *parse) fitting(class string, in textRange, before int) fitting {
	key := classIn{class, in.start}
	f, known := p.fittings[key]
	if !known {
		f = fitting{last: -1, next: p.nameFrom(in.start)}
	}
	for ; f.next < len(p.spots) && p.spots[f.next].start < min(in.end, before); f.next++ {
		if !p.fitsClass(f.next, class) {
			continue
		}
		if f.last < 0 || p.taken(f.last).ID != p.taken(f.next).ID {
			f.places++
		}
		f.last = f.next
	}
	p.fittings[key] = f
	return f
}

// classIn is a class word and the first byte of the sentence that it is asked for.
type classIn struct {
	class string
	start int
}

// fitsClass reports whether name i is of a place that a class word fits.
func (p *parse) fitsClass(i int, class string) bool {
	return p.anchors(i) && p.spots[i].role == RolePlace && p.lex.fits(class, p.taken(i).Kind) && p.taken(i).Kind != "P.PPLX"
}

// sentenceBefore returns the sentence before another one, none for the first.
func (p *parse) sentenceBefore(s textRange) textRange {
	i := sort.Search(len(p.sentences), func(i int) bool { return p.sentences[i].start >= s.start })
	if i == 0 {
		return textRange{}
	}
	return p.sentences[i-1]
}
