package tiles

import (
	"encoding/binary"

	"github.com/paulmach/orb"
)

// pen encodes a geometry in units as commands (Vector Tile Specification 2.1, 4.3), each point
// relative to the previous one.
type pen struct {
	out  []byte
	x, y int64
}

// Types of geometries (4.3.4).
const (
	points = 1
	lines  = 2
	areas  = 3
)

// appendShape appends a geometry that snap made, and returns its type.
func appendShape(b []byte, g orb.Geometry) ([]byte, uint64) {
	p := pen{out: b}
	switch g := g.(type) {
	case orb.Point:
		p.points(orb.MultiPoint{g})
		return p.out, points
	case orb.MultiPoint:
		p.points(g)
		return p.out, points
	case orb.MultiLineString:
		for _, line := range g {
			p.path(line, len(line))
		}
		return p.out, lines
	case orb.MultiPolygon:
		for _, area := range g {
			for _, ring := range area {
				p.path(orb.LineString(ring), len(ring)-1)
				p.command(7, 1) // ClosePath
			}
		}
		return p.out, areas
	}
	panic("tiles: a geometry that snap does not make")
}

func (p *pen) command(id, count int) {
	p.out = binary.AppendUvarint(p.out, uint64(id|count<<3))
}

func (p *pen) to(at orb.Point) {
	x, y := int64(at[0]), int64(at[1])
	p.out = binary.AppendVarint(p.out, x-p.x)
	p.out = binary.AppendVarint(p.out, y-p.y)
	p.x, p.y = x, y
}

func (p *pen) points(all orb.MultiPoint) {
	p.command(1, len(all)) // MoveTo
	for _, at := range all {
		p.to(at)
	}
}

// path writes the first n points of a line.
func (p *pen) path(line orb.LineString, n int) {
	p.command(1, 1) // MoveTo
	p.to(line[0])
	p.command(2, n-1) // LineTo
	for _, at := range line[1:n] {
		p.to(at)
	}
}
