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
	case found.more && (found.isShort || len(found.rows) > 0 || after == nil && by == nil):
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
	more      bool         // whether more are selected behind it, or may be
	isShort   bool         // whether it ends before it is full, as more would cost too much
	last      query.Cursor // of the last feature, or of the last row that was read for a short page
}

// correct corrects an estimate by what was found, from the start or behind a cursor.
func (p *found) correct(fromStart bool) {
	switch n := len(p.rows); {
	case !p.estimated:
	case fromStart && !p.more:
		p.matched, p.estimated = n, false
	case p.more:
		p.matched = max(p.matched, n+1)
	default:
		p.matched = max(p.matched, n)
	}
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
			from := int64(0)
			if after != nil {
				from = int64(after.Number)
			}
			if n.cost > r.most {
				return r.takeShort(ctx, tx, page, &n, from, limit, &p)
			}
			return r.takeInOrder(ctx, tx, page, &n, from, limit, &p)
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
	p.correct(after == nil)
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

// leastStretch is how many fids are looked at for a short page, at least.
const leastStretch = 250_000

// takeShort reads the features of a page that no index finds, in the order of the archive behind
// a fid: stretches of fids, as many as are expected to fill the page and then ever more, until it
// is full or the next stretch would cost too much.
func (r *reader) takeShort(ctx context.Context, tx *postgres.Tx, page *selection, n *counted, from int64, limit int, p *found) error {
	newest, err := sum(tx, "SELECT coalesce(max(fid), 0) FROM "+quoted(r.table.ID), nil)
	if err != nil {
		return err
	}
	last, left := int64(newest), r.most
	wide := max(r.least, min(int64(limit)*last/int64(max(1, n.n)), int64(float64(last)*r.most/n.cost)))
	for from < last {
		if wide < r.least {
			p.more, p.isShort, p.last = true, true, query.Cursor{Number: int(from)}
			return nil
		}
		stretch := page.clone()
		stretch.and("p.fid > " + number(from) + " AND p.fid <= " + number(from+wide))
		e, err := r.expected(tx, stretch)
		if err != nil {
			return err
		}
		err = r.take(ctx, tx, stretch, " ORDER BY p.fid LIMIT "+strconv.Itoa(limit+1-len(p.rows)), nil, limit, p)
		if err != nil || p.more {
			return err
		}
		from, left = from+wide, left-e.cost
		wide = min(2*wide, int64(float64(wide)*left/max(1, e.cost)))
	}
	return nil
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
			return "", &view.CursorError{Reason: "it has a text that is not UTF-8 or contains U+0000, which no feature has"}
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
