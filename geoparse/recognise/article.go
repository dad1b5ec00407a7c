package recognise

import (
	"dateline/gazetteer"
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

// mayLackArticle reports whether a place may be written without the article of its name: if
// Arabic is spoken there. San is not An-san.
func (r *Recogniser) mayLackArticle(s *toponym.Toponym, h *gazetteer.Hit) bool {
	if gazetteer.IsArticle(r.Tokens[s.First].Fold) || !gazetteer.HasArticle(h.Name) {
		return true
	}
	place := r.Gaz.Place(h.Ref)
	return place.MayBeArabic()
}
