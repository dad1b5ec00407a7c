package gazetteer

import (
	"cmp"
	"slices"
	"strings"

	"dateline/geo"

	"github.com/paulmach/orb"
)

// Match is an answer to a lookup.
type Match struct {
	Ref   Ref
	Place Place
	Name  string  // the name that matched
	Score float64 // 0..1, by how close the name is, how well known the place, and how near
}

// Wish narrows and orders a lookup. The zero Wish does neither.
type Wish struct {
	Country string     // ISO 3166-1 alpha-2: only places there
	Near    *orb.Point // lon, lat: nearer places first
	Limit   int        // at most so many answers; 0 means 10
}

const (
	defaultLimit  = 10
	prefixScan    = 1 << 16 // names looked at for one prefix
	fuzzyDistance = 2       // edits
	leastQuality  = 0.62    // below it a shared transliteration key is chance
	weightName    = 0.70
	weightKnown   = 0.30
	weightNear    = 0.15
	nearKm        = 200 // where nearness counts half
)

// Lookup returns the places that name can mean, best first: by exact folded
// name, then by transliteration key, and only when both find nothing by names
// within two edits.
func (g *Gazetteer) Lookup(name string, w Wish) []Match {
	words := strings.Fields(Fold(name))
	if len(words) == 0 {
		return nil
	}
	hits := slices.DeleteFunc(g.ByKey(g.exact(words), KeyOf(name)), func(h Hit) bool { return Quality(name, h.Name) < leastQuality })
	if len(hits) == 0 {
		hits = g.fuzzy(strings.Join(words, " "))
	}
	return g.rank(name, hits, w)
}

// ByName returns the places that have the name, but for what Fold makes equal.
func (g *Gazetteer) ByName(name string) []Hit { return g.exact(strings.Fields(Fold(name))) }

func (g *Gazetteer) exact(words []string) []Hit {
	c := g.Start()
	for _, word := range words {
		if !c.Next(word) {
			return nil
		}
	}
	if len(words) == 0 {
		return nil
	}
	return c.Hits(nil)
}

// Complete returns places that have a name beginning with prefix, the best
// known first.
func (g *Gazetteer) Complete(prefix string, w Wish) []Match {
	folded := Fold(prefix)
	if folded == "" {
		return nil
	}
	var hits []Hit
	var buf []int
	for layer, x := range g.layers {
		lo, hi := x.foldRange(0, x.folds(), folded, anyByte)
		for i := lo; i < min(hi, lo+prefixScan); i++ {
			for _, name := range x.foldNames(buf[:0], i) {
				hits = append(hits, g.hit(layer, name))
			}
		}
	}
	return g.rank(prefix, hits, w)
}

// fuzzy returns the places with a name within fuzzyDistance edits of the folded
// name: fewer for short names.
func (g *Gazetteer) fuzzy(folded string) []Hit {
	target := []rune(folded)
	edits := min(fuzzyDistance, len(target)/3)
	var hits []Hit
	var buf []int
	for layer, x := range g.layers {
		for _, i := range x.within(target, edits) {
			for _, name := range x.foldNames(buf[:0], i) {
				hits = append(hits, g.hit(layer, name))
			}
		}
	}
	return hits
}

// within returns the numbers of the folded names within so many edits of
// target. It walks the sorted names as the trie that they are: rows of
// Levenshtein's table are kept for the common prefix of neighbours, and where
// a prefix is already too far all names that begin with it are skipped.
func (x *Index) within(target []rune, edits int) []int {
	var found []int
	var prefix []rune
	rows := [][]int{firstRow(len(target))}
	for i := 0; i < x.folds(); {
		name := []rune(x.fold(i))
		common := commonPrefix(prefix, name)
		prefix, rows = name[:common], rows[:common+1]
		for len(prefix) < len(name) && slices.Min(rows[len(prefix)]) <= edits {
			rows = append(rows, nextRow(rows[len(prefix)], name[len(prefix)], target))
			prefix = name[:len(prefix)+1]
		}
		if slices.Min(rows[len(prefix)]) > edits {
			_, i = x.foldRange(0, x.folds(), string(prefix), anyByte)
			continue
		}
		if rows[len(prefix)][len(target)] <= edits {
			found = append(found, i)
		}
		i++
	}
	return found
}

func commonPrefix(a, b []rune) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// rank scores hits, keeps the best hit of each place and the best places.
func (g *Gazetteer) rank(written string, hits []Hit, w Wish) []Match {
	best := map[Ref]Match{}
	for _, h := range hits {
		p := g.Place(h.Ref)
		if w.Country != "" && p.Country != w.Country {
			continue
		}
		m := Match{Ref: h.Ref, Place: p, Name: h.Name}
		m.Score = weightName*Quality(written, h.Name) + weightKnown*g.Prominence(h.Ref)
		if w.Near != nil {
			m.Score = (m.Score + weightNear*nearness(*w.Near, p.Point)) / (1 + weightNear)
		}
		if old, ok := best[h.Ref]; !ok || m.Score > old.Score || m.Score == old.Score && m.Name < old.Name {
			best[h.Ref] = m
		}
	}
	matches := make([]Match, 0, len(best))
	for _, m := range best {
		matches = append(matches, m)
	}
	slices.SortFunc(matches, func(a, b Match) int {
		return cmp.Or(-cmp.Compare(a.Score, b.Score), cmp.Compare(a.Place.ID, b.Place.ID))
	})
	if w.Limit <= 0 {
		w.Limit = defaultLimit
	}
	return matches[:min(len(matches), w.Limit)]
}

// nearness falls from 1 to 0 with distance and is one half at nearKm.
func nearness(a, b orb.Point) float64 { return nearKm / (nearKm + geo.Distance(a, b)) }
