package geoparse

import (
	"slices"
	"strings"

	"dateline/gazetteer"
)

// Posts are written without capitals, so that nothing tells a name from a word.
// In such a text the names of places that are known well enough are given back
// their capitals, and all else reads on as in any text.

// minRecased is how many letters a name of one word has at least that is found
// without its capital.
const minRecased = 4

// recase gives the known names of a text without capitals their capitals.
func (p *parse) recase() {
	if !p.isWithoutCapitals() {
		return
	}
	for i := 0; i < len(p.tokens); {
		last, ok := p.knownInSmallLetters(i)
		if !ok {
			i++
			continue
		}
		for ; i <= last; i++ {
			if t := &p.tokens[i]; t.shape == lower && !gazetteer.IsArticle(t.fold) {
				t.shape = capital
				delete(p.lowered, t.fold)
			}
		}
	}
}

// isWithoutCapitals reports whether at least nine in ten words of a text begin
// with a small letter, and more than half of its sentences.
func (p *parse) isWithoutCapitals() bool {
	words, capitals, starts, capitalStarts := 0, 0, 0, 0
	for i := range p.tokens {
		t := &p.tokens[i]
		if t.shape != lower && !t.shape.upperCase() || len(t.text) < 2 || strings.HasSuffix(p.text[:t.start], "#") {
			continue
		}
		words++
		if t.newSentence {
			starts++
		}
		if t.shape.upperCase() {
			capitals++
			if t.newSentence {
				capitalStarts++
			}
		}
	}
	return words > 0 && capitals*10 <= words && capitalStarts*2 < max(starts, 1)
}

// knownInSmallLetters returns the last token of the longest name that begins
// with token i in small letters and is a place's beyond much doubt.
func (p *parse) knownInSmallLetters(i int) (last int, ok bool) {
	isTied := p.isTiedArticle(i)
	if p.tokens[i].shape != lower || !isTied && (gazetteer.IsArticle(p.tokens[i].fold) || p.words[i]&isStop != 0 && p.words[i]&isDirection == 0) {
		return 0, false
	}
	cursor := p.gaz.Start()
	for j := i; j < len(p.tokens) && j-i < maxNameWords && (j == i || p.joins(j-1)); j++ {
		t := &p.tokens[j]
		if gazetteer.IsArticle(t.fold) && j+1 < len(p.tokens) {
			continue
		}
		if t.shape == caps || !cursor.Next(t.fold) {
			break
		}
		if cursor.Complete() && p.isKnownSmall(i, j, cursor.Hits(nil)) {
			last, ok = j, true
		}
	}
	return last, ok
}

// isKnownSmall reports whether the words from token i to token j, which are
// written without capitals, name one of these places: well known or in a table
// made by hand, and no word or person's name that nothing calls a place.
func (p *parse) isKnownSmall(i, j int, hits []gazetteer.Hit) bool {
	prominence := 0.0
	for _, h := range hits {
		prominence = max(prominence, p.gaz.Prominence(h.Ref))
	}
	if prominence < commonNeeds && !slices.ContainsFunc(hits, func(h gazetteer.Hit) bool { return p.gaz.Curated(h.Ref) }) {
		return false
	}
	if p.isTiedArticle(i) {
		return true // al-bab
	}
	all, any := ^wordSet(0), wordSet(0)
	for k := i; k <= j; k++ {
		if !gazetteer.IsArticle(p.tokens[k].fold) {
			all, any = all&p.words[k], any|p.words[k]
		}
	}
	isCued := p.isCuedSmall(i)
	const person = isFirstName | isSurname | isGivenOrPlace
	switch {
	case all&isStop != 0, i == j && any&isCalendar != 0:
		return false
	case i == j && len(p.tokens[i].fold) < minRecased:
		return false
	case i == j && any&^person != 0, i < j && isEveryday(p.words[i:j+1]):
		return isCued && prominence >= commonFirstNeeds
	case i == j && any&person != 0:
		return isCued
	}
	return true
}

// isCuedSmall reports whether token i stands where places do: behind a
// preposition, or in a list behind a name that has its capital back.
func (p *parse) isCuedSmall(i int) bool {
	if i == 0 {
		return false
	}
	if p.words[i-1]&isPreposition != 0 && !p.breaks(i-1) {
		return true
	}
	before := i - 1
	if p.tokens[before].fold == "and" && before > 0 {
		before--
	}
	return p.tokens[before].shape == capital && isListGap(p.text[p.tokens[before].end:p.tokens[i].start])
}

// isEveryday reports whether all words are in the lexicon as words of everyday
// language or class words.
func isEveryday(words []wordSet) bool {
	return !slices.ContainsFunc(words, func(w wordSet) bool { return w&(isCommon|isClass|isStop|isDirection) == 0 })
}
