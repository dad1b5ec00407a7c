package recognise

import (
	"slices"
	"strings"

	"dateline/gazetteer"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// Humanitarian lists write the Arabic article together with its word: Rasm
// Elabd, Hwayer Elkesebi, Abul Thohur.

// minGlued is the minimum length of a word after such an article.
const minGlued = 3

// spotGlued finds a name of two words with an article that is part of either.
func (r *Recogniser) spotGlued(i int) (toponym.Toponym, bool) {
	if i+1 >= len(r.Tokens) || !r.Joins(i) || r.Tokens[i].Shape != token.Capital || r.Tokens[i+1].Shape != token.Capital {
		return toponym.Toponym{}, false
	}
	first, second := r.Tokens[i].Fold, r.Tokens[i+1].Fold
	if head, ok := withoutFinalArticle(first); ok {
		first = head
	} else if stem, ok := withoutInitialArticle(second); ok {
		second = stem
	} else {
		return toponym.Toponym{}, false
	}
	written := first + " al-" + second
	s := toponym.Toponym{First: i, Last: i + 1, Start: r.Tokens[i].Start, End: r.Tokens[i+1].End, Written: written, Exact: true, Hits: r.arabicOnly(r.Gaz.ByName(written))}
	if len(s.Hits) == 0 {
		s.Exact, s.Hits = false, r.arabicOnly(r.BySound(written, toponym.MinSoundWhole))
	}
	return s, len(s.Hits) > 0
}

// arabicOnly returns the hits where Arabic is spoken.
func (r *Recogniser) arabicOnly(hits []gazetteer.Hit) []gazetteer.Hit {
	return slices.DeleteFunc(hits, func(h gazetteer.Hit) bool {
		place := r.Gaz.Place(h.Ref)
		return !place.MayBeArabic()
	})
}

// withoutFinalArticle returns the first word of a name without an article at its end: the Abu of
// Abul.
func withoutFinalArticle(word string) (string, bool) {
	switch word {
	case "abul", "aboul", "abol":
		return "abu", true
	}
	return word, false
}

// withoutInitialArticle returns a word without an article at its beginning: kesebi, of Elkesebi.
func withoutInitialArticle(word string) (string, bool) {
	for _, article := range [...]string{"el", "al"} {
		if stem, ok := strings.CutPrefix(word, article); ok && len(stem) >= minGlued {
			return stem, true
		}
	}
	return word, false
}
