package recognise

import (
	"dateline/gazetteer"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/signal"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// Most places in reports on a war are in no gazetteer. A name that the words around it call a place
// is found nevertheless, and reported without a place.

// maxUnknownWords is how many words an unknown name may have, not counting articles and class
// words.
const maxUnknownWords = 3

// unknownAt finds a name at token i that is not in the gazetteer but called a place: "the
// village of Shurifah", "Tal Areen", "Panorama Orchards", "Rawiya village".
func (r *Recogniser) unknownAt(i int) (toponym.Toponym, bool) {
	if !r.Uses(signal.Unlisted) {
		return toponym.Toponym{}, false
	}
	if r.Tokens[i].Shape == token.Arabic {
		return r.unknownArabic(i)
	}
	if r.InHeadline(i) || !r.beginsUnknown(i) {
		return toponym.Toponym{}, false
	}
	last := r.unknownEnd(i)
	s := toponym.Toponym{First: i, Last: last, Start: r.Tokens[i].Start, End: r.Tokens[last].End, Cued: true}
	s.Written = r.Source[s.Start:s.End]
	switch {
	case last > i && r.Words[i]&lexicon.NameHead != 0:
	case r.classBefore(i) != "" && !r.Lex.IsVague(r.classBefore(i)):
	case r.endsInClass(&s):
	case len(r.Names) > 0 && r.continuesCuedList(i):
	default:
		return toponym.Toponym{}, false
	}
	return s, true
}

// beginsUnknown reports whether token i can begin an unknown name: a capitalised word without
// everyday meaning, or a first word shared by many names.
func (r *Recogniser) beginsUnknown(i int) bool {
	if gazetteer.IsArticle(r.Tokens[i].Fold) && i+1 < len(r.Tokens) && r.IsHyphen(i) {
		return r.Tokens[i+1].Shape.UpperCase()
	}
	if r.Words[i]&(lexicon.NameHead|lexicon.OpenHead) != 0 {
		return r.Tokens[i].Shape == token.Capital
	}
	const everyday = lexicon.Stop | lexicon.Preposition | lexicon.Title | lexicon.FirstName | lexicon.Calendar | lexicon.Direction | lexicon.Class | lexicon.OrgHead | lexicon.OrgTail
	_, isDemonym := r.Demonym(i)
	return r.Tokens[i].Shape == token.Capital && r.Words[i]&everyday == 0 && !isDemonym && len(r.Tokens[i].Text) > 2
}

// unknownEnd returns the last word of the unknown name that begins at token i.
func (r *Recogniser) unknownEnd(i int) int {
	last, words := i, 0
	for j := i; j < len(r.Tokens) && j-i < toponym.MaxNameWords && (j == i || r.Joins(j-1)); j++ {
		if gazetteer.IsArticle(r.Tokens[j].Fold) {
			continue
		}
		if !r.Tokens[j].Shape.UpperCase() || words == maxUnknownWords || j > i && r.Words[j]&(lexicon.Class|lexicon.SpanClass|lexicon.Stop|lexicon.OrgTail) != 0 {
			break
		}
		last = j
		words++
	}
	return last
}

// endsInClass reports whether a specific class word follows the name. If capitalised, it becomes
// part of the name.
func (r *Recogniser) endsInClass(s *toponym.Toponym) bool {
	i := s.Last + 1
	for i < len(r.Tokens) && i <= s.Last+maxModifiers && r.Gap(i-1) == " " && r.Words[i]&lexicon.Modifier != 0 && r.Tokens[i].Shape == token.Capital {
		i++ // Gas in Hayyan Gas Fields
	}
	if i >= len(r.Tokens) || r.Gap(i-1) != " " || r.Words[i]&lexicon.Class == 0 || r.Lex.IsVague(r.Tokens[i].Fold) {
		return false
	}
	if r.Tokens[i].Shape == token.Capital && r.Words[i]&lexicon.SpanClass != 0 {
		s.Last, s.End = i, r.Tokens[i].End
		return true
	}
	return r.Tokens[i].Shape == token.Lower && i == s.Last+1 && r.Words[i]&lexicon.Settlement != 0
}

// continuesCuedList reports whether token i continues a list whose items are called places of a
// kind: "the villages of A, B and C".
func (r *Recogniser) continuesCuedList(i int) bool {
	last := &r.Names[len(r.Names)-1]
	return last.End <= r.Tokens[i].Start && token.IsListGap(r.Source[last.End:r.Tokens[i].Start]) && last.InCuedList
}

// isInCuedList reports whether the next name is an item of such a list.
func (r *Recogniser) isInCuedList(s *toponym.Toponym) bool {
	if class := r.classBefore(s.First); class != "" {
		return r.Lex.ListClass(class) != "" && !r.Lex.IsVague(class)
	}
	return len(r.Names) > 0 && r.continuesCuedList(s.First)
}

// unknownArabic finds the word after قرية, بلدة or تل, unless it begins the location of an
// unnamed village: قرية بريف حماة.
func (r *Recogniser) unknownArabic(i int) (toponym.Toponym, bool) {
	if i == 0 || r.Breaks(i-1) || r.Words[i-1]&lexicon.Settlement == 0 || r.Lex.Words[r.Tokens[i].Fold] != 0 || r.beginsWhere(i) {
		return toponym.Toponym{}, false
	}
	t := &r.Tokens[i]
	return toponym.Toponym{First: i, Last: i, Start: t.Start, End: t.End, Written: t.Text, Cued: true}, true
}
