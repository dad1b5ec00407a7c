package geoparse

import (
	"dateline/geoparse/focus"
	"dateline/geoparse/toponym"
)

// Focus is the place that a text is about.
type Focus = focus.Focus

// findFocus determines the focus of the text. Governments that speak have no weight.
func (p *parse) findFocus() *Focus {
	names := make([]focus.Name, len(p.Names))
	for i := range names {
		if place := p.Taken(i); place != nil && p.Names[i].Role == RolePlace && p.isMention(i) {
			names[i] = focus.Name{Place: place, Confidence: p.Confidence(i)}
		}
	}
	return focus.Of(focus.Input{Text: p.Annotated, Names: names, Titled: p.titlePlaces(), Title: p.in.Title, Support: p.Support, Country: p.country})
}

// titlePlaces returns the places named by a title that is not part of the text, resolved by the
// title alone. They are ignored if the text is about other countries.
func (p *parse) titlePlaces() []focus.Name {
	given := p.in.Title[:min(len(p.in.Title), focus.MaxTitleBytes)]
	if given == "" || focus.HasTitle(p.Source, given) {
		return nil
	}
	p.Spend(len(given))
	var places []focus.Name
	for _, m := range p.readNames(p.Steps, newPool(), Input{Text: given}).mentions() {
		if m.Place != nil && (m.Role == toponym.RolePlace || m.Role == toponym.RoleAnchor) && (len(p.Names) == 0 || p.Support[m.Place.Country] >= toponym.SupportEnough) {
			places = append(places, focus.Name{Place: m.Place, Confidence: m.Confidence})
		}
	}
	return places
}
