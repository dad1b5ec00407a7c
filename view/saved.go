package view

import (
	"fmt"
	"slices"
	"strings"

	"dateline/document/rows"
	"dateline/feature"
	"dateline/geo/rindex"
	"dateline/snapshot"
	"dateline/story"

	"github.com/paulmach/orb"
)

// Saved is a Builder at one moment. It shares the Builder's memory, and may be written while the
// Builder goes on.
type Saved struct {
	format  string
	version version
	layers  []savedLayer
	known   []savedArticle
	digests []story.Digest // of these
}

// savedLayer is a Layer with what its Builder needs to continue.
type savedLayer struct {
	Layer
	features *feature.Saved
}

// savedArticle is an articleEntry; its id and language are those of the article at the position.
type savedArticle struct {
	Version  version
	Position int32
	Number   int32
	Parts    [rows.Parts]stretch
}

// savedFormat changes with the format that Write writes and with what a View makes of a row.
const savedFormat = "view 4"

// format identifies the files that Write writes: one of another schema, or with names of another
// gazetteer, is not read.
func (g *Builder) format() string {
	s := strings.Builder{}
	fmt.Fprintf(&s, "%s, %s, %q", savedFormat, featureFormat, g.gazetteer.Version)
	for _, l := range g.readLayers() {
		fmt.Fprintf(&s, "\n%s", l.layer.Name)
		for _, p := range l.layer.Schema.Properties {
			fmt.Fprintf(&s, " %s:%v:%v:%v", p.Name, p.Type, p.Unique, p.Derived)
		}
	}
	return s.String()
}

// Save returns the present state of the Builder.
func (g *Builder) Save() *Saved {
	g.View(nil) // updates the layers
	s := &Saved{format: g.format(), version: g.version}
	for _, l := range g.readLayers() {
		s.layers = append(s.layers, savedLayer{l.layer, l.Builder.Save()})
	}
	for _, e := range g.known {
		number := g.stories.Article(int(e.position)).Number
		s.known = append(s.known, savedArticle{e.version, e.position, int32(number), e.parts})
	}
	slices.SortFunc(s.known, func(a, b savedArticle) int { return int(a.Position - b.Position) })
	for _, k := range s.known {
		s.digests = append(s.digests, g.stories.Article(int(k.Position)).Digest)
	}
	return s
}

// Write writes what ReadBuilder reads.
func (s *Saved) Write(w *snapshot.Writer) {
	snapshot.PutText(w, s.format)
	snapshot.Put(w, []version{s.version})
	for i := range s.layers {
		s.layers[i].write(w)
	}
	snapshot.Put(w, s.known)
	writeDigests(w, s.digests)
}

func (l *savedLayer) write(w *snapshot.Writer) {
	l.features.Write(w)
	bounds := []orb.Bound{l.bound}
	if !l.placed {
		bounds = nil
	}
	snapshot.Put(w, bounds)
	snapshot.Put(w, l.gone)
	l.numbers.write(w)
	l.points.Write(w)
	l.index.write(w, l.Features.Len())
}

// ReadBuilder reads a Builder, which continues from where it was saved. The error is
// snapshot.ErrFormat for one of another Model, with names of another gazetteer or of another
// version of Dateline.
func ReadBuilder(r *snapshot.Reader, m rows.Model, names Names) (*Builder, error) {
	g := NewBuilder(m, names)
	if snapshot.GetText(r) != g.format() {
		r.Fail(snapshot.ErrFormat)
	}
	g.version = snapshot.GetOne[version](r)
	for _, l := range g.readLayers() {
		if r.Err() == nil {
			l.read(r)
		}
	}
	known := snapshot.Get[savedArticle](r, 0)
	if digests := readDigests(r, len(known)); r.Err() == nil {
		g.restore(r, known, digests)
	}
	return g, r.Err()
}

// read reads what savedLayer.write wrote.
func (g *layerBuilder) read(r *snapshot.Reader) {
	l := &g.layer
	g.Builder = feature.ReadBuilder(r, feature.Columns(l.Schema))
	for _, l.bound = range snapshot.Get[orb.Bound](r, 0) {
		l.placed = true
	}
	l.gone = snapshot.Get[uint64](r, 0)
	l.numbers.read(r)
	if r.Err() != nil {
		return
	}
	l.Features, l.removed = g.Table(), l.gone.Count()
	l.points = rindex.ReadPoints(r, l.Features, l.frozenIsGone())
	if l.index = readIndex(r, l.Features.Len()); r.Err() != nil {
		return
	}
	l.words = l.words.grown(l.Features.Len())
	l.shapes = l.shapes.Grow(func(insert func(int, orb.Bound)) {
		for i := range l.Features.Shapes() {
			insert(i, l.At(i).Bound())
		}
	})
}

// readLayers returns the layers that are read from archives; incidents are made from events.
func (g *Builder) readLayers() []*layerBuilder {
	all := g.layers()
	return slices.DeleteFunc(all[:], func(l *layerBuilder) bool { return l == g.incidents.layerBuilder })
}

// restoreEvents derives what is not saved from events.
func (g *Builder) restoreEvents() {
	part := g.tables.Parts[rows.Events]
	for f := range g.parts[rows.Events].layer.All() {
		g.addEvent(f.Position(), g.countryOf(f.Text(part.Place)))
	}
}

// restore restores the known articles and the counts of places.
func (g *Builder) restore(r *snapshot.Reader, known []savedArticle, digests []story.Digest) {
	entries, table := make([]articleEntry, len(known)), g.articles.Table()
	for i, k := range known {
		if k.Position < 0 || int(k.Position) >= table.Len() {
			r.Fail(snapshot.ErrDamaged)
			return
		}
		f := table.At(int(k.Position))
		entries[i] = articleEntry{f.Text(g.tables.Article.Language), k.Position, k.Version, k.Parts}
		g.known[f.ID()] = &entries[i]
		g.stories.restore(f, int(k.Number), digests[i])
	}
	g.restoreEvents()
	for f := range g.places.layer.All() {
		g.sums.Recall(rowOf(g.tables.Places, f), f.Days(), f.Position())
	}
}

// Len returns the number of features added, including removed ones.
func (g *Builder) Len() int {
	n := 0
	for _, l := range g.readLayers() {
		n += l.Len()
	}
	return n
}
