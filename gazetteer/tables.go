package gazetteer

import (
	"bytes"
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"slices"
)

// CompileTables compiles the embedded tables into the embedded index, packed, so that opening is
// fast.
func CompileTables() ([]byte, error) {
	world, err := openWorld()
	if err != nil {
		return nil, err
	}
	rows, err := readTables(data, anyTable)
	if err != nil {
		return nil, err
	}
	index, err := compileTables(rows, newDivisionNames(world))
	if err != nil {
		return nil, err
	}
	return Pack(index)
}

func anyTable([]byte) bool { return true }

// hasDemonyms reports whether a table has demonyms.
func hasDemonyms(table []byte) bool {
	header, _, _ := bytes.Cut(table, []byte("\n"))
	return bytes.Contains(header, []byte("demonyms"))
}

// readTables reads tables of a file system, ordered by name, the world's after those of the
// theatres.
func readTables(fsys fs.FS, wanted func(table []byte) bool) ([]row, error) {
	files, err := fs.Glob(fsys, "data/*/*.tsv")
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(files, func(a, b string) int { return cmp.Compare(isOfTheWorld(a), isOfTheWorld(b)) })
	var rows []row
	for _, file := range files {
		table, err := fs.ReadFile(fsys, file)
		if err != nil {
			return nil, err
		}
		if !wanted(table) {
			continue
		}
		r, err := readTable(bytes.NewReader(table))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		rows = append(rows, r...)
	}
	return rows, nil
}

// isOfTheWorld is 1 for a table of the world, 0 for one of a theatre.
func isOfTheWorld(file string) int {
	if path.Base(path.Dir(file)) == "world" {
		return 1
	}
	return 0
}

// compileTables resolves the divisions of the rows and compiles them. Rows for the same place
// become one: the first decides, so that a theatre's table overrides the world's, which often
// adds the population.
func compileTables(rows []row, divisions *divisionNames) ([]byte, error) {
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
			if entries[first].Kind.Class() == 'P' {
				entries[first].Population = cmp.Or(entries[first].Population, e.Population)
			}
			continue
		}
		known[e.ID] = len(entries)
		entries = append(entries, e)
	}
	entries = mergeTwins(entries)
	for i := range entries {
		entries[i].adoptID(divisions.world)
	}
	return Build(entries)
}
