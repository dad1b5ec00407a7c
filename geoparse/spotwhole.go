package geoparse

import (
	"slices"
	"strings"

	"dateline/gazetteer"
)

// Where the text calls words a village, or says which governorate they lie in,
// it shows how far the name goes: Harf Salkin in "the village of Harf Salkin",
// زور الحمد in "قرية زور الحمد بريف حماة". What is only the beginning of such a
// name is not the place that is called so.

// maxWholeWords is how many words such a name has at most, articles apart.
const maxWholeWords = 4

// spotWhole finds the name at token i of which the text shows how far it goes:
// among the names of the gazetteer, else by its sound, else as a name that no
// gazetteer holds. Not found is one of which only the first words are known, where
// nothing but the region behind it calls it a place. The longest name of the
// gazetteer that begins there is known, where exact.
func (p *parse) spotWhole(i int, known *spotted, exact bool) (spotted, bool) {
	last, ok := p.runEnd(i)
	if !ok {
		return spotted{}, false
	}
	called := p.isCalledSettlement(i, last)
	if !called && !p.isInDivision(last+1) {
		return spotted{}, false
	}
	if exact && (known.last >= last || p.isCityAndPart(known, last)) {
		return spotted{}, false
	}
	s := spotted{first: i, last: last, start: p.tokens[i].start, end: p.tokens[last].end, cued: called}
	s.written = p.text[s.start:s.end]
	if p.uses(BySound) {
		s.hits = p.bySound(s.written, minSoundWhole)
	}
	return s, len(s.hits) > 0 || called && p.uses(Unlisted) || exact && p.goesOnUnknown(known)
}

// goesOnUnknown reports whether a word that nothing is known of goes on after a
// name that is not well known: the Ruman of "Bayt Hasan Ruman".
func (p *parse) goesOnUnknown(s *spotted) bool {
	return p.words[s.last+1] == 0 && p.prominence(s) < commonNeeds && !p.beginsName(s.last+1)
}

// runEnd returns the last token of the capitalised words, with articles between
// them, that begin at token i; false where none does, or in a headline.
func (p *parse) runEnd(i int) (last int, ok bool) {
	if p.inHeadline(i) || p.isInsideRun(i) {
		return 0, false
	}
	last, words := -1, 0
	for j := i; j < len(p.tokens) && (j == i || p.joins(j-1) || p.endsInAyn(j-1)); j++ {
		switch {
		case p.isArticleInRun(j):
			continue
		case p.tokens[j].shape != capital || p.words[j]&endsRun != 0 || p.isDemonymToken(j):
			return last, last >= 0
		}
		last = j
		if words++; words > maxWholeWords {
			return 0, false
		}
	}
	return last, last >= 0
}

// endsInAyn reports whether the mark of an ʿayn that opens no quotation parts
// token j from the next: Ruweil' az Zeit.
func (p *parse) endsInAyn(j int) bool {
	start := p.tokens[j].start
	return (p.gap(j) == "' " || p.gap(j) == "’ ") && !strings.HasSuffix(p.text[:start], "'") && !strings.HasSuffix(p.text[:start], "‘")
}

// endsRun are the words that stand beside a name and not in it.
const endsRun = isClass | isSpanClass | isOrgTail | isOrgHead | isCalendar | isDirection | isPreposition | isStop | isTitle | isStreet

// isInsideRun reports whether a capitalised word stands before token i that may
// belong to the same name.
func (p *parse) isInsideRun(i int) bool {
	return i > 0 && p.joins(i-1) && p.tokens[i-1].shape == capital && p.words[i-1]&endsRun == 0 && !p.tokens[i-1].newSentence
}

// isArticleInRun reports whether token j is the article of the next word, tied to
// it or not: the as of "Fahd as Seiyid".
func (p *parse) isArticleInRun(j int) bool {
	return gazetteer.IsArticle(p.tokens[j].fold) && j+1 < len(p.tokens) && p.tokens[j+1].shape == capital && p.joins(j) &&
		(p.isHyphen(j) || p.tokens[j].shape == capital || p.isLooseArticle(j))
}

// isLooseArticle reports whether token j is a small-letter article that only a
// blank parts from its word. Before t, s, n and their like the article takes their
// sound, which tells it from the English "at", "as" and "an".
func (p *parse) isLooseArticle(j int) bool {
	t := &p.tokens[j]
	if t.shape != lower || !gazetteer.IsArticle(t.fold) || j+1 >= len(p.tokens) || p.gap(j) != " " || p.tokens[j+1].shape != capital {
		return false
	}
	next := p.tokens[j+1].fold
	if sound := t.fold[1:]; sound != "l" && !strings.HasPrefix(next, sound) {
		return false
	}
	return t.fold[1:] == "l" || p.words[j+1] == 0 && !p.isDemonymToken(j+1)
}

// isCalledSettlement reports whether the words around tokens first to last call
// them a settlement: "the village of X", "X village", "X, a village in".
func (p *parse) isCalledSettlement(first, last int) bool {
	if p.callsSettlement(p.classBefore(first)) || len(p.spots) > 0 && p.continuesCuedList(first) {
		return true
	}
	i := last + 1
	if i >= len(p.tokens) {
		return false
	}
	if p.gap(last) == " " && p.tokens[i].shape == lower && p.callsSettlement(p.tokens[i].fold) {
		return true
	}
	return p.apposition(i) != ""
}

// callsSettlement reports whether a class word is that of a settlement before
// all.
func (p *parse) callsSettlement(class string) bool {
	return class != "" && p.lex.words[class]&isSettlement != 0 && strings.HasPrefix(p.lex.classes[class][0], "P")
}

// apposition returns the word that calls the name before token i a settlement
// behind a comma, "a small village in", "the town of"; "" where none does.
func (p *parse) apposition(i int) string {
	if i >= len(p.tokens) || p.gap(i-1) != ", " || !p.isEnglishArticle(i) {
		return ""
	}
	for j := i + 1; j < len(p.tokens) && j <= i+maxModifiers && p.gap(j-1) == " " && p.tokens[j].shape == lower; j++ {
		if p.callsSettlement(p.tokens[j].fold) {
			return p.tokens[j].fold
		}
	}
	return ""
}

// isInDivision reports whether token i begins words that say in which governorate
// what stands before them lies: "in R province", "in the countryside of R".
func (p *parse) isInDivision(i int) bool {
	if i >= len(p.tokens) || p.tokens[i].fold != "in" || p.breaks(i-1) {
		return false
	}
	called := false
	for j := i + 1; j < len(p.tokens) && j <= i+maxContainerWords && !p.breaks(j-1); j++ {
		switch t := &p.tokens[j]; {
		case p.lex.fits(t.fold, gazetteer.FirstDivision) && p.words[j]&isDefinite != 0 || p.lex.regions[t.fold] == "countryside":
			if called = true; p.tokens[j-1].shape.upperCase() {
				return true
			}
		case t.shape.upperCase():
			if called {
				return true
			}
		case gazetteer.IsArticle(t.fold):
		case t.shape != lower || p.words[j]&(isDirection|isModifier) == 0 && t.fold != "the" && t.fold != "of":
			return false
		}
	}
	return false
}

// isCityAndPart reports whether what follows a well-known name up to token last is
// a name too: the Waer of "Homs al-Waer".
func (p *parse) isCityAndPart(s *spotted, last int) bool {
	if p.prominence(s) < knownEnough || p.words[s.first]&(isNameHead|isOpenHead) != 0 {
		return false
	}
	rest, ok := p.longest(s.last+1, p.tokens[s.last+1].fold, 0)
	return ok && rest.last == last && (p.prominence(s) >= commonNeeds && p.isQuarter(&rest) || p.isDivision(&rest))
}

// isQuarter reports whether a name is that of a part of some city.
func (p *parse) isQuarter(s *spotted) bool {
	return slices.ContainsFunc(s.hits, func(h gazetteer.Hit) bool { return p.gaz.Place(h.Ref).Kind == gazetteer.Quarter })
}

// isDivision reports whether a name is that of a country or first-level division.
func (p *parse) isDivision(s *spotted) bool {
	for _, h := range s.hits {
		if kind := p.gaz.Place(h.Ref).Kind; kind.IsCountry() || kind == gazetteer.FirstDivision {
			return true
		}
	}
	return false
}
