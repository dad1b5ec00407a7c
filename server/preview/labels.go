package preview

import (
	"image"
	"image/color"
	"image/draw"
)

var brandColour = color.NRGBA{0x00, 0x5f, 0x96, 0xff}

const (
	bandHeight = 116 // of the title, above the map
	maxLabels  = 22
	labelSize  = 19
	lineHeight = 24
	inset      = 36
)

// labels names the places mentioned most, and the one that is open, where there
// is room: a name covers neither another one nor the title.
func (c *canvas) labels(s *scene) {
	h := newHand(bold(), labelSize)
	var taken []image.Rectangle
	name := func(p spot) {
		x, y := c.frame.at(p.at)
		r := radius(p.n, s.spots[0].n)
		text := h.set(p.name)
		for _, left := range []float64{x + r + 6, x - r - 6 - text.wide} {
			box := image.Rect(int(left)-3, int(y)-lineHeight/2, int(left+text.wide)+4, int(y)+lineHeight/2)
			if c.free(box, taken) {
				taken = append(taken, box)
				c.letters(text, left, y+labelSize*0.35)
				return
			}
		}
	}
	for _, p := range s.spots {
		if p.place == s.chosen && h.writable(p.name) {
			name(p)
		}
	}
	for _, p := range s.spots {
		if len(taken) == maxLabels {
			return
		}
		if p.place != s.chosen && h.writable(p.name) {
			name(p)
		}
	}
}

// letters writes a name with an edge around it, so that it is read over anything.
func (c *canvas) letters(name line, x, y float64) {
	for _, d := range [][2]float64{{-2, 0}, {2, 0}, {0, -2}, {0, 2}, {-1.4, -1.4}, {1.4, -1.4}, {-1.4, 1.4}, {1.4, 1.4}} {
		c.write(name, x+d[0], y+d[1], labelSize, halo)
	}
	c.write(name, x, y, labelSize, ink)
}

// free reports whether a name has room in a box of the map.
func (c *canvas) free(box image.Rectangle, taken []image.Rectangle) bool {
	if !box.In(image.Rect(0, bandHeight, width, height)) {
		return false
	}
	for _, other := range taken {
		if box.Overlaps(other) {
			return false
		}
	}
	return true
}

// band writes what the picture is of, over the top of the map.
func (c *canvas) band(s *scene) {
	draw.Draw(c, image.Rect(0, 0, width, bandHeight), image.NewUniform(paper), image.Point{}, draw.Src)
	draw.Draw(c, image.Rect(0, bandHeight-2, width, bandHeight), image.NewUniform(division), image.Point{}, draw.Src)
	large, small := newHand(bold(), 40), newHand(regular(), 23)
	brand := large.set("Dateline")
	title := s.subject
	if title == "" || !large.writable(title) {
		title = siteTitle
	}
	c.write(large.fitted(title, width-3*inset-brand.wide), inset, 56, large.size, ink)
	c.write(brand, width-inset-brand.wide, 56, large.size, brandColour)
	c.write(small.fitted(s.subtitle(), width-2*inset), inset, 94, small.size, muted)
}

// subtitle says the time and how much there is.
func (s *scene) subtitle() string {
	out := "all time"
	if s.days != nil {
		out = period(s.days)
	}
	return out + " · " + counted(s.mentions, "mention") + " of " + counted(len(s.spots), "place") + " · Natural Earth, GeoNames"
}
