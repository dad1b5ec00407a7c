package recognise

import (
	"dateline/gazetteer"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// mayHaveArticle reports whether a place may be written with the Arabic article: if its name has
// the article, or Arabic is spoken there. Al-Amal is not Åmål, and al-Sadr not the republic
// called SADR.
func (r *Recogniser) mayHaveArticle(s *toponym.Toponym, h *gazetteer.Hit) bool {
	if !r.IsTiedArticle(s.First) && !r.IsTiedArticle(s.First-1) {
		return true
	}
	if gazetteer.HasArticle(h.Name) {
		return true
	}
	if shape := token.ShapeOf(h.Name); shape == token.Caps && r.Tokens[s.Last].Shape != token.Caps {
		return false
	}
	place := r.Gaz.Place(h.Ref)
	return place.MayBeArabic()
}

// mayLackArticle reports whether a place may be written without the article of its name: if it has
// an Arabic name and is not a village after an English article. San is not An-san, nor the Sahel
// al-Sahel.
func (r *Recogniser) mayLackArticle(s *toponym.Toponym, h *gazetteer.Hit) bool {
	if gazetteer.IsArticle(r.Tokens[s.First].Fold) || !gazetteer.HasArticle(h.Name) {
		return true
	}
	place := r.Gaz.Place(h.Ref)
	return place.MayBeArabic() && !(place.Kind == "P.PPL" && r.isAfterThe(s) && r.Gaz.Prominence(h.Ref) < toponym.CommonNeeds)
}

// isAfterThe reports whether a name follows "the" that belongs to it rather than to the next word, as
// in "the Rastan pocket".
func (r *Recogniser) isAfterThe(s *toponym.Toponym) bool {
	i, next := s.First-1, s.Last+1
	if i < 0 || r.Tokens[i].Fold != "the" || r.Gap(i) != " " {
		return false
	}
	return next >= len(r.Tokens) || r.Gap(s.Last) != "-" && (r.Breaks(s.Last) || !r.isNounOfPlaces(next))
}

// isNounOfPlaces reports whether token i is a word for a kind or part of a place, for fighting or
// another event there.
func (r *Recogniser) isNounOfPlaces(i int) bool {
	t := &r.Tokens[i]
	const noun = lexicon.Class | lexicon.SpanClass | lexicon.Modifier | lexicon.Extent | lexicon.Title | lexicon.Street | lexicon.OrgTail
	return r.Words[i]&noun != 0 || t.Region != "" || t.Route != "" || r.Lex.Contact[t.Fold] || r.Lex.GoesOn[t.Fold]
}
