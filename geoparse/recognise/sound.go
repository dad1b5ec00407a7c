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

// maxSoundWords is how many words a name found by sound may have.
const maxSoundWords = 4

// minSoundElsewhere is the minimum Quality of such a name where Arabic is not spoken: one letter
// in twelve differs, a typo in a long name (Indionapolis). On the development corpora higher
// values do equally well; lower ones find more false places.
const minSoundElsewhere = 0.82

// spotBySound finds a name whose spelling differs from all in the gazetteer, by its
// transliteration key.
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
		s.Hits = slices.DeleteFunc(r.BySound(s.Written, toponym.MinSound), func(h gazetteer.Hit) bool {
			return !r.mayHaveArticle(&s, &h) || !r.mayLackArticle(&s, &h) || !r.maySound(&s, &h)
		})
		if len(s.Hits) > 0 {
			s.Exact = r.isTranscribed(&s)
			return s, true
		}
	}
	return toponym.Toponym{}, false
}

// isTranscribed reports whether a name that begins as many do, found by sound, is that of a place
// in the tables but for conventions of transcription: Abou Sousa, of Abu Susah.
func (r *Recogniser) isTranscribed(s *toponym.Toponym) bool {
	return s.First < s.Last && r.Words[s.First]&(lexicon.NameHead|lexicon.OpenHead) != 0 &&
		slices.ContainsFunc(s.Hits, func(h gazetteer.Hit) bool { return r.Gaz.Curated(h.Ref) && r.SameName(s.Written, h.Name) })
}

// canSound reports whether token i can begin a name that was transcribed by ear: not an
// abbreviation, with or without an ending (NGOs), nor a common noun at the start of a sentence.
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
	if t.Shape != token.Capital {
		return false
	}
	if i > 0 && r.Words[i-1]&(lexicon.NameHead|lexicon.OpenHead) != 0 {
		return r.Words[i]&^(lexicon.Side|lexicon.NameHead|lexicon.FirstName) == 0
	}
	return r.Words[i]&^lexicon.Side == 0 && (i > 0 && gazetteer.IsArticle(r.Tokens[i-1].Fold) || !r.BeginsName(i))
}

// LookUpBySound looks up, by their whole sound, names that only the context calls places:
// Khirbet Jabrin has Jabrin among its names.
func (r *Recogniser) LookUpBySound() {
	for i := range r.Names {
		if s := &r.Names[i]; s.Cued && !s.Exact && len(s.Hits) == 0 && r.Uses(signal.BySound) {
			s.Hits = r.BySound(s.Written, toponym.MinSoundWhole)
		}
	}
}

// maySound reports whether a place may be meant by a name that sounds like its own. Where Arabic
// is spoken vowels vary in names of settlements; elsewhere they distinguish names: Kogelo is not
// Kigali, nor Jallin the Jawlan.
func (r *Recogniser) maySound(s *toponym.Toponym, h *gazetteer.Hit) bool {
	place := r.Gaz.Place(h.Ref)
	least := minSoundElsewhere
	switch isLand := strings.IndexByte("LTH", place.Kind.Class()) >= 0; {
	case isLand && place.MayBeArabic():
		least = toponym.MinSoundWhole
	case place.MayBeArabic():
		return true
	}
	return gazetteer.Quality(s.Written, h.Name) >= least
}

// goesOn reports whether the name of token i continues with a capitalised article: no part of
// Haras Al Deen is a place. A lower-case article may begin the next name of a list.
func (r *Recogniser) goesOn(i int) bool {
	if i+2 >= len(r.Tokens) || !r.Joins(i) || !r.Joins(i+1) {
		return false
	}
	article := &r.Tokens[i+1]
	return article.Shape == token.Capital && gazetteer.IsArticle(article.Fold) && r.Tokens[i+2].Shape == token.Capital
}
