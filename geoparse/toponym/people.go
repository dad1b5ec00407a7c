package toponym

import "dateline/gazetteer"

// Demonym returns the country whose people or adjective token i is. Of Arabic
// adjectives any gender and number will do.
func (p *Annotated) Demonym(i int) (gazetteer.Ref, bool) {
	p.Step(1)
	w := p.Tokens[i].Word
	return w.People, w.IsPeople
}

func (p *Annotated) IsDemonymToken(i int) bool {
	_, ok := p.Demonym(i)
	return ok
}
