package geoparse

import (
	"dateline/gazetteer"
)

// mayHaveArticle reports whether a place may be called as written, with the
// Arabic article tied to its name: one whose name has the article, or one where
// Arabic is spoken. Al-Amal is not Åmål, and al-Sadr no republic called SADR.
func (p *parse) mayHaveArticle(s *spotted, h *gazetteer.Hit) bool {
	if !p.isTiedArticle(s.first) && !p.isTiedArticle(s.first-1) {
		return true
	}
	if words := gazetteer.Words(h.Name); len(words) > 1 && gazetteer.IsArticle(gazetteer.FoldWord(words[0])) {
		return true
	}
	if shape := shapeOf(h.Name); shape == caps && p.tokens[s.last].shape != caps {
		return false
	}
	place := p.gaz.Place(h.Ref)
	return place.MayBeArabic()
}

// isTiedArticle reports whether token i is an Arabic article with a hyphen.
func (p *parse) isTiedArticle(i int) bool {
	return i >= 0 && i+1 < len(p.tokens) && gazetteer.IsArticle(p.tokens[i].fold) && p.isHyphen(i)
}
