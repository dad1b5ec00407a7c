package gazetteer

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"reflect"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/paulmach/orb"
)

// someEntries returns places with names made of few syllables, so that many share names, prefixes
// and keys.
func someEntries(n int) []Entry {
	r := rand.New(rand.NewPCG(1, 2))
	syllables := []string{"al-", "kafr ", "khan ", "la", "ta", "min", "shay", "khun", "zi", "deir ", "حلب", "دير ", "ال", "شيخون"}
	name := func() string {
		s := ""
		for range 1 + r.IntN(4) {
			s += syllables[r.IntN(len(syllables))]
		}
		return strings.TrimSpace(s)
	}
	entries := make([]Entry, n)
	for i := range entries {
		entries[i] = Entry{Place: Place{
			ID: "gn" + strings.Repeat("0", r.IntN(3)) + string(rune('a'+i%26)) + string(rune('a'+i/26)), Name: name(), Kind: "P.PPL",
			Point: orb.Point{float64(r.IntN(36000000)-18000000) / 1e5, float64(r.IntN(18000000)-9000000) / 1e5}, Country: "SY", Admin1: "12",
			Population: r.IntN(1e6), Source: "test",
		}, Names: []string{name(), name()}}
	}
	entries[0].Geometry = orb.LineString{{1, 2}, {3, 4}}
	return entries
}

func build(t testing.TB, entries []Entry) *Index {
	t.Helper()
	data, err := Build(entries)
	if err != nil {
		t.Fatal(err)
	}
	x, err := OpenIndex(data)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func TestIndexHoldsWhatWasBuilt(t *testing.T) {
	entries := someEntries(300)
	x := build(t, entries)
	for _, e := range entries {
		i, ok := x.Find(e.ID)
		if !ok {
			t.Fatalf("%s is not found", e.ID)
		}
		if got := x.Place(i); got != e.Place {
			t.Errorf("place %+v came back as %+v", e.Place, got)
		}
		if got := x.Geometry(i); !reflect.DeepEqual(got, e.Geometry) {
			t.Errorf("%s: geometry %v came back as %v", e.ID, e.Geometry, got)
		}
		names := x.Names(i)
		for _, name := range append([]string{e.Name}, e.Names...) {
			if Fold(name) != "" && !slices.Contains(names, name) {
				t.Errorf("%s: name %q is not among %q", e.ID, name, names)
			}
		}
	}
	if _, ok := x.Find("gnzzz"); ok {
		t.Error("a place is found that was not built")
	}
}

func TestCursorAgainstEveryName(t *testing.T) {
	entries := someEntries(300)
	g := layered(t, build(t, entries))
	queries := []string{"khan", "khan shaykhun", "la", "lamin", "kafr la", "nothing", "حلب", "دير حلب", "deir", "ta ta"}
	for _, e := range entries[:50] {
		queries = append(queries, Fold(e.Name))
	}
	for _, q := range queries {
		want := map[string]bool{}
		for _, e := range entries {
			for _, name := range append([]string{e.Name}, e.Names...) {
				if Fold(name) == q {
					want[e.ID] = true
				}
			}
		}
		got := map[string]bool{}
		for _, h := range g.exact(q) {
			got[g.Place(h.Ref).ID] = true
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%q: found %d places, want %d", q, len(got), len(want))
		}
	}
}

func TestFuzzyAgainstEveryName(t *testing.T) {
	entries := someEntries(200)
	x := build(t, entries)
	for _, q := range []string{"khan shaykhun", "lamin", "kafr lata", "shaykhun", "حلب"} {
		for edits := range 3 {
			var want []int
			for i := range x.folds() {
				if editDistance([]rune(q), []rune(x.fold(i))) <= edits {
					want = append(want, i)
				}
			}
			if got := x.within([]rune(q), edits); !slices.Equal(got, want) {
				t.Errorf("%q within %d edits: %v, want %v", q, edits, got, want)
			}
		}
	}
}

func TestBuildIsDeterministic(t *testing.T) {
	entries := someEntries(200)
	first, err := Build(entries)
	if err != nil {
		t.Fatal(err)
	}
	sort.Slice(entries, func(i, j int) bool { return entries[i].Name < entries[j].Name })
	second, err := Build(entries)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first, second) {
		t.Error("the order of the entries changes the bytes")
	}
}

func TestBuildRefuses(t *testing.T) {
	tests := []struct {
		name  string
		entry Entry
		says  string
	}{
		{"no ID", Entry{Place: Place{Name: "A"}}, `"A" has no ID`},
		{"no name", Entry{Place: Place{ID: "gn1"}}, "gn1 has no name"},
		{"off the globe", Entry{Place: Place{ID: "gn1", Name: "A", Point: orb.Point{181, 0}}}, "not on the globe"},
		{"country", Entry{Place: Place{ID: "gn1", Name: "A", Country: "SYR"}}, "two letters"},
	}
	for _, tt := range tests {
		if _, err := Build([]Entry{tt.entry}); err == nil || !strings.Contains(err.Error(), tt.says) {
			t.Errorf("%s: error %v, want one that says %q", tt.name, err, tt.says)
		}
	}
}

func TestSameIDMerges(t *testing.T) {
	line := orb.LineString{{0, 0}, {1, 1}}
	x := build(t, []Entry{
		{Place: Place{ID: "gn1", Name: "Aleppo", Kind: "P.PPL", Population: 5}},
		{Place: Place{ID: "gn1", Name: "Halab", Kind: "P.PPLA", Population: 9}, Names: []string{"حلب"}, Geometry: line},
	})
	if x.Len() != 1 {
		t.Fatalf("%d places, want one", x.Len())
	}
	if p := x.Place(0); p.Name != "Aleppo" || p.Population != 5 {
		t.Errorf("the first entry does not decide: %+v", p)
	}
	if got := x.Names(0); !slices.Equal(got, []string{"Aleppo", "Halab", "حلب"}) {
		t.Errorf("names %q", got)
	}
	if x.Geometry(0) == nil {
		t.Error("the geometry of the second entry is lost")
	}
}

func TestOpenRefuses(t *testing.T) {
	good, err := Build(someEntries(20))
	if err != nil {
		t.Fatal(err)
	}
	flipped := bytes.Clone(good)
	flipped[len(flipped)-1] ^= 1
	for name, data := range map[string][]byte{
		"empty": nil, "short": good[:10], "cut off": good[:len(good)-1], "damaged": flipped, "no index": bytes.Repeat([]byte("x"), 1000),
	} {
		if _, err := OpenIndex(data); !errors.Is(err, ErrIndex) {
			t.Errorf("%s: error %v, want ErrIndex", name, err)
		}
	}
}

func TestPackUndone(t *testing.T) {
	index, err := Build(someEntries(100))
	if err != nil {
		t.Fatal(err)
	}
	packed, err := Pack(index)
	if err != nil {
		t.Fatal(err)
	}
	back, err := Unpack(packed)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(layOut(&back.sec), index) {
		t.Error("Unpack(Pack(index)) is not index")
	}
}

func FuzzOpenIndex(f *testing.F) {
	index, err := Build(someEntries(5))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(index)
	f.Add(index[:headerSize])
	f.Fuzz(func(t *testing.T, data []byte) {
		if x, err := OpenIndex(data); err == nil && x.Len() > 0 {
			x.Place(0)
		}
	})
}
