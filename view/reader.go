package view

import (
	"context"
	"iter"

	"dateline/feature"
	"dateline/query"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/maptile"
)

// Reader answers what is asked of one collection: a Layer does from memory, package
// postgis from a database, with the same answers in the same order. It is safe for
// concurrent use. Errors are that of ctx, a *query.CostError, an *UnansweredError, or an
// *AwayError.
type Reader interface {
	// Page returns the first limit features that q selects at the position from or after it,
	// as Layer.Page does. It may return fewer than there are: Next says where to go on.
	Page(ctx context.Context, q *query.Query, from, limit int) (Page, error)

	// Sorted returns the first limit features that q selects behind after, nil for the
	// beginning, in an order, as Layer.Sorted does. It may return fewer, as Page may.
	Sorted(ctx context.Context, q *query.Query, by query.Order, after *query.Cursor, limit int) (SortedPage, error)

	// Newest returns the last limit features that q selects, the last first.
	Newest(ctx context.Context, q *query.Query, limit int) ([]feature.Feature, error)

	// Tally calls with for the features that q selects, of which those that are alike by a
	// Grouping may be given as one, with how many they are, the first of a group before that
	// of another that comes later. All it hands out is of one Table.
	Tally(ctx context.Context, q *query.Query, by Grouping, with func(f feature.Feature, n int)) error

	// Find returns the features with these ids in their order; the zero Feature for an id
	// that there is none of.
	Find(ctx context.Context, ids ...string) ([]feature.Feature, error)

	// OnTile and InBound return what q selects on a tile of Web Mercator and in a bound, as
	// those of Layer do.
	OnTile(ctx context.Context, t maptile.Tile, bound orb.Bound, q *query.Query) (iter.Seq[feature.Cell], iter.Seq2[feature.Feature, error])
	InBound(ctx context.Context, bound orb.Bound, q *query.Query) iter.Seq2[feature.Feature, error]

	// Extent returns where and when all features are.
	Extent(ctx context.Context) (Extent, error)

	// Count returns how many features there are, of a large database about how many.
	Count(ctx context.Context) (int, error)
}

// Grouping is what features of a Tally have alike. Nothing else of them may be looked at.
type Grouping struct {
	Columns  []string
	ID       bool
	Days     bool
	Geometry bool
}

// Extent is where and when the features of a collection are.
type Extent struct {
	Bound  orb.Bound    // of all geometries, lon, lat
	Placed bool         // whether there are any
	Days   feature.Days // that hold all dates
}

// UnansweredError says what a way to answer can't.
type UnansweredError struct {
	What   string // that is asked for: "an order by story"
	WayOut string
}

// Error names what is asked for and the way out.
func (e *UnansweredError) Error() string {
	return e.What + " is not answered by this server, which asks its database: " + e.WayOut
}

// AwayError says that a database does not answer.
type AwayError struct{ Err error }

// Error names the reason.
func (e *AwayError) Error() string { return "the database does not answer: " + e.Err.Error() }

// Unwrap returns the reason.
func (e *AwayError) Unwrap() error { return e.Err }

// Newest returns the last limit features that q selects, the last first.
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

// Tally is Each, with each feature by itself.
func (l *Layer) Tally(ctx context.Context, q *query.Query, _ Grouping, with func(f feature.Feature, n int)) error {
	return l.Each(ctx, q, func(f feature.Feature) { with(f, 1) })
}

// Find returns the features with these ids in their order; the zero Feature for an id that
// there is none of.
func (l *Layer) Find(_ context.Context, ids ...string) ([]feature.Feature, error) {
	found := make([]feature.Feature, len(ids))
	for i, id := range ids {
		found[i], _ = l.Feature(id)
	}
	return found, nil
}

// Extent returns where and when all features are.
func (l *Layer) Extent(context.Context) (Extent, error) {
	e := Extent{Bound: l.bound, Placed: l.placed}
	for f := range l.All() {
		e.Days = e.Days.And(f.Days())
	}
	return e, nil
}

// Count returns how many features there are.
func (l *Layer) Count(context.Context) (int, error) { return l.Len(), nil }
