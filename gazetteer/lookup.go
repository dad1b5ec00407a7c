package gazetteer

import (
	"cmp"
	"slices"
	"strings"

	"dateline/geo"

	"github.com/paulmach/orb"
)

// How says how a name matches what was asked for.
type How int

// The ways to match, from the closest: what is closer comes before what is
// better known.
const (
	Exact  How = iota // but for what Fold makes equal
	Prefix            // it goes on behind it
	Sound             // it has the same transliteration key
	Fuzzy             // it is one or two edits away
)

// String returns "exact", "prefix", "sounds alike" or "fuzzy".
func (h How) String() string { return [...]string{"exact", "prefix", "sounds alike", "fuzzy"}[h] }

// Match is an answer to a lookup.
type Match struct {
	Ref   Ref
	Place Place
	Name  string // the name that matched
	How   How
	Score float64 // 0..1, by how close the name is, how well known the place, and how near
}

// Wish narrows and orders a lookup. The zero Wish does neither.
type Wish struct {
	Countries []string   // ISO 3166-1 alpha-2: only places there; none for all
	Near      *orb.Point // lon, lat: nearer places first
	Limit     int        // at most so many answers; 0 means 10
	Prefix    bool       // also names that go on behind what is asked for, as while it is being typed
	Fuzzy     bool       // also names within two edits when others were found
}

const (
	defaultLimit = 10
	leastQuality = 0.62 // below it a shared transliteration key is chance
	goodSound    = 0.80 // from it a shared key makes a search for misspellings needless
	weightName   = 0.70
	weightKnown  = 0.30
	weightNear   = 0.15
	weightUsual  = 0.06 // it is what the place is called, not an other name
	weightTown   = 0.04 // a bare name is rather the town than the land around it
	nearKm       = 200  // where nearness counts half
)

// found is a Hit and how it was found.
type found struct {
	Hit
	how How
}

// Lookup returns the places that name can mean, in any spelling and script,
// best first: those that have the name, then those that sound alike, and only
// when nothing is like it those within two edits. Its cost hardly grows with
// the gazetteer.
func (g *Gazetteer) Lookup(name string, w Wish) []Match {
	folded := Fold(name)
	if folded == "" {
		return nil
	}
	hits := as(Exact, g.exact(strings.Fields(folded)))
	if w.Prefix {
		hits = append(hits, as(Prefix, g.beginning(folded, w))...)
	}
	sounds := g.sounding(name, keyOfFolded(folded), len(hits) > 0)
	hits = append(hits, as(Sound, sounds)...)
	alike := len(hits) > len(sounds) || slices.ContainsFunc(sounds, func(h Hit) bool { return Quality(name, h.Name) >= goodSound })
	if w.Fuzzy || !alike {
		hits = append(hits, as(Fuzzy, g.fuzzy(folded))...)
	}
	return g.rank(name, hits, w)
}

// sounding returns the places with a name that sounds like name: where others
// are called so only what does so closely.
func (g *Gazetteer) sounding(name string, key Key, others bool) []Hit {
	least := leastQuality
	if others {
		least = goodSound
	}
	return slices.DeleteFunc(g.ByKey(nil, key), func(h Hit) bool { return Quality(name, h.Name) < least })
}

// Complete returns places that have a name beginning with prefix, the best
// known first but for those that are called so.
func (g *Gazetteer) Complete(prefix string, w Wish) []Match {
	folded := Fold(prefix)
	if folded == "" {
		return nil
	}
	return g.rank(prefix, append(as(Exact, g.exact(strings.Fields(folded))), as(Prefix, g.beginning(folded, w))...), w)
}

func as(how How, hits []Hit) []found {
	all := make([]found, len(hits))
	for i, h := range hits {
		all[i] = found{h, how}
	}
	return all
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

// rank scores hits, keeps the best hit of each place and the best places.
func (g *Gazetteer) rank(written string, hits []found, w Wish) []Match {
	best := map[Ref]Match{}
	for _, h := range hits {
		p := g.Place(h.Ref)
		if len(w.Countries) > 0 && !slices.Contains(w.Countries, p.Country) {
			continue
		}
		m := Match{Ref: h.Ref, Place: p, Name: h.Name, How: h.how}
		m.Score = g.score(h, written, &p)
		if w.Near != nil {
			m.Score = (m.Score + weightNear*nearness(*w.Near, p.Point)) / (1 + weightNear)
		}
		if old, ok := best[h.Ref]; !ok || m.before(&old) {
			best[h.Ref] = m
		}
	}
	matches := make([]Match, 0, len(best))
	for _, m := range best {
		matches = append(matches, m)
	}
	slices.SortFunc(matches, func(a, b Match) int {
		return cmp.Or(cmp.Compare(a.How.tier(), b.How.tier()), -cmp.Compare(a.Score, b.Score), cmp.Compare(a.Place.ID, b.Place.ID))
	})
	if w.Limit <= 0 {
		w.Limit = defaultLimit
	}
	return matches[:min(len(matches), w.Limit)]
}

// score says how likely a place is meant, nearness apart.
func (g *Gazetteer) score(h found, written string, p *Place) float64 {
	score := weightName*likenessOf(h, written) + weightKnown*p.prominence(g.Curated(h.Ref))
	if g.isUsual(h.Hit) {
		score += weightUsual
	}
	if !p.Kind.IsDivision() {
		score += weightTown
	}
	return score / (1 + weightUsual + weightTown)
}

// isUsual reports whether a place is found by the first of its names in their
// script.
func (g *Gazetteer) isUsual(h Hit) bool {
	x, r := g.layers[h.Ref.layer()], g.layers[h.Ref.layer()].record(h.Ref.place())
	for i := range int(r.names) {
		if name := x.name(int(r.firstName) + i); isArabic(name) == isArabic(h.Name) {
			return name == h.Name || Fold(name) == Fold(h.Name)
		}
	}
	return false
}

// tier is what decides before the score does. What sounds alike and what is
// written alike are equally far.
func (h How) tier() How { return min(h, Sound) }

// before reports whether m says better than another match of the same place how
// it was found.
func (m *Match) before(other *Match) bool {
	return cmp.Or(cmp.Compare(m.How, other.How), -cmp.Compare(m.Score, other.Score), cmp.Compare(m.Name, other.Name)) < 0
}

// likenessOf says how close what was found is to what is written.
func likenessOf(h found, written string) float64 {
	if h.how == Prefix {
		return completion(written, h.Name)
	}
	return Quality(written, h.Name)
}

// nearness falls from 1 to 0 with distance and is one half at nearKm.
func nearness(a, b orb.Point) float64 { return nearKm / (nearKm + geo.Distance(a, b)) }
