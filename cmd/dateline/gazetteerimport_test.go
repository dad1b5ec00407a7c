package main

import (
	"archive/zip"
	"bytes"
	"cmp"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dateline/cmd/dateline/cli"
)

// importing runs commands with one folder of imported gazetteers.
func importing(t *testing.T) func(args ...string) ran {
	t.Helper()
	store := t.TempDir()
	return func(args ...string) ran { return run(t, "", append(args, "--gazetteers", store)...) }
}

// dumpRow is a row of a GeoNames dump.
func dumpRow(id int, name, alternate string, lat, lon float64) string {
	return fmt.Sprintf("%d\t%s\t%s\t%s\t%v\t%v\tP\tPPL\tFI\t\t\t\t\t\t120\t\t\tEurope/Helsinki\t2020-01-01\n", id, name, name, alternate, lat, lon)
}

// zipped makes a zip archive of one file, followed by notes.
func zipped(t *testing.T, name, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, member := range [][2]string{{name, text}, {"readme.txt", "Notes."}} {
		w, err := z.Create(member[0])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(member[1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestImportedPlacesAreFound(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	const square = `{"type":"Polygon","coordinates":[[[20,60],[21,60],[21,61],[20,61],[20,60]]]}`
	tests := []struct {
		name, file, text string
		lookup, says     string
	}{
		{"dump", "XX.txt", dumpRow(1, "Vaskelund", "Vaskelunda", 60.5, 20.25), "Vaskelunda", "20.25, 60.5"},
		{"zipped dump", "XX.zip", string(zipped(t, "XX.txt", dumpRow(1, "Vaskelund", "Vaskelunda", 60.5, 20.25))), "Vaskelunda", "gn1 "},
		{"GeoJSON", "x.geojson", `{"type":"FeatureCollection","features":[{"type":"Feature","id":7,"geometry":` + square + `,"properties":{"name":"Vaskelund"}}]}`, "Vaskelund", "x.7 "},
		{"lines", "x.geojsonl", `{"type":"Feature","geometry":` + square + `,"properties":{"name":"Vaskelund"}}` + "\n", "Vaskelund", "20.5, 60.5"},
		{"CSV", "x.csv", "name,lon,lat,kind\nVaskelund,20.25,60.5,P.PPLX\n", "Vaskelund", "P.PPLX"},
		{"TSV", "x.tsv", "lat\tlon\tname\n60.5\t20.25\tVaskelund\n", "Vaskelund", "20.25, 60.5"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			in := importing(t)
			if got := in("gazetteer", "import", inFile(t, tt.file, tt.text)); got.code != 0 {
				t.Fatal(got.err)
			}
			if got := in("gazetteer", "lookup", tt.lookup); !strings.Contains(got.out, tt.says) {
				t.Errorf("%s%s", got.out, got.err)
			}
			if got := in("gazetteer", "info"); !strings.Contains(got.out, "imported: ") {
				t.Error(got.out)
			}
		})
	}
}

// TestImportedNames adds names to a place of the same import, of an earlier one, and to a built-in
// one.
func TestImportedNames(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	in := importing(t)
	places := inFile(t, "XX.txt", dumpRow(1, "Vaskelund", "", 60.5, 20.25)+dumpRow(2, "Nordmyra", "", 61, 21))
	names := inFile(t, "alternateNamesV2.txt", "11\t1\tsv\tVaskelunda\t\t\t\t\t\t\n12\t1\tiata\tQQQ\t\t\t\t\t\t\n13\t1\ten\tOldvask\t\t\t\t1\t\t\n14\t999\ten\tNowhere\t\t\t\t\t\t\n")
	if got := in("gazetteer", "import", names, places); got.code != 0 || !strings.Contains(got.err, "1 of places that are not there") {
		t.Fatalf("exit %d: %s", got.code, got.err)
	}
	more := inFile(t, "more.txt", "15\t2\ten\tNorthmoor\t1\t\t\t\t\t\n16\t170654\tsv\tDamaskusstaden\t\t\t\t\t\t\n")
	if got := in("gazetteer", "import", more); got.code != 0 || !strings.Contains(got.err, "2 names, 0 of places that are not there") {
		t.Fatalf("exit %d: %s", got.code, got.err)
	}
	for name, says := range map[string]string{"Vaskelunda": "gn1 ", "Nordmyra": "Northmoor", "Damaskusstaden": "gn170654 "} {
		if got := in("gazetteer", "lookup", name); !strings.Contains(got.out, says) {
			t.Errorf("%s: %s%s", name, got.out, got.err)
		}
	}
	if got := in("gazetteer", "lookup", "gn1"); strings.Contains(got.out, "QQQ") || strings.Contains(got.out, "Oldvask") {
		t.Errorf("a code or a name of old is one of the place's:\n%s", got.out)
	}
}

func TestBadImports(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	in := importing(t)
	good := inFile(t, "good.txt", dumpRow(1, "Vaskelund", "Vaskelunda", 60.5, 20.25))
	if got := in("gazetteer", "import", good); got.code != 0 {
		t.Fatal(got.err)
	}
	broken := zipped(t, "XX.txt", strings.Repeat(dumpRow(3, "Lost", "", 1, 2), 100))
	broken[60] ^= 1
	tests := []struct {
		name, file, text string
		says             []string
	}{
		{"columns", "bad.txt", "1\tA\n", []string{"bad.txt: line 1: 2 tab-separated columns", "1 rows skipped"}},
		{"nothing known", "bad.txt", "Some words.\n", []string{"bad.txt", "want a GeoNames dump"}},
		{"empty", "bad.csv", "", []string{"bad.csv", "empty"}},
		{"damaged archive", "bad.zip", string(broken), []string{"bad.zip:XX.txt: "}},
		{"cut JSON", "bad.geojson", `{"type":"FeatureCollection","features":[{`, []string{"bad.geojson: line 1: ", "nothing was imported"}},
	}
	for _, tt := range tests {
		file := inFile(t, tt.file, tt.text)
		got := in("gazetteer", "import", file)
		for _, says := range tt.says {
			if got.code != cli.NoneDone || !strings.Contains(got.err, says) {
				t.Errorf("%s: exit %d, %s; want %q", tt.name, got.code, got.err, says)
			}
		}
		if got := in("gazetteer", "lookup", "Vaskelunda"); got.code != 0 {
			t.Fatalf("%s: a bad import loses what a good one stored", tt.name)
		}
	}
	mixed := inFile(t, "mixed.txt", dumpRow(4, "Ekenvik", "", 60, 20)+strings.Repeat("x\n", 9)+dumpRow(5, "Granholmen", "", 61, 20))
	got := in("gazetteer", "import", mixed)
	if got.code != cli.SomeDone || !strings.Contains(got.err, "2 places, 9 rows skipped") || strings.Count(got.err, "want the 19") != 5 {
		t.Errorf("exit %d: %s", got.code, got.err)
	}
	if got := in("gazetteer", "lookup", "Granholmen"); got.code != 0 {
		t.Error("a bad row loses those behind it")
	}
}

func TestImportDownloads(t *testing.T) {
	archives := map[string][]byte{
		"/dump/XX.zip":               zipped(t, "XX.txt", dumpRow(1, "Vaskelund", "", 60.5, 20.25)),
		"/dump/alternateNamesV2.zip": zipped(t, "alternateNamesV2.txt", "11\t1\tsv\tVaskelunda\t\t\t\t\t\t\n"),
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		data, ok := archives[r.URL.Path]
		if !ok {
			http.NotFound(w, r)
			return
		}
		http.ServeContent(w, r, r.URL.Path, time.Unix(1e9, 0), bytes.NewReader(data))
	}))
	store := t.TempDir()
	in := func(args ...string) ran {
		return run(t, "", append(args, "--gazetteers", store, "--mirror", server.URL+"/dump")...)
	}
	if got := in("gazetteer", "import", "xx", "alternateNamesV2"); got.code != 0 || !strings.Contains(got.err, server.URL+"/dump/XX.zip: 0.0 MB\n") {
		t.Fatalf("exit %d: %s", got.code, got.err)
	}
	if got := run(t, "", "gazetteer", "lookup", "Vaskelunda", "--gazetteers", store); !strings.Contains(got.out, "gn1 ") {
		t.Errorf("%s%s", got.out, got.err)
	}
	if left, _ := os.ReadDir(filepath.Join(store, "downloads")); len(left) > 0 {
		t.Errorf("%v is left", left)
	}
	if got := in("gazetteer", "import", "YY"); got.code != cli.NoneDone || !strings.Contains(got.err, "/dump/YY.zip: the server answers 404 Not Found; check the name") {
		t.Errorf("exit %d: %s", got.code, got.err)
	}
	server.Close()
	if got := in("gazetteer", "import", "ZZ"); got.code != cli.NoneDone || !strings.Contains(got.err, server.URL+"/dump/ZZ.zip: ") || !strings.Contains(got.err, "without a network, copy the file here") {
		t.Errorf("exit %d: %s", got.code, got.err)
	}
	if got := in("gazetteer", "import", "no-such-file"); got.code != cli.NoneDone || !strings.Contains(got.err, "no-such-file: no such file or directory; check the name, or say what to download") {
		t.Errorf("exit %d: %s", got.code, got.err)
	}
}

// TestSharedDownload imports the download of a real country.
func TestSharedDownload(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	dir := cmp.Or(os.Getenv("DATELINE_SHARED"), filepath.Join("..", "..", "..", "shared"))
	dump, err := os.ReadFile(filepath.Join(dir, "gazetteer", "SY.txt"))
	if err != nil && strings.Contains(os.Getenv("DATELINE_REQUIRE"), "shared") {
		t.Fatal(err)
	}
	if err != nil {
		t.Skipf("no shared material at %s (DATELINE_SHARED)", dir)
	}
	archive := zipped(t, "SY.txt", string(dump))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.ServeContent(w, r, "SY.zip", time.Unix(1e9, 0), bytes.NewReader(archive))
	}))
	defer server.Close()
	in := importing(t)
	rows := bytes.Count(dump, []byte("\n"))
	if got := in("gazetteer", "import", "SY", "--mirror", server.URL); got.code != 0 || !strings.Contains(got.err, fmt.Sprintf("SY.txt: %d places\n", rows)) {
		t.Errorf("exit %d: %s", got.code, got.err)
	}
}

// TestGeocodeFlags: the flags and output formats of a lookup.
func TestGeocodeFlags(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	for _, country := range []string{"LB", "LBN", "lbn"} {
		got := run(t, "", "geocode", "Tripoli", "--country", country, "--limit", "1", "--json")
		if got.code != 0 || !strings.Contains(got.out, `"id":"gn266826"`) || strings.Count(got.out, "\n") != 1 {
			t.Errorf("%s: exit %d: %s%s", country, got.code, got.out, got.err)
		}
	}
	tests := []struct{ args, says string }{
		{"Tripoli --country Lebanon", "--country Lebanon: want"},
		{"Tripoli --limit 0", "--limit 0: give 1 or more"},
		{"Aleppo --country FR", "no place in FR is called"},
	}
	for _, tt := range tests {
		if got := run(t, "", append([]string{"geocode"}, strings.Fields(tt.args)...)...); got.code != cli.NoneDone || !strings.Contains(got.err, tt.says) {
			t.Errorf("%s: exit %d: %s%s", tt.args, got.code, got.out, got.err)
		}
	}
}
