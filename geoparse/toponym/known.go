package toponym

import (
	"slices"

	"dateline/gazetteer"
)

// Prominence (gazetteer.Prominence) that names need.
const (
	KnownEnough      = 0.45 // a bare name, without support by the text
	CommonNeeds      = 0.62 // a word of everyday language with a capital: some 100,000 people
	CommonFirstNeeds = 0.75 // any word: a country, a capital, or a million
)

// SupportEnough is the share of the text from which it speaks of a country.
const SupportEnough = 0.15

func (p *Annotated) Prominence(s *Toponym) float64 {
	best := 0.0
	p.Step(len(s.Hits))
	for _, h := range s.Hits {
		best = max(best, p.Gaz.Prominence(h.Ref))
	}
	return best
}

func (p *Annotated) IsCountry(s *Toponym) bool {
	for _, h := range s.Hits {
		if p.Gaz.Kind(h.Ref).IsCountry() {
			return true
		}
	}
	return false
}

// IsSite reports whether a name can mean a road or a building itself: كورنيش
// النيل behind شارع.
func (p *Annotated) IsSite(s *Toponym) bool {
	return slices.ContainsFunc(s.Hits, func(h gazetteer.Hit) bool {
		class := p.Gaz.Kind(h.Ref).Class()
		return class == 'R' || class == 'S'
	})
}
