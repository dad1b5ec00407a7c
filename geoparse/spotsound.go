package geoparse

import (
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
		s.hits = slices.DeleteFunc(p.bySound(s.written), func(h gazetteer.Hit) bool { return !p.mayHaveArticle(&s, &h) })
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
	if t.shape != capital || p.words[i] != 0 {
		return false
	}
	return !p.beginsName(i)
}

// minSound is the least Quality at which a name found by sound is considered.
const minSound = 0.7

// bySound returns the places with the written name's transliteration key that
// are like it in its vowels too. Places that have names in the script of what
// is written are judged by those alone.
func (p *parse) bySound(written string) []gazetteer.Hit {
	var hits []gazetteer.Hit
	p.step(1 + len(written)/bytesPerStep)
	for _, h := range p.gaz.ByKey(nil, gazetteer.KeyOf(written)) {
		p.step(1)
		if q := gazetteer.Quality(written, h.Name); q < minSound || q == gazetteer.QualityScript && p.hasLatinName(h.Ref) {
			continue
		}
		hits = append(hits, h)
	}
	return hits
}

func (p *parse) hasLatinName(r gazetteer.Ref) bool {
	for _, name := range p.gaz.Names(r) {
		if shape := shapeOf(name); shape == capital || shape == caps || shape == lower {
			return true
		}
	}
	return false
}
