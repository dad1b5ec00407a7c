// Package view is what has been read, in memory: an immutable snapshot of collections
// of features, mentions, places, fronts, events and articles, with what finds them, and
// what is made of events: incidents, and who is said to hold which place on a day.
//
//	v := view.New(docs)
//	mentions, _ := v.Layer(schema.Mentions)
//	page, err := mentions.Page(ctx, &query.Query{BBox: &box}, 0, 100)
//
// All that a request needs is in a View: the features in columns, R-trees of their
// coordinates and of lines and areas, an index by id, an index of words. Readers take
// the newest one from an atomic pointer and then share nothing with anyone: they take
// no lock and never wait.
//
// A Builder makes Views that grow without being written to. Features are in the order
// of their arrival, and keep their positions: what comes later is appended behind what
// older Views can see. The nodes of R-trees are copied on write. In the index by id
// older Views meet positions beyond their own end, and pass over them. Only places
// change, as their counts do: those that changed are written in a copy of the columns.
// So a batch costs about what is in it, but for that copy.
//
// The Version of a View is a sum of hashes over its documents and their numbers, the
// same in every process and after every restart. What is removed keeps its position,
// empty, so that pages neither repeat nor skip a feature.
//
// Incidents change with their reports as places do with their mentions (package
// incident). What differs by the day is made when somebody asks for the day.
//
// A value that features share is held once, and each has a code of it. GeoJSON is
// written when it is asked for. Documents stay where they are: a Source reads them.
package view
