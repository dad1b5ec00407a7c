package recognise

import (
	"strings"

	"dateline/geoparse/lexicon"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// Some places are in gazetteers only with their class word: Nur Shams Camp. The text may write that
// word in lower case, or once for several of them: the Nur Shams camp, the Abu Shouk and Zamzam
// camps.

// maxClassAhead is how many words may separate a name from the class word that ends its list.
const maxClassAhead = 8

// spotWithClass finds the longest name at token i that the gazetteer has with the class word
// after it or its list.
func (r *Recogniser) spotWithClass(i int) (toponym.Toponym, bool) {
	class := r.classAhead(i)
	if class == "" {
		return toponym.Toponym{}, false
	}
	var best toponym.Toponym
	found := false
	cursor := r.Gaz.Start()
	for j := i; j < len(r.Tokens) && j-i < toponym.MaxNameWords && r.Tokens[j].Shape == token.Capital && (j == i || r.Joins(j-1)); j++ {
		if !cursor.NextCached(r.Tokens[j].Fold, r.Tokens[j].Begins) {
			break
		}
		if whole := cursor; !r.IsEnglishArticle(j) && whole.Next(class) && whole.Complete() { // "The village" is any
			best = toponym.Toponym{First: i, Last: j, Start: r.Tokens[i].Start, End: r.Tokens[j].End, Exact: true, Hits: whole.Hits()}
			best.Written, found = r.Source[best.Start:best.End]+" "+class, true
		}
	}
	return best, found
}

// classAhead returns the singular of the lower-case class word after the name at token i, or
// after the list that it begins; "" if there is none.
func (r *Recogniser) classAhead(i int) string {
	inList := false
	for j := i + 1; j < len(r.Tokens) && j <= i+maxClassAhead; j++ {
		t := &r.Tokens[j]
		switch gap := r.Gap(j - 1); {
		case gap == ", " || t.Fold == "and" && gap == " ":
			inList = true
		case gap != " " && gap != "-":
			return ""
		}
		switch {
		case t.Fold == "and", t.Shape == token.Capital:
		case t.Shape != token.Lower || r.Words[j]&lexicon.Class == 0 || inList && r.Words[j]&lexicon.Plural == 0:
			return ""
		default:
			return singular(t.Fold)
		}
	}
	return ""
}

// singular returns the singular of a regular English plural.
func singular(word string) string {
	if stem, ok := strings.CutSuffix(word, "ies"); ok {
		return stem + "y"
	}
	return strings.TrimSuffix(word, "s")
}
