package gazetteer

import "fmt"

// Cursor walks through the folded names of a Gazetteer word by word, so that one pass finds the
// longest name at a position of a text. The zero Cursor is not valid; Gazetteer.Start returns
// one. It is a value: a copy keeps its position.
type Cursor struct {
	g      *Gazetteer
	ranges foldRanges
	prefix string     // the folded words so far
	first  *FirstWord // these, while they are only one known word
}

// foldRanges are the ranges of each layer's folded names that start with the words so far.
type foldRanges [maxLayers]struct{ lo, hi uint32 }

// maxLayers limits a Cursor's size: the tables, the world, and up to six imported gazetteers in
// between.
const maxLayers = 8

// ErrLayers reports too many indexes for a Gazetteer.
var ErrLayers = fmt.Errorf("a gazetteer has at most %d layers; import several sources into one", maxLayers)

// wordCacheSize is the number of first words cached: most texts use few words.
const wordCacheSize = 8192

// Start returns a Cursor before the first word.
func (g *Gazetteer) Start() Cursor { return Cursor{g: g} }

// beginningWith returns the names that start with a folded word.
func (g *Gazetteer) beginningWith(word string) foldRanges {
	var ranges foldRanges
	for i, x := range g.layers {
		lo, hi := x.prefixRange(word, wordBoundary)
		ranges[i].lo, ranges[i].hi = uint32(lo), uint32(hi)
	}
	return ranges
}

// FirstWord is the cached lookup of a folded word as the first of a name.
type FirstWord struct {
	word   string
	ranges foldRanges
	begins bool  // there is such a name
	hits   []Hit // of the word alone
}

// FirstWord looks up the names that start with a folded word.
func (g *Gazetteer) FirstWord(word string) *FirstWord {
	c := g.Start()
	first := &FirstWord{word: word, begins: c.Next(word), ranges: c.ranges}
	if c.Complete() {
		first.hits = c.Hits()
	}
	return first
}

// NextCached is Next with a cached lookup of the Cursor's Gazetteer, or nil: it saves looking up
// the first word of a name.
func (c *Cursor) NextCached(word string, cached *FirstWord) bool {
	if c.prefix == "" && cached != nil && cached.word == word {
		c.prefix, c.ranges, c.first = word, cached.ranges, cached
		return cached.begins
	}
	return c.Next(word)
}

// Next advances by one folded word (FoldWord). It reports whether any name starts with the words
// so far.
func (c *Cursor) Next(word string) bool {
	if c.prefix == "" {
		c.prefix, c.ranges = word, *c.g.firstWords.Get(word)
	} else {
		c.narrow(word)
	}
	for i := range c.g.layers {
		if c.ranges[i].lo < c.ranges[i].hi {
			return true
		}
	}
	return false
}

// narrow keeps the names that continue with a word.
func (c *Cursor) narrow(word string) {
	c.first = nil
	known := len(c.prefix)
	for i, x := range c.g.layers {
		r := &c.ranges[i]
		if r.lo == r.hi {
			continue
		}
		lo, hi := x.continued(int(r.lo), int(r.hi), known, word)
		if r.lo, r.hi = uint32(lo), uint32(hi); lo < hi {
			c.prefix = x.fold(lo)[:known+1+len(word)]
		}
	}
}

// Len returns the length in bytes of the folded words so far, separated by blanks.
func (c *Cursor) Len() int { return len(c.prefix) }

// Complete reports whether the words so far are a complete name.
func (c *Cursor) Complete() bool {
	if c.first != nil {
		return len(c.first.hits) > 0
	}
	for i, x := range c.g.layers {
		if r := c.ranges[i]; r.lo < r.hi && len(x.fold(int(r.lo))) == len(c.prefix) {
			return true
		}
	}
	return false
}

// nameCacheSize is the number of complete names cached.
const nameCacheSize = 8192

// Hits returns the places whose complete name the words so far are. The list must not be
// changed.
func (c *Cursor) Hits() []Hit {
	if c.first != nil {
		return c.first.hits
	}
	return *c.g.hitsByName.Get(c.prefix)
}

// placesCalled returns the places with a complete folded name.
func (g *Gazetteer) placesCalled(name string) []Hit {
	c := Cursor{g: g, prefix: name, ranges: g.beginningWith(name)}
	return c.hits()
}

// hits is Hits without the cache.
func (c *Cursor) hits() []Hit {
	var dst []Hit
	var buf [64]int
	for i, x := range c.g.layers {
		r := c.ranges[i]
		if r.lo == r.hi || len(x.fold(int(r.lo))) != len(c.prefix) {
			continue
		}
		for _, name := range x.foldNames(buf[:0], int(r.lo)) {
			dst = append(dst, c.g.hit(i, name))
		}
	}
	return dst
}
