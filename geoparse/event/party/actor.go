package party

import (
	"embed"
	"fmt"
	"path"
	"slices"
	"strings"

	"dateline/gazetteer"
)

// actorFiles are the actors of theatres, a table for each.
//
//go:embed actors
var actorFiles embed.FS

// Actor is a side, state or armed group of a theatre, with its own names and those used by the
// press.
type Actor struct {
	ID        string   // theatre/short name, such as "syria/sdf"
	Theatre   string   // the table it is in
	Side      string   // actors of one side fight together; sides are specific to a theatre
	Name      string   // the usual English name
	Names     []string // all others: longer and shorter ones, abbreviations, in any script
	Successor string   // ID of its successor, empty if it still exists
	Source    string   // reference for the names
}

// readActorTables reads the tables of all theatres, ordered by name.
func readActorTables() ([]Actor, error) {
	files, err := actorFiles.ReadDir("actors")
	if err != nil {
		return nil, err
	}
	var actors []Actor
	for _, f := range files {
		text, err := actorFiles.ReadFile("actors/" + f.Name())
		if err != nil {
			return nil, err
		}
		theatre := strings.TrimSuffix(f.Name(), path.Ext(f.Name()))
		for n, line := range strings.Split(string(text), "\n") {
			if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
				continue
			}
			a, err := readActor(theatre, line)
			if err != nil {
				return nil, fmt.Errorf("actors/%s: line %d: %w", f.Name(), n+1, err)
			}
			actors = append(actors, a)
		}
	}
	return actors, nil
}

// readActor parses a row: id, side, name, other names separated by "|", successor, source.
func readActor(theatre, line string) (Actor, error) {
	f := strings.Split(line, "\t")
	if len(f) != 6 {
		return Actor{}, fmt.Errorf("%d columns, not id, side, name, names, successor, source", len(f))
	}
	a := Actor{ID: theatre + "/" + f[0], Theatre: theatre, Side: f[1], Name: f[2], Source: f[5]}
	for _, name := range strings.Split(f[3], "|") {
		if name = strings.TrimSpace(name); name != "" {
			a.Names = append(a.Names, name)
		}
	}
	if f[4] != "" {
		a.Successor = theatre + "/" + f[4]
	}
	return a, nil
}

// foldWords folds a name as tokens are folded.
func foldWords(name string) []string {
	words := gazetteer.Words(name)
	for i, w := range words {
		words[i] = gazetteer.FoldWord(w)
	}
	return slices.DeleteFunc(words, func(w string) bool { return w == "" })
}
