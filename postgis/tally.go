package postgis

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"dateline/archive"
	"dateline/archive/postgres"
	"dateline/document/rows"
	"dateline/feature"
	"dateline/query"
	"dateline/schema"
	"dateline/view"
	"dateline/work"
)

// stepsPerGroup is roughly the cost of transferring and counting a group.
const stepsPerGroup = 100

// Tally counts the features that q selects by the properties of by (view.Reader).
func (r *reader) Tally(ctx context.Context, q *query.Query, by view.Grouping, with func(f feature.Feature, n int)) error {
	s, err := r.selection(q)
	if err != nil {
		return err
	}
	x := r.newTally(by, with)
	return r.readTx(ctx, func(tx *postgres.Tx) error {
		if s.onGroups != nil && r.canTally(&by) {
			if c, err := r.coverage(tx); err != nil {
				return err
			} else if c != nil {
				return x.fromGroups(ctx, tx, s, c)
			}
		}
		if s.isExact() && !slices.ContainsFunc(by.Columns, func(name string) bool { return !r.isStored(name) }) {
			return x.groupRows(ctx, tx, s, r.from()+s.clause())
		}
		return r.each(ctx, tx, s, " ORDER BY p.fid", func(_ int, f feature.Feature) bool {
			x.single(f)
			return true
		})
	})
}

// tally yields groups as features of one Table, with their numbers.
type tally struct {
	*reader
	grouping view.Grouping
	columns  []int // indexes in the collection's table of the Table's properties
	built    *feature.Builder
	with     func(f feature.Feature, n int)
}

func (r *reader) newTally(by view.Grouping, with func(f feature.Feature, n int)) *tally {
	x := &tally{reader: r, grouping: by, with: with}
	only := r.collection.Only(append([]string{}, by.Columns...))
	for i := range only.Properties {
		x.columns = append(x.columns, r.table.Index(only.Properties[i].Name))
	}
	x.built = feature.NewBuilder(feature.Columns(only))
	return x
}

// single yields one feature as a group.
func (x *tally) single(f feature.Feature) {
	id := ""
	if x.grouping.ID {
		id = f.ID()
	}
	x.built.Start(id, f.Geometry(), f.Days())
	for _, i := range x.columns {
		x.built.Any(f.Property(x.table.Properties[i].Name))
	}
	x.with(x.built.At(x.built.Add()), 1)
}

// groupRows yields groups of rows, counted by the database.
func (x *tally) groupRows(ctx context.Context, tx *postgres.Tx, s *selection, from string) error {
	read := slices.Clone(x.columns)
	if x.grouping.Days {
		for _, name := range x.dates {
			if i := x.table.Index(name); !slices.Contains(read, i) {
				read = append(read, i)
			}
		}
	}
	listed := []string{"NULL::geometry", "''"}
	grouped := []string{"()"}
	group := func(what string, at int) {
		listed[at] = what
		grouped = append(grouped, strconv.Itoa(at+1))
	}
	if x.grouping.Geometry {
		group("p.geom", 0)
	}
	if x.grouping.ID {
		group("p.id", 1)
	}
	for _, i := range read {
		listed = append(listed, "")
		group("p."+quoted(x.table.Properties[i].Name), len(listed)-1)
	}
	if len(grouped) > 1 {
		grouped = grouped[1:]
	}
	sql := "SELECT " + strings.Join(listed, ", ") + ", count(*)" + from +
		" GROUP BY " + strings.Join(grouped, ", ") + " HAVING count(*) > 0 ORDER BY min(p.fid)"
	converter, counter := view.NewRowConverter(x.tables, x.names), work.Metered(ctx)
	row := rows.Row{Values: make([]schema.Value, len(x.table.Properties))}
	for c, err := range tx.Rows(sql, s.Values...) {
		if err != nil {
			return err
		}
		clear(row.Values)
		if err := archive.ReadRow(x.table, c, 0, read, &row); err != nil {
			return err
		}
		x.built.Start(row.ID, row.Geometry, converter.Convert(x.table.ID, &row))
		for _, i := range x.columns {
			x.built.Value(row.Values[i])
		}
		x.with(x.built.At(x.built.Add()), int(c.Int(2+len(read))))
		if err := counter.Add(stepsPerGroup); err != nil {
			return err
		}
	}
	if err := counter.Flush(); err != nil {
		return err
	}
	return x.built.Err()
}
