package recognise

import (
	"slices"
	"strings"

	"dateline/gazetteer"
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

// takeSites replaces the candidates of names that share a word for buildings by the buildings called
// after them: the Damascus and Aleppo airports, مطاري دمشق وحلب.
func (r *Recogniser) takeSites() {
	for i := range r.Names {
		s := &r.Names[i]
		class, isArabic := s.Class, r.Tokens[s.First].Shape == token.Arabic
		if r.Lex.ListClass(class) == "" || !strings.HasPrefix(r.Lex.Classes[class][0], "S") {
			continue
		}
		whole := s.Written + " " + singular(class)
		if isArabic {
			whole = r.singularArabic(class) + " " + s.Written
		}
		if hits := r.fitting(r.Gaz.ByName(whole), class); len(hits) > 0 {
			s.Hits, s.Written = hits, whole
		}
	}
}

// fitting returns the hits whose kind fits a class word.
func (r *Recogniser) fitting(hits []gazetteer.Hit, class string) []gazetteer.Hit {
	var kept []gazetteer.Hit
	r.Step(len(hits))
	for _, h := range hits {
		if r.Lex.Fits(class, r.Gaz.Kind(h.Ref)) {
			kept = append(kept, h)
		}
	}
	return kept
}

// singularArabic returns the class word of which a folded word is the dual in the construct state: مطار for مطاري, قاعده for قاعدتي.
func (r *Recogniser) singularArabic(word string) string {
	for _, ending := range [...]struct{ of, one string }{{"تي", "ه"}, {"تا", "ه"}, {"ي", ""}, {"ا", ""}} {
		if stem, ok := strings.CutSuffix(word, ending.of); ok && len(r.Lex.Classes[stem+ending.one]) > 0 {
			return stem + ending.one
		}
	}
	return word
}

// isDividedCity reports whether a name is that of a seat of a first-level division of which the
// text means one district: the last rebel district of Homs, but not the district of Homs.
func (r *Recogniser) isDividedCity(s *toponym.Toponym) bool {
	if s.Class == "" || r.Tokens[s.First].Shape == token.Arabic || !slices.ContainsFunc(r.Lex.Classes[s.Class], isPartOfCity) {
		return false
	}
	i := s.First - 1
	if r.Tokens[i].Fold == "the" {
		i--
	}
	return i > 1 && r.Gap(i-2) == " " && r.Tokens[i-2].Fold != "the" && r.Words[i-2]&lexicon.Preposition == 0 &&
		slices.ContainsFunc(s.Hits, func(h gazetteer.Hit) bool { return toponym.IsSeat(r.Gaz.Kind(h.Ref)) })
}

// isPartOfCity reports whether a kind of a class word is that of a quarter, or of a capital, which a
// division has: the provincial capital of Homs.
func isPartOfCity(kind string) bool {
	return kind == string(gazetteer.Quarter) || kind == string(gazetteer.Capital)
}

// followsRegion reports whether the name at a token is that of what a region, mountain or plain before
// it belongs to, which is a division: the Jabal al-Zawiya area of Idlib.
func (r *Recogniser) followsRegion(before []toponym.Toponym, first int) bool {
	i := first - 1
	if len(before) == 0 || i < 1 || r.Tokens[i].Fold != "of" || r.Gap(i) != " " || r.Gap(i-1) != " " || !r.isTaken(i-1) {
		return false
	}
	if region := r.Lex.Classes[r.Tokens[i-1].Fold][0]; region == "L" || strings.HasPrefix(region, "T") {
		return true
	}
	hits := before[len(before)-1].Hits
	return len(hits) > 0 && r.Lex.IsVague(r.Tokens[i-1].Fold) && strings.IndexByte("LT", r.Gaz.Kind(hits[0].Ref).Class()) >= 0
}
