package postgis

import (
	"slices"
	"strings"

	"dateline/feature"
	"dateline/geo"
	"dateline/query"

	"github.com/paulmach/orb"
)

// selection is a query as conditions, and what is left of it to be asked of each row.
type selection struct {
	query.SQL
	where []string
	rest  query.Query
	loose *selection // nearly the same, in conditions of which the planner knows how many rows they have

	counted *selection    // the same of groups that are counted, but for days; nil where they don't tell
	days    *feature.Days // that are asked for; nil for all
	dated   *selection    // the same of dates that are counted; nil where days and roles do not say all
}

// isWhole reports whether the conditions say all.
func (s *selection) isWhole() bool {
	return s.rest.BBox == nil && s.rest.Datetime == nil && len(s.rest.Text) == 0 && s.rest.Filter == nil
}

// and adds a condition.
func (s *selection) and(condition string) { s.where = append(s.where, condition) }

// clause returns the conditions as a clause; empty where there are none.
func (s *selection) clause() string { return s.with() }

// with returns the conditions and more of them as a clause.
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

// everything selects all.
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
	s.loose, s.counted, s.days = r.loosely(q), r.countable(q), q.Datetime
	s.dated = r.dated(q, s)
	s.rest = query.Query{Text: q.Text, Strict: q.Strict}
	s.where, s.rest.Filter = q.Filter.SQL(&s.SQL)
	if bound := s.rest.Filter.Bound(); bound != nil {
		s.and(r.near(&s.SQL, *bound))
	}
	if q.Datetime != nil {
		s.and(r.strictly(q.Strict, r.first, r.during(&s.SQL, *q.Datetime)))
	}
	if q.NoCopies {
		s.and(r.noCopies())
	}
	switch {
	case q.BBox == nil:
	case s.Box != nil:
		s.and(r.strictly(q.Strict, s.Geometry, s.Box(&s.SQL, *q.BBox)))
	default:
		s.and(r.strictly(q.Strict, s.Geometry, r.near(&s.SQL, *q.BBox)))
		s.rest.BBox = q.BBox
	}
	return s, nil
}

// loosely translates what of a query there is an index for.
func (r *reader) loosely(q *query.Query) *selection {
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

// strictly adds the rows that lack what is asked about, where that is wanted.
func (r *reader) strictly(strict bool, of, condition string) string {
	if !strict {
		return condition
	}
	return "(" + of + " IS NULL OR " + condition + ")"
}

// longestYear is how many days the days of a row reach beyond its date at most.
const longestYear = 366

// during is true of the rows whose days share one with those asked for: those with a date
// among them, and of those dated to months and years some others.
func (r *reader) during(w *query.SQL, asked feature.Days) string {
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

// unestimated writes a condition of which the planner of the database takes every other row
// to be, where it would take hardly any to be.
func unestimated(condition string) string {
	return "(CASE WHEN p.fid IS NOT NULL THEN " + condition + " END)"
}

// box is true of the rows whose point lies in a box or on its edge, by millionths of a
// degree as feature.Table keeps them.
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

// rounding in degrees is what coordinates that are kept differ from those stored at most.
const rounding = 2e-6

// millionths rounds degrees to a whole number of them, halves away from zero.
func millionths(degrees string) string {
	return "(sign(" + degrees + ") * floor(abs(" + degrees + " * 1e6) + 0.5))"
}

func overlaps(w *query.SQL, b orb.Bound) string {
	side := func(v float64) string { return w.Bind(v, "float8") }
	return "p.geom && ST_MakeEnvelope(" + side(b.Min[0]) + ", " + side(b.Min[1]) + ", " + side(b.Max[0]) + ", " + side(b.Max[1]) + ", 4326)"
}

// near is true of the rows whose geometry, which may be stored beyond the antimeridian,
// could touch a box, and of some others.
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
