package postgis

import (
	"context"

	"dateline/archive/postgres"
	"dateline/feature"
	"dateline/view"
	"dateline/work"
)

// countedCells is cells from the tables of counts: a cell for each group and for each uncounted row.
func (r *reader) countedCells(ctx context.Context, tx *postgres.Tx, s *selection, c *coverage, drawn []int) ([]feature.Cell, error) {
	names := make([]string, len(drawn))
	for k, i := range drawn {
		names[k] = r.table.Properties[i].Name
	}
	x := &cellBuilder{reader: r, drawn: drawn, converter: view.NewRowConverter(r.tables, r.names), built: r.builder()}
	counter := work.Metered(ctx)
	for _, part := range []struct {
		sql    string
		values []any
	}{
		{c.groupsSQL(s.onGroups, r.groups.Groups(names), r.groups.Single(names)), s.onGroups.Values},
		{"SELECT " + r.groups.Single(names) + r.from() + s.with("p.fid > "+number(c.high)), s.Values},
	} {
		for cells, err := range tx.Rows(part.sql, part.values...) {
			if err != nil {
				return nil, err
			}
			if err := x.group(cells); err != nil {
				return nil, err
			}
			if err := counter.Add(stepsPerGroup); err != nil {
				return nil, err
			}
		}
	}
	if err := counter.Flush(); err != nil {
		return nil, err
	}
	return x.cells(), x.built.Err()
}

// group adds a group with the columns that counts.Columns.Groups and Single list.
func (x *cellBuilder) group(c postgres.Cells) error {
	behind := 2 + len(x.drawn)
	bits := c.Int(behind + 1)
	return x.add(c, int(c.Int(behind)), func(i int) bool {
		name := x.table.Properties[i].Name
		return x.groups.Has(name) || bits&x.groups.Bit(name) != 0
	})
}
