package geoparse

import (
	"strings"

	"dateline/gazetteer"
)

// isDemonym reports whether the name is a people or their adjective, in Arabic
// unless it is also written like the name of a country (سورية).
func (p *parse) isDemonym(s *spotted) bool {
	if s.first != s.last {
		return false
	}
	country, ok := p.demonym(s.first)
	if !ok {
		return false
	}
	if p.tokens[s.first].shape != arabic {
		return true
	}
	for _, h := range s.hits {
		if h.Ref == country && gazetteer.Fold(h.Name) == gazetteer.Fold(s.written) && p.articlesAgree(s, h.Name) {
			return false
		}
	}
	return true
}

// demonym returns the country whose people or adjective token i is. Of Arabic
// adjectives any gender and number will do.
func (p *parse) demonym(i int) (gazetteer.Ref, bool) {
	t := &p.tokens[i]
	p.step(1 + len(t.text)/bytesPerStep)
	if t.shape != arabic {
		return p.gaz.Demonym(t.fold)
	}
	for _, skip := range append([]int{0}, clitics(t.text)...) {
		fold := gazetteer.FoldWord(t.text[skip:])
		for _, ending := range [...]string{"", "ه", "ون", "ين", "ان", "ات", "تين"} {
			if stem, ok := strings.CutSuffix(fold, ending); ok {
				if r, ok := p.gaz.Demonym(stem); ok {
					return r, true
				}
			}
		}
	}
	return 0, false
}

// isAdjective reports whether a country's name is used as an adjective:
// "US-backed", "pro-Turkey".
func (p *parse) isAdjective(s *spotted) bool {
	if !p.isCountry(s) {
		return false
	}
	if i := s.last; i+1 < len(p.tokens) && p.isHyphen(i) && (p.words[i+1]&isParticiple != 0 || p.isDemonymToken(i+1)) {
		return true
	}
	return s.first > 0 && p.isHyphen(s.first-1) && (p.tokens[s.first-1].fold == "pro" || p.tokens[s.first-1].fold == "anti")
}

func (p *parse) isDemonymToken(i int) bool {
	_, ok := p.demonym(i)
	return ok
}

// articlesAgree reports whether both or neither of an Arabic word and a name
// have the article.
func (p *parse) articlesAgree(s *spotted, name string) bool {
	hasArticle := strings.HasPrefix(s.written, "ال") || strings.HasSuffix(p.text[:s.start], "لل")
	return hasArticle == strings.HasPrefix(name, "ال")
}
