package view

import (
	"iter"

	"dateline/document/rows"
	"dateline/feature"
	"dateline/schema"
)

// Rows returns the features of a Layer of a table's collection as rows, in their order.
func (l *Layer) Rows(t *rows.Table) iter.Seq[*rows.Row] {
	return func(yield func(*rows.Row) bool) {
		for f := range l.All() {
			r := rowOf(t, f)
			for i, p := range t.Properties {
				r.Values[i] = fullValueOf(f, i, p.Type)
			}
			if !yield(r) {
				return
			}
		}
	}
}

// fullValueOf is valueOf for all types.
func fullValueOf(f feature.Feature, column int, kind schema.Type) schema.Value {
	switch {
	case f.Code(column) == feature.Null:
		return schema.Value{}
	case kind == schema.Records:
		return schema.OfText(f.Text(column))
	case kind == schema.Number:
		return schema.OfNumber(f.Number(column))
	}
	return valueOf(f, column, kind)
}
