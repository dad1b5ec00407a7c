package postgis

import (
	"context"
	"iter"
	"slices"
	"strings"

	"dateline/archive"
	"dateline/archive/postgres"
	"dateline/document/rows"
	"dateline/feature"
	"dateline/geo"
	"dateline/query"
	"dateline/schema"
	"dateline/view"
	"dateline/work"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/maptile"
)

// OnTile returns what q selects on a tile and around it, as view.Layer.OnTile does: points
// as the database counts them at each coordinate, where it can.
func (r *reader) OnTile(ctx context.Context, _ maptile.Tile, bound orb.Bound, q *query.Query) (iter.Seq[feature.Cell], iter.Seq2[feature.Feature, error]) {
	if s, err := r.selection(q); err == nil && s.isWhole() && r.table.Points && r.isDrawn() {
		s.and(r.near(&s.SQL, bound))
		if s.counted != nil {
			s.counted.and(r.near(&s.counted.SQL, bound))
		}
		var cells []feature.Cell
		if err = r.look(ctx, func(tx *postgres.Tx) (err error) {
			cells, err = r.cells(ctx, tx, s)
			return err
		}); err != nil {
			return nothing, failing(err)
		}
		return func(yield func(feature.Cell) bool) {
			for _, c := range cells {
				if !yield(c) {
					return
				}
			}
		}, func(func(feature.Feature, error) bool) {}
	}
	return nothing, r.InBound(ctx, bound, q)
}

func nothing(func(feature.Cell) bool) {}

func failing(err error) iter.Seq2[feature.Feature, error] {
	return func(yield func(feature.Feature, error) bool) { yield(feature.Feature{}, err) }
}

// InBound returns what q selects of the features that could touch a bound.
func (r *reader) InBound(ctx context.Context, bound orb.Bound, q *query.Query) iter.Seq2[feature.Feature, error] {
	s, err := r.selection(q)
	if err != nil {
		return failing(err)
	}
	s.and(r.near(&s.SQL, bound))
	return func(yield func(feature.Feature, error) bool) {
		going := true
		err := r.look(ctx, func(tx *postgres.Tx) error {
			return r.each(ctx, tx, s, " ORDER BY p.fid", func(_ int, f feature.Feature) bool {
				going = yield(f, nil)
				return going
			})
		})
		if err != nil && going {
			yield(feature.Feature{}, err)
		}
	}
}

// isDrawn reports whether the database has all that tiles show.
func (r *reader) isDrawn() bool {
	for i := range r.shown.Properties {
		if p := &r.shown.Properties[i]; !p.Long && !r.isStored(p.Name) {
			return false
		}
	}
	return true
}

// drawn returns the numbers of the properties that tiles show.
func (r *reader) drawn() (numbers []int) {
	for i := range r.shown.Properties {
		if p := &r.shown.Properties[i]; !p.Long {
			numbers = append(numbers, r.table.Index(p.Name))
		}
	}
	return numbers
}

// cells counts the points that a selection has at each coordinate, with what they have
// alike.
func (r *reader) cells(ctx context.Context, tx *postgres.Tx, s *selection) (cells []feature.Cell, err error) {
	drawn := r.drawn()
	if s.counted != nil && s.days == nil {
		if c, err := r.covered(tx); err != nil {
			return nil, err
		} else if c != nil {
			return r.countedCells(ctx, tx, s, c, drawn)
		}
	}
	listed := []string{"p.geom", `min(p.id COLLATE "C")`}
	var same []string
	for _, i := range drawn {
		value, alike := r.common(&r.table.Properties[i])
		listed, same = append(listed, value), append(same, alike)
	}
	sql := "SELECT " + strings.Join(append(listed, same...), ", ") + ", count(*)" + r.from() + s.clause() + " GROUP BY p.geom ORDER BY min(p.fid)"
	x := &counting{reader: r, drawn: drawn, shown: view.NewRowConverter(r.tables, r.names), built: r.builder()}
	counter := work.Metered(ctx)
	for c, err := range tx.Rows(sql, s.Values...) {
		if err != nil {
			return nil, err
		}
		behind := 2 + len(drawn)
		isAlike := func(i int) bool {
			n := slices.Index(drawn, i)
			return n >= 0 && c.Int(behind+n) != 0
		}
		if err := x.add(c, int(c.Int(behind+len(drawn))), isAlike); err != nil {
			return nil, err
		}
		if err := counter.Add(stepsPerGroup); err != nil {
			return nil, err
		}
	}
	if err := counter.Flush(); err != nil {
		return nil, err
	}
	return x.cells(), x.built.Err()
}

// common returns the value of a property that all rows of a group have, and whether there
// is one.
func (r *reader) common(p *schema.Property) (value, alike string) {
	column := "p." + quoted(p.Name)
	least, most := "min("+column+")", "max("+column+")"
	switch {
	case p.Type == schema.Boolean:
		column = "coalesce(" + column + ", false)"
		least, most = "bool_and("+column+")", "bool_or("+column+")"
	case p.Type.IsText():
		least, most = "min("+column+` COLLATE "C")`, "max("+column+` COLLATE "C")`
	}
	return least, "(count(" + column + ") = 0 OR count(" + column + ") = count(*) AND " + least + " = " + most + ")"
}

// counting makes cells of groups.
type counting struct {
	*reader
	drawn []int
	shown *view.RowConverter
	built *feature.Builder
	alike []uint64 // by position in built, a bit for each column
	many  []int
}

// add adds a group of so many points, of which the values of some properties are alike.
func (x *counting) add(c postgres.Cells, many int, isAlike func(property int) bool) error {
	row := rows.Row{Values: make([]schema.Value, len(x.table.Properties))}
	if err := archive.ReadRow(x.table, c, 0, x.drawn, &row); err != nil {
		return err
	}
	x.built.Start(row.ID, row.Geometry, x.shown.Convert(x.table.ID, &row))
	alike := uint64(0)
	for k, i := range x.kept {
		x.built.Value(row.Values[i])
		if isAlike(i) {
			alike |= 1 << k
		}
	}
	x.built.Add()
	x.alike, x.many = append(x.alike, alike), append(x.many, many)
	return nil
}

func (x *counting) cells() []feature.Cell {
	var cells []feature.Cell
	for i, t := 0, x.built.Table(); i < t.Len(); i++ {
		f := t.At(i)
		if at, is := f.Point(); is {
			cells = append(cells, feature.NewCell(feature.CommonOf(f, x.alike[i]), x.many[i], geo.WorldOf(at)))
		}
	}
	return cells
}
