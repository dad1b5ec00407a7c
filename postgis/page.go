package postgis

import (
	"context"
	"strconv"
	"strings"

	"dateline/archive/postgres"
	"dateline/feature"
	"dateline/query"
	"dateline/view"
)

// mostRows is how many features a page has at most.
const mostRows = 10_000

// Page returns a part of what q selects, as view.Reader says.
func (r *reader) Page(ctx context.Context, q *query.Query, by query.Order, after *query.Cursor, limit int) (view.Page, error) {
	if !r.isSorted(by) {
		return r.sortedHere(ctx, q, by, after, max(0, min(limit, mostRows)))
	}
	found, err := r.paged(ctx, q, by, after, limit)
	p := view.Page{Features: found.table, Numbers: found.numbers(), Matched: found.matched, Estimated: found.estimated}
	switch {
	case found.more && (len(found.rows) > 0 || after == nil && by == nil):
		p.Last = &found.last
	case found.more:
		p.Last = after
	}
	return p, err
}

// Newest returns the last features that q selects, the last first.
func (r *reader) Newest(ctx context.Context, q *query.Query, limit int) (last []feature.Feature, err error) {
	s, err := r.selection(q)
	if err != nil {
		return nil, err
	}
	limit = min(limit, mostRows)
	order := " ORDER BY p.fid DESC"
	if s.isWhole() {
		order += " LIMIT " + strconv.Itoa(limit)
	}
	err = r.look(ctx, func(tx *postgres.Tx) error {
		last = nil
		return r.each(ctx, tx, s, order, func(_ int, f feature.Feature) bool {
			last = append(last, f)
			return len(last) < limit
		})
	})
	return last, err
}

// found is a page in the making.
type found struct {
	table     *feature.Table
	rows      []feature.Feature // of several Tables
	matched   int
	estimated bool
	more      bool         // whether more are selected behind it
	last      query.Cursor // of the last feature
}

// numbers returns the positions of the features in table, which it makes of them.
func (p *found) numbers() []int {
	numbers := make([]int, len(p.rows))
	for i := range numbers {
		numbers[i] = i
	}
	return numbers
}

// paged reads the features behind a cursor in an order, and counts all that q selects.
func (r *reader) paged(ctx context.Context, q *query.Query, by query.Order, after *query.Cursor, limit int) (p found, err error) {
	s, err := r.selection(q)
	if err != nil {
		return p, err
	}
	limit = max(0, min(limit, mostRows))
	order := r.order(by)
	page := s.clone()
	if after != nil {
		behind, err := r.behind(&page.SQL, by, after)
		if err != nil {
			return p, err
		}
		page.and(behind)
	}
	key := r.keyOf(s)
	n, known := r.counts.get(key)
	if s.isWhole() || known {
		err = r.look(ctx, func(tx *postgres.Tx) (err error) {
			if !known {
				if n, err = r.count(tx, s); err != nil {
					return err
				}
			}
			p = found{matched: n.n, estimated: n.estimated}
			if !s.isWhole() {
				return r.take(ctx, tx, page, order, by, limit, &p)
			}
			if by != nil {
				return r.take(ctx, tx, page, order+" LIMIT "+strconv.Itoa(limit+1), by, limit, &p)
			}
			from := 0
			if after != nil {
				from = after.Number
			}
			return r.takeInOrder(ctx, tx, page, &n, int64(from), limit, &p)
		})
	} else {
		err = r.look(ctx, func(tx *postgres.Tx) error {
			p = found{}
			return r.takeCounting(ctx, tx, s, order, by, after, limit, &p)
		})
	}
	if err != nil {
		return found{}, err
	}
	if !known {
		n.n, n.estimated = p.matched, p.estimated
		r.counts.put(key, n)
	}
	p.table = together(r.builder(), p.rows)
	return p, nil
}

// take reads the features of a page, of which no more need be looked at.
func (r *reader) take(ctx context.Context, tx *postgres.Tx, page *selection, order string, by query.Order, limit int, p *found) error {
	return r.each(ctx, tx, page, order, func(fid int, f feature.Feature) bool {
		return p.add(by, fid, f, limit)
	})
}

// takeInOrder reads the features of a page in the order of the archive, behind a fid.
func (r *reader) takeInOrder(ctx context.Context, tx *postgres.Tx, page *selection, n *counted, from int64, limit int, p *found) error {
	rows := page.clone()
	ends, err := n.way(tx, rows, from, limit+1)
	for i := 0; err == nil && !p.more && i <= len(ends); i++ {
		stretch := rows.clone()
		if i > 0 {
			stretch.and("p.fid > " + number(ends[i-1]))
		}
		if i < len(ends) {
			stretch.and("p.fid <= " + number(ends[i]))
		}
		err = r.take(ctx, tx, stretch, " ORDER BY p.fid LIMIT "+strconv.Itoa(limit+1-len(p.rows)), nil, limit, p)
	}
	return err
}

// add adds a feature; false where it is the first behind the page.
func (p *found) add(by query.Order, fid int, f feature.Feature, limit int) bool {
	if len(p.rows) >= limit {
		p.more = true
		return false
	}
	p.rows, p.last = append(p.rows, f), by.CursorOf(f, fid)
	return true
}

// takeCounting reads all that could be selected, takes the features of a page and counts.
func (r *reader) takeCounting(ctx context.Context, tx *postgres.Tx, s *selection, order string, by query.Order, after *query.Cursor, limit int, p *found) error {
	return r.each(ctx, tx, s, order, func(fid int, f feature.Feature) bool {
		p.matched++
		if after == nil || by.Compare(by.CursorOf(f, fid), *after) > 0 {
			p.add(by, fid, f, limit)
		}
		return true
	})
}

// together returns a Table of features of several that have the same columns.
func together(to *feature.Builder, features []feature.Feature) *feature.Table {
	for _, f := range features {
		to.Copy(f)
	}
	return to.Table()
}

// order returns the clause of an order, nil for that of the collection.
func (r *reader) order(by query.Order) string {
	keys := []string{}
	w := &query.SQL{Column: r.column}
	for _, k := range by {
		key := w.ValueSQL(k.Field)
		if k.Descending {
			key += " DESC"
		}
		keys = append(keys, key+" NULLS LAST")
	}
	return " ORDER BY " + strings.Join(append(keys, "p.fid"), ", ")
}

// behind is true of the rows that stand behind a cursor: they are alike in the first keys,
// and behind it in the next.
func (r *reader) behind(w *query.SQL, by query.Order, after *query.Cursor) (string, error) {
	alike, ways := "", []string{}
	for i, k := range by {
		key, v := w.ValueSQL(k.Field), after.Values[i]
		if v == nil { // what has none stands last
			alike += key + " IS NULL AND "
			continue
		}
		bound, ok := w.BindValue(v)
		if !ok {
			return "", &view.UnansweredError{What: "a position with a text that no database keeps", WayOut: "begin again without it"}
		}
		sign := " > "
		if k.Descending {
			sign = " < "
		}
		ways = append(ways, "("+alike+"("+key+sign+bound+" OR "+key+" IS NULL))")
		alike += key + " = " + bound + " AND "
	}
	ways = append(ways, "("+alike+"p.fid > "+w.Bind(int64(after.Number), "bigint")+")")
	return "(" + strings.Join(ways, " OR ") + ")", nil
}
