package rows

import "dateline/document"

// Indexes of Tables.Parts.
const (
	Mentions = iota
	Fronts
	Events
	Parts // how many these are
)

// Part is a collection of items in the text of articles.
type Part struct {
	*Table
	Place                              int // number of the property that is a gazetteer place, -1 for none
	Article, Language, Date, Precision int // numbers of properties
}

func newPart(t *Table) *Part {
	return &Part{t, t.Index("place"), t.Index("article"), t.Index("language"), t.Index("date"), t.Index("date_precision")}
}

// PartsOf returns the rows of all items in a document.
func (t *Tables) PartsOf(d *document.Document) [Parts][]Row {
	return [Parts][]Row{Mentions: t.mentionsOf(d), Fronts: t.frontsOf(d), Events: t.eventsOf(d)}
}
