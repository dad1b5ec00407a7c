package atlas

import (
	"cmp"
	"slices"

	"dateline/feature"
	"dateline/schema"

	"github.com/paulmach/orb"
)

// table is a collection as the archive and the View keep it.
type table struct {
	*schema.Collection
	stored  []int    // numbers of the properties that the archive keeps
	derived []int    // numbers of the others
	known   []known  // those of the others that the gazetteer knows
	summed  [4][]int // those in the order in which a checksum takes them: texts, whole numbers, numbers, truths
}

// row is a row of the archive's layers, and a feature of the View.
type row struct {
	id       string
	geometry orb.Geometry // lon, lat; nil for none
	values   []schema.Value
}

// articleRow is the row of an article.
type articleRow struct {
	row
	hash []byte // of the Document
	sum  int    // of all its rows, unsummed for none
}

func newTable(c *schema.Collection, gazetteer map[string]func(PlaceNames) string) *table {
	t := &table{Collection: c}
	for i, p := range c.Properties {
		if p.Derived {
			t.derived = append(t.derived, i)
			if of := gazetteer[p.Name]; of != nil {
				t.known = append(t.known, known{i, of})
			}
		} else {
			t.stored = append(t.stored, i)
		}
	}
	older := slices.Clone(t.stored)
	slices.SortStableFunc(older, func(i, j int) int { return cmp.Compare(c.Properties[i].Since, c.Properties[j].Since) })
	for _, i := range older {
		class := 0
		switch c.Properties[i].Type {
		case schema.Integer, schema.Date:
			class = 1
		case schema.Number:
			class = 2
		case schema.Truth:
			class = 3
		}
		t.summed[class] = append(t.summed[class], i)
	}
	return t
}

// known is a property that the gazetteer knows.
type known struct {
	property int
	of       func(PlaceNames) string
}

// rows returns so many rows that have no values yet.
func (t *table) rows(n int) []row {
	width := len(t.Properties)
	rows, values := make([]row, n), make([]schema.Value, n*width)
	for i := range rows {
		rows[i].values = values[i*width : (i+1)*width : (i+1)*width]
	}
	return rows
}

// start begins the feature of a row and gives its values.
func (r *row) start(b *feature.Builder, days feature.Days) {
	b.Start(r.id, r.geometry, days)
	for _, v := range r.values {
		b.Value(v)
	}
}
