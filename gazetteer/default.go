package gazetteer

import (
	"cmp"
	"embed"
	"fmt"
	"slices"
	"sync"
)

// data is the embedded data: the world's cities and divisions, compiled by mkworld, and the
// hand-written tables, one folder for the world and one for each theatre, compiled by mktables.
//
//go:generate go run ./mktables
//go:embed data
var data embed.FS

// Default opens the embedded gazetteer, with imported indexes between the hand-written tables
// and the world, the first on top. Opening takes some 50 ms; callers keep it.
func Default(imported ...*Index) (*Gazetteer, error) {
	world, tables, outlines := async(openWorld), async(openTables), async(openBoundaries)
	rows, err := readTables(data, hasDemonyms)
	w, worldErr := world()
	t, tablesErr := tables()
	o, outlinesErr := outlines()
	if err = cmp.Or(worldErr, tablesErr, outlinesErr, err); err != nil {
		return nil, err
	}
	g, err := New(slices.Concat([]*Index{t}, imported, []*Index{w})...)
	if err != nil {
		return nil, err
	}
	g.addDemonyms(rows)
	g.boundaries = o
	return g, nil
}

// async starts opening something concurrently and returns a function that waits for it.
func async[T any](open func() (T, error)) func() (T, error) {
	wait := sync.OnceValues(open)
	go wait()
	return wait
}

func openBoundaries() (boundaries, error) { return openOutlines("data/boundaries.zst") }

func openOutlines(file string) (boundaries, error) {
	packed, err := data.ReadFile(file)
	if err != nil {
		return nil, err
	}
	outlines, err := readBoundaries(packed)
	if err != nil {
		return nil, fmt.Errorf("embedded %s: %w", file, err)
	}
	return outlines, nil
}

func openWorld() (*Index, error) { return openPacked("data/world.idx.zst", worldDated) }

func openTables() (*Index, error) { return openPacked("data/tables.idx.zst", tablesDated) }

// openPacked opens an index with a default date for its coordinates.
func openPacked(file, dated string) (*Index, error) {
	packed, err := data.ReadFile(file)
	if err != nil {
		return nil, err
	}
	x, err := Unpack(packed)
	if err != nil {
		return nil, fmt.Errorf("embedded %s: %w", file, err)
	}
	x.dated = dated
	return x, nil
}

// addDemonyms records the country of each demonym; the first table wins.
func (g *Gazetteer) addDemonyms(rows []row) {
	for _, r := range rows {
		country, ok := g.Find(r.ID)
		for _, d := range r.demonyms {
			if _, taken := g.demonyms[Fold(d)]; ok && !taken {
				g.demonyms[Fold(d)] = country
			}
		}
	}
}
