package toponym

import (
	"slices"

	"dateline/gazetteer"
)

// Prominence (gazetteer.Prominence) required of names.
const (
	KnownEnough      = 0.45 // a bare name without support
	CommonNeeds      = 0.62 // a capitalised word of everyday language: some 100,000 people
	CommonFirstNeeds = 0.75 // any word: a country, a capital, or a million people
)

// SupportEnough is the share of a text above which it is about a country.
const SupportEnough = 0.15

// Prominence returns the prominence of the best-known place of a name.
func (p *Annotated) Prominence(s *Toponym) float64 {
	best := 0.0
	p.Step(len(s.Hits))
	for _, h := range s.Hits {
		best = max(best, p.Gaz.Prominence(h.Ref))
	}
	return best
}

// IsCountry reports whether a name can mean a country.
func (p *Annotated) IsCountry(s *Toponym) bool {
	for _, h := range s.Hits {
		if p.Gaz.Kind(h.Ref).IsCountry() {
			return true
		}
	}
	return false
}

// IsSite reports whether a name can mean a road or building of that name: كورنيش النيل after
// شارع.
func (p *Annotated) IsSite(s *Toponym) bool {
	return slices.ContainsFunc(s.Hits, func(h gazetteer.Hit) bool {
		class := p.Gaz.Kind(h.Ref).Class()
		return class == 'R' || class == 'S'
	})
}

// HasUsualName reports whether a name is the usual one of a place of that name.
func (p *Annotated) HasUsualName(s *Toponym) bool {
	return slices.ContainsFunc(s.Hits, func(h gazetteer.Hit) bool {
		return gazetteer.Quality(s.Written, p.Gaz.Place(h.Ref).Name) >= gazetteer.QualityMarks
	})
}
