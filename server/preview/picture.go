package preview

import (
	"context"
	"image"
	"image/color"
	"image/draw"
	"math"

	"dateline/work"

	"github.com/paulmach/orb"
	"golang.org/x/image/vector"
)

// Colours are those of the page's light theme.
var (
	sea       = color.NRGBA{0xc9, 0xdc, 0xe6, 0xff}
	ground    = color.NRGBA{0xf8, 0xf6, 0xf1, 0xff}
	border    = color.NRGBA{0x8d, 0x84, 0x74, 0xff}
	division  = color.NRGBA{0xb9, 0xb1, 0xa1, 0xff}
	place     = color.NRGBA{0x00, 0x72, 0xb2, 0xbe}
	area      = color.NRGBA{0x00, 0x59, 0x3f, 0x60}
	paper     = color.NRGBA{0xfc, 0xfa, 0xf6, 0xff}
	ink       = color.NRGBA{0x1b, 0x23, 0x28, 0xff}
	muted     = color.NRGBA{0x56, 0x60, 0x69, 0xff}
	halo      = color.NRGBA{0xfa, 0xf8, 0xf4, 0xea}
	highlight = color.NRGBA{0x14, 0x18, 0x1b, 0xff}
	white     = color.NRGBA{0xff, 0xff, 0xff, 0xff}
)

// canvas is a picture being painted.
type canvas struct {
	*image.RGBA
	frame frame
	fill  *vector.Rasterizer
}

// paintScene paints a scene. It spends a step for each corner of an outline and of a circle.
func paintScene(ctx context.Context, s *scene, l *land) (image.Image, error) {
	c := canvas{image.NewRGBA(image.Rect(0, 0, width, height)), s.frame, vector.NewRasterizer(width, height)}
	draw.Draw(c, c.Bounds(), image.NewUniform(sea), image.Point{}, draw.Src)
	seen := s.frame.bound()
	countries, divisions := within(l.countries, seen), within(l.divisions, seen)
	if err := c.areas(ctx, countries, ground); err != nil {
		return nil, err
	}
	if s.frame.zoom >= divisionsFrom {
		if err := c.lines(ctx, divisions, 0.8, division); err != nil {
			return nil, err
		}
	}
	if err := c.lines(ctx, countries, 1.4, border); err != nil {
		return nil, err
	}
	if err := c.circles(ctx, s); err != nil {
		return nil, err
	}
	c.labels(s)
	c.band(s)
	return c, nil
}

// divisionsFrom is the lowest zoom at which divisions are drawn.
const divisionsFrom = 5.5

// within returns the outlines that touch a box.
func within(all []outline, box orb.Bound) []outline {
	var out []outline
	for _, o := range all {
		if o.bound.Intersects(box) {
			out = append(out, o)
		}
	}
	return out
}

// areas fills outlines, all at once, as each fill costs the whole picture.
func (c *canvas) areas(ctx context.Context, all []outline, colour color.NRGBA) error {
	c.fill.Reset(width, height)
	for _, o := range all {
		for _, ring := range o.rings {
			if err := work.Spend(ctx, len(ring)); err != nil {
				return err
			}
			for i, p := range ring {
				x, y := c.frame.at(p)
				if i == 0 {
					c.fill.MoveTo(clamp(x), clamp(y))
				} else {
					c.fill.LineTo(clamp(x), clamp(y))
				}
			}
			c.fill.ClosePath()
		}
	}
	c.paint(c.Bounds(), colour)
	return nil
}

// far is the maximum distance of a corner beyond the picture, as the rasteriser's time grows
// with the height of a path.
const far = 4000

func clamp(v float64) float32 { return float32(max(-far, min(far, v))) }

// paint fills the current path, in a box whose corner is the path's origin.
func (c *canvas) paint(box image.Rectangle, colour color.NRGBA) {
	c.fill.Draw(c, box, image.NewUniform(colour), image.Point{})
}

// lines draws outlines, as far as the picture shows them.
func (c *canvas) lines(ctx context.Context, all []outline, wide float64, colour color.NRGBA) error {
	c.fill.Reset(width, height)
	for _, o := range all {
		for _, ring := range o.rings {
			if err := work.Spend(ctx, len(ring)); err != nil {
				return err
			}
			for i := 1; i < len(ring); i++ {
				x0, y0 := c.frame.at(ring[i-1])
				x1, y1 := c.frame.at(ring[i])
				if max(x0, x1) < -margin || min(x0, x1) > width+margin || max(y0, y1) < -margin || min(y0, y1) > height+margin {
					continue
				}
				c.side(x0, y0, x1, y1, wide)
			}
		}
	}
	c.paint(c.Bounds(), colour)
	return nil
}

// side adds a line as a rectangle, always with the same winding, as opposite ones would cancel
// out where they cross.
func (c *canvas) side(x0, y0, x1, y1, wide float64) {
	length := math.Hypot(x1-x0, y1-y0)
	if length == 0 {
		return
	}
	dx, dy := (y0-y1)/length*wide/2, (x1-x0)/length*wide/2
	c.fill.MoveTo(clamp(x0+dx), clamp(y0+dy))
	c.fill.LineTo(clamp(x1+dx), clamp(y1+dy))
	c.fill.LineTo(clamp(x1-dx), clamp(y1-dy))
	c.fill.LineTo(clamp(x0-dx), clamp(y0-dy))
	c.fill.ClosePath()
}

// disc fills a circle.
func (c *canvas) disc(x, y, r float64, colour color.NRGBA) {
	c.round(x, y, r+1, colour, func(at float64, dx, dy float64) { c.circle(at+dx, at+dy, r, 1) })
}

// ring draws a circle.
func (c *canvas) ring(x, y, r, wide float64, colour color.NRGBA) {
	c.round(x, y, r+wide, colour, func(at float64, dx, dy float64) {
		c.circle(at+dx, at+dy, r+wide/2, 1)
		c.circle(at+dx, at+dy, r-wide/2, -1)
	})
}

// round paints in the square around a point: the path's centre is so many pixels from the
// corner, plus a fraction.
func (c *canvas) round(x, y, reach float64, colour color.NRGBA, outline func(at, dx, dy float64)) {
	half := int(reach) + 2
	left, top := int(math.Floor(x))-half, int(math.Floor(y))-half
	c.fill.Reset(2*half+1, 2*half+1)
	outline(float64(half), x-math.Floor(x), y-math.Floor(y))
	c.paint(image.Rect(left, top, left+2*half+1, top+2*half+1), colour)
}

// corners of the polygon for a circle: at 20 pixels it is less than 0.1 off.
const corners = 48

func (c *canvas) circle(x, y, r, turn float64) {
	for i := range corners {
		sin, cos := math.Sincos(turn * 2 * math.Pi * float64(i) / corners)
		if i == 0 {
			c.fill.MoveTo(clamp(x+r*cos), clamp(y+r*sin))
		} else {
			c.fill.LineTo(clamp(x+r*cos), clamp(y+r*sin))
		}
	}
	c.fill.ClosePath()
}

// circles draws the places, small ones over large ones.
func (c *canvas) circles(ctx context.Context, s *scene) error {
	for _, p := range s.spots {
		if err := work.Spend(ctx, corners); err != nil {
			return err
		}
		x, y := c.frame.at(p.at)
		r := radius(p.n, s.spots[0].n)
		if p.area {
			c.disc(x, y, r, area)
			c.ring(x, y, r, 2, area)
			continue
		}
		c.disc(x, y, r, place)
		c.ring(x, y, r, 1.4, white)
	}
	for _, p := range s.spots {
		if p.place == s.chosen {
			x, y := c.frame.at(p.at)
			c.ring(x, y, radius(p.n, s.spots[0].n)+5, 6, white)
			c.ring(x, y, radius(p.n, s.spots[0].n)+5, 3, highlight)
		}
	}
	return nil
}

// radius makes the areas of circles proportional to counts, with a minimum.
func radius(n, most int) float64 {
	return max(5, 26*math.Sqrt(float64(n)/float64(max(most, 12))))
}
