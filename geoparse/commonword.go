package geoparse

import (
	"slices"

	"dateline/gazetteer"
)

// Prominence that a word of everyday language needs to be taken for a name
// where it stands with a capital, and where any word would.
const (
	commonNeeds      = 0.62 // some 100,000 people
	commonFirstNeeds = 0.75 // a country, a capital, or a million
)

// isCommonWord reports whether a single word is rather one that begins
// sentences and fills headlines, or a month or day.
func (p *parse) isCommonWord(s *spotted) bool {
	if s.first != s.last {
		return false
	}
	w, t := p.words[s.first], &p.tokens[s.first]
	switch {
	case w&isCalendar != 0:
		return true
	case t.shape == arabic:
		return p.isCommonArabic(s)
	case t.shape == caps && len(t.fold) <= 3 && !p.inHeadline(s.first):
		return false
	case w&isStop != 0:
		return true
	case p.calledClass(s):
		return false
	case w&(isCommon|isClass|isDirection|isPreposition|isOrgHead|isTitle) == 0:
		return false
	case t.newSentence || p.inHeadline(s.first):
		return p.prominence(s) < commonFirstNeeds
	}
	return p.prominence(s) < commonNeeds
}

// isCommonArabic reports whether a single Arabic word, which no capital tells
// from a name, is rather one of everyday language.
func (p *parse) isCommonArabic(s *spotted) bool {
	w := p.words[s.first]
	switch {
	case w == 0 || p.calledClass(s):
		return false
	case w&(isStop|isPreposition|isClass|isDirection|isOrgHead|isTitle) != 0, !p.hasItsArticle(s):
		return true
	}
	if known := p.prominence(s); known < commonFirstNeeds {
		return known < commonNeeds || !p.isOfTheTheatre(s)
	}
	return !p.leansTo(s)
}

// hasItsArticle reports whether one of the names has the Arabic article if and
// only if the word has: al-Bab is a town, باب a door.
func (p *parse) hasItsArticle(s *spotted) bool {
	return slices.ContainsFunc(s.hits, func(h gazetteer.Hit) bool { return p.articlesAgree(s, h.Name) })
}

// leansTo reports whether a place so called lies in a country that the text
// speaks of.
func (p *parse) leansTo(s *spotted) bool {
	for _, h := range s.hits {
		if p.leaning[p.gaz.Place(h.Ref).Country] >= supportEnough {
			return true
		}
	}
	return false
}
