package preview

import (
	"cmp"
	"math"
	"slices"

	"github.com/paulmach/orb"
)

// The size that sites expect of link previews, in pixels.
const (
	width  = 1200
	height = 630
)

// placeZoom is the zoom around an open place.
const placeZoom = 9

// frame is the part of the world in a picture, in Web Mercator.
type frame struct {
	centre orb.Point // lon, lat; in the middle of the area below the title
	zoom   float64   // the world is 256 pixels wide at 0
}

// middle is the centre of the area below the title, in pixels.
const middle = (height + bandHeight) / 2

// at returns the position of a point in the picture, in pixels.
func (f frame) at(p orb.Point) (x, y float64) {
	scale := 256 * math.Exp2(f.zoom)
	return width/2 + (mercatorX(p[0])-mercatorX(f.centre[0]))*scale, middle + (mercatorY(p[1])-mercatorY(f.centre[1]))*scale
}

func mercatorX(lon float64) float64 { return (lon + 180) / 360 }

func mercatorY(lat float64) float64 {
	phi := max(-85, min(85, lat)) * math.Pi / 180
	return (1 - math.Log(math.Tan(phi)+1/math.Cos(phi))/math.Pi) / 2
}

// bound returns the box of the picture with a margin.
func (f frame) bound() orb.Bound {
	scale := 256 * math.Exp2(f.zoom)
	dx := (width/2 + margin) / scale
	above, below := (middle+margin)/scale, (height-middle+margin)/scale
	lat := func(y float64) float64 { return math.Atan(math.Sinh(math.Pi*(1-2*y))) * 180 / math.Pi }
	x, y := mercatorX(f.centre[0]), mercatorY(f.centre[1])
	return orb.Bound{
		Min: orb.Point{(x-dx)*360 - 180, lat(min(1, y+below))},
		Max: orb.Point{(x+dx)*360 - 180, lat(max(0, y-above))},
	}
}

const margin = 40

// theatre is shown if nothing is mentioned.
var theatre = frame{centre: orb.Point{37.8, 35.2}, zoom: 6.4}

// fit returns a frame for most mentions that are not areas: it leaves out those farthest from
// their median, above all capitals that stand for their governments.
func fit(all []spot) frame {
	type mercator struct{ x, y float64 }
	var points []mercator
	for _, p := range all {
		for range min(p.n, maxWeight) {
			if !p.area {
				points = append(points, mercator{mercatorX(p.at[0]), mercatorY(p.at[1])})
			}
		}
	}
	if len(points) == 0 {
		return theatre
	}
	half := len(points) / 2
	slices.SortFunc(points, func(a, b mercator) int { return cmp.Compare(a.x, b.x) })
	x := points[half].x
	slices.SortFunc(points, func(a, b mercator) int { return cmp.Compare(a.y, b.y) })
	y := points[half].y
	away := func(p mercator) float64 { return math.Hypot(p.x-x, p.y-y) }
	slices.SortFunc(points, func(a, b mercator) int { return cmp.Compare(away(a), away(b)) })
	points = points[:max(1, len(points)*shown/100)]
	left, right, top, bottom := points[0].x, points[0].x, points[0].y, points[0].y
	for _, p := range points {
		left, right, top, bottom = min(left, p.x), max(right, p.x), min(top, p.y), max(bottom, p.y)
	}
	room := func(pixels, span float64) float64 { return math.Log2(pixels / 256 / max(span, 1e-6)) }
	zoom := min(room(width-2*fitMargin, right-left), room(height-bandHeight-2*fitMargin, bottom-top), placeZoom)
	y = math.Pi * (1 - (top + bottom))
	return frame{centre: orb.Point{(left+right)*180 - 180, math.Atan(math.Sinh(y)) * 180 / math.Pi}, zoom: max(2, zoom)}
}

const (
	maxWeight = 12 // of a place, so that one alone does not decide
	shown     = 85 // percent of the mentions
	fitMargin = 70
)
