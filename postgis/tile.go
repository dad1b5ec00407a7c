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

// OnTile returns the features that q selects on a tile and around it, as view.Layer.OnTile does. If
// SQL expresses all of q, the database counts the points at each coordinate.
func (r *reader) OnTile(ctx context.Context, _ maptile.Tile, bound orb.Bound, q *query.Query) (iter.Seq[feature.Cell], iter.Seq2[feature.Feature, error]) {
	if s, err := r.selection(q); err == nil && s.isExact() && r.table.Points && r.storesTileProperties() {
		s.and(r.near(&s.SQL, bound))
		if s.onGroups != nil {
			s.onGroups.and(r.near(&s.onGroups.SQL, bound))
		}
		var cells []feature.Cell
		if err = r.readTx(ctx, func(tx *postgres.Tx) (err error) {
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

// InBound returns the features that q selects and whose bounding boxes touch a bound.
func (r *reader) InBound(ctx context.Context, bound orb.Bound, q *query.Query) iter.Seq2[feature.Feature, error] {
	s, err := r.selection(q)
	if err != nil {
		return failing(err)
	}
	s.and(r.near(&s.SQL, bound))
	return func(yield func(feature.Feature, error) bool) {
		going := true
		err := r.readTx(ctx, func(tx *postgres.Tx) error {
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

// storesTileProperties reports whether the database stores all properties of tiles.
func (r *reader) storesTileProperties() bool {
	for i := range r.collection.Properties {
		if p := &r.collection.Properties[i]; !p.Long && !r.isStored(p.Name) {
			return false
		}
	}
	return true
}

// tileProperties returns the indexes in the table of the properties of tiles.
func (r *reader) tileProperties() (numbers []int) {
	for i := range r.collection.Properties {
		if p := &r.collection.Properties[i]; !p.Long {
			numbers = append(numbers, r.table.Index(p.Name))
		}
	}
	return numbers
}

// cells counts the selected points at each coordinate, with the properties that they share.
func (r *reader) cells(ctx context.Context, tx *postgres.Tx, s *selection) (cells []feature.Cell, err error) {
	drawn := r.tileProperties()
	if s.onGroups != nil && s.days == nil {
		if c, err := r.coverage(tx); err != nil {
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
	x := &cellBuilder{reader: r, drawn: drawn, converter: view.NewRowConverter(r.tables, r.names), built: r.builder()}
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

// common returns SQL for the value of a property that all rows of a group share, and for whether
// they share one.
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

// cellBuilder builds cells from groups.
type cellBuilder struct {
	*reader
	drawn     []int
	converter *view.RowConverter
	built     *feature.Builder
	alike     []uint64 // by position in built, a bit for each column
	many      []int
}

// add adds a group of points, with the properties that they share.
func (x *cellBuilder) add(c postgres.Cells, many int, isAlike func(property int) bool) error {
	row := rows.Row{Values: make([]schema.Value, len(x.table.Properties))}
	if err := archive.ReadRow(x.table, c, 0, x.drawn, &row); err != nil {
		return err
	}
	x.built.Start(row.ID, row.Geometry, x.converter.Convert(x.table.ID, &row))
	alike := uint64(0)
	for k, i := range x.columns {
		x.built.Value(row.Values[i])
		if isAlike(i) {
			alike |= 1 << k
		}
	}
	x.built.Add()
	x.alike, x.many = append(x.alike, alike), append(x.many, many)
	return nil
}

func (x *cellBuilder) cells() []feature.Cell {
	var cells []feature.Cell
	for i, t := 0, x.built.Table(); i < t.Len(); i++ {
		f := t.At(i)
		if at, is := f.Point(); is {
			cells = append(cells, feature.NewCell(feature.CommonOf(f, x.alike[i]), x.many[i], geo.WorldOf(at)))
		}
	}
	return cells
}
