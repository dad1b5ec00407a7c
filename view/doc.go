// Package view holds an archive in memory: an immutable snapshot of the collections
// mentions, places, fronts, events and articles, with their indexes, and what is derived
// from events: incidents, and who is said to hold which place on a day.
//
//	v := view.New(docs)
//	mentions, _ := v.Layer(schema.Mentions)
//	page, err := mentions.Page(ctx, &query.Query{BBox: &box}, nil, nil, 100)
//
// A View has everything a request needs: features in columns, R-trees of points and of
// lines and areas, an index by id, an index of words. Readers load the newest View from
// an atomic pointer; they take no lock and never wait.
//
// A Builder makes each View from the one before, which stays valid. Features are in order
// of arrival and keep their positions: new ones are appended beyond the end that older
// Views can see. R-tree nodes are copied on write. Older Views skip positions beyond
// their own end in the index by id. Only places change, as their counts grow: they are
// written to a copy of the columns. So, apart from that copy, a batch costs about as much
// as its content.
//
// The Version of a View is a sum of hashes over its documents and their numbers, the
// same in every process and after every restart. A removed feature leaves its position
// empty, so that pages neither repeat nor skip a feature.
//
// Incidents change with their reports as places do with their mentions (package
// incident). Collections that depend on the day are computed on request.
//
// Columns are dictionary-encoded: each distinct value is stored once. GeoJSON is written
// on request. Documents stay in the archive: a Source reads them.
package view
