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
	classOf int                        // token of the class word that the last name took, -1 for none
	closing int                        // where the next mark stands that closes a quotation, or line ends (closesQuotation)
	looked  map[string][]gazetteer.Hit // names of given spans
}

// New returns a Recogniser of the names in a text.
func New(f *toponym.Annotated, off signal.Off) *Recogniser {
	return &Recogniser{Annotated: f, Off: off, classOf: -1, looked: map[string][]gazetteer.Hit{}}
}
