package view

import (
	"dateline/document"
	"dateline/document/rows"
	"dateline/feature"
	"dateline/geo"
	"dateline/schema"
)

// Features returns a document's mentions, fronts and events as features.
func Features(d *document.Document) []feature.Feature {
	t := rows.NewTables(rows.DefaultModel())
	var all []feature.Feature
	for part, rows := range t.PartsOf(d) {
		made := newLayerBuilder(t.Parts[part].Table)
		for i := range rows {
			addPart(t.Parts[part], &rows[i], made)
		}
		for table, i := made.Table(), 0; i < table.Len(); i++ {
			all = append(all, table.At(i))
		}
	}
	return all
}

// addPart adds a feature, with its geometry as clients receive it.
func addPart(t *rows.Part, r *rows.Row, to *layerBuilder) {
	written := *r
	if !t.Points {
		written.Geometry = geo.AsWritten(r.Geometry)
	}
	start(to.Builder, &written, rows.DaysOf(r.Values[t.Date], r.Values[t.Precision]))
	to.finish(to.Len(), r.Number)
}

// addArticle adds an article, for which the archive stores the instant of publication and,
// separately, the day in the publisher's zone.
func addArticle(t *rows.Tables, r *rows.Row, to *layerBuilder) {
	date := r.Values[t.Article.Date]
	r.Values[t.Article.Published] = date
	start(to.Builder, r, rows.DaysOf(date, schema.Value{}))
	to.finish(to.Len(), r.Number)
}

// start begins the feature of a row and sets its values.
func start(b *feature.Builder, r *rows.Row, days feature.Days) {
	b.Start(r.ID, r.Geometry, days)
	for _, v := range r.Values {
		b.Value(v)
	}
}
