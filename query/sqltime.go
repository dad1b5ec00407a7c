package query

import (
	"fmt"

	"dateline/feature"
)

// relationsSQL are temporalRelations in SQL: the four values are the first and last days of two
// ranges, in order.
func relationsSQL() map[string]string {
	return map[string]string{
		"t_after":        "%[1]s > %[4]s",
		"t_before":       "%[2]s < %[3]s",
		"t_contains":     "%[1]s < %[3]s AND %[2]s > %[4]s",
		"t_disjoint":     "%[1]s > %[4]s OR %[2]s < %[3]s",
		"t_during":       "%[1]s > %[3]s AND %[2]s < %[4]s",
		"t_equals":       "%[1]s = %[3]s AND %[2]s = %[4]s",
		"t_finishedby":   "%[1]s < %[3]s AND %[2]s = %[4]s",
		"t_finishes":     "%[1]s > %[3]s AND %[2]s = %[4]s",
		"t_intersects":   "%[1]s <= %[4]s AND %[2]s >= %[3]s",
		"t_meets":        "%[2]s = %[3]s",
		"t_metby":        "%[1]s = %[4]s",
		"t_overlappedby": "%[1]s > %[3]s AND %[1]s < %[4]s AND %[2]s > %[4]s",
		"t_overlaps":     "%[1]s < %[3]s AND %[2]s > %[3]s AND %[2]s < %[4]s",
		"t_startedby":    "%[1]s = %[3]s AND %[2]s > %[4]s",
		"t_starts":       "%[1]s = %[3]s AND %[2]s < %[4]s",
	}
}

// daysSQL writes the first and last day of a range; false if SQL can't.
type daysSQL func(*SQL) (first, last string, ok bool)

// relatedDays writes a relation of two ranges, null if any of their days is null.
func relatedDays(a, b daysSQL, relation string) fragment {
	return func(w *SQL) (string, bool) {
		first, last, ok := a(w)
		if !ok {
			return "", false
		}
		from, to, ok := b(w)
		return fmt.Sprintf("(CASE WHEN num_nulls(%[1]s, %[2]s, %[3]s, %[4]s) = 0 THEN "+relation+" END)", first, last, from, to), ok
	}
}

// nullDays is true of rows for which a day is null.
func nullDays(s daysSQL) fragment {
	return func(w *SQL) (string, bool) {
		first, last, ok := s(w)
		return "(num_nulls(" + first + ", " + last + ") > 0)", ok
	}
}

// dayOf is the range of one day.
func dayOf(s scalar) daysSQL {
	return func(w *SQL) (first, last string, ok bool) {
		day, ok := s.fragment(w)
		return day, day, ok
	}
}

// between is the range from the first day of one to the last of another.
func between(from, to daysSQL) daysSQL {
	return func(w *SQL) (first, last string, ok bool) {
		first, _, ok = from(w)
		if !ok {
			return "", "", false
		}
		_, last, ok = to(w)
		return first, last, ok
	}
}

// Overlap returns the condition that a row's days, from its first to its last, overlap the
// requested ones: null if it has none.
func (w *SQL) Overlap(first, last string, asked feature.Days) string {
	return "(" + first + " <= " + w.BindDay(asked.Last) + " AND " + last + " >= " + w.BindDay(asked.First) + ")"
}
