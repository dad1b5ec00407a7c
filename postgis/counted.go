package postgis

import (
	"strconv"

	"dateline/archive/counts"
	"dateline/archive/postgres"
	"dateline/query"
	"dateline/schema"
)

// The most points with edited rows, and rows added since, that are read beside the counts. If there
// are more, the counts are not used.
const (
	maxChanged   = 2000
	maxUncounted = 500_000
)

// onGroups translates a query, without its time, into conditions on the groups of the tables of
// counts; nil if it asks for more than groups have.
func (r *reader) onGroups(q *query.Query) *selection {
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
		s.and(r.orNull(q.Strict, s.Geometry, box(&s.SQL, *q.BBox)))
	}
	return s
}

// coverage says which mentions the tables of counts cover.
type coverage struct {
	high    int64 // last counted fid
	newest  int64 // last fid
	changed bool  // whether dateline_uncounted has points
}

// coverage returns which mentions are counted; nil if so few that reading rows is faster.
func (r *reader) coverage(tx *postgres.Tx) (c *coverage, err error) {
	const sql = `SELECT coalesce((SELECT max(high) FROM dateline_counted), 0), (SELECT coalesce(max(fid), 0) FROM mentions),
  (SELECT count(*) FROM (SELECT 1 FROM dateline_uncounted WHERE fid <= (SELECT max(high) FROM dateline_counted) LIMIT ?1) x)`
	for row, err := range tx.Rows(sql, int64(maxChanged+1)) {
		if err != nil {
			return nil, err
		}
		high, newest, changed := row.Int(0), row.Int(1), row.Int(2)
		if high > 0 && newest-high <= maxUncounted && changed <= maxChanged {
			c = &coverage{high, newest, changed > 0}
		}
	}
	return c, nil
}

const (
	// changedPoints are the points with rows edited since they were counted, in any part.
	changedPoints = `(SELECT DISTINCT geom FROM dateline_uncounted WHERE fid <= (SELECT max(high) FROM dateline_counted)) u`

	// inChanged are the rows at such points, in the parts with edited rows.
	inChanged = `(SELECT m.* FROM (` + counts.Uncounted + `) u JOIN mentions m ON m.fid > u.low AND m.fid <= u.high AND m.geom && u.geom AND m.geom = u.geom
  UNION ALL SELECT m.* FROM (` + counts.Uncounted + `) u JOIN mentions m ON m.fid > u.low AND m.fid <= u.high AND m.geom IS NULL AND u.geom IS NULL) p`

	// isChanged is the condition that a group of dateline_totals has edited rows, isChangedPart
	// that one of dateline_counts has.
	isChanged     = `(p.geom IS NOT NULL AND p.geom IN (SELECT geom FROM ` + changedPoints + ` WHERE geom IS NOT NULL) OR p.geom IS NULL AND EXISTS (SELECT 1 FROM ` + changedPoints + ` WHERE geom IS NULL))`
	isChangedPart = `(p.geom IS NOT NULL AND (p.high, p.geom) IN (SELECT high, geom FROM (` + counts.Uncounted + `) u WHERE geom IS NOT NULL) OR p.geom IS NULL AND p.high IN (SELECT high FROM (` + counts.Uncounted + `) u WHERE geom IS NULL))`
)

// count counts the selected mentions.
func (c *coverage) count(r *reader, tx *postgres.Tx, s *selection) (n countResult, err error) {
	n.of = c.newest
	if n.ends, err = partitions(tx); err != nil {
		return n, err
	}
	switch {
	case s.onDates != nil:
		return c.countDates(r, tx, s, n)
	case s.days != nil:
		return c.countDays(r, tx, s, n)
	}
	n.n, err = sum(tx, "SELECT coalesce(sum(n), 0)::bigint FROM ("+c.groupsSQL(s.onGroups, "p.n", "1::bigint AS n")+") x", s.onGroups.Values)
	if err != nil {
		return n, err
	}
	behind, err := sum(tx, "SELECT count(*)"+r.from()+s.with("p.fid > "+number(c.high)), s.Values)
	n.n += behind
	return n, err
}

// partitions returns the highest fid of the range of each partition of mentions, ascending.
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

// sum returns the single number of a result.
func sum(tx *postgres.Tx, sql string, values []any) (n int, err error) {
	for c, err := range tx.Rows(sql, values...) {
		if err != nil {
			return 0, err
		}
		n = int(c.Int(0))
	}
	return n, nil
}

// groupsSQL selects each counted mention once: by the totals of unchanged points, else by the groups
// of unchanged parts, else by rows. The columns listed of groups and of rows must correspond.
func (c *coverage) groupsSQL(s *selection, groups, rows string) string {
	if !c.changed {
		return "SELECT " + groups + " FROM dateline_totals p" + s.clause()
	}
	return "SELECT " + groups + " FROM dateline_totals p" + s.with("NOT "+isChanged) +
		" UNION ALL SELECT " + groups + " FROM dateline_counts p" + s.with(isChanged, "NOT "+isChangedPart) +
		" UNION ALL SELECT " + rows + " FROM " + inChanged + s.clause()
}

// partGroupsSQL selects the groups of unchanged parts, with more conditions.
func (c *coverage) partGroupsSQL(s *selection, listed string, more ...string) string {
	if c.changed {
		more = append(more, "NOT "+isChangedPart)
	}
	return "SELECT " + listed + " FROM dateline_counts p" + s.with(more...)
}

// uncounted lists where the rows are that partGroupsSQL leaves out: those that are not counted, and those
// at points that have changed.
func (c *coverage) uncounted(r *reader) []string {
	all := []string{"(SELECT * FROM " + quoted(r.table.ID) + " WHERE fid > " + number(c.high) + ") p"}
	if c.changed {
		all = append(all, inChanged)
	}
	return all
}

func number(n int64) string { return strconv.FormatInt(n, 10) }
