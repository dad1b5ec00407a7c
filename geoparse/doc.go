// Package geoparse finds the toponyms in a text, resolves them jointly to places, and
// reads the spatial expressions between them.
//
//	g, err := gazetteer.Default()
//	p, err := geoparse.New(g)
//	r, err := p.Parse(ctx, geoparse.Input{Text: "Shells hit the village of Latamneh.", Published: day})
//	for _, m := range r.Mentions {
//		if m.Place != nil { // nil: a place, but none that the gazetteer knows
//			fmt.Println(m.Phrase, m.Place.ID, m.Place.Point, m.Confidence, m.Reason)
//		}
//	}
//
// Offsets count Unicode code points, ends are exclusive. The parser abstains where
// nothing in the text supports a place. The same input gives the same result.
//
// Parsing takes time linear in the length of the text (docs/performance.md: 2.6 MB a
// second on one core); steps are counted, and tests enforce the bound. Parse returns soon
// after its context is cancelled. A Parser is safe for concurrent use.
package geoparse
