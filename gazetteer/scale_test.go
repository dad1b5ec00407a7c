package gazetteer_test

import (
	"os"
	"testing"

	"dateline/gazetteer"
)

// The benchmarks measure the gazetteer in DATELINE_GAZETTEERS, so that they can be repeated with
// many names (docs/gazetteer.md), or else the built-in one.

func store() gazetteer.Store { return gazetteer.NewStore(os.Getenv("DATELINE_GAZETTEERS")) }

func open(b *testing.B) *gazetteer.Gazetteer {
	b.Helper()
	g, err := store().Gazetteer()
	if err != nil {
		b.Fatal(err)
	}
	return g
}

func BenchmarkOpen(b *testing.B) {
	for b.Loop() {
		open(b)
	}
}

// someNames returns names spread over the largest index.
func someNames(g *gazetteer.Gazetteer) []string {
	var largest *gazetteer.Index
	for _, x := range g.Layers() {
		if largest == nil || x.Len() > largest.Len() {
			largest = x
		}
	}
	names := make([]string, 0, 1000)
	for i := range cap(names) {
		names = append(names, largest.Names(i * (largest.Len() / cap(names)))[0])
	}
	return names
}

func BenchmarkLookup(b *testing.B) {
	g := open(b)
	names := someNames(g)
	measure := func(what string, query func(name string) string, lookup func(string, gazetteer.LookupOptions) []gazetteer.Match) {
		b.Run(what, func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				lookup(query(names[i%len(names)]), gazetteer.LookupOptions{})
			}
		})
	}
	cut := func(letters int) func(string) string {
		return func(name string) string { return string([]rune(name)[:min(letters, len([]rune(name)))]) }
	}
	measure("exact", func(name string) string { return name }, g.Lookup)
	measure("prefix of 1", cut(1), g.Complete)
	measure("prefix of 3", cut(3), g.Complete)
	measure("prefix of 6", cut(6), g.Complete)
	measure("fuzzy", misspelt, g.Lookup)
	measure("nothing", func(name string) string { return "x" + misspelt(misspelt(name)) + "qz" }, g.Lookup)
}

// misspelt changes a letter in the middle of a name and drops the next.
func misspelt(name string) string {
	r := []rune(name)
	if len(r) < 5 {
		return name
	}
	r[len(r)/2] = 'x'
	return string(append(r[:len(r)/2+1], r[len(r)/2+2:]...))
}
