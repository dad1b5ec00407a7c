package main

import (
	"io"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestPlace: a place added to an archive is found by what is read into that archive, in any
// spelling, and by nothing else.
func TestPlace(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	data := filepath.Join(t.TempDir(), "archive")
	const text = "Families fled to Camp Sun-Flower on Monday."
	if r := run(t, text, "parse"); strings.Contains(r.out, "own") {
		t.Fatal(r.out)
	}
	added := run(t, "", "place", "add", "--data", data, "Camp Sun Flower", "--point", "36.2,35.9", "--kind", "S.CMP", "--also", "مخيم الشمس")
	id := strings.TrimSpace(added.out)
	if added.code != 0 || !strings.HasPrefix(id, "own") {
		t.Fatal(added)
	}
	for _, args := range [][]string{{"parse", "--data", data}, {"geocode", "--data", data, "مخيم الشمس"}, {"gazetteer", "lookup", "--data", data, id}} {
		if r := run(t, text, args...); r.code != 0 || !strings.Contains(r.out, id) {
			t.Errorf("%v: %v", args, r)
		}
	}
	if r := run(t, text, "parse"); strings.Contains(r.out, id) {
		t.Error("it is found without the archive")
	}
	run(t, "", "ingest", "--data", data, inFile(t, "a.txt", text))
	if r := run(t, "", "export", "--data", data, "--format", "csv"); !strings.Contains(r.out, id) || !strings.Contains(r.out, "Idlib") {
		t.Error(r.out)
	}
	if r := run(t, "", "place", "remove", "--data", data, id, "own0"); r.code != 1 {
		t.Error(r)
	}
	if r := run(t, "", "reparse", "--data", data, "--dry-run"); !strings.Contains(r.out, "1 gone") {
		t.Error(r.out)
	}
	for _, args := range [][]string{{"A", "--point", "36"}, {"...", "--point", "36,35"}, {"A", "--point", "36,35", "--kind", "town"}, {"A", "--point", "36,35", "--country", "XYZ1"}} {
		if r := run(t, "", append([]string{"place", "add", "--data", data}, args...)...); r.code != 2 {
			t.Errorf("%v: %v", args, r)
		}
	}
}

// TestPlaceReachesServers: a running server knows a place while it is in its archive, wherever
// places are looked up.
func TestPlaceReachesServers(t *testing.T) {
	t.Parallel()
	data := filepath.Join(t.TempDir(), "archive")
	const text = "Families fled to Camp Sunflower on Monday."
	run(t, "", "ingest", "--data", data, inFile(t, "a.txt", "Fighting went on in Idlib."))
	s := serve(t, "--data", data)
	asked := func() string {
		_, found := s.get(t, "/search?q=Camp+Sunflower&format=jsonv2")
		resp, err := http.Post(s.address+"/parse", "text/plain", strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		defer resp.Body.Close()
		parsed, err := io.ReadAll(resp.Body)
		if err != nil {
			t.Fatal(err)
		}
		return string(found) + string(parsed)
	}
	until := func(what string, is func(answer string) bool) {
		t.Helper()
		for end := time.Now().Add(time.Minute); !is(asked()); {
			if time.Now().After(end) {
				t.Fatalf("%s: %s", what, asked())
			}
		}
	}
	id := strings.TrimSpace(run(t, "", "place", "add", "--data", data, "Camp Sunflower", "--point", "36.2,35.9", "--kind", "S.CMP").out)
	until("added", func(answer string) bool { return strings.Count(answer, id) >= 2 })
	run(t, "", "place", "remove", "--data", data, id)
	until("taken out", func(answer string) bool { return !strings.Contains(answer, id) })
	s.stop(t)
}
