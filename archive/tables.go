package archive

import (
	"cmp"
	"slices"

	"dateline/document/rows"
	"dateline/schema"
)

// tables describes the layers of an archive.
type tables struct {
	*rows.Tables
	parts            [rows.Parts]*table
	places, articles *table
	version          int // of archives
}

// table is a layer of an archive.
type table struct {
	*rows.Table
	written []int    // stored properties: Stored, then Copied
	summed  [4][]int // properties in the order of a checksum: texts, whole numbers, numbers, truths
}

func newTables(m rows.Model) *tables {
	t := &tables{Tables: rows.NewTables(m), version: versionOf(m.Collections)}
	t.places, t.articles = newTable(t.Places), newTable(t.Articles)
	for i, part := range t.Parts {
		t.parts[i] = newTable(part.Table)
	}
	return t
}

func newTable(of *rows.Table) *table {
	t := &table{Table: of, written: slices.Concat(of.Stored, of.Copied)}
	older := slices.Clone(t.Stored)
	slices.SortStableFunc(older, func(i, j int) int { return cmp.Compare(t.Properties[i].Since, t.Properties[j].Since) })
	for _, i := range older {
		class := 0
		switch t.Properties[i].Type {
		case schema.Integer, schema.Date:
			class = 1
		case schema.Number:
			class = 2
		case schema.Boolean:
			class = 3
		}
		t.summed[class] = append(t.summed[class], i)
	}
	return t
}

// layers returns the tables in the order of the View's layers.
func (t *tables) layers() []*table {
	return []*table{t.parts[rows.Mentions], t.places, t.parts[rows.Fronts], t.parts[rows.Events], t.articles}
}
