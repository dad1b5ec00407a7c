package rows

import (
	"dateline/schema"
	"dateline/story"

	"github.com/paulmach/orb"
)

// Table is a collection in the archive and the View.
type Table struct {
	*schema.Collection
	Stored  []int // numbers of the properties that the archive stores
	Derived []int // numbers of the others
	Copied  []int // numbers of derived properties of which the archive has a copy
	known   []known
}

// Row is a row of a collection: in the archive of a layer, in the View a feature.
type Row struct {
	ID       string
	Number   int            // in its table, in order of arrival: ascending, with gaps; 0 if unknown
	Geometry orb.Geometry   // lon, lat; nil for none
	Values   []schema.Value // of all properties, by their numbers
}

// Article is the row of an article.
type Article struct {
	Row
	Hash   []byte // hash of the Document
	Sum    int    // checksum of all rows of the Document; below 0 for none
	Digest story.Digest
}

// Unsummed is the Sum of an Article whose rows never had a checksum. That of one whose rows were
// edited in the file is lower, and changes with each edit.
const Unsummed = -1

func newTable(c *schema.Collection, gazetteer map[string]func(PlaceNames) schema.Value) *Table {
	t := &Table{Collection: c}
	for i, p := range c.Properties {
		if !p.Derived {
			t.Stored = append(t.Stored, i)
			continue
		}
		t.Derived = append(t.Derived, i)
		if p.Since > 0 {
			t.Copied = append(t.Copied, i)
		}
		if of := gazetteer[p.Name]; of != nil {
			t.known = append(t.known, known{i, of})
		}
	}
	return t
}

// known is a property that comes from the gazetteer.
type known struct {
	property int
	of       func(PlaceNames) schema.Value
}

// FillNames sets the properties of a place that come from the gazetteer.
func (t *Table) FillNames(values []schema.Value, names PlaceNames) {
	for _, known := range t.known {
		values[known.property] = known.of(names)
	}
}

// rows returns n rows without values.
func (t *Table) rows(n int) []Row {
	width := len(t.Properties)
	rows, values := make([]Row, n), make([]schema.Value, n*width)
	for i := range rows {
		rows[i].Values = values[i*width : (i+1)*width : (i+1)*width]
	}
	return rows
}
