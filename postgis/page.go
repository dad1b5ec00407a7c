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

// maxPage is the largest number of features on a page.
const maxPage = 10_000

// Page returns a page of the features that q selects (view.Reader).
func (r *reader) Page(ctx context.Context, q *query.Query, by query.Order, after *query.Cursor, limit int) (view.Page, error) {
	if !r.canSort(by) {
		return r.sortInMemory(ctx, q, by, after, max(0, min(limit, maxPage)))
	}
	found, err := r.paged(ctx, q, by, after, limit)
	p := view.Page{Features: found.table, Numbers: found.numbers(), Matched: found.matched, Estimated: found.estimated}
	switch {
	case found.more && (found.isPartial || len(found.rows) > 0 || after == nil && by == nil):
		p.Last = &found.last
	case found.more:
		p.Last = after
	}
	return p, err
}

// Newest returns the newest features that q selects, newest first.
func (r *reader) Newest(ctx context.Context, q *query.Query, limit int) (last []feature.Feature, err error) {
	s, err := r.selection(q)
	if err != nil {
		return nil, err
	}
	limit = min(limit, maxPage)
	order := " ORDER BY p.fid DESC"
	if s.isExact() {
		order += " LIMIT " + strconv.Itoa(limit)
	}
	err = r.readTx(ctx, func(tx *postgres.Tx) error {
		last = nil
		return r.each(ctx, tx, s, order, func(_ int, f feature.Feature) bool {
			last = append(last, f)
			return len(last) < limit
		})
	})
	return last, err
}

// pageResult is a page while it is read.
type pageResult struct {
	table     *feature.Table
	rows      []feature.Feature // of several Tables
	matched   int
	estimated bool
	more      bool         // whether more features follow, or may follow
	isPartial bool         // whether it ends before it is full because reading on would cost too much
	last      query.Cursor // of the last feature; on a partial page, of the last row read
}

// correct corrects the estimated number of features by what was found.
func (p *pageResult) correct(fromStart bool) {
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

// numbers returns the positions of the features in the table.
func (p *pageResult) numbers() []int {
	numbers := make([]int, len(p.rows))
	for i := range numbers {
		numbers[i] = i
	}
	return numbers
}

// paged reads the features after a cursor in an order, and counts all that q selects.
func (r *reader) paged(ctx context.Context, q *query.Query, by query.Order, after *query.Cursor, limit int) (p pageResult, err error) {
	s, err := r.selection(q)
	if err != nil {
		return p, err
	}
	limit = max(0, min(limit, maxPage))
	order := r.order(by)
	page := s.clone()
	if after != nil {
		behind, err := r.afterCursor(&page.SQL, by, after)
		if err != nil {
			return p, err
		}
		page.and(behind)
	}
	key := r.keyOf(s)
	n, known := r.counts.get(key)
	if s.isExact() || known {
		err = r.readTx(ctx, func(tx *postgres.Tx) (err error) {
			if !known {
				if n, err = r.count(tx, s); err != nil {
					return err
				}
			}
			p = pageResult{matched: n.n, estimated: n.estimated}
			if !s.isExact() {
				return r.take(ctx, tx, page, order, by, limit, &p)
			}
			if by != nil {
				return r.take(ctx, tx, page, order+" LIMIT "+strconv.Itoa(limit+1), by, limit, &p)
			}
			from := int64(0)
			if after != nil {
				from = int64(after.Number)
			}
			if n.cost > r.maxCost {
				return r.takePartial(ctx, tx, page, &n, from, limit, &p)
			}
			return r.takeInOrder(ctx, tx, page, &n, from, limit, &p)
		})
	} else {
		err = r.readTx(ctx, func(tx *postgres.Tx) error {
			p = pageResult{}
			return r.takeCounting(ctx, tx, s, order, by, after, limit, &p)
		})
	}
	if err != nil {
		return pageResult{}, err
	}
	if !known {
		n.n, n.estimated = p.matched, p.estimated
		r.counts.put(key, n)
	}
	p.correct(after == nil)
	p.table = collect(r.builder(), p.rows)
	return p, nil
}

// take reads the features of a page and stops when it is full.
func (r *reader) take(ctx context.Context, tx *postgres.Tx, page *selection, order string, by query.Order, limit int, p *pageResult) error {
	return r.each(ctx, tx, page, order, func(fid int, f feature.Feature) bool {
		return p.add(by, fid, f, limit)
	})
}

// takeInOrder reads the features of a page after a fid, in the order of the archive.
func (r *reader) takeInOrder(ctx context.Context, tx *postgres.Tx, page *selection, n *countResult, from int64, limit int, p *pageResult) error {
	rows := page.clone()
	ends, err := n.chooseScan(tx, rows, from, limit+1)
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

// minFids is the smallest range of fids that a partial page scans.
const minFids = 250_000

// takePartial reads the features of a page after a fid by sequential scan, in the order of the
// archive. It scans ranges of fids, the first large enough to fill the page by expectation, each
// next one up to twice as large, until the page is full or the next would cost too much.
func (r *reader) takePartial(ctx context.Context, tx *postgres.Tx, page *selection, n *countResult, from int64, limit int, p *pageResult) error {
	newest, err := sum(tx, "SELECT coalesce(max(fid), 0) FROM "+quoted(r.table.ID), nil)
	if err != nil {
		return err
	}
	last, left := int64(newest), r.maxCost
	wide := max(r.minFids, min(int64(limit)*last/int64(max(1, n.n)), int64(float64(last)*r.maxCost/n.cost)))
	for from < last {
		if wide < r.minFids {
			p.more, p.isPartial, p.last = true, true, query.Cursor{Number: int(from)}
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

// add adds a feature; it returns false if the page is full.
func (p *pageResult) add(by query.Order, fid int, f feature.Feature, limit int) bool {
	if len(p.rows) >= limit {
		p.more = true
		return false
	}
	p.rows, p.last = append(p.rows, f), by.CursorOf(f, fid)
	return true
}

// takeCounting reads all candidates, counts those selected, and takes those of the page.
func (r *reader) takeCounting(ctx context.Context, tx *postgres.Tx, s *selection, order string, by query.Order, after *query.Cursor, limit int, p *pageResult) error {
	return r.each(ctx, tx, s, order, func(fid int, f feature.Feature) bool {
		p.matched++
		if after == nil || by.Compare(by.CursorOf(f, fid), *after) > 0 {
			p.add(by, fid, f, limit)
		}
		return true
	})
}

// collect copies features of Tables with the same columns into one Table.
func collect(to *feature.Builder, features []feature.Feature) *feature.Table {
	for _, f := range features {
		to.Copy(f)
	}
	return to.Table()
}

// order returns the ORDER BY clause of an order; by fid if nil.
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

// afterCursor returns the condition that a row follows a cursor: equal in the first keys, greater
// in the next.
func (r *reader) afterCursor(w *query.SQL, by query.Order, after *query.Cursor) (string, error) {
	alike, ways := "", []string{}
	for i, k := range by {
		key, v := w.ValueSQL(k.Field), after.Values[i]
		if v == nil { // nulls are last
			alike += key + " IS NULL AND "
			continue
		}
		bound, ok := w.BindValue(v)
		if !ok {
			return "", &view.CursorError{Reason: "it contains text that is not UTF-8, or U+0000, which no feature has"}
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
