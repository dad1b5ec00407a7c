package postgis

import (
	"context"
	"slices"
	"strconv"

	"dateline/archive/postgres"
	"dateline/document/rows"
	"dateline/feature"
	"dateline/query"
	"dateline/schema"
	"dateline/view"
)

// Values counts the features that q selects by the values of properties (view.Reader).
func (r *reader) Values(ctx context.Context, q *query.Query, of, all []string, with func(property int, f feature.Feature, n int)) error {
	if whole, err := r.countedValues(ctx, q, of, all, with); whole || err != nil {
		return err
	}
	return r.Tally(ctx, q, view.Grouping{Columns: slices.Concat(all, of)}, func(f feature.Feature, n int) {
		for i := range of {
			with(i, f, n)
		}
	})
}

// countedValues is Values for a query about roles only, from sums by role; false for any other.
func (r *reader) countedValues(ctx context.Context, q *query.Query, of, all []string, with func(property int, f feature.Feature, n int)) (whole bool, err error) {
	s, err := r.selection(q)
	if err != nil || s.onGroups == nil || q.BBox != nil || s.days != nil {
		return false, err
	}
	sums := r.onRoles(q)
	if sums == nil || !slices.Equal(all, []string{roleName}) {
		return false, nil
	}
	err = r.readTx(ctx, func(tx *postgres.Tx) error {
		c, err := r.coverage(tx)
		if whole = c != nil; !whole || err != nil {
			return err
		}
		for i, name := range of {
			x := r.newTally(view.Grouping{Columns: []string{roleName, name}}, func(f feature.Feature, n int) { with(i, f, n) })
			if r.groups.Has(name) {
				err = x.wholeGroups(ctx, tx, s, c)
			} else {
				err = x.sums(tx, name, sums)
			}
			if err == nil {
				err = x.groupRows(ctx, tx, s, r.from()+s.with("p.fid > "+number(c.high)))
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
	return whole, err
}

const roleName = "role"

// onRoles translates a query into conditions on roles; nil if it has others.
func (r *reader) onRoles(q *query.Query) *selection {
	s := &selection{}
	s.Column = func(property string) string {
		if property != roleName {
			return ""
		}
		return r.column(property)
	}
	where, rest := q.Filter.SQL(&s.SQL)
	if s.where = where; rest != nil {
		return nil
	}
	return s
}

// sums yields the number of mentions for each value of a property: as counted, adjusted by
// later edits.
func (x *tally) sums(tx *postgres.Tx, property string, s *selection) error {
	p := x.table.Properties[x.table.Index(property)]
	changed := "(SELECT role, " + property + "::text AS value, n FROM dateline_uncounted WHERE fid <= (SELECT max(high) FROM dateline_counted))"
	sql := "SELECT NULL::geometry, '', p.role, p.value, sum(p.n)::bigint FROM (SELECT role, value, n FROM dateline_values WHERE property = '" + property + "' UNION ALL " + changed + ") p" +
		s.clause() + " GROUP BY p.role, p.value HAVING sum(p.n) > 0"
	var row rows.Row
	for c, err := range tx.Rows(sql, s.Values...) {
		if err != nil {
			return err
		}
		if err := x.read(c, 0, []int{x.table.Index(roleName)}, &row); err != nil {
			return err
		}
		v := schema.Value{}
		if !c.IsNull(3) {
			if v = schema.OfText(c.Text(3)); p.Type == schema.Number {
				n, err := strconv.ParseFloat(c.Text(3), 64)
				if err != nil {
					return err
				}
				v = schema.OfNumber(n)
			}
		}
		row.Values[x.table.Index(property)] = v
		x.with(x.add(&row), int(c.Int(4)))
	}
	return nil
}
