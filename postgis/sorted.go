package postgis

import (
	"context"
	"slices"

	"dateline/archive/postgres"
	"dateline/feature"
	"dateline/query"
	"dateline/view"
)

// canSort reports whether the database stores all keys of an order.
func (r *reader) canSort(by query.Order) bool {
	return !slices.ContainsFunc(by, func(k query.OrderKey) bool { return r.column(k.Field.Name) == "" })
}

// sortInMemory is Page for an order by derived properties. It reads all rows that q selects; if SQL
// expresses all of q, only the columns that the order needs.
func (r *reader) sortInMemory(ctx context.Context, q *query.Query, by query.Order, after *query.Cursor, limit int) (p view.Page, err error) {
	s, err := r.selection(q)
	if err != nil {
		return p, err
	}
	narrow := r
	if s.isExact() {
		narrow = r.restricted(by)
	}
	err = r.readTx(ctx, func(tx *postgres.Tx) error {
		p = view.Page{}
		best := query.NewTopN(by, after, limit+1)
		err := narrow.each(ctx, tx, s, "", func(fid int, f feature.Feature) bool {
			p.Matched++
			best.Add(by.CursorOf(f, fid), fid)
			return true
		})
		if err != nil {
			return err
		}
		all := best.All()
		page := all[:min(len(all), limit)]
		switch more := len(all) > limit; {
		case more && limit > 0:
			p.Last = &page[limit-1].Cursor
		case more:
			p.Last = after
		}
		for i := range page {
			p.Numbers = append(p.Numbers, i)
		}
		p.Features, err = r.at(ctx, tx, page)
		return err
	})
	return p, err
}

// restricted returns a reader of the columns that an order needs.
func (r *reader) restricted(by query.Order) *reader {
	var names []string
	for _, k := range by {
		names = append(names, k.Field.Name)
	}
	narrow := *r
	narrow.collection, narrow.columns = r.collection.Only(names), nil
	for i := range narrow.collection.Properties {
		narrow.columns = append(narrow.columns, r.table.Index(narrow.collection.Properties[i].Name))
	}
	names = append(names, view.DerivedFrom()...)
	names = append(names, r.dates...)
	narrow.stored = slices.DeleteFunc(slices.Clone(r.stored), func(i int) bool { return !slices.Contains(names, r.table.Properties[i].Name) })
	return &narrow
}

// at returns a Table of the features at given positions, in their order.
func (r *reader) at(ctx context.Context, tx *postgres.Tx, places []query.Ranked) (*feature.Table, error) {
	fids, found := make([]int64, len(places)), map[int]feature.Feature{}
	for i, c := range places {
		fids[i] = int64(c.Position)
	}
	s := r.everything()
	s.and("p.fid = ANY (" + s.Bind(fids, "bigint[]") + ")")
	err := r.each(ctx, tx, s, "", func(fid int, f feature.Feature) bool {
		found[fid] = f
		return true
	})
	all := make([]feature.Feature, len(places))
	for i, fid := range fids {
		all[i] = found[int(fid)]
	}
	if err != nil {
		return nil, err
	}
	return collect(r.builder(), all), nil
}
