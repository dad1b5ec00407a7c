package geoparse

import (
	"strings"

	"slices"

	"dateline/gazetteer"
)

// maxSoundWords is how many words a name has at most that is found by sound.
const maxSoundWords = 4

// spotBySound finds a name whose transliteration differs from all that the
// gazetteer holds.
func (p *parse) spotBySound(i int) (spotted, bool) {
	if p.words[i]&^isNameHead != 0 && p.words[i]&isOpenHead == 0 && !gazetteer.IsArticle(p.tokens[i].fold) || !p.canSound(i) {
		return spotted{}, false
	}
	last := i
	for last+1 < len(p.tokens) && last-i+1 < maxSoundWords && p.joins(last) && p.continuesName(last+1) {
		last++
	}
	for ; last >= i; last-- {
		if p.tokens[last].shape == lower {
			continue
		}
		s := spotted{first: i, last: last, start: p.tokens[i].start, end: p.tokens[last].end}
		s.written = p.text[s.start:s.end]
		s.hits = slices.DeleteFunc(p.bySound(s.written, minSound), func(h gazetteer.Hit) bool { return !p.mayHaveArticle(&s, &h) })
		if len(s.hits) > 0 {
			return s, true
		}
	}
	return spotted{}, false
}

// canSound reports whether token i can be a name, or begin one, that somebody
// wrote down by its sound: no abbreviation, with or without an ending (NGOs),
// and no common noun at the start of a sentence.
func (p *parse) canSound(i int) bool {
	t := &p.tokens[i]
	switch {
	case t.shape == caps:
		return len(t.text) > longestAbbreviation
	case t.shape == capital && len(t.text) > 1 && shapeOf(t.text[:2]) == caps:
		return false
	}
	return !t.newSentence || !p.lowered[t.fold]
}

func (p *parse) continuesName(i int) bool {
	t := &p.tokens[i]
	if gazetteer.IsArticle(t.fold) {
		return true
	}
	if t.shape != capital || p.words[i]&^isSide != 0 {
		return false
	}
	return !p.beginsName(i)
}

// The least Quality at which a name found by sound is considered, and one of which
// the text shows how far it goes.
const (
	minSound      = 0.7
	minSoundWhole = 0.75
)

// bySound returns the places with the written name's transliteration key that
// are like it in its vowels too. Places that have names in the script of what
// is written are judged by those alone.
func (p *parse) bySound(written string, least float64) []gazetteer.Hit {
	var hits []gazetteer.Hit
	p.step(1 + len(written)/bytesPerStep)
	for _, h := range p.gaz.ByKey(nil, gazetteer.KeyOf(written)) {
		p.step(1)
		if q := gazetteer.Quality(written, h.Name); q < least || q == gazetteer.QualityScript && p.hasLatinName(h.Ref) {
			continue
		}
		hits = append(hits, h)
	}
	if len(hits) == 0 {
		return p.byVariant(written)
	}
	return hits
}

// soundCued looks up the names that only the words around them call places, as
// a whole, by their sound: Khirbet Jabrin, of which Jabrin is a name too.
func (p *parse) soundCued() {
	for i := range p.spots {
		if s := &p.spots[i]; s.cued && !s.exact && len(s.hits) == 0 && p.uses(BySound) {
			s.hits = p.bySound(s.written, minSoundWhole)
		}
	}
}

// byVariant returns the places that have a name of one word in another usual
// spelling of its vowels. Names with too few consonants for a key are found so.
func (p *parse) byVariant(written string) []gazetteer.Hit {
	if shapeOf(written) == arabic {
		return nil
	}
	for _, variant := range spellings(gazetteer.Fold(written)) {
		if hits := p.gaz.ByName(variant); len(hits) > 0 {
			return hits
		}
	}
	return nil
}

// vowels are the press's ways to write Arabic vowels, and the gazetteers'.
var vowels = [...]struct{ press, formal string }{
	{"ei", "ay"}, {"ai", "ay"}, {"ee", "i"}, {"oo", "u"}, {"ou", "u"}, {"aa", "a"}, {"au", "aw"}, {"o", "u"}, {"e", "i"},
}

// spellings returns other spellings of a folded name: with the gazetteers'
// vowels, and with the ending that they give to tāʾ marbūṭa.
func spellings(folded string) []string {
	ended := folded
	for _, ending := range [...]string{"eh", "ah", "a", "e"} {
		if stem, ok := strings.CutSuffix(folded, ending); ok && len(stem) > 2 {
			ended = stem + "ah"
			break
		}
	}
	formal := ended
	for _, v := range vowels {
		formal = strings.ReplaceAll(formal, v.press, v.formal)
	}
	return []string{ended, formal, strings.TrimSuffix(formal, "h"), undoubled(strings.TrimSuffix(formal, "h"))}
}

// undoubled writes each pair of equal letters once: Baramulla, of Bāramūla.
func undoubled(word string) string {
	return string(slices.Compact([]byte(word)))
}

func (p *parse) hasLatinName(r gazetteer.Ref) bool {
	for _, name := range p.gaz.Names(r) {
		if shape := shapeOf(name); shape == capital || shape == caps || shape == lower {
			return true
		}
	}
	return false
}
