// Package geoparse finds the toponyms of a text, decides together which places they
// mean, and reads the spatial expressions between them.
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
// Offsets count Unicode code points, ends are exclusive. Where nothing in the text
// supports a place, none is given out. The same input gives the same result.
//
// A text is parsed in time linear in its length (docs/performance.md: 2.6 MB a second
// on one core); the steps are counted, and tests hold them to that. Parse ends soon after
// its context does. A Parser is safe for concurrent use.
package geoparse
