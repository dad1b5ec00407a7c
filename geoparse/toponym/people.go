package toponym

import "dateline/gazetteer"

// Demonym returns the country of which token i is the demonym or adjective. Arabic adjectives
// may have any gender and number.
func (p *Annotated) Demonym(i int) (gazetteer.Ref, bool) {
	p.Step(1)
	w := p.Tokens[i].Word
	return w.People, w.IsPeople
}

func (p *Annotated) IsDemonymToken(i int) bool {
	_, ok := p.Demonym(i)
	return ok
}
