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

// The days that the mentions of a group have, from the first to the last.
func groupFirst() string { return strings.ReplaceAll(firstDay, `p."date"`, `p."first"`) }
func groupLast() string  { return strings.ReplaceAll(lastDay, `p."date"`, `p."last"`) }

// touches is true of groups of which some mentions may be of the days that are asked for.
func touches(w *query.SQL, asked feature.Days) string {
	return w.Overlap(groupFirst(), groupLast(), asked)
}

// entries are the days and the confidence of the mentions of a group.
type entries struct {
	bytes     []byte
	precision schema.Value
}

// entry is one of them.
type entry struct {
	date, published int32 // days since 1970-01-01, or counts.NoDay
	confidence      float64
}

var errEntries = errors.New("the days of what is counted can't be read; dateline check says where")

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

// asked is a question for days; nil for none.
type asked struct {
	days  *feature.Days
	known map[int32]bool // what was found of dates of a precision
	of    schema.Value
}

// is reports whether a date of a precision is of the days that are asked for.
func (a *asked) is(date int32, precision schema.Value) bool {
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

// dated translates a query about days, and perhaps roles, into conditions on dateline_dates; nil
// for any other.
func (r *reader) dated(q *query.Query, s *selection) *selection {
	if s.counted == nil || s.days == nil || q.BBox != nil {
		return nil
	}
	of := r.ofRoles(q)
	if of != nil {
		of.and(r.during(&of.SQL, *s.days))
	}
	return of
}

// countDates counts the mentions of a selection by their dates, and says in which ranges of fids
// they are.
func (c *covered) countDates(r *reader, tx *postgres.Tx, s *selection, n counted) (counted, error) {
	const ranges = `SELECT (SELECT coalesce(max(high), 0) FROM dateline_dates WHERE high < x.high), high, n FROM (`
	for row, err := range tx.Rows(ranges+"SELECT high, sum(n)::bigint AS n FROM (SELECT *, high AS fid FROM dateline_dates) p"+s.dated.clause()+" GROUP BY high) x ORDER BY high", s.dated.Values...) {
		if err != nil {
			return n, err
		}
		of := inPart{row.Int(0), row.Int(1), int(row.Int(2))}
		n.n, n.parts = n.n+of.n, append(n.parts, of)
	}
	n.parts = append(n.parts, inPart{c.high, c.high, 0})
	if c.changed {
		n.parts = nil // an edited row may be in a range that had none
		changed, err := sum(tx, "SELECT coalesce(sum(n), 0)::bigint FROM dateline_uncounted p"+s.dated.with("fid <= "+number(c.high)), s.dated.Values)
		if err != nil {
			return n, err
		}
		n.n += changed
	}
	behind, err := sum(tx, "SELECT count(*)"+r.from()+s.with("p.fid > "+number(c.high)), s.Values)
	n.n += behind
	return n, err
}

// countIn counts the mentions of a selection that are of its days, and says in which parts they
// are.
func (c *covered) countIn(r *reader, tx *postgres.Tx, s *selection, n counted) (counted, error) {
	of := s.counted.clone()
	touched := touches(&of.SQL, *s.days)
	a, in := &asked{days: s.days}, map[int64]int{}
	for cells, err := range tx.Rows(c.ofParts(of, `p."date_precision", p.days, p.high`, touched), of.Values...) {
		if err != nil {
			return n, err
		}
		e, err := entriesOf(cells)
		if err != nil {
			return n, err
		}
		found := 0
		for i := range e.len() {
			if a.is(e.at(i).date, e.precision) {
				found++
			}
		}
		n.n += found
		in[cells.Int(2)] += found
	}
	for _, from := range c.left(r) {
		more, err := sum(tx, "SELECT count(*) FROM "+from+s.clause(), s.Values)
		if err != nil {
			return n, err
		}
		n.n += more
	}
	if c.changed {
		return n, nil // these are in any part
	}
	var err error
	n.parts, err = partsWith(tx, in)
	return n, err
}

// partsWith lists all parts, with how many there are in each.
func partsWith(tx *postgres.Tx, in map[int64]int) (all []inPart, err error) {
	for r, err := range tx.Rows(`SELECT low, high FROM dateline_counted ORDER BY high`) {
		if err != nil {
			return nil, err
		}
		all = append(all, inPart{r.Int(0), r.Int(1), in[r.Int(1)]})
	}
	return all, nil
}
