package tiles

import (
	"dateline/geo"

	"github.com/paulmach/orb"
)

// drawing is one feature of a tile.
type drawing struct {
	shape orb.Geometry // whole units; nil when it is a cell's
	first *geo.Feature // the one feature, or the first of a cell
	count int          // how many features it stands for
	sum   orb.Point    // of the middles
	alike geo.Alike    // the properties that all of a cell have; empty while count is 1
}

// thin counts what is smaller than a cell in its cell and draws the rest, in the
// order of the features.
func thin(all []placed, cell float64) []drawing {
	var out []drawing
	cells := map[[2]int]int{}
	for i := range all {
		p := &all[i]
		if !p.isCounted(cell) {
			for _, shape := range p.shapes {
				out = append(out, drawing{shape: shape, first: p.feature, count: 1})
			}
			continue
		}
		at, ok := p.position()
		if !ok {
			continue
		}
		key := [2]int{int(at[0] / cell), int(at[1] / cell)}
		n, known := cells[key]
		if !known {
			n = len(out)
			cells[key] = n
			out = append(out, drawing{first: p.feature})
		}
		out[n].add(p.feature, at)
	}
	return out
}

// isCounted: too small to be drawn, or the last resort for a tile that gets too
// large.
func (p *placed) isCounted(cell float64) bool {
	return p.size < cell || len(p.shapes) == 0 || cell >= Extent
}

// position returns where on the tile a feature is counted: in its middle. Where
// that is elsewhere, a small one is the neighbour's, and a large one is counted
// in the middle of what is shown of it.
func (p *placed) position() (orb.Point, bool) {
	if inTile(p.middle) {
		return p.middle, true
	}
	at := orb.Point{max(0, min(Extent-1, p.shown[0])), max(0, min(Extent-1, p.shown[1]))}
	return at, p.size >= minCell
}

func (d *drawing) add(f *geo.Feature, at orb.Point) {
	d.count++
	d.sum[0] += at[0]
	d.sum[1] += at[1]
	switch d.count {
	case 1:
	case 2:
		d.alike = geo.AlikeTo(d.first)
		d.alike.Keep(f)
	default:
		d.alike.Keep(f)
	}
}

// geometry is the shape, or the mean of the middles.
func (d *drawing) geometry() orb.Geometry {
	if d.shape != nil {
		return d.shape
	}
	return floor(orb.Point{d.sum[0] / float64(d.count), d.sum[1] / float64(d.count)})
}
