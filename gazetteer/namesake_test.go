package gazetteer

import (
	"bufio"
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"dateline/geo"
)

// namesakeKm is how far a place of the theatre's tables may lie from its namesake, in the same
// governorate, in an independent gazetteer.
const namesakeKm = 5

// TestTheatreAgainstNamesakes compares the places of the theatre with an independent gazetteer.
// testdata/namesakes.tsv lists those that are farther from the nearest place of the same name and
// class in their first-level division, with the reason.
func TestTheatreAgainstNamesakes(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	dir := filepath.Join(needShared(t), "gazetteer")
	exceptions := readExceptions(t)
	unused := maps.Clone(exceptions)
	compared, missing := 0, 0
	for _, country := range []string{"SY", "IQ", "LB", "JO", "TR"} {
		reference := readReference(t, filepath.Join(dir, country+".txt"))
		for _, e := range theatre(t, country) {
			km, name := nearestNamesake(&e, reference)
			if math.IsInf(km, 1) {
				missing++
				continue
			}
			compared++
			if _, excepted := exceptions[e.ID]; km > namesakeKm && !excepted {
				t.Errorf("%s\t%s (%s): %.1f km from its namesake %s", e.ID, e.Name, e.Kind, km, name)
			} else if km > namesakeKm {
				delete(unused, e.ID)
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(unused)) {
		t.Errorf("%s is an exception but lies by its namesake", id)
	}
	t.Logf("%d places compared, %d have no namesake, %d exceptions", compared, missing, len(exceptions))
	if compared < leastTheatre {
		t.Errorf("only %d places could be compared, want %d", compared, leastTheatre)
	}
}

// leastTheatre is the least number of places of the theatre.
const leastTheatre = 2000

// theatre returns the entries of the tables in a country, with the codes of their divisions: those
// of the theatres and those of the world.
func theatre(t *testing.T, country string) []Entry {
	t.Helper()
	world, err := openWorld()
	if err != nil {
		t.Fatal(err)
	}
	rows, err := readTables(data, anyTable)
	if err != nil {
		t.Fatal(err)
	}
	divisions := newDivisionNames(world)
	divisions.addRows(rows)
	var entries []Entry
	for _, r := range rows {
		if e := r.Entry; e.Country == country && e.Kind != Country {
			divisions.resolve(&e)
			entries = append(entries, e)
		}
	}
	return entries
}

func readReference(t *testing.T, file string) map[string][]Entry {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	byName := map[string][]Entry{} // by nameKeys, and by ID
	for e, err := range ReadGeoNames(f) {
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range append(nameKeys(&e), e.ID) {
			byName[key] = append(byName[key], e)
		}
	}
	return byName
}

// nameKeys are the folded names of an entry, each with its class and first-level division.
func nameKeys(e *Entry) []string {
	var keys []string
	for _, name := range append([]string{e.Name}, e.Names...) {
		key := fmt.Sprintf("%c %s %s", e.Kind.Class(), e.Admin1, foldDivision(name))
		if !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	return keys
}

func nearestNamesake(e *Entry, reference map[string][]Entry) (km float64, name string) {
	km = math.Inf(1)
	for _, key := range append(nameKeys(e), e.ID) {
		for _, r := range reference[key] {
			if d := geo.Distance(e.Point, r.Point); d < km && comparable(e.Kind, r.Kind) {
				km, name = d, r.ID+" "+r.Name
			}
		}
	}
	return km, name
}

// comparable reports whether places of two kinds should lie close together if they share a name. A
// division lies at its seat here and at its centre there; a quarter of a city is often named like
// some village.
func comparable(a, b Kind) bool {
	return !a.IsDivision() && !b.IsDivision() && (a == Quarter) == (b == Quarter)
}

func readExceptions(t *testing.T) map[string]string {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", "namesakes.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	reasons := map[string]string{}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		id, reason, ok := strings.Cut(lines.Text(), "\t")
		if !ok || reason == "" {
			t.Fatalf("testdata/namesakes.tsv: %q gives no reason", lines.Text())
		}
		reasons[id] = reason
	}
	return reasons
}

// TestTables checks what readTable can't: that every place of a theatre has a name in each script
// of its country's press, and that its first-level division is known.
func TestTables(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	tests := []struct {
		country string
		arabic  bool
		names   int // at least
	}{
		{"SY", true, 9000},
		{"PS", true, 500},
		{"SD", true, 500},
		{"UA", false, 700},
	}
	for _, test := range tests {
		names := 0
		for _, e := range theatre(t, test.country) {
			all := append([]string{e.Name}, e.Names...)
			names += len(all)
			if e.Kind.Class() != 'P' {
				continue
			}
			if test.arabic && !slices.ContainsFunc(all, isArabic) {
				t.Errorf("%s %s has no Arabic name", e.ID, e.Name)
			}
			if e.Admin1 == "" {
				t.Errorf("%s %s: its first-level division is not known", e.ID, e.Name)
			}
		}
		if names < test.names {
			t.Errorf("%s: %d names, want %d", test.country, names, test.names)
		}
	}
}

// leastGovernorate is the least number of places of each governorate of Syria.
const leastGovernorate = 50

// TestEveryGovernorate counts the places of Syria's tables by governorate.
func TestEveryGovernorate(t *testing.T) {
	places := map[string]int{}
	for _, e := range theatre(t, "SY") {
		places[e.Admin1]++
	}
	delete(places, "") // rivers, deserts and roads cross borders
	if len(places) != 14 {
		t.Errorf("%d governorates, want 14", len(places))
	}
	for _, admin1 := range slices.Sorted(maps.Keys(places)) {
		if places[admin1] < leastGovernorate {
			t.Errorf("governorate %s: %d places, want %d", admin1, places[admin1], leastGovernorate)
		}
	}
}

// worldKm is how far a place of a table may lie from the same place in the embedded world.
const worldKm = 12

// misplaced are places that GeoNames has elsewhere.
var misplaced = []string{
	"gn6268046", // Kupwara, 55 km south of the town
}

// TestTablesAgainstTheWorld compares the places of all tables with those of the same IDs in the
// embedded world.
func TestTablesAgainstTheWorld(t *testing.T) {
	world, err := openWorld()
	if err != nil {
		t.Fatal(err)
	}
	rows, err := readTables(data, anyTable)
	if err != nil {
		t.Fatal(err)
	}
	compared := 0
	for _, r := range rows {
		i, ok := world.Find(r.ID)
		if !ok || r.Kind.IsDivision() || slices.Contains(misplaced, r.ID) {
			continue
		}
		compared++
		p := world.Place(i)
		if km := geo.Distance(r.Point, p.Point); km > worldKm || r.Country != p.Country {
			t.Errorf("%s %s in %s lies %.1f km from %s in %s", r.ID, r.Name, r.Country, km, p.Name, p.Country)
		}
	}
	if compared < 1000 {
		t.Errorf("only %d places could be compared", compared)
	}
}

// TestTheWorldComesLast reads a theatre whose name sorts after the world's.
func TestTheWorldComesLast(t *testing.T) {
	const header = "id\tname\tkind\tlat\tlon\tcountry\tnames\tsource\n"
	table := func(name string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte(header + "dl-aden\t" + name + "\tP.PPL\t12.8\t45\tYE\t\ttest\n")}
	}
	rows, err := readTables(fstest.MapFS{"data/world/cities.tsv": table("world"), "data/yemen/places.tsv": table("theatre")}, anyTable)
	if err != nil || len(rows) != 2 || rows[0].Name != "theatre" {
		t.Errorf("rows %v, error %v", rows, err)
	}
}
