package postgis

import (
	"context"
	"math"
	"sync"

	"dateline/archive"
	"dateline/archive/postgres"
	"dateline/feature"
	"dateline/geo"
	"dateline/query"
	"dateline/view"

	"github.com/paulmach/orb"
)

// Find returns the features with given ids, in their order; the zero Feature for an unknown id.
func (r *reader) Find(ctx context.Context, ids ...string) ([]feature.Feature, error) {
	s := r.everything()
	s.and(r.identified(s, query.Storable(ids)))
	found := map[string]feature.Feature{}
	err := r.readTx(ctx, func(tx *postgres.Tx) error {
		return r.each(ctx, tx, s, " ORDER BY p.fid", func(_ int, f feature.Feature) bool {
			if id := f.ID(); found[id] == (feature.Feature{}) {
				found[id] = f
			}
			return true
		})
	})
	all := make([]feature.Feature, len(ids))
	for i, id := range ids {
		all[i] = found[id]
	}
	return all, err
}

// identified returns the condition that a row has one of the ids. Parts of articles are found by
// the article's id, with which theirs begin, and by an index of the ids that begin otherwise.
func (r *reader) identified(s *selection, ids []string) string {
	is := "p.id = ANY (" + s.Bind(ids, "text[]") + ")"
	if r.table.Index("article") < 0 {
		return is
	}
	var articles []string
	for _, id := range ids {
		for i := range id {
			if id[i] == '-' {
				articles = append(articles, id[:i])
			}
		}
	}
	return "(p.article = ANY (" + s.Bind(articles, "text[]") + ") AND " + is + " OR " + archive.OtherID + " AND " + is + ")"
}

// Extent returns the extent of all features in space and time. For a large table it is that of the
// database's statistics and of the dates, without their precision.
func (r *reader) Extent(ctx context.Context) (e view.Extent, err error) {
	return r.extent.of(r.table.ID, func() (e view.Extent, err error) {
		err = r.readTx(ctx, func(tx *postgres.Tx) error {
			all, err := r.expected(tx, r.everything())
			if err != nil {
				return err
			}
			e, err = r.askExtent(tx, all.rows > maxExactCount)
			return err
		})
		return e, err
	})
}

func (r *reader) askExtent(tx *postgres.Tx, large bool) (e view.Extent, err error) {
	bound, first, last := "ST_Extent(p.geom)::geometry", r.first, r.last
	if large {
		bound = "(SELECT ST_Extent(ST_EstimatedExtent('" + postgres.Tables + "', c.relname, 'geom')::geometry)::geometry FROM pg_class c" +
			" WHERE c.oid = '" + r.table.ID + "'::regclass AND c.relkind = 'r' OR c.oid IN (SELECT inhrelid FROM pg_inherits WHERE inhparent = '" + r.table.ID + "'::regclass))"
		first, last = r.begin, r.end
	}
	day := func(aggregate, of string) string {
		return "(SELECT " + aggregate + "(" + of + ") - DATE '1970-01-01'" + r.from() + ")"
	}
	from := ""
	if !large {
		from = r.from()
	}
	sql := "SELECT ST_XMin(b), ST_YMin(b), ST_XMax(b), ST_YMax(b), " + day("min", first) + ", " + day("max", last) + " FROM (SELECT " + bound + " AS b" + from + ") x"
	for c, err := range tx.Rows(sql) {
		if err != nil {
			return e, err
		}
		if !c.IsNull(0) {
			corner := func(i int) orb.Point { return orb.Point{geo.Round6(c.Number(i)), geo.Round6(c.Number(i + 1))} }
			e.Bound, e.Placed = orb.Bound{Min: corner(0), Max: corner(2)}, true
		}
		if !c.IsNull(4) {
			e.Days = feature.Days{First: feature.Day(c.Int(4)), Last: feature.Day(max(math.MinInt32, c.Int(5))), Known: true}
		}
	}
	return e, nil
}

// extentCache caches the extents of collections in one version. It is safe for concurrent use.
type extentCache struct {
	mu    sync.Mutex
	known map[string]view.Extent
}

func newExtentCache() *extentCache { return &extentCache{known: map[string]view.Extent{}} }

// of returns the extent of a collection, from ask the first time.
func (x *extentCache) of(collection string, ask func() (view.Extent, error)) (view.Extent, error) {
	x.mu.Lock()
	e, known := x.known[collection]
	x.mu.Unlock()
	if known {
		return e, nil
	}
	e, err := ask()
	if err == nil {
		x.mu.Lock()
		x.known[collection] = e
		x.mu.Unlock()
	}
	return e, err
}
