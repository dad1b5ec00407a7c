package geoparse

import (
	"fmt"

	"dateline/gazetteer"
	"dateline/geoparse/position"
)

// GivenCoordinates is the kind of a place that a text gives by its coordinates.
const GivenCoordinates gazetteer.Kind = "coordinates"

// positions returns the coordinates in the text as mentions, in text order.
func (p *parse) positions() []Mention {
	var mentions []Mention
	for _, at := range position.In(p.Text) {
		lon, lat := at.Point[0], at.Point[1]
		place := gazetteer.Place{
			ID: fmt.Sprintf("pt%.5f_%.5f", lat, lon), Name: fmt.Sprintf("%.5f, %.5f", lat, lon),
			Kind: GivenCoordinates, Point: at.Point, Source: "the text",
		}
		mentions = append(mentions, Mention{
			Span: p.RuneSpan(at.Start, at.End), Phrase: p.in.Text[at.Start:at.End], Sentence: p.SentenceAround(at.Start, at.End).Span, Role: RolePlace,
			Place: &place, Precision: Site, Confidence: at.Confidence, Reason: "coordinates that the text gives", When: p.whenAt(at.Start),
		})
	}
	return mentions
}

// withPositions merges positions into mentions in text order, replacing names inside them: the E
// of 37S EU 07911 83204.
func withPositions(mentions, positions []Mention) []Mention {
	if len(positions) == 0 {
		return mentions
	}
	all := make([]Mention, 0, len(mentions)+len(positions))
	for _, m := range mentions {
		for len(positions) > 0 && positions[0].End <= m.Start {
			all, positions = append(all, positions[0]), positions[1:]
		}
		if len(positions) == 0 || !positions[0].Overlaps(m.Span) {
			all = append(all, m)
		}
	}
	return append(all, positions...)
}
