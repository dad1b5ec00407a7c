package gazetteer

import (
	"encoding/binary"
	"fmt"
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode"

	"github.com/paulmach/orb"

	"dateline/recent"
)

// Gazetteer answers which places a name can mean, from one or more layered indexes: if two of
// them have the same place (the same ID, or the same country or division by Place.Code, and the
// same feature class) the upper one decides where it is and the names of both find it.
//
// A Gazetteer is immutable and safe for concurrent use.
type Gazetteer struct {
	layers     []*Index
	shadowed   []map[int]Ref         // of each layer: places that an upper layer has too
	refined    map[Ref]Ref           // table rows whose point is the rounded one of an import
	demonyms   map[string]Ref        // country by folded demonym
	capitals   func() map[string]Ref // by country; read on first use
	boundaries boundaries
	firstWords *recent.Memo[foldRanges]
	hitsByName *recent.Memo[[]Hit]
	soundings  *recent.Memo[[]Sounding]
	own        int // the layer of the user's own places; 0 for none
}

// Ref refers to a place of a Gazetteer. It is valid only for that Gazetteer, and must not be
// stored.
type Ref uint32

const layerShift = 28 // up to 16 layers of 268 million places

func newRef(layer, place int) Ref { return Ref(layer<<layerShift | place) }

func (r Ref) layer() int { return int(r >> layerShift) }
func (r Ref) place() int { return int(r & (1<<layerShift - 1)) }

// Hit is a place with the name that matched.
type Hit struct {
	Ref      Ref
	Name     string
	Overlaid bool // the name is from a layer below the one that decides where the place is
}

// New makes a Gazetteer of indexes, topmost first, at most eight: otherwise ErrLayers.
func New(layers ...*Index) (*Gazetteer, error) {
	if len(layers) > maxLayers {
		return nil, ErrLayers
	}
	g := &Gazetteer{layers: layers, shadowed: make([]map[int]Ref, len(layers)), refined: map[Ref]Ref{}, demonyms: map[string]Ref{}}
	g.capitals = sync.OnceValue(g.findCapitals)
	g.firstWords = recent.NewMemo(wordCacheSize, g.beginningWith)
	g.hitsByName = recent.NewMemo(nameCacheSize, g.placesCalled)
	g.soundings = recent.NewMemo(soundingCacheSize, g.sound)
	for lower := 1; lower < len(layers); lower++ {
		g.shadowed[lower] = map[int]Ref{}
		for upper := range lower {
			g.shadow(upper, lower)
		}
		if lower < len(layers)-1 {
			g.refine(lower)
		}
	}
	return g, nil
}

// shadow records the places that both layers have.
func (g *Gazetteer) shadow(upper, lower int) {
	u, l := g.layers[upper], g.layers[lower]
	note := func(up, low int) {
		same := u.kind(up).Class() == l.kind(low).Class()
		if _, done := g.shadowed[lower][low]; same && !done {
			g.shadowed[lower][low] = g.top(newRef(upper, up))
		}
	}
	if u.Len() < l.Len() {
		common(u, l, note)
	} else {
		common(l, u, func(low, up int) { note(up, low) })
	}
	for i := range u.codes() {
		code, up := u.code(i)
		if low, ok := l.FindCode(code); ok {
			note(up, low)
		}
	}
}

// common calls found for each place that two indexes share, walking the smaller one with a
// galloping search through the larger.
func common(small, large *Index, found func(inSmall, inLarge int)) {
	n, from := large.Len(), 0
	for i := range small.Len() {
		id := small.id(i)
		step := 1
		for from+step < n && large.id(from+step) < id {
			from += step
			step *= 2
		}
		to := min(from+step+1, n)
		from += sort.Search(to-from, func(k int) bool { return large.id(from+k) >= id })
		if from == n {
			return
		}
		if large.id(from) == id {
			found(i, from)
		}
	}
}

// top returns r, or the same place in a layer above.
func (g *Gazetteer) top(r Ref) Ref {
	if above, ok := g.shadowed[r.layer()][r.place()]; ok {
		return above
	}
	return r
}

// Place returns the place of r. Its point is the uppermost layer's, unless that is only rounded
// from an import.
func (g *Gazetteer) Place(r Ref) Place {
	p := g.layers[r.layer()].Place(r.place())
	if exact, ok := g.refined[r]; ok {
		found := g.layers[exact.layer()].Place(exact.place())
		p.Point, p.Source, p.SourceDate = found.Point, found.Source, found.SourceDate
	}
	return p
}

// Kind returns the kind of r.
func (g *Gazetteer) Kind(r Ref) Kind { return g.layers[r.layer()].kind(r.place()) }

// Country returns the country code of r, empty if there is none.
func (g *Gazetteer) Country(r Ref) string { return g.layers[r.layer()].country(r.place()) }

// Names returns the names of a place in the deciding layer, the usual one first.
func (g *Gazetteer) Names(r Ref) []string { return g.layers[r.layer()].Names(r.place()) }

// NameIn returns the first name of a place in a script, as gazetteers seldom tag names with a
// language; empty if there is none.
func (g *Gazetteer) NameIn(r Ref, script *unicode.RangeTable) string {
	p := g.Place(r)
	for layer := r.layer(); layer < len(g.layers); layer++ {
		x := g.layers[layer]
		for _, i := range x.same(&p) {
			if name := x.nameIn(i, script); name != "" && g.top(newRef(layer, i)) == r {
				return name
			}
		}
	}
	return ""
}

// nameIn returns the first name of a place in a script.
func (x *Index) nameIn(place int, script *unicode.RangeTable) string {
	for _, name := range x.Names(place) {
		if strings.ContainsFunc(name, func(c rune) bool { return unicode.Is(script, c) }) {
			return name
		}
	}
	return ""
}

// Geometry returns the line or area of a place from the uppermost layer that has one, or nil.
func (g *Gazetteer) Geometry(r Ref) orb.Geometry {
	p := g.Place(r)
	for layer := r.layer(); layer < len(g.layers); layer++ {
		x := g.layers[layer]
		for _, i := range x.same(&p) {
			if geometry := x.Geometry(i); geometry != nil && g.top(newRef(layer, i)) == r {
				return geometry
			}
		}
	}
	return nil
}

// Find returns the place with the ID.
func (g *Gazetteer) Find(id string) (Ref, bool) {
	for i, x := range g.layers {
		if place, ok := x.Find(id); ok {
			return g.top(newRef(i, place)), true
		}
	}
	return 0, false
}

// Division returns the country or division with the code (see Place.Code).
func (g *Gazetteer) Division(code string) (Ref, bool) {
	for i, x := range g.layers {
		if place, ok := x.FindCode(code); ok {
			return g.top(newRef(i, place)), true
		}
	}
	return 0, false
}

// DivisionName returns the usual English name of a place's first-level division, without its
// class word: "Idlib", "Deir ez-Zor"; empty if unknown.
func (g *Gazetteer) DivisionName(p *Place) string {
	if p.Country == "" || p.Admin1 == "" {
		return ""
	}
	r, ok := g.Division(p.Country + "." + p.Admin1)
	if !ok {
		return ""
	}
	name := g.Place(r).Name
	for _, class := range [...]string{" Governorate", " Province"} {
		name = strings.TrimSuffix(name, class)
	}
	return name
}

// Demonym returns the country of a folded demonym or adjective.
func (g *Gazetteer) Demonym(folded string) (Ref, bool) {
	r, ok := g.demonyms[folded]
	return r, ok
}

// Layers returns the indexes, topmost first.
func (g *Gazetteer) Layers() []*Index { return slices.Clone(g.layers) }

// Version returns hex digits that change with the content of the gazetteer.
func (g *Gazetteer) Version() string {
	var b []byte
	for _, x := range g.layers {
		b = binary.LittleEndian.AppendUint32(b, x.sum)
	}
	return fmt.Sprintf("%08x", checksum(b))
}

// ByKey appends the places that have a name with the transliteration key.
func (g *Gazetteer) ByKey(dst []Hit, key Key) []Hit {
	if key == 0 {
		return dst
	}
	var buf [64]int
	for layer, x := range g.layers {
		for _, name := range x.keyNames(buf[:0], key) {
			dst = append(dst, g.hit(layer, name))
		}
	}
	return dst
}

func (g *Gazetteer) hit(layer, name int) Hit {
	x := g.layers[layer]
	own := newRef(layer, x.namePlace(name))
	top := g.top(own)
	return Hit{Ref: top, Name: x.name(name), Overlaid: top != own}
}
