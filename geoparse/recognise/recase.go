package recognise

import (
	"slices"

	"dateline/gazetteer"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// Posts are often written without capitals, so that names look like words. In such a text the names
// of well-known places get their capitals back, and the other stages read it like any text.

// minRecased is the minimum length of a one-word name that is found in lower case.
const minRecased = 4

// Recase capitalises the known names in a text without capitals.
func (r *Recogniser) Recase() {
	if !r.IsWithoutCapitals() {
		return
	}
	for i := 0; i < len(r.Tokens); {
		last, ok := r.knownInSmallLetters(i)
		if !ok {
			i++
			continue
		}
		for ; i <= last; i++ {
			if t := &r.Tokens[i]; t.Shape == token.Lower && !gazetteer.IsArticle(t.Fold) {
				r.Capitalise(i)
			}
		}
	}
}

// knownInSmallLetters returns the last token of the longest lower-case name at token i that is
// almost certainly a place.
func (r *Recogniser) knownInSmallLetters(i int) (last int, ok bool) {
	isTied := r.IsTiedArticle(i)
	if r.Tokens[i].Shape != token.Lower || !isTied && (gazetteer.IsArticle(r.Tokens[i].Fold) || r.Words[i]&lexicon.Stop != 0 && r.Words[i]&lexicon.Direction == 0) {
		return 0, false
	}
	cursor := r.Gaz.Start()
	for j := i; j < len(r.Tokens) && j-i < toponym.MaxNameWords && (j == i || r.Joins(j-1)); j++ {
		t := &r.Tokens[j]
		if gazetteer.IsArticle(t.Fold) && j+1 < len(r.Tokens) {
			continue
		}
		if t.Shape == token.Caps || !cursor.Next(t.Fold) {
			break
		}
		if cursor.Complete() && r.isKnownSmall(i, j, cursor.Hits()) {
			last, ok = j, true
		}
	}
	return last, ok
}

// isKnownSmall reports whether the lower-case words from token i to j name one of these places:
// well known or in a curated table, and neither a word nor a person's name unless the context
// calls it a place.
func (r *Recogniser) isKnownSmall(i, j int, hits []gazetteer.Hit) bool {
	prominence := 0.0
	for _, h := range hits {
		prominence = max(prominence, r.Gaz.Prominence(h.Ref))
	}
	if prominence < toponym.CommonNeeds && !slices.ContainsFunc(hits, func(h gazetteer.Hit) bool { return r.Gaz.Curated(h.Ref) }) {
		return false
	}
	if r.IsTiedArticle(i) {
		return true // al-bab
	}
	all, any := ^lexicon.Set(0), lexicon.Set(0)
	for k := i; k <= j; k++ {
		if !gazetteer.IsArticle(r.Tokens[k].Fold) {
			all, any = all&r.Words[k], any|r.Words[k]
		}
	}
	isCued := r.isCuedSmall(i)
	const person = lexicon.FirstName | lexicon.Surname | lexicon.GivenOrPlace
	switch {
	case all&lexicon.Stop != 0, i == j && any&lexicon.Calendar != 0:
		return false
	case i == j && len(r.Tokens[i].Fold) < minRecased:
		return false
	case i == j && any&^person != 0, i < j && isEveryday(r.Words[i:j+1]):
		return isCued && prominence >= toponym.CommonFirstNeeds
	case i == j && any&person != 0:
		return isCued
	}
	return true
}

// isCuedSmall reports whether token i occurs where places do: after a preposition, or in a list
// after a recapitalised name.
func (r *Recogniser) isCuedSmall(i int) bool {
	if i == 0 {
		return false
	}
	if r.Words[i-1]&lexicon.Preposition != 0 && !r.Breaks(i-1) {
		return true
	}
	before := i - 1
	if r.Tokens[before].Fold == "and" && before > 0 {
		before--
	}
	return r.Tokens[before].Shape == token.Capital && token.IsListGap(r.Source[r.Tokens[before].End:r.Tokens[i].Start])
}

// isEveryday reports whether all words are everyday words or class words.
func isEveryday(words []lexicon.Set) bool {
	return !slices.ContainsFunc(words, func(w lexicon.Set) bool { return w&(lexicon.Common|lexicon.Class|lexicon.Stop|lexicon.Direction) == 0 })
}
