package gazetteer

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/paulmach/orb"
)

var update = flag.Bool("update", false, "rewrite golden files")

// golden is the number of places of each answer in testdata/lookup.tsv.
const golden = 3

// TestRanking compares the first places of many lookups with those expected by people, in
// testdata/lookup.tsv.
func TestRanking(t *testing.T) {
	g := needDefault(t)
	file := filepath.Join("testdata", "lookup.tsv")
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	queries := 0
	for line := range strings.Lines(string(data)) {
		cells := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") {
			out.WriteString(line)
			continue
		}
		if len(cells) != 3 {
			t.Fatalf("%s: %q has %d cells, want 3", file, line, len(cells))
		}
		queries++
		got := answer(g, cells[0], wishOf(t, cells[1]))
		if got != cells[2] && !*update {
			t.Errorf("%s %s:\n%s, want\n%s", cells[0], cells[1], got, cells[2])
		}
		fmt.Fprintf(&out, "%s\t%s\t%s\n", cells[0], cells[1], got)
	}
	if queries < 60 {
		t.Errorf("%d queries, want 60 or more", queries)
	}
	if *update {
		if err := os.WriteFile(file, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// needDefault opens the built-in gazetteer.
func needDefault(t testing.TB) *Gazetteer {
	t.Helper()
	g, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func answer(g *Gazetteer, query string, w LookupOptions) string {
	var found []string
	for _, m := range g.Lookup(query, w) {
		found = append(found, fmt.Sprintf("%s %s (%s)", m.Place.ID, m.Place.Name, m.Kind))
	}
	return strings.Join(found, "; ")
}

// wishOf reads options as "prefix,country=SY" or "near=36.8,36.6".
func wishOf(t *testing.T, options string) LookupOptions {
	t.Helper()
	w := LookupOptions{Limit: golden}
	before, near, ok := strings.Cut(options, "near=")
	if ok {
		w.Near = &orb.Point{}
		if _, err := fmt.Sscanf(near, "%f,%f", &w.Near[0], &w.Near[1]); err != nil {
			t.Fatal(options, err)
		}
	}
	for _, option := range strings.FieldsFunc(before, func(r rune) bool { return r == ',' }) {
		key, value, _ := strings.Cut(option, "=")
		switch key {
		case "prefix":
			w.Prefix = true
		case "fuzzy":
			w.Fuzzy = true
		case "country":
			w.Countries = append(w.Countries, value)
		default:
			t.Fatalf("unknown option %q", option)
		}
	}
	return w
}

// TestPrefixAgainstEveryName: the names examined for a prefix are those of the best known places.
func TestPrefixAgainstEveryName(t *testing.T) {
	x := build(t, someEntries(300))
	ranks := x.sec[secFoldRanks]
	for _, prefix := range []string{"k", "la", "khan", "حلب", "zzz"} {
		lo, hi := x.prefixRange(prefix, anyByte)
		for _, n := range []int{1, 5, 1000} {
			best := x.bestKnown(lo, hi, n)
			if want := min(n, hi-lo); len(best) != want {
				t.Errorf("%s: %d of %d names, want %d", prefix, len(best), hi-lo, want)
			}
			taken, least := map[int]bool{}, byte(255)
			for _, i := range best {
				if !strings.HasPrefix(x.fold(i), prefix) {
					t.Errorf("%s: %q does not begin so", prefix, x.fold(i))
				}
				taken[i], least = true, min(least, ranks[i])
			}
			for i := lo; i < hi; i++ {
				if !taken[i] && ranks[i] > least {
					t.Errorf("%s: %q is better known than a name that is taken", prefix, x.fold(i))
				}
			}
		}
	}
}

func TestLookupNarrows(t *testing.T) {
	g := needDefault(t)
	for _, m := range g.Lookup("Tripoli", LookupOptions{Countries: []string{"LB", "GR"}, Limit: 100, Prefix: true, Fuzzy: true}) {
		if m.Place.Country != "LB" && m.Place.Country != "GR" {
			t.Errorf("%s lies in %s", m.Place.ID, m.Place.Country)
		}
	}
	if n := len(g.Lookup("San", LookupOptions{Limit: 7, Prefix: true})); n != 7 {
		t.Errorf("%d places, want 7", n)
	}
	for _, name := range []string{"", "  ", "--", "'"} {
		if m := append(g.Lookup(name, LookupOptions{Prefix: true, Fuzzy: true}), g.Complete(name, LookupOptions{})...); len(m) > 0 {
			t.Errorf("%q: %d places, want none", name, len(m))
		}
	}
}
