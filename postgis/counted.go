package postgis

import (
	"strconv"

	"dateline/archive/counts"
	"dateline/archive/postgres"
	"dateline/query"
	"dateline/schema"
)

// What is read row by row beside what is counted, at most: of points of which rows were
// changed since, and of rows that came since. Where there is more, all is read row by row.
const (
	mostChanged   = 2000
	mostUncounted = 500_000
)

// countable translates a query into conditions on the groups that are counted, its time
// left out; nil where some of it is no matter of groups.
func (r *reader) countable(q *query.Query) *selection {
	if r.table.ID != schema.Mentions || len(q.Text) > 0 || q.NoCopies || q.Strict && q.Datetime != nil {
		return nil
	}
	s := &selection{}
	s.Box, s.Geometry = box, "p.geom"
	s.Column = func(property string) string {
		if !r.groups.Has(property) {
			return ""
		}
		return r.column(property)
	}
	var rest *query.Filter
	if s.where, rest = q.Filter.SQL(&s.SQL); rest != nil {
		return nil
	}
	if q.BBox != nil {
		s.and(r.strictly(q.Strict, s.Geometry, box(&s.SQL, *q.BBox)))
	}
	return s
}

// covered is what of the mentions is counted.
type covered struct {
	high    int64 // the last fid of those
	newest  int64 // the last fid of all
	changed bool  // whether there are points in dateline_uncounted
}

// covered looks what is counted; nil where so little is that rows are quicker.
func (r *reader) covered(tx *postgres.Tx) (c *covered, err error) {
	const sql = `SELECT coalesce((SELECT max(high) FROM dateline_counted), 0), (SELECT coalesce(max(fid), 0) FROM mentions),
  (SELECT count(*) FROM (SELECT 1 FROM dateline_uncounted WHERE fid <= (SELECT max(high) FROM dateline_counted) LIMIT ?1) x)`
	for row, err := range tx.Rows(sql, int64(mostChanged+1)) {
		if err != nil {
			return nil, err
		}
		high, newest, changed := row.Int(0), row.Int(1), row.Int(2)
		if high > 0 && newest-high <= mostUncounted && changed <= mostChanged {
			c = &covered{high, newest, changed > 0}
		}
	}
	return c, nil
}

const (
	// changedPoints are those of which rows were changed since they were counted, in any part.
	changedPoints = `(SELECT DISTINCT geom FROM dateline_uncounted WHERE fid <= (SELECT max(high) FROM dateline_counted)) u`

	// inChanged are the rows at such points, in the parts in which rows were changed.
	inChanged = `(SELECT m.* FROM (` + counts.Uncounted + `) u JOIN mentions m ON m.fid > u.low AND m.fid <= u.high AND m.geom && u.geom AND m.geom = u.geom
  UNION ALL SELECT m.* FROM (` + counts.Uncounted + `) u JOIN mentions m ON m.fid > u.low AND m.fid <= u.high AND m.geom IS NULL AND u.geom IS NULL) p`

	// isChanged is true of groups of dateline_totals, and isChangedPart of those of dateline_counts,
	// of which rows were changed.
	isChanged     = `(p.geom IS NOT NULL AND p.geom IN (SELECT geom FROM ` + changedPoints + ` WHERE geom IS NOT NULL) OR p.geom IS NULL AND EXISTS (SELECT 1 FROM ` + changedPoints + ` WHERE geom IS NULL))`
	isChangedPart = `(p.geom IS NOT NULL AND (p.high, p.geom) IN (SELECT high, geom FROM (` + counts.Uncounted + `) u WHERE geom IS NOT NULL) OR p.geom IS NULL AND p.high IN (SELECT high FROM (` + counts.Uncounted + `) u WHERE geom IS NULL))`
)

// count returns how many mentions a selection has.
func (c *covered) count(r *reader, tx *postgres.Tx, s *selection) (n counted, err error) {
	n.of = c.newest
	if n.ends, err = partitions(tx); err != nil {
		return n, err
	}
	switch {
	case s.dated != nil:
		return c.countDates(r, tx, s, n)
	case s.days != nil:
		return c.countIn(r, tx, s, n)
	}
	n.n, err = sum(tx, "SELECT coalesce(sum(n), 0)::bigint FROM ("+c.ofGroups(s.counted, "p.n", "1::bigint AS n")+") x", s.counted.Values)
	if err != nil {
		return n, err
	}
	behind, err := sum(tx, "SELECT count(*)"+r.from()+s.with("p.fid > "+number(c.high)), s.Values)
	n.n += behind
	return n, err
}

// partitions returns the last fid that each partition of the mentions may have, ascending.
func partitions(tx *postgres.Tx) (ends []int64, err error) {
	const sql = `SELECT substring(pg_get_expr(c.relpartbound, c.oid) FROM 'TO \(''*(\d+)')::bigint - 1
  FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = 'mentions'::regclass ORDER BY 1`
	for row, err := range tx.Rows(sql) {
		if err != nil {
			return nil, err
		}
		ends = append(ends, row.Int(0))
	}
	return ends, nil
}

// sum returns the one number of an answer.
func sum(tx *postgres.Tx, sql string, values []any) (n int, err error) {
	for c, err := range tx.Rows(sql, values...) {
		if err != nil {
			return 0, err
		}
		n = int(c.Int(0))
	}
	return n, nil
}

// ofGroups selects what is counted of a selection, once each: groups of all parts where a point
// has not changed, else those of its parts that have not, and else rows. What is listed of
// groups and of rows is the same.
func (c *covered) ofGroups(s *selection, groups, rows string) string {
	if !c.changed {
		return "SELECT " + groups + " FROM dateline_totals p" + s.clause()
	}
	return "SELECT " + groups + " FROM dateline_totals p" + s.with("NOT "+isChanged) +
		" UNION ALL SELECT " + groups + " FROM dateline_counts p" + s.with(isChanged, "NOT "+isChangedPart) +
		" UNION ALL SELECT " + rows + " FROM " + inChanged + s.clause()
}

// ofParts selects the groups of parts of a selection, with more conditions.
func (c *covered) ofParts(s *selection, listed string, more ...string) string {
	if c.changed {
		more = append(more, "NOT "+isChangedPart)
	}
	return "SELECT " + listed + " FROM dateline_counts p" + s.with(more...)
}

// left lists where the rows are that ofParts leaves out: those that are not counted, and those
// at points that have changed.
func (c *covered) left(r *reader) []string {
	all := []string{"(SELECT * FROM " + quoted(r.table.ID) + " WHERE fid > " + number(c.high) + ") p"}
	if c.changed {
		all = append(all, inChanged)
	}
	return all
}

func number(n int64) string { return strconv.FormatInt(n, 10) }
