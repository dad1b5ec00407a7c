package recognise

import (
	"slices"

	"dateline/gazetteer"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/signal"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// maxSoundWords is how many words a name has at most that is found by sound.
const maxSoundWords = 4

// minSoundElsewhere is the least Quality of such a name where Arabic is not written: that
// of one letter in twelve, a slip in a long name (Indionapolis). On the development corpora
// any higher bound does as well, and lower ones find more places that are none.
const minSoundElsewhere = 0.82

// spotBySound finds a name whose transliteration differs from all that the
// gazetteer holds.
func (r *Recogniser) spotBySound(i int) (toponym.Toponym, bool) {
	if r.Words[i]&^lexicon.NameHead != 0 && r.Words[i]&lexicon.OpenHead == 0 && !gazetteer.IsArticle(r.Tokens[i].Fold) || !r.canSound(i) {
		return toponym.Toponym{}, false
	}
	last := i
	for last+1 < len(r.Tokens) && last-i+1 < maxSoundWords && r.Joins(last) && r.continuesName(last+1) {
		last++
	}
	for ; last >= i; last-- {
		if r.Tokens[last].Shape == token.Lower || gazetteer.IsArticle(r.Tokens[last].Fold) || r.goesOn(last) {
			continue
		}
		s := toponym.Toponym{First: i, Last: last, Start: r.Tokens[i].Start, End: r.Tokens[last].End}
		s.Written = r.Source[s.Start:s.End]
		s.Hits = slices.DeleteFunc(r.BySound(s.Written, toponym.MinSound), func(h gazetteer.Hit) bool { return !r.mayHaveArticle(&s, &h) || !r.maySound(&s, &h) })
		if len(s.Hits) > 0 {
			return s, true
		}
	}
	return toponym.Toponym{}, false
}

// canSound reports whether token i can be a name, or begin one, that somebody
// wrote down by its sound: no abbreviation, with or without an ending (NGOs),
// and no common noun at the start of a sentence.
func (r *Recogniser) canSound(i int) bool {
	t := &r.Tokens[i]
	switch {
	case t.Shape == token.Caps:
		return len(t.Text) > toponym.LongestAbbreviation
	case t.Shape == token.Capital && len(t.Text) > 1 && token.ShapeOf(t.Text[:2]) == token.Caps:
		return false
	}
	return !t.NewSentence || !r.IsLowered(t.Fold)
}

func (r *Recogniser) continuesName(i int) bool {
	t := &r.Tokens[i]
	if gazetteer.IsArticle(t.Fold) {
		return true
	}
	if t.Shape != token.Capital || r.Words[i]&^lexicon.Side != 0 {
		return false
	}
	return !r.BeginsName(i)
}

// LookUpBySound looks up the names that only the words around them call places, as
// a whole, by their sound: Khirbet Jabrin, of which Jabrin is a name too.
func (r *Recogniser) LookUpBySound() {
	for i := range r.Names {
		if s := &r.Names[i]; s.Cued && !s.Exact && len(s.Hits) == 0 && r.Uses(signal.BySound) {
			s.Hits = r.BySound(s.Written, toponym.MinSoundWhole)
		}
	}
}

// maySound reports whether a place may be meant by a name that sounds like its own.
// Where Arabic is written vowels are the writer's; elsewhere they tell names apart:
// Kogelo is not Kigali.
func (r *Recogniser) maySound(s *toponym.Toponym, h *gazetteer.Hit) bool {
	place := r.Gaz.Place(h.Ref)
	return place.MayBeArabic() || gazetteer.Quality(s.Written, h.Name) >= minSoundElsewhere
}

// goesOn reports whether the name of token i goes on with a capital article: of Haras
// Al Deen no part is a place. One in lower case may begin the next name of a list.
func (r *Recogniser) goesOn(i int) bool {
	if i+2 >= len(r.Tokens) || !r.Joins(i) || !r.Joins(i+1) {
		return false
	}
	article := &r.Tokens[i+1]
	return article.Shape == token.Capital && gazetteer.IsArticle(article.Fold) && r.Tokens[i+2].Shape == token.Capital
}
