package toponym

import (
	"strings"

	"dateline/gazetteer"
	"dateline/geoparse/token"
)

// Demonym returns the country whose people or adjective token i is. Of Arabic
// adjectives any gender and number will do.
func (p *Found) Demonym(i int) (gazetteer.Ref, bool) {
	t := &p.Tokens[i]
	p.Step(1 + len(t.Text)/token.BytesPerStep)
	if t.Shape != token.Arabic {
		return p.Gaz.Demonym(t.Fold)
	}
	for _, skip := range append([]int{0}, token.Clitics(t.Text)...) {
		fold := gazetteer.FoldWord(t.Text[skip:])
		for _, ending := range [...]string{"", "ه", "ون", "ين", "ان", "ات", "تين"} {
			if stem, ok := strings.CutSuffix(fold, ending); ok {
				if r, ok := p.Gaz.Demonym(stem); ok {
					return r, true
				}
			}
		}
	}
	return 0, false
}

func (p *Found) IsDemonymToken(i int) bool {
	_, ok := p.Demonym(i)
	return ok
}
