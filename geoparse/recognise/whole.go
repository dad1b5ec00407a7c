package recognise

import (
	"slices"
	"strings"

	"dateline/gazetteer"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/signal"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// Where the text calls words a village, or says which governorate they lie in, it shows how far the
// name extends: Harf Salkin in "the village of Harf Salkin", زور الحمد in "قرية زور الحمد بريف
// حماة". The beginning of such a name is not the place of that name.

// maxWholeWords is how many words such a name may have, not counting articles.
const maxWholeWords = 4

// spotWhole finds the name at token i whose extent the text shows: in the gazetteer, else by
// sound, else as an unknown name. It returns false if only the first words are known and nothing
// but a region after it calls it a place. The longest name of the gazetteer at token i is known,
// if exact.
func (r *Recogniser) spotWhole(i int, known *toponym.Toponym, exact bool) (toponym.Toponym, bool) {
	last, ok := r.runEnd(i)
	if !ok {
		return toponym.Toponym{}, false
	}
	called := r.isCalledSettlement(i, last)
	if !called && !r.isInDivision(last+1) {
		return toponym.Toponym{}, false
	}
	if exact && (known.Last >= last || r.isCityAndPart(known, last)) {
		return toponym.Toponym{}, false
	}
	s := toponym.Toponym{First: i, Last: last, Start: r.Tokens[i].Start, End: r.Tokens[last].End, Cued: called}
	s.Written = r.Source[s.Start:s.End]
	if r.Uses(signal.BySound) {
		s.Hits = r.BySound(s.Written, toponym.MinSoundWhole)
	}
	return s, len(s.Hits) > 0 || called && r.Uses(signal.Unlisted) || exact && r.goesOnUnknown(known)
}

// goesOnUnknown reports whether an unknown word follows a name that is not well known: Ruman in
// "Bayt Hasan Ruman".
func (r *Recogniser) goesOnUnknown(s *toponym.Toponym) bool {
	return r.Words[s.Last+1] == 0 && r.Prominence(s) < toponym.CommonNeeds && !r.BeginsName(s.Last+1)
}

// runEnd returns the last token of the run of capitalised words and articles at token i; false
// if there is none, or in a headline.
func (r *Recogniser) runEnd(i int) (last int, ok bool) {
	if r.InHeadline(i) || r.isInsideRun(i) {
		return 0, false
	}
	last, words := -1, 0
	for j := i; j < len(r.Tokens) && (j == i || r.Joins(j-1) || r.endsInAyn(j-1)); j++ {
		switch {
		case r.isArticleInRun(j):
			continue
		case r.Tokens[j].Shape != token.Capital || r.Words[j]&endsRun != 0 || r.IsDemonymToken(j):
			return last, last >= 0
		}
		last = j
		if words++; words > maxWholeWords {
			return 0, false
		}
	}
	return last, last >= 0
}

// endsInAyn reports whether the mark of an ʿayn, rather than an opening quotation mark,
// separates token j from the next: Ruweil' az Zeit.
func (r *Recogniser) endsInAyn(j int) bool {
	start := r.Tokens[j].Start
	return (r.Gap(j) == "' " || r.Gap(j) == "’ ") && !strings.HasSuffix(r.Source[:start], "'") && !strings.HasSuffix(r.Source[:start], "‘")
}

// endsRun are the classes of words that occur next to a name, not in it.
const endsRun = lexicon.Class | lexicon.SpanClass | lexicon.OrgTail | lexicon.OrgHead | lexicon.Calendar | lexicon.Direction | lexicon.Preposition | lexicon.Stop | lexicon.Title | lexicon.Street

// isInsideRun reports whether a capitalised word precedes token i that may belong to the same
// name.
func (r *Recogniser) isInsideRun(i int) bool {
	return i > 0 && r.Joins(i-1) && r.Tokens[i-1].Shape == token.Capital && r.Words[i-1]&endsRun == 0 && !r.Tokens[i-1].NewSentence
}

// isArticleInRun reports whether token j is the article of the next word, joined to it or not:
// "as" in "Fahd as Seiyid".
func (r *Recogniser) isArticleInRun(j int) bool {
	return gazetteer.IsArticle(r.Tokens[j].Fold) && j+1 < len(r.Tokens) && r.Tokens[j+1].Shape == token.Capital && r.Joins(j) &&
		(r.IsHyphen(j) || r.Tokens[j].Shape == token.Capital || r.isLooseArticle(j))
}

// isLooseArticle reports whether token j is a lower-case article separated from its word by a
// space. It must be assimilated to a following t, s, n and the like, which distinguishes it from
// English "at", "as" and "an".
func (r *Recogniser) isLooseArticle(j int) bool {
	t := &r.Tokens[j]
	if t.Shape != token.Lower || !gazetteer.IsArticle(t.Fold) || j+1 >= len(r.Tokens) || r.Gap(j) != " " || r.Tokens[j+1].Shape != token.Capital {
		return false
	}
	next := r.Tokens[j+1].Fold
	if sound := t.Fold[1:]; sound != "l" && !strings.HasPrefix(next, sound) {
		return false
	}
	return t.Fold[1:] == "l" || r.Words[j+1] == 0 && !r.IsDemonymToken(j+1)
}

// isCalledSettlement reports whether the context of tokens first to last calls them a
// settlement: "the village of X", "X village", "X, a village in".
func (r *Recogniser) isCalledSettlement(first, last int) bool {
	if r.callsSettlement(r.classBefore(first)) || len(r.Names) > 0 && r.continuesCuedList(first) {
		return true
	}
	i := last + 1
	if i >= len(r.Tokens) {
		return false
	}
	if r.Gap(last) == " " && r.Tokens[i].Shape == token.Lower && r.Words[i]&lexicon.Settlement != 0 && r.callsSettlement(r.Tokens[i].Fold) {
		return true
	}
	return r.apposition(i) != ""
}

// callsSettlement reports whether a class word means primarily a settlement.
func (r *Recogniser) callsSettlement(class string) bool {
	return class != "" && r.Lex.Words[class]&lexicon.Settlement != 0 && strings.HasPrefix(r.Lex.MainKind(class), "P")
}

// apposition returns the word by which an apposition before token i calls the name a settlement,
// "a small village in", "the town of"; "" if there is none.
func (r *Recogniser) apposition(i int) string {
	if i >= len(r.Tokens) || r.Gap(i-1) != ", " || !r.IsEnglishArticle(i) {
		return ""
	}
	for j := i + 1; j < len(r.Tokens) && j <= i+maxModifiers && r.Gap(j-1) == " " && r.Tokens[j].Shape == token.Lower; j++ {
		if r.Words[j]&lexicon.Settlement != 0 && r.callsSettlement(r.Tokens[j].Fold) {
			return r.Tokens[j].Fold
		}
	}
	return ""
}

// maxDivisionWords is how many words the phrase for a place's division may have.
const maxDivisionWords = 9

// isInDivision reports whether token i begins a phrase for the division of the name before: "in
// R province", "in the countryside of R", or after a comma "northern R countryside".
func (r *Recogniser) isInDivision(i int) bool {
	if i >= len(r.Tokens) {
		return false
	}
	first := i
	switch {
	case r.Tokens[i].Fold == "in" && !r.Breaks(i-1):
		first++
	case r.Gap(i-1) != ", ":
		return false
	}
	called := false
	for j := first; j < len(r.Tokens) && j <= first+maxDivisionWords && (j == first || !r.Breaks(j-1)); j++ {
		switch t := &r.Tokens[j]; {
		case r.Lex.Fits(t.Fold, gazetteer.FirstDivision) && r.Words[j]&lexicon.Definite != 0 || t.Region == "countryside":
			if called = true; r.Tokens[j-1].Shape.UpperCase() {
				return true
			}
		case t.Shape.UpperCase():
			if called {
				return true
			}
		case gazetteer.IsArticle(t.Fold):
		case t.Shape != token.Lower || r.Words[j]&(lexicon.Direction|lexicon.Modifier) == 0 && t.Fold != "the" && t.Fold != "of":
			return false
		}
	}
	return false
}

// isCityAndPart reports whether the words up to token last after a well-known name are a name
// too: Waer in "Homs al-Waer".
func (r *Recogniser) isCityAndPart(s *toponym.Toponym, last int) bool {
	if r.Prominence(s) < toponym.KnownEnough || r.Words[s.First]&(lexicon.NameHead|lexicon.OpenHead) != 0 {
		return false
	}
	rest, ok := r.longest(s.Last+1, r.Tokens[s.Last+1].Fold, 0)
	return ok && rest.Last == last && (r.Prominence(s) >= toponym.CommonNeeds && r.isQuarter(&rest) || r.isDivision(&rest))
}

// isQuarter reports whether a name is that of a quarter of a city.
func (r *Recogniser) isQuarter(s *toponym.Toponym) bool {
	return slices.ContainsFunc(s.Hits, func(h gazetteer.Hit) bool { return r.Gaz.Kind(h.Ref) == gazetteer.Quarter })
}

// isDivision reports whether a name is that of a country or first-level division.
func (r *Recogniser) isDivision(s *toponym.Toponym) bool {
	for _, h := range s.Hits {
		if kind := r.Gaz.Kind(h.Ref); kind.IsCountry() || kind == gazetteer.FirstDivision {
			return true
		}
	}
	return false
}
