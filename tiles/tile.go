// Package tiles makes vector tiles of Features: Mapbox Vector Tile 2.1
// (https://github.com/mapbox/vector-tile-spec/tree/master/2.1) in the Web
// Mercator grid that all web maps share and in one of degrees, and TileJSON 3.0.0 with
// their addresses.
//
// # What a tile shows
//
// A tile is divided into cells. A feature smaller than a cell, above all a
// point, is counted in the cell that contains its centre; the features of a cell
// become one point with their number, count, and the properties in
// which all of them agree. A single feature keeps all of its properties and its id;
// a line or area is reduced to its centre. Features larger than a
// cell are drawn as they are, with a count of 1. A feature smaller than a cell is
// counted in one tile of a zoom only, so that the counts of adjacent tiles
// add up; nothing is left out silently.
//
// A tile also contains the points of its neighbours in the adjacent row of cells, so that
// marks at its edge are not cut when each tile is drawn by itself. Such
// a point has a count of 0, and the number it stands for as beyond.
//
// Cells are minCell units wide; in a tile that would exceed MaxBytes they are
// twice as wide, until it fits. The same features give the same bytes.
package tiles

import (
	"context"
	"iter"

	"dateline/feature"
	"dateline/work"

	"github.com/paulmach/orb/maptile"
)

const (
	// Extent is the width and height of a tile in units.
	Extent     = 1 << extentBits
	extentBits = 12
	// MaxZoom is the deepest zoom of WebMercatorQuad: a unit is 4 cm there, finer than any
	// coordinate.
	MaxZoom = 18
	// MaxBytes is the maximum size of a tile before compression.
	MaxBytes = 500_000

	minCell = 64 // units: four pixels of a tile 256 pixels wide
	buffer  = 64 // units around a tile to which features are drawn
)

// Field is a property that tiles carry.
type Field struct {
	Name string
	Type string // "String", "Number" or "Boolean", for TileJSON
}

// Layer is the only layer in a set of tiles.
type Layer struct {
	Name        string
	Description string
	Fields      []Field
}

// Encode makes a tile of a grid from counted points and features. Anything outside the tile is
// left out: pass what lies in Bound. Points counted beforehand must lie in the square of the
// grid. It returns nothing for an empty tile. Errors are that of ctx, or one that comes with a
// feature.
func (l *Layer) Encode(ctx context.Context, g Grid, t maptile.Tile, counted iter.Seq[feature.Cell], features iter.Seq2[feature.Feature, error]) ([]byte, error) {
	points, large, err := l.count(ctx, g.frame(t), counted, features)
	for err == nil {
		var data []byte
		if data, err = l.draw(ctx, points, large); len(data) <= MaxBytes || points.size >= Extent {
			return data, err
		}
		points = points.coarser()
	}
	return nil, err
}

// The cost of counting a point, and of clipping or drawing a shape, in steps.
const (
	stepsPerPoint = 2
	stepsPerShape = 100
)

// count counts the points of a tile by cell, and returns its other features.
func (l *Layer) count(ctx context.Context, t frame, counted iter.Seq[feature.Cell], features iter.Seq2[feature.Feature, error]) (*cells, []placed, error) {
	points, to := newCells(t, minCell), t.project()
	var large []placed
	var carried carried
	for c := range counted {
		points.join(c)
	}
	steps := work.Metered(ctx)
	for f, err := range features {
		if err != nil {
			return nil, nil, err
		}
		cost := stepsPerPoint
		if at, isPoint := t.world(f); isPoint {
			points.add(f, at, carried.of(l, f.Table()))
		} else if f.HasGeometry() {
			if p, here := place(f, to); here {
				large = append(large, p)
			}
			cost = stepsPerShape
		}
		if err := steps.Add(cost); err != nil {
			return nil, nil, err
		}
	}
	return points, large, steps.Flush()
}

// draw makes a tile, counting what is smaller than a cell.
func (l *Layer) draw(ctx context.Context, points *cells, large []placed) ([]byte, error) {
	p := newPainter(l, len(points.cells)+len(large))
	counted := points
	steps := work.Metered(ctx)
	for i := range large {
		if err := steps.Add(stepsPerShape); err != nil {
			return nil, err
		}
		s := &large[i]
		if !s.isCounted(points.size) {
			for _, shape := range s.shapes {
				p.shape(s.feature, shape)
			}
			continue
		}
		if at, here := s.position(); here {
			if counted == points {
				counted = points.clone()
			}
			counted.add(s.feature, counted.world(int(at[0]), int(at[1])), p.carried.of(l, s.feature.Table()))
		}
	}
	p.cells(counted)
	return p.tile(), steps.Flush()
}

// carried maps the columns of a Table to a Layer's fields. It remembers the last Table.
type carried struct {
	table   *feature.Table
	columns uint64 // a bit for each column
	fields  []int  // column of each field, -1 for none
}

func (c *carried) of(l *Layer, t *feature.Table) uint64 {
	if c.table == t {
		return c.columns
	}
	c.table, c.columns, c.fields = t, 0, c.fields[:0]
	for _, f := range l.Fields {
		i := t.Column(f.Name)
		if i >= 64 {
			i = -1
		}
		if c.fields = append(c.fields, i); i >= 0 {
			c.columns |= 1 << i
		}
	}
	return c.columns
}
