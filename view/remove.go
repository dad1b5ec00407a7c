package view

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"dateline/document/rows"
	"dateline/feature"
	"dateline/schema"
	"dateline/view/bitset"

	"github.com/paulmach/orb"
)

// articleEntry is what a Builder knows of an article.
type articleEntry struct {
	language string
	position int32   // among the articles, when added
	version  version // its share of the View's version
	parts    [rows.Parts]stretch
}

// stretch is the range of an article's features in their layer. They are contiguous unless the
// archive was edited.
type stretch struct{ from, to int32 }

func (s *stretch) add(position int) {
	if s.from == s.to {
		s.from = int32(position)
	}
	s.to = int32(position) + 1
}

// entry returns what is known of an article, usually the previous one.
func (g *Builder) entry(article string) *articleEntry {
	if g.lastEntry != nil && g.last == article {
		return g.lastEntry
	}
	e := g.known[article]
	if e == nil {
		e = &articleEntry{position: -1}
		g.known[strings.Clone(article)] = e
	}
	g.last, g.lastEntry = strings.Clone(article), e
	return e
}

// Remove removes an article with its content; it does nothing if the article is unknown.
// Existing Views keep it.
func (g *Builder) Remove(article string) {
	e := g.known[article]
	if e == nil {
		return
	}
	delete(g.known, article)
	g.last, g.lastEntry = "", nil
	if e.position >= 0 {
		g.version = g.version.minus(e.version)
		g.articles.removed = append(g.articles.removed, int(e.position))
		g.stories.Remove(int(e.position))
	}
	for part, layer := range g.parts {
		for f := range layer.of(article, g.tables.Parts[part].Article, e.parts[part]) {
			if id := f.Text(g.tables.Mention.Place); part == rows.Mentions && id != "" {
				g.stale[strings.Clone(id)] = true
			}
			if part == rows.Events {
				g.incidents.remove(f.Position())
			}
			layer.removed = append(layer.removed, f.Position())
		}
	}
}

// of yields the features in a stretch that belong to an article, by a column.
func (g *layerBuilder) of(article string, column int, in stretch) func(func(feature.Feature) bool) {
	return func(yield func(feature.Feature) bool) {
		t := g.Table()
		for i := in.from; i < in.to; i++ {
			if f := t.At(int(i)); f.Text(column) == article && !yield(f) {
				return
			}
		}
	}
}

// recount counts again the mentions of places that lost any.
func (g *Builder) recount() {
	if len(g.stale) == 0 {
		return
	}
	for id := range g.stale {
		g.sums.Recount(id)
	}
	mentions := g.parts[rows.Mentions]
	gone, t := bitset.New(mentions.Len()), mentions.Table()
	copy(gone, mentions.layer.gone)
	for _, i := range mentions.removed {
		gone.Set(i)
	}
	column, table := g.tables.Mention.Place, g.tables.Parts[rows.Mentions].Table
	counted := rows.Row{Values: make([]schema.Value, len(table.Properties))}
	read := func(f feature.Feature, properties []int) {
		for _, i := range properties {
			counted.Values[i] = valueOf(f, i, table.Properties[i].Type)
		}
	}
	described := map[*rows.Place]bool{}
	stale := map[uint32]bool{} // by code of the place
	for i := range t.Len() {
		f := t.At(i)
		code := f.Code(column)
		is, known := stale[code]
		if !known {
			is = g.stale[f.Text(column)]
			stale[code] = is
		}
		if !is || gone.Has(i) || !f.HasGeometry() {
			continue
		}
		counted.Geometry = orb.Point{}
		read(f, g.tables.Counted)
		if s := g.sums.Count(&counted); s != nil && !described[s] {
			counted.Geometry = f.Geometry()
			read(f, g.tables.Naming)
			described[s] = g.sums.Describe(s, &counted)
		}
	}
	clear(g.stale)
}

// rowOf returns a feature as the row it was made of, including derived properties.
func rowOf(t *rows.Table, f feature.Feature) *rows.Row {
	r := &rows.Row{ID: f.ID(), Geometry: f.Geometry(), Values: make([]schema.Value, len(t.Properties))}
	for i, p := range t.Properties {
		r.Values[i] = valueOf(f, i, p.Type)
	}
	return r
}

func valueOf(f feature.Feature, column int, kind schema.Type) schema.Value {
	if f.Code(column) == feature.Null {
		return schema.Value{}
	}
	switch {
	case kind.IsText():
		return schema.OfText(f.Text(column))
	case kind == schema.Date:
		day, _ := f.Day(column)
		return schema.OfDay(int(day))
	case kind == schema.Integer:
		return schema.OfInt(f.Integer(column))
	}
	return schema.Value{} // places keep nothing else of their mentions
}

// putPlaces writes the counts of places, new ones in the order of their numbers.
func (g *Builder) putPlaces(all []*rows.Place) {
	slices.SortStableFunc(all, func(a, b *rows.Place) int { return cmp.Compare(g.numberOf(a), g.numberOf(b)) })
	for _, s := range all {
		g.putPlace(s)
	}
	clear(g.numbered)
}

// numberOf returns the number of a place to sort by: last if it has none.
func (g *Builder) numberOf(s *rows.Place) int {
	if n := g.numbered[s.ID]; n > 0 {
		return n
	}
	return math.MaxInt
}

// putPlace writes the counts of a place, keeping its position while its location and number stay
// the same.
func (g *Builder) putPlace(s *rows.Place) {
	shown, number := s.Position >= 0, g.numbered[s.ID]
	if shown && number == 0 {
		number = g.places.layer.numbers.of(s.Position)
	}
	if shown && (s.IsEmpty() || number != g.places.layer.numbers.of(s.Position) || !liesAt(g.places.Table().At(s.Position), s.Point)) {
		g.places.removed = append(g.places.removed, s.Position)
		shown = false
	}
	if s.IsEmpty() {
		return
	}
	if !shown {
		s.Position = g.places.Len()
	}
	r := s.Row(g.tables)
	g.askGazetteer(g.tables.Places, r.Values, s.ID)
	start(g.places.Builder, r, s.Days)
	g.places.finish(s.Position, number)
}

// liesAt reports whether a place lies where its mentions say.
func liesAt(f feature.Feature, point orb.Geometry) bool {
	at, isPoint := point.(orb.Point)
	shown, _ := f.Point()
	const rounded = 2e-6 // degrees: features keep millionths
	return isPoint && max(at[0]-shown[0], shown[0]-at[0], at[1]-shown[1], shown[1]-at[1]) < rounded
}
