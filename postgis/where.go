package postgis

import (
	"slices"
	"strings"

	"dateline/feature"
	"dateline/geo"
	"dateline/query"

	"github.com/paulmach/orb"
)

// selection is a query translated to SQL conditions, with a residual query to evaluate on each row.
type selection struct {
	query.SQL
	where    []string
	residual query.Query
	estimate *selection // nearly the same rows, by conditions for which the planner has statistics

	onGroups *selection    // the same without its time, on counted groups; nil if they can't express it
	days     *feature.Days // selected; nil for all
	onDates  *selection    // the same on counted dates; nil if it is not by days and roles alone
}

// isExact reports whether SQL expresses all of the query.
func (s *selection) isExact() bool {
	return s.residual.BBox == nil && s.residual.Datetime == nil && len(s.residual.Text) == 0 && s.residual.Filter == nil
}

// and adds a condition.
func (s *selection) and(condition string) { s.where = append(s.where, condition) }

// clause returns the WHERE clause; empty without conditions.
func (s *selection) clause() string { return s.with() }

// with returns the WHERE clause with more conditions.
func (s *selection) with(more ...string) string {
	all := slices.Concat(s.where, more)
	if len(all) == 0 {
		return ""
	}
	return " WHERE " + strings.Join(all, " AND ")
}

// clone returns a selection to which conditions can be added for one statement.
func (s *selection) clone() *selection {
	c := *s
	c.where = append([]string(nil), s.where...)
	c.Values = append([]any(nil), s.Values...)
	return &c
}

// everything selects all rows.
func (r *reader) everything() *selection {
	s := &selection{}
	s.Column, s.Geometry = r.column, "p.geom"
	if r.table.Points {
		s.Box = box
	}
	return s
}

// selection translates a query.
func (r *reader) selection(q *query.Query) (*selection, error) {
	s := r.everything()
	s.estimate, s.onGroups, s.days = r.forPlanner(q), r.onGroups(q), q.Datetime
	s.onDates = r.onDates(q, s)
	s.residual = query.Query{Text: q.Text, Strict: q.Strict}
	s.where, s.residual.Filter = q.Filter.SQL(&s.SQL)
	if bound := s.residual.Filter.Bound(); bound != nil {
		s.and(r.near(&s.SQL, *bound))
	}
	if q.Datetime != nil {
		s.and(r.orNull(q.Strict, r.first, r.overlapsDays(&s.SQL, *q.Datetime)))
	}
	if q.NoCopies {
		s.and(r.noCopies())
	}
	switch {
	case q.BBox == nil:
	case s.Box != nil:
		s.and(r.orNull(q.Strict, s.Geometry, s.Box(&s.SQL, *q.BBox)))
	default:
		s.and(r.orNull(q.Strict, s.Geometry, r.near(&s.SQL, *q.BBox)))
		s.residual.BBox = q.BBox
	}
	return s, nil
}

// forPlanner translates the part of a query that indexes serve.
func (r *reader) forPlanner(q *query.Query) *selection {
	s := r.everything()
	s.where, _ = q.Filter.SQL(&s.SQL)
	if q.Datetime != nil && !q.Strict {
		s.and(s.Overlap(r.begin, r.end, *q.Datetime))
	}
	if q.BBox != nil && !q.Strict {
		s.and(r.near(&s.SQL, *q.BBox))
	}
	return s
}

// orNull extends a condition on a column to the rows where it is null, if strict.
func (r *reader) orNull(strict bool, of, condition string) string {
	if !strict {
		return condition
	}
	return "(" + of + " IS NULL OR " + condition + ")"
}

// longestYear is the most days by which the period of a row extends beyond its date.
const longestYear = 366

// overlapsDays returns the condition that a row's days overlap those asked for: its date is among
// them, or its month or year contains some of them.
func (r *reader) overlapsDays(w *query.SQL, asked feature.Days) string {
	exact := w.Overlap(r.first, r.last, asked)
	if r.first == r.begin && r.last == r.end {
		return exact
	}
	around := asked
	if around.First > feature.Beginning+longestYear {
		around.First -= longestYear
	}
	if around.Last < feature.End-longestYear {
		around.Last += longestYear
	}
	return "(" + w.Overlap(r.begin, r.end, asked) + ` OR p."date_precision" IN ('month', 'year') AND ` +
		w.Overlap(r.begin, r.end, around) + " AND " + unestimated(exact) + ")"
}

// unestimated writes a condition so that the planner assumes that half of the rows satisfy it;
// otherwise it would assume hardly any.
func unestimated(condition string) string {
	return "(CASE WHEN p.fid IS NOT NULL THEN " + condition + " END)"
}

// box returns the condition that a row's point is in a box or on its edge, in millionths of a degree
// as in feature.Table.
func box(w *query.SQL, b orb.Bound) string {
	var parts []string
	for _, part := range geo.SplitAntimeridian(b) {
		window := new(feature.Table).Window(part)
		west, south, east, north := window.Millionths()
		side := func(v int32) string { return w.Bind(float64(v), "float8") }
		exact := millionths("ST_X(p.geom)") + " BETWEEN " + side(west) + " AND " + side(east) +
			" AND " + millionths("ST_Y(p.geom)") + " BETWEEN " + side(south) + " AND " + side(north)
		parts = append(parts, "("+overlaps(w, part.Pad(rounding))+" AND "+unestimated(exact)+")")
	}
	return "(" + strings.Join(parts, " OR ") + ")"
}

// rounding is the largest difference, in degrees, between coordinates in memory and those stored.
const rounding = 2e-6

// millionths rounds degrees to a whole number of them, halves away from zero.
func millionths(degrees string) string {
	return "(sign(" + degrees + ") * floor(abs(" + degrees + " * 1e6) + 0.5))"
}

func overlaps(w *query.SQL, b orb.Bound) string {
	side := func(v float64) string { return w.Bind(v, "float8") }
	return "p.geom && ST_MakeEnvelope(" + side(b.Min[0]) + ", " + side(b.Min[1]) + ", " + side(b.Max[0]) + ", " + side(b.Max[1]) + ", 4326)"
}

// near returns a condition that is true of all rows whose geometry touches a box, and of some
// others. Geometries may be stored beyond the antimeridian.
func (r *reader) near(w *query.SQL, b orb.Bound) string {
	var parts []string
	for _, part := range geo.SplitAntimeridian(b) {
		part = part.Pad(rounding)
		parts = append(parts, overlaps(w, part))
		if r.table.Points {
			continue
		}
		for _, turn := range []float64{-360, 360} {
			parts = append(parts, overlaps(w, orb.Bound{Min: orb.Point{part.Min[0] + turn, part.Min[1]}, Max: orb.Point{part.Max[0] + turn, part.Max[1]}}))
		}
	}
	return "(" + strings.Join(parts, " OR ") + ")"
}
