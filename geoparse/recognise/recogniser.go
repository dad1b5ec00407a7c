package recognise

import (
	"dateline/gazetteer"
	"dateline/geoparse/signal"
	"dateline/geoparse/toponym"
)

// Recogniser finds names in a text.
type Recogniser struct {
	*toponym.Annotated
	signal.Off
	classOf int                        // token of the class word taken by the last name, -1 if none
	closing int                        // position of the next closing quotation mark or line end (closesQuotation)
	lookups map[string][]gazetteer.Hit // lookups of given spans, cached
}

// New returns a Recogniser of the names in a text.
func New(f *toponym.Annotated, off signal.Off) *Recogniser {
	return &Recogniser{Annotated: f, Off: off, classOf: -1, lookups: map[string][]gazetteer.Hit{}}
}
