package postgis

import (
	"encoding/binary"
	"errors"
	"math"
	"strings"

	"dateline/archive/counts"
	"dateline/archive/postgres"
	"dateline/document/rows"
	"dateline/feature"
	"dateline/query"
	"dateline/schema"
)

// The first and last day of the mentions of a group.
func groupFirst() string { return strings.ReplaceAll(firstDay, `p."date"`, `p."first"`) }
func groupLast() string  { return strings.ReplaceAll(lastDay, `p."date"`, `p."last"`) }

// mayOverlap returns the condition that some mentions of a group may be on the selected days.
func mayOverlap(w *query.SQL, asked feature.Days) string {
	return w.Overlap(groupFirst(), groupLast(), asked)
}

// entries are the dates and confidences of the mentions of a group, as stored.
type entries struct {
	bytes     []byte
	precision schema.Value
}

// entry is one of them.
type entry struct {
	date, published int32 // days since 1970-01-01, or counts.NoDay
	confidence      float64
}

var errEntries = errors.New("the dates in the tables of counts are damaged; run dateline check for details")

func (e entries) len() int { return len(e.bytes) / counts.EntrySize }

func (e entries) at(i int) entry {
	b := e.bytes[i*counts.EntrySize:]
	return entry{dayIn(b), dayIn(b[4:]), math.Float64frombits(binary.BigEndian.Uint64(b[8:]))}
}

func dayIn(b []byte) int32 { return int32(binary.BigEndian.Uint32(b)) }

func dayValue(d int32) schema.Value {
	if d == counts.NoDay {
		return schema.Value{}
	}
	return schema.OfDay(int(d))
}

// dayFilter selects dates by days; all if days is nil. It caches the answers for dates of one
// precision.
type dayFilter struct {
	days  *feature.Days
	known map[int32]bool // answers by date, for the precision of
	of    schema.Value
}

// includes reports whether a date of a precision overlaps the selected days.
func (a *dayFilter) includes(date int32, precision schema.Value) bool {
	if a.days == nil {
		return true
	}
	if a.known == nil || a.of != precision {
		a.known, a.of = map[int32]bool{}, precision
	}
	is, found := a.known[date]
	if !found {
		is = rows.DaysOf(dayValue(date), precision).Overlaps(*a.days)
		a.known[date] = is
	}
	return is
}

// onDates translates a query by days, and perhaps roles, into conditions on dateline_dates; nil for
// any other.
func (r *reader) onDates(q *query.Query, s *selection) *selection {
	if s.onGroups == nil || s.days == nil || q.BBox != nil {
		return nil
	}
	of := r.onRoles(q)
	if of != nil {
		of.and(r.overlapsDays(&of.SQL, *s.days))
	}
	return of
}

// countDates counts the selected mentions by date, with the ranges of fids that they are in.
func (c *coverage) countDates(r *reader, tx *postgres.Tx, s *selection, n countResult) (countResult, error) {
	const ranges = `SELECT (SELECT coalesce(max(high), 0) FROM dateline_dates WHERE high < x.high), high, n FROM (`
	for row, err := range tx.Rows(ranges+"SELECT high, sum(n)::bigint AS n FROM (SELECT *, high AS fid FROM dateline_dates) p"+s.onDates.clause()+" GROUP BY high) x ORDER BY high", s.onDates.Values...) {
		if err != nil {
			return n, err
		}
		of := rangeCount{row.Int(0), row.Int(1), int(row.Int(2))}
		n.n, n.ranges = n.n+of.n, append(n.ranges, of)
	}
	n.ranges = append(n.ranges, rangeCount{c.high, c.high, 0})
	if c.changed {
		n.ranges = nil // an edited row may be in a range without others
		changed, err := sum(tx, "SELECT coalesce(sum(n), 0)::bigint FROM dateline_uncounted p"+s.onDates.with("fid <= "+number(c.high)), s.onDates.Values)
		if err != nil {
			return n, err
		}
		n.n += changed
	}
	behind, err := sum(tx, "SELECT count(*)"+r.from()+s.with("p.fid > "+number(c.high)), s.Values)
	n.n += behind
	return n, err
}

// countDays counts the mentions on the selected days, with the parts that they are in.
func (c *coverage) countDays(r *reader, tx *postgres.Tx, s *selection, n countResult) (countResult, error) {
	of := s.onGroups.clone()
	touched := mayOverlap(&of.SQL, *s.days)
	a, in := &dayFilter{days: s.days}, map[int64]int{}
	for cells, err := range tx.Rows(c.partGroupsSQL(of, `p."date_precision", p.days, p.high`, touched), of.Values...) {
		if err != nil {
			return n, err
		}
		e, err := readEntries(cells)
		if err != nil {
			return n, err
		}
		found := 0
		for i := range e.len() {
			if a.includes(e.at(i).date, e.precision) {
				found++
			}
		}
		n.n += found
		in[cells.Int(2)] += found
	}
	for _, from := range c.uncounted(r) {
		more, err := sum(tx, "SELECT count(*) FROM "+from+s.clause(), s.Values)
		if err != nil {
			return n, err
		}
		n.n += more
	}
	if c.changed {
		return n, nil // edited rows may be in any part
	}
	var err error
	n.ranges, err = partsWith(tx, in)
	return n, err
}

// partsWith lists all parts with the number of mentions in each.
func partsWith(tx *postgres.Tx, in map[int64]int) (all []rangeCount, err error) {
	for r, err := range tx.Rows(`SELECT low, high FROM dateline_counted ORDER BY high`) {
		if err != nil {
			return nil, err
		}
		all = append(all, rangeCount{r.Int(0), r.Int(1), in[r.Int(1)]})
	}
	return all, nil
}
