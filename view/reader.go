package view

import (
	"context"
	"iter"

	"dateline/feature"
	"dateline/query"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/maptile"
)

// Reader answers queries on one collection: Layer from memory, package postgis from a database,
// with the same answers in the same order. It is safe for concurrent use. Errors are that of
// ctx, a *query.CostError, a *CursorError, a *NotReadyError, or of the database.
type Reader interface {
	// Page returns the first limit features that q selects after a cursor, nil for the start, in
	// an order, nil for that of the archive, as Layer.Page does. It may return fewer than exist:
	// continue at Last.
	Page(ctx context.Context, q *query.Query, by query.Order, after *query.Cursor, limit int) (Page, error)

	// Newest returns the last limit features that q selects, last first.
	Newest(ctx context.Context, q *query.Query, limit int) ([]feature.Feature, error)

	// Tally calls with for the features that q selects. Features that agree in all of a Grouping
	// may be passed as one, with their number; groups come in the order of their first members.
	// All are of one Table.
	Tally(ctx context.Context, q *query.Query, by Grouping, with func(f feature.Feature, n int)) error

	// Values calls with for the values of some properties among the features that q selects: with
	// the index of the property in of, a feature with the value and with the properties in all,
	// and a number of such features. A value may be passed several times; the numbers add up.
	Values(ctx context.Context, q *query.Query, of, all []string, with func(property int, f feature.Feature, n int)) error

	// Find returns the features with these ids in order; the zero Feature for an unknown id.
	Find(ctx context.Context, ids ...string) ([]feature.Feature, error)

	// OnTile and InBound return the features that q selects on a Web Mercator tile and in a
	// bound, as those of Layer do.
	OnTile(ctx context.Context, t maptile.Tile, bound orb.Bound, q *query.Query) (iter.Seq[feature.Cell], iter.Seq2[feature.Feature, error])
	InBound(ctx context.Context, bound orb.Bound, q *query.Query) iter.Seq2[feature.Feature, error]

	// Extent returns the extent of all features in space and time.
	Extent(ctx context.Context) (Extent, error)

	// Count returns the number of features, an estimate for a large database.
	Count(ctx context.Context) (int, error)
}

// Grouping is the properties that a Tally groups by. No others of its features may be read.
type Grouping struct {
	Columns  []string
	ID       bool
	Days     bool
	Geometry bool

	// Bin, if set, maps a day to the first day of its bin: days in Columns may be replaced by
	// that. For the numeric column Most, if set, the maximum of a group may be passed. With
	// either, groups may come in any order.
	Bin  func(feature.Day) feature.Day
	Most string
}

// Extent is the extent of a collection in space and time.
type Extent struct {
	Bound  orb.Bound    // of all geometries, lon, lat
	Placed bool         // whether there are any
	Days   feature.Days // from the first to the last date
}

// NotReadyError reports a collection that has yet to be computed.
type NotReadyError struct{ What string }

// Error names the collection.
func (e *NotReadyError) Error() string {
	return e.What + " must first be computed from all events: try again in a moment"
}

// CursorError reports a cursor that no page of the archive ended at.
type CursorError struct{ Reason string }

// Error says what is wrong with the cursor and what to do.
func (e *CursorError) Error() string { return e.Reason + "; begin again without it" }

// Newest returns the last limit features that q selects, last first.
func (l *Layer) Newest(ctx context.Context, q *query.Query, limit int) ([]feature.Feature, error) {
	all, err := l.Select(ctx, q)
	if err != nil {
		return nil, err
	}
	var last []feature.Feature
	for i := len(all) - 1; i >= max(0, len(all)-limit); i-- {
		last = append(last, l.At(all[i]))
	}
	return last, nil
}

// Tally is Each, without grouping.
func (l *Layer) Tally(ctx context.Context, q *query.Query, _ Grouping, with func(f feature.Feature, n int)) error {
	return l.Each(ctx, q, func(f feature.Feature) { with(f, 1) })
}

// Values is Each, with each feature for each property.
func (l *Layer) Values(ctx context.Context, q *query.Query, of, _ []string, with func(property int, f feature.Feature, n int)) error {
	return l.Each(ctx, q, func(f feature.Feature) {
		for i := range of {
			with(i, f, 1)
		}
	})
}

// Find returns the features with these ids in order; the zero Feature for an unknown id.
func (l *Layer) Find(_ context.Context, ids ...string) ([]feature.Feature, error) {
	found := make([]feature.Feature, len(ids))
	for i, id := range ids {
		found[i], _ = l.Feature(id)
	}
	return found, nil
}

// Extent returns the extent of all features in space and time.
func (l *Layer) Extent(context.Context) (Extent, error) {
	e := Extent{Bound: l.bound, Placed: l.placed}
	for f := range l.All() {
		e.Days = e.Days.And(f.Days())
	}
	return e, nil
}

// Count returns the number of features.
func (l *Layer) Count(context.Context) (int, error) { return l.Len(), nil }
