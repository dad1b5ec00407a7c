package postgis

import (
	"context"

	"dateline/archive/postgres"
	"dateline/feature"
	"dateline/view"
	"dateline/work"
)

// countedCells is cells where the groups of a selection are counted: a cell for each of these
// and for each row that is not in one.
func (r *reader) countedCells(ctx context.Context, tx *postgres.Tx, s *selection, c *covered, drawn []int) ([]feature.Cell, error) {
	names := make([]string, len(drawn))
	for k, i := range drawn {
		names[k] = r.table.Properties[i].Name
	}
	x := &counting{reader: r, drawn: drawn, shown: view.NewRowConverter(r.tables, r.names), built: r.builder()}
	counter := work.Metered(ctx)
	for _, part := range []struct {
		sql    string
		values []any
	}{
		{c.ofGroups(s.counted, r.groups.Groups(names), r.groups.Single(names)), s.counted.Values},
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

// group adds a group as Groups and Single list it.
func (x *counting) group(c postgres.Cells) error {
	behind := 2 + len(x.drawn)
	bits := c.Int(behind + 1)
	return x.add(c, int(c.Int(behind)), func(i int) bool {
		name := x.table.Properties[i].Name
		return x.groups.Has(name) || bits&x.groups.Bit(name) != 0
	})
}
