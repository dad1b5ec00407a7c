package gazetteer

import (
	"cmp"
	"embed"
	"fmt"
	"io/fs"
)

// data holds what is built in: the world's cities and divisions, compiled by
// mkworld, and the tables written by hand, one folder for the world and one
// for each theatre.
//
//go:embed data
var data embed.FS

// Default opens the embedded gazetteer, with imported indexes laid between
// the hand-written tables and the world. Opening it takes some 50 ms; callers
// keep it.
func Default(imported ...*Index) (*Gazetteer, error) {
	var world *Index
	var worldErr error
	opened := make(chan struct{})
	go func() { // on another core, as it takes as long as the tables
		world, worldErr = openWorld()
		close(opened)
	}()
	rows, err := readTables(data)
	<-opened
	if err = cmp.Or(worldErr, err); err != nil {
		return nil, err
	}
	tables, err := compileTables(rows, newDivisionNames(world))
	if err != nil {
		return nil, err
	}
	g := New(append(append([]*Index{tables}, imported...), world)...)
	g.addDemonyms(rows)
	outlines, err := data.ReadFile("data/boundaries.zst")
	if err != nil {
		return nil, err
	}
	if g.boundaries, err = readBoundaries(outlines); err != nil {
		return nil, fmt.Errorf("embedded boundaries: %w", err)
	}
	return g, nil
}

func openWorld() (*Index, error) {
	packed, err := data.ReadFile("data/world.idx.zst")
	if err != nil {
		return nil, err
	}
	world, err := Unpack(packed)
	if err != nil {
		return nil, fmt.Errorf("embedded world: %w", err)
	}
	return world, nil
}

// readTables reads all tables of a file system in the order of their names.
func readTables(fsys fs.FS) ([]row, error) {
	files, err := fs.Glob(fsys, "data/*/*.tsv")
	if err != nil {
		return nil, err
	}
	var rows []row
	for _, file := range files {
		f, err := fsys.Open(file)
		if err != nil {
			return nil, err
		}
		r, err := readTable(f)
		f.Close()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		rows = append(rows, r...)
	}
	return rows, nil
}

// compileTables gives the rows the codes of their divisions and compiles them.
// Rows for the same place become one: the first decides, so that a theatre's
// table says more of its own country than the world's.
func compileTables(rows []row, divisions *divisionNames) (*Index, error) {
	divisions.addRows(rows)
	entries := make([]Entry, 0, len(rows))
	known := map[string]int{} // by ID, and by Place.Code
	for i := range rows {
		e := rows[i].Entry
		divisions.resolve(&e)
		first, seen := known[e.ID]
		if code := e.Code(); code != "" && !seen {
			if first, seen = known[code]; !seen {
				known[code] = len(entries)
			}
		}
		if seen {
			entries[first].addNames(&e)
			continue
		}
		known[e.ID] = len(entries)
		entries = append(entries, e)
	}
	index, err := Build(entries)
	if err != nil {
		return nil, err
	}
	return OpenIndex(index)
}

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
