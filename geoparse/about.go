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
	title := p.readNames(p.Steps, newPool(), Input{Text: given})
	var places []focus.Name
	for i := range title.Names {
		place := title.Taken(i)
		if place == nil || title.Names[i].Role != toponym.RolePlace || len(p.Names) > 0 && p.Support[place.Country] < toponym.SupportEnough || !title.isMention(i) {
			continue
		}
		if confidence := title.Confidence(i); confidence >= abstainBelow {
			places = append(places, focus.Name{Place: place, Confidence: confidence})
		}
	}
	return places
}
