package main

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"dateline/cmd/dateline/cli"
)

// TestImportNamesAndCoordinates imports a table that has nothing else.
func TestImportNamesAndCoordinates(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	in := importing(t)
	if got := in("gazetteer", "import", inFile(t, "own.csv", "name,lat,lon\nQamtuta,35.6,36.7\nCheckpoint Delta,35.7,36.72\n")); got.code != 0 {
		t.Fatal(got.err)
	}
	if got := in("gazetteer", "lookup", "Qamtuta"); !strings.Contains(got.out, "Idlib, Syria") {
		t.Errorf("country and division are not those of the outlines:\n%s", got.out)
	}
	for text, is := range map[string]bool{"Shelling hit Qamtuta.": true, "Residents fled Qamtuta on Monday.": true, "قصف على قمطوطة": false} {
		if got := in("parse", inFile(t, "alone.txt", text+"\n")); strings.Contains(got.out, `"phrase":"Qamtuta","lat":35.6`) != is {
			t.Errorf("%s: %s", text, got.out)
		}
	}
	text := inFile(t, "a.txt", "Shelling hit Qamtuta, Saraqib and Khan Sheikhoun, and fighters left Checkpoint Delta.\n")
	got := in("parse", text)
	for _, phrase := range []string{`"phrase":"Qamtuta","lat":35.6,"lon":36.7`, `"phrase":"Checkpoint Delta","lat":35.7,"lon":36.72`} {
		if !strings.Contains(got.out, phrase) {
			t.Errorf("no %s in %s%s", phrase, got.out, got.err)
		}
	}
}

func TestCountriesOfThreeLetters(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	in := importing(t)
	if got := in("gazetteer", "import", inFile(t, "x.csv", "name,lat,lon,country\nVaskelund,60.5,20.25,FIN\nNordmyra,61,21,Finland\n")); got.code != cli.SomeDone || !strings.Contains(got.err, `"Finland"; want the two or three letters`) {
		t.Errorf("exit %d: %s", got.code, got.err)
	}
	if got := in("gazetteer", "lookup", "Vaskelund", "--json"); !strings.Contains(got.out, `"country":"FI"`) {
		t.Error(got.out)
	}
}

// TestListRemoveUpdate lists, removes and updates three imports.
func TestListRemoveUpdate(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	var archive atomic.Value // of bytes
	archive.Store(zipped(t, "XX.txt", dumpRow(1, "Vaskelund", "", 60.5, 20.25)))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.ServeContent(w, r, "XX.zip", time.Unix(1e9, 0), bytes.NewReader(archive.Load().([]byte)))
	}))
	defer server.Close()
	store := t.TempDir()
	in := func(args ...string) ran { return run(t, "", append(args, "--gazetteers", store)...) }
	must := func(args ...string) ran {
		t.Helper()
		got := in(args...)
		if got.code != 0 {
			t.Fatalf("%v: exit %d: %s", args, got.code, got.err)
		}
		return got
	}
	found := func(name string) bool {
		t.Helper()
		return strings.Contains(in("gazetteer", "lookup", name).out, name)
	}
	if got := must("gazetteer", "list"); got.out != "" || !strings.Contains(got.err, "nothing was imported") {
		t.Errorf("%s%s", got.out, got.err)
	}
	own := inFile(t, "own.csv", "name,lat,lon\nEkenvik,60.1,20.1\nGranholmen,60.2,20.2\n")
	names := inFile(t, "names.txt", "11\t1\tsv\tVaskelunda\t\t\t\t\t\t\n")
	must("gazetteer", "import", "XX", "--mirror", server.URL)
	must("gazetteer", "import", own, names)
	list := must("gazetteer", "list").out
	for _, part := range []string{"XX         1       0", server.URL + "/XX.zip", "own.csv    2       0", own, "names.txt  0       1"} {
		if !strings.Contains(list, part) {
			t.Errorf("no %q in\n%s", part, list)
		}
	}
	if err := os.WriteFile(own, []byte("name,lat,lon\nEkenvik,60.1,20.1\nTallskar,60.3,20.3\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	archive.Store(zipped(t, "XX.txt", dumpRow(1, "Vaskelund", "", 60.5, 20.25)+dumpRow(2, "Nordmyra", "", 61, 21)))
	data := t.TempDir()
	must("ingest", "--data", data, inFile(t, "a.txt", "Shelling hit the village of Granholmen on Monday.\n"))
	if got := must("gazetteer", "update", "own.csv", "--data", data); !strings.Contains(got.err, "1 article of "+data+" would change: dateline reparse") {
		t.Error(got.err)
	}
	if found("Granholmen") || !found("Tallskar") || found("Nordmyra") || !found("Vaskelunda") {
		t.Errorf("after the update of one: %s", must("gazetteer", "list").out)
	}
	must("gazetteer", "update")
	if !found("Nordmyra") {
		t.Errorf("after the update of all: %s", must("gazetteer", "list").out)
	}
	if got := in("gazetteer", "remove", "nothing"); got.code != cli.NoneDone || !strings.Contains(got.err, "no such import") {
		t.Errorf("exit %d: %s", got.code, got.err)
	}
	must("gazetteer", "remove", "own.csv")
	if found("Ekenvik") || !found("Vaskelunda") {
		t.Errorf("after removal: %s", must("gazetteer", "list").out)
	}
	must("gazetteer", "remove", "xx", "names.txt")
	if left, _ := filepath.Glob(filepath.Join(store, "sources", "*")); left != nil || found("Vaskelund") {
		t.Errorf("left: %v", left)
	}
	os.Remove(own)
	must("gazetteer", "import", inFile(t, "own.csv", "name,lat,lon\nEkenvik,60.1,20.1\n"))
	if got := must("gazetteer", "info"); !strings.Contains(got.out, "imported: ") {
		t.Errorf("%s", got.out)
	}
}

// TestImportsWithoutAList: imports from before there was a list can be extended, but not taken
// apart.
func TestImportsWithoutAList(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	store := t.TempDir()
	in := func(args ...string) ran { return run(t, "", append(args, "--gazetteers", store)...) }
	if got := in("gazetteer", "import", inFile(t, "a.csv", "name,lat,lon\nEkenvik,60.1,20.1\n")); got.code != 0 {
		t.Fatal(got.err)
	}
	for _, file := range []string{"imports.json", "sources"} {
		os.RemoveAll(filepath.Join(store, file))
	}
	if got := in("gazetteer", "import", inFile(t, "b.csv", "name,lat,lon\nTallskar,60.3,20.3\n")); got.code != 0 {
		t.Fatal(got.err)
	}
	if got := in("gazetteer", "list"); !strings.Contains(got.out, "earlier") || !strings.Contains(got.out, "b.csv") {
		t.Error(got.out)
	}
	if got := in("gazetteer", "remove", "b.csv"); got.code != cli.NoneDone || !strings.Contains(got.err, "delete it and import again") {
		t.Errorf("exit %d: %s", got.code, got.err)
	}
	for _, name := range []string{"Ekenvik", "Tallskar"} {
		if got := in("gazetteer", "lookup", name); got.code != 0 {
			t.Errorf("%s is lost: %s", name, got.err)
		}
	}
}
