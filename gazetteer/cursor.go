package gazetteer

import "fmt"

// Cursor walks through the folded names of a Gazetteer word by word, so that
// a reader of text finds the longest name at a position in one pass. The zero
// Cursor is not valid; Gazetteer.Start returns one. It is a value: keeping a
// copy keeps the position.
type Cursor struct {
	g      *Gazetteer
	ranges [maxLayers]struct{ lo, hi int }
	prefix string // the folded words so far
}

// maxLayers bounds a Cursor's size: the tables, the world, and up to six imported
// gazetteers between them.
const maxLayers = 8

// ErrLayers reports more indexes than a Gazetteer can be made of.
var ErrLayers = fmt.Errorf("a gazetteer has at most %d layers; import several sources into one", maxLayers)

// Start returns a Cursor before the first word of all names.
func (g *Gazetteer) Start() Cursor {
	c := Cursor{g: g}
	for i, x := range g.layers {
		c.ranges[i].hi = x.folds()
	}
	return c
}

// Next goes on by one folded word (FoldWord). It reports whether any name
// begins with the words so far.
func (c *Cursor) Next(word string) bool {
	if c.prefix == "" {
		c.prefix = word
	} else {
		c.prefix += " " + word
	}
	found := false
	for i, x := range c.g.layers {
		r := &c.ranges[i]
		if r.lo < r.hi {
			r.lo, r.hi = x.foldRange(r.lo, r.hi, c.prefix, wordBoundary)
			found = found || r.lo < r.hi
		}
	}
	return found
}

// Complete reports whether the words so far are a whole name.
func (c *Cursor) Complete() bool {
	for i, x := range c.g.layers {
		if r := c.ranges[i]; r.lo < r.hi && len(x.fold(r.lo)) == len(c.prefix) {
			return true
		}
	}
	return false
}

// Hits appends the places whose whole name the words so far are.
func (c *Cursor) Hits(dst []Hit) []Hit {
	var buf [64]int
	for i, x := range c.g.layers {
		r := c.ranges[i]
		if r.lo == r.hi || len(x.fold(r.lo)) != len(c.prefix) {
			continue
		}
		for _, name := range x.foldNames(buf[:0], r.lo) {
			dst = append(dst, c.g.hit(i, name))
		}
	}
	return dst
}
