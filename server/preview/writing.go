package preview

import (
	"image"
	"image/color"
	"math"

	"github.com/go-text/typesetting/font/opentype"
)

// write fills the glyphs of a line that starts at a point.
func (c *canvas) write(l line, x, y, size float64, colour color.NRGBA) {
	reach := int(1.5 * size) // glyphs stay within that above and below
	left, top := int(math.Floor(x))-reach, int(math.Floor(y))-reach
	wide, high := int(l.wide)+2*reach, 2*reach
	c.fill.Reset(wide, high)
	for _, g := range l.glyphs {
		c.glyph(g, x-float64(left), y-float64(top))
	}
	c.paint(image.Rect(left, top, left+wide, top+high), colour)
}

// glyph adds an outline to the current path; the line starts at a point.
func (c *canvas) glyph(g glyph, x, y float64) {
	at := func(p opentype.SegmentPoint) (float32, float32) {
		return clamp(x + g.x + float64(p.X)*g.unit), clamp(y + g.y - float64(p.Y)*g.unit)
	}
	for i, s := range g.outline.Segments {
		ax, ay := at(s.Args[0])
		bx, by := at(s.Args[1])
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			if i > 0 {
				c.fill.ClosePath()
			}
			c.fill.MoveTo(ax, ay)
		case opentype.SegmentOpLineTo:
			c.fill.LineTo(ax, ay)
		case opentype.SegmentOpQuadTo:
			c.fill.QuadTo(ax, ay, bx, by)
		case opentype.SegmentOpCubeTo:
			cx, cy := at(s.Args[2])
			c.fill.CubeTo(ax, ay, bx, by, cx, cy)
		}
	}
	c.fill.ClosePath()
}
