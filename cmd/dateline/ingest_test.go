package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/cmd/dateline/cli"
)

func TestIngestBadInput(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	huge := write("huge.txt", "Shelling hit Morek.\n")
	if err := os.Truncate(huge, 200<<20); err != nil { // a sparse file
		t.Fatal(err)
	}
	write("bomb.html", "<html><body>"+strings.Repeat("<div>", 300000)+"Shelling hit Morek.")
	write("feed.xml", `<?xml version="1.0"?><rss version="2.0"><channel><title>x</title></channel></rss>`)
	write("cut.jsonl", "{\"id\":\"1\",\"text\":\"Shelling hit Morek.\"}\n{\"id\":\"2\",\"text\":\"Shelling hi")
	write("good.txt", "Shelling hits Kafr Zita\n12 June 2019\n\nShelling hit Kafr Zita in northern Hama.\n")
	missing := filepath.Join(dir, "missing.txt")

	data := t.TempDir()
	got := run(t, "", "ingest", "--data", data, missing, dir)
	if got.code != cli.SomeDone || !strings.Contains(got.err, "3 articles added") {
		t.Errorf("exit %d: %s", got.code, got.err)
	}
	for _, says := range []string{"missing.txt: no such file", "huge.txt: too large", "feed.xml: a feed without entries", "cut.jsonl:2: "} {
		lines := 0
		for line := range strings.Lines(got.err) {
			if strings.Contains(line, says) {
				lines++
			}
		}
		if lines != 1 {
			t.Errorf("%d lines say %q in\n%s", lines, says, got.err)
		}
	}
	again := run(t, "", "ingest", "--data", data, dir)
	if !strings.Contains(again.err, "0 articles added, 3 known already") {
		t.Errorf("the second time: %s", again.err)
	}
	if exported := run(t, "", "export", "--data", data, "--collection", "articles"); strings.Count(exported.out, `"type":"Feature"`) != 3 {
		t.Errorf("%s", exported.out)
	}
}

func TestExport(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	t.Parallel()
	data := t.TempDir()
	in := `{"id":"1","published":"2019-06-12","text":"Shelling hit Zakat on the axis of Kafr Zita, Latamenah and Morek."}
{"id":"2","published":"2020-02-01","text":"Shelling hit Saraqib."}`
	if got := run(t, in, "ingest", "--data", data, "-"); got.code != 0 {
		t.Fatal(got.err)
	}
	tests := []struct {
		args     []string
		features int
	}{
		{nil, 5},
		{[]string{"--collection", "places"}, 5},
		{[]string{"--collection", "fronts"}, 1},
		{[]string{"--datetime", "2020-01-01/.."}, 1},
		{[]string{"--bbox", "36.68,35.36,36.7,35.4"}, 1},
		{[]string{"--bbox", "-1,0,1,1"}, 0},
		{[]string{"--limit", "2"}, 2},
		{[]string{"--limit", "9", "--sortby=-last", "--collection", "places"}, 5},
		{[]string{"--filter", "phrase = 'Saraqib'"}, 1},
		{[]string{"--filter", `{"op":"=","args":[{"property":"phrase"},"Saraqib"]}`}, 1},
	}
	for _, tt := range tests {
		t.Run(strings.Join(tt.args, " "), func(t *testing.T) {
			got := run(t, "", append([]string{"export", "--data", data}, tt.args...)...)
			var c struct {
				Type     string
				Features []json.RawMessage
			}
			if err := json.Unmarshal([]byte(got.out), &c); err != nil || c.Type != "FeatureCollection" || len(c.Features) != tt.features {
				t.Errorf("%v: %d features, want %d\n%s", err, len(c.Features), tt.features, got.err)
			}
			sequence := run(t, "", append([]string{"export", "--data", data, "--format", "geojsonseq"}, tt.args...)...)
			if n := strings.Count(sequence.out, "\x1e"); n != tt.features {
				t.Errorf("%d records, want %d", n, tt.features)
			}
		})
	}
	const table = "id,lon,lat,phrase,date,wkt\n21a0424674e1e9ce-13-20,36.81,35.86,Saraqib,2020-02-01,POINT(36.81 35.86)\n5f74a930185c7e20-59-64,36.69,35.38,Morek,2019-06-12,POINT(36.69 35.38)\n"
	if got := run(t, "", "export", "--data", data, "--format", "csv", "--sortby=-date,-phrase", "--limit", "3", "--properties", "phrase,date", "--filter", "phrase IN ('Saraqib','Morek')"); strings.ReplaceAll(got.out, "\r\n", "\n") != table {
		t.Errorf("%s%s, want\n%s", got.out, got.err, table)
	}
	for _, args := range [][]string{{"--sortby", "nam"}, {"--properties", "nam"}, {"--limit", "-1"}, {"--bbox", "1,2,3"}, {"--datetime", "yesterday"}, {"--filter", "phrase ="}, {"--filter", `{"op":`}} {
		if got := run(t, "", append([]string{"export", "--data", data}, args...)...); got.code != cli.NoneDone || !strings.Contains(got.err, args[0]) {
			t.Errorf("%v: exit %d, %s", args, got.code, got.err)
		}
	}
}

// TestIngestReportsWhatItLeavesOut: text that is not news, and unsupported files of a folder, are
// counted and listed.
func TestIngestReportsWhatItLeavesOut(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	dir := t.TempDir()
	for name, text := range map[string]string{
		"a.txt":       "Shelling hits the town of Morek\n\nShelling hit Morek in northern Hama.\n\nRead more\n\n2 Comments\n\nAlex\n\nNo.\n",
		"index.php?1": "<html><title>Shelling hits Kafr Zita</title><p>Shelling hit Kafr Zita in northern Hama.</p></html>",
		"a.pdf":       "%PDF-1.4",
		"a.css":       "p { color: red }",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	got := run(t, "", "ingest", "--data", t.TempDir(), "--verbose", dir)
	for _, says := range []string{"2 articles added", "4 paragraphs left out: comments 3, navigation 1", "2 files skipped: .css 1, .pdf 1", "a.txt:7-11: comments: 2 Comments | Alex | No.", "a.pdf: skipped: PDF"} {
		if !strings.Contains(got.err, says) {
			t.Errorf("no %q in\n%s", says, got.err)
		}
	}
	dry := run(t, "", "ingest", "--data", filepath.Join(dir, "none"), "--dry-run", dir)
	if dry.code != 0 || strings.Count(dry.out, "\n") != 2 || !strings.Contains(dry.err, "2 articles would be read") {
		t.Errorf("exit %d: %s%s", dry.code, dry.out, dry.err)
	}
	if _, err := os.Stat(filepath.Join(dir, "none")); err == nil {
		t.Error("a dry run made an archive")
	}
	for _, name := range []string{"a.txt", "index.php?1"} {
		if err := os.Remove(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	if none := run(t, "", "ingest", "--data", t.TempDir(), dir); none.code != 2 || !strings.Contains(none.err, "2 files skipped") {
		t.Errorf("exit %d where nothing was read: %s", none.code, none.err)
	}
}

func TestIngestTable(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	table := inFile(t, "a.csv", "when,what\n2019-06-12,Shelling hit Morek in northern Hama.\n")
	if got := run(t, "", "ingest", "--data", t.TempDir(), table); got.code != 2 || !strings.Contains(got.err, "--columns") {
		t.Errorf("exit %d: %s", got.code, got.err)
	}
	if got := run(t, "", "ingest", "--data", t.TempDir(), "--columns", "text=what,published=when", table); got.code != 0 || !strings.Contains(got.err, "1 article added") {
		t.Errorf("exit %d: %s", got.code, got.err)
	}
}

func TestIngestCreatesNoArchiveForAMistypedName(t *testing.T) {
	data := filepath.Join(t.TempDir(), "archive")
	got := run(t, "", "ingest", "--data", data, "no-such-file.txt")
	if got.code != cli.NoneDone || !strings.Contains(got.err, "no-such-file.txt: no such file") {
		t.Errorf("exit %d: %s", got.code, got.err)
	}
	if found, _ := filepath.Glob(data); found != nil {
		t.Error("an archive was made")
	}
}

// TestIngestAddress: an address is fetched under the same guard as in watching.
func TestIngestAddress(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	site := newsSite(t)
	data, page := t.TempDir(), site.URL+"/1"
	if got := run(t, "", "ingest", "--data", data, page); got.code != cli.NoneDone || !strings.Contains(got.err, "its address lies in a private network") || !strings.Contains(got.err, "--allow-network") {
		t.Errorf("not allowed: exit %d: %s", got.code, got.err)
	}
	if got := run(t, "", "ingest", "--dry-run", "--data", data, page); got.code != cli.NoneDone || !strings.Contains(got.err, "private network") {
		t.Errorf("not allowed, by a dry run: exit %d: %s", got.code, got.err)
	}
	allowed := []string{"ingest", "--data", data, "--allow-network", "127.0.0.0/8"}
	if got := run(t, "", append(allowed, page, site.URL+"/2")...); got.code != cli.SomeDone || !strings.Contains(got.err, "1 article added") || !strings.Contains(got.err, site.URL+"/2: the server answers 404 Not Found") {
		t.Errorf("allowed: exit %d: %s", got.code, got.err)
	}
	if got := run(t, "", "export", "--data", data, "--collection", "articles"); !strings.Contains(got.out, `"Shells fall in Morek"`) || !strings.Contains(got.out, page) {
		t.Error(got)
	}
}
