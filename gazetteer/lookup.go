package gazetteer

import (
	"cmp"
	"slices"

	"dateline/geo"

	"github.com/paulmach/orb"
)

// MatchKind is the way in which a name matches a query.
type MatchKind int

// The ways to match, closest first: a closer match precedes a better known place.
const (
	Exact  MatchKind = iota // after folding
	Prefix                  // it starts with the query
	Sound                   // it has the same transliteration key
	Fuzzy                   // it is one or two edits away
)

// String returns "exact", "prefix", "sounds alike" or "fuzzy".
func (h MatchKind) String() string { return [...]string{"exact", "prefix", "sounds alike", "fuzzy"}[h] }

// Match is a result of a lookup.
type Match struct {
	Ref   Ref
	Place Place
	Name  string // the name that matched
	Kind  MatchKind
	Score float64 // 0..1, by how close the name is, how well known the place, and how near
}

// LookupOptions restricts and orders the results of a lookup. The zero LookupOptions does neither.
type LookupOptions struct {
	Countries []string   // ISO 3166-1 alpha-2: only places there; none for all
	Near      *orb.Point // lon, lat: nearer places first
	Limit     int        // maximum number of results; 0 means 10
	Prefix    bool       // also names that start with the query, for autocompletion
	Fuzzy     bool       // also names within two edits when others were found
}

const (
	defaultLimit = 10
	leastQuality = 0.62 // below it a shared transliteration key is a coincidence
	goodSound    = 0.80 // from it a shared key makes a fuzzy search unnecessary
	weightName   = 0.70
	weightKnown  = 0.30
	weightNear   = 0.15
	weightUsual  = 0.06 // for the place's usual name
	weightTown   = 0.04 // a bare name is more likely the town than the land around it
	nearKm       = 200  // distance at which nearness counts half
)

// found is a Hit and how it matched.
type found struct {
	Hit
	how MatchKind
}

// Lookup returns the places that name can mean, in any spelling and script, best first: those of
// that name, then those that sound alike, and if nothing else matches those within two edits.
// Its cost hardly grows with the gazetteer.
func (g *Gazetteer) Lookup(name string, w LookupOptions) []Match {
	folded := Fold(name)
	if folded == "" {
		return nil
	}
	hits := as(Exact, g.exact(folded))
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

// sounding returns the places whose names sound like name: if others match exactly, only close
// ones.
func (g *Gazetteer) sounding(name string, key Key, others bool) []Hit {
	least := leastQuality
	if others {
		least = goodSound
	}
	return slices.DeleteFunc(g.ByKey(nil, key), func(h Hit) bool { return Quality(name, h.Name) < least })
}

// Complete returns places with a name that starts with prefix: exact matches first, then the
// best known.
func (g *Gazetteer) Complete(prefix string, w LookupOptions) []Match {
	folded := Fold(prefix)
	if folded == "" {
		return nil
	}
	return g.rank(prefix, append(as(Exact, g.exact(folded)), as(Prefix, g.beginning(folded, w))...), w)
}

func as(how MatchKind, hits []Hit) []found {
	all := make([]found, len(hits))
	for i, h := range hits {
		all[i] = found{h, how}
	}
	return all
}

// ByName returns the places with the name, after folding.
func (g *Gazetteer) ByName(name string) []Hit { return g.exact(Fold(name)) }

// exact returns the places that have a folded name.
func (g *Gazetteer) exact(folded string) []Hit {
	if folded == "" {
		return nil
	}
	return slices.Clone(*g.hitsByName.Get(folded))
}

// rank scores hits, and keeps the best hit of each place and the best places.
func (g *Gazetteer) rank(written string, hits []found, w LookupOptions) []Match {
	best := map[Ref]Match{}
	for _, h := range hits {
		p := g.Place(h.Ref)
		if len(w.Countries) > 0 && !slices.Contains(w.Countries, p.Country) {
			continue
		}
		m := Match{Ref: h.Ref, Place: p, Name: h.Name, Kind: h.how}
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
		return cmp.Or(cmp.Compare(a.Kind.tier(), b.Kind.tier()), -cmp.Compare(a.Score, b.Score), cmp.Compare(a.Place.ID, b.Place.ID))
	})
	if w.Limit <= 0 {
		w.Limit = defaultLimit
	}
	return matches[:min(len(matches), w.Limit)]
}

// score returns how likely a place is meant, without nearness.
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

// isUsual reports whether the match is the place's first name in its script.
func (g *Gazetteer) isUsual(h Hit) bool {
	x, r := g.layers[h.Ref.layer()], g.layers[h.Ref.layer()].record(h.Ref.place())
	for i := range int(r.names) {
		if name := x.name(int(r.firstName) + i); isArabic(name) == isArabic(h.Name) {
			return name == h.Name || Fold(name) == Fold(h.Name)
		}
	}
	return false
}

// tier takes precedence over the score. Sound and fuzzy matches share a tier.
func (h MatchKind) tier() MatchKind { return min(h, Sound) }

// before reports whether m is a better match of the same place than another.
func (m *Match) before(other *Match) bool {
	return cmp.Or(cmp.Compare(m.Kind, other.Kind), -cmp.Compare(m.Score, other.Score), cmp.Compare(m.Name, other.Name)) < 0
}

// likenessOf returns how close the match is to the written form.
func likenessOf(h found, written string) float64 {
	if h.how == Prefix {
		return completion(written, h.Name)
	}
	return Quality(written, h.Name)
}

// nearness falls from 1 to 0 with distance and is one half at nearKm.
func nearness(a, b orb.Point) float64 { return nearKm / (nearKm + geo.Distance(a, b)) }
