package postgis

import (
	"context"
	"slices"

	"dateline/archive/postgres"
	"dateline/feature"
	"dateline/query"
	"dateline/view"
)

// isSorted reports whether the database has all that an order is by.
func (r *reader) isSorted(by query.Order) bool {
	return !slices.ContainsFunc(by, func(k query.OrderKey) bool { return r.column(k.Field.Name) == "" })
}

// sortedHere is Page in an order by what is made of rows when they are read: all that q
// selects is looked at, of which only what the order needs is read where SQL says all of q.
func (r *reader) sortedHere(ctx context.Context, q *query.Query, by query.Order, after *query.Cursor, limit int) (p view.Page, err error) {
	s, err := r.selection(q)
	if err != nil {
		return p, err
	}
	narrow := r
	if s.isWhole() {
		narrow = r.only(by)
	}
	err = r.look(ctx, func(tx *postgres.Tx) error {
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

// only returns a reader of what an order needs.
func (r *reader) only(by query.Order) *reader {
	var names []string
	for _, k := range by {
		names = append(names, k.Field.Name)
	}
	narrow := *r
	narrow.shown, narrow.kept = r.shown.Only(names), nil
	for i := range narrow.shown.Properties {
		narrow.kept = append(narrow.kept, r.table.Index(narrow.shown.Properties[i].Name))
	}
	names = append(names, view.DerivedFrom()...)
	names = append(names, r.dates...)
	narrow.read = slices.DeleteFunc(slices.Clone(r.read), func(i int) bool { return !slices.Contains(names, r.table.Properties[i].Name) })
	return &narrow
}

// at returns a Table of the features at some places, in their order.
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
	return together(r.builder(), all), nil
}
