package preview

import (
	"image"
	"image/color"
	"image/draw"
	"slices"
)

var brandColour = color.NRGBA{0x00, 0x5f, 0x96, 0xff}

const (
	bandHeight = 116 // of the title, above the map
	maxLabels  = 26
	first      = 8 // places labelled even over circles
	labelSize  = 19
	lineHeight = 24
	inset      = 36
)

// labels labels the places mentioned most, and the open one, as space permits: labels never
// overlap each other or the title, and only the first cover circles. An area with the name of
// its seat is not labelled again.
func (c *canvas) labels(s *scene) {
	h := newHand(bold(), labelSize)
	var taken, circles []image.Rectangle
	for _, p := range s.spots {
		x, y := c.frame.at(p.at)
		r := radius(p.n, s.spots[0].n) * 0.85
		circles = append(circles, image.Rect(int(x-r), int(y-r), int(x+r), int(y+r)))
	}
	try := func(p spot, avoid []image.Rectangle) bool {
		x, y := c.frame.at(p.at)
		gap := radius(p.n, s.spots[0].n) + 6
		text := h.set(p.name)
		for _, at := range [][2]float64{
			{x + gap, y}, {x - gap - text.wide, y}, {x - text.wide/2, y - gap - lineHeight/2}, {x - text.wide/2, y + gap + lineHeight/2},
		} {
			left, middle := at[0], at[1]
			box := image.Rect(int(left)-3, int(middle)-lineHeight/2, int(left+text.wide)+4, int(middle)+lineHeight/2)
			if !c.free(box, taken) || !c.free(box, avoid) {
				continue
			}
			taken = append(taken, box)
			c.letters(text, left, middle+labelSize*0.35)
			return true
		}
		return false
	}
	ranked := slices.Clone(s.spots)
	if i := slices.IndexFunc(ranked, func(p spot) bool { return p.place == s.chosen }); i > 0 {
		ranked = slices.Insert(slices.Delete(ranked, i, i+1), 0, s.spots[i])
	}
	named := map[string]bool{}
	for i, p := range ranked {
		if len(taken) == maxLabels {
			return
		}
		if !h.writable(p.name) || p.area && named[p.name] {
			continue
		}
		named[p.name] = try(p, circles) || i < first && try(p, nil)
	}
}

// letters writes a name with a halo, which is legible on anything.
func (c *canvas) letters(name line, x, y float64) {
	for _, d := range [][2]float64{{-2, 0}, {2, 0}, {0, -2}, {0, 2}, {-1.4, -1.4}, {1.4, -1.4}, {-1.4, 1.4}, {1.4, 1.4}} {
		c.write(name, x+d[0], y+d[1], labelSize, halo)
	}
	c.write(name, x, y, labelSize, ink)
}

// free reports whether a box of the map has room for a name.
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

// band writes the title over the top of the map.
func (c *canvas) band(s *scene) {
	draw.Draw(c, image.Rect(0, 0, width, bandHeight), image.NewUniform(paper), image.Point{}, draw.Src)
	draw.Draw(c, image.Rect(0, bandHeight-2, width, bandHeight), image.NewUniform(division), image.Point{}, draw.Src)
	large, small := newHand(bold(), 40), newHand(regular(), 23)
	brand := large.set("Dateline")
	title := s.subject
	if title == "" || !large.writable(title) {
		title = s.words.site
	}
	room := width - 3*inset - brand.wide
	if large.set(title).wide > room {
		large = newHand(bold(), 31)
	}
	heading, below := large.fitted(title, room), small.fitted(s.subtitle(), width-2*inset)
	start := func(wide float64) float64 { return inset }
	end := func(wide float64) float64 { return width - inset - wide }
	if s.words.rtl {
		start, end = end, start
	}
	c.write(heading, start(heading.wide), 56, large.size, ink)
	c.write(brand, end(brand.wide), 56, 40, brandColour)
	c.write(below, start(below.wide), 94, small.size, muted)
}

// subtitle is the period and the counts.
func (s *scene) subtitle() string {
	period := s.words.allTime
	if s.days != nil {
		period = s.words.period(s.days)
	}
	return period + " · " + s.words.count(s.mentions, len(s.spots)) + " · Natural Earth, GeoNames"
}
