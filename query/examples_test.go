package query

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"dateline/feature"
	"dateline/query/cql2"

	"github.com/paulmach/orb/encoding/wkb"
	"github.com/peterstace/simplefeatures/geom"
)

// examples is a folder with the sources of cql2-rs, which hold the examples of the standard and a
// table of filters with what they select. make conformance fetches it; without it the tests are
// skipped.
func examples(t *testing.T) string {
	t.Helper()
	folder := os.Getenv("DATELINE_CQL2")
	if folder == "" {
		t.Skip("DATELINE_CQL2 names no sources of cql2-rs; make conformance does")
	}
	return folder
}

// notHere: arrays and functions of other servers, which are not implemented, and self-intersecting
// rings.
var notHere = regexp.MustCompile(`unknown function|this is not a geometry|lies beyond 180`)

// TestExamplesOfTheStandard: each example as text and as JSON is read into the same tree.
func TestExamplesOfTheStandard(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(examples(t), "examples/text/*.txt"))
	if err != nil || len(files) < 100 {
		t.Fatal(len(files), err)
	}
	same := 0
	for _, file := range files {
		text := readFile(t, file)
		asText, err := cql2.Parse(text)
		if err != nil && notHere.MatchString(err.Error()) {
			continue
		} else if err != nil {
			t.Errorf("%s: %v\n%s", file, err, text)
			continue
		}
		twin := strings.TrimSuffix(filepath.Base(file), ".txt") + ".json"
		twin = filepath.Join(filepath.Dir(filepath.Dir(file)), "json", twin)
		if _, err := os.Stat(twin); err != nil {
			continue // another way to write the text before it
		}
		asJSON, err := cql2.ParseJSON(readFile(t, twin))
		if err != nil {
			t.Errorf("%s: %v", twin, err)
		} else if a, b := written(asText), written(asJSON); a != b {
			t.Errorf("%s:\n%s\n%s", file, a, b)
		} else {
			same++
		}
	}
	t.Logf("%d examples are the same in both languages", same)
	if same < 90 {
		t.Errorf("only %d", same)
	}
}

func readFile(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// written writes a tree with its times in one form.
func written(e *cql2.Expression) string {
	value := e.Value
	switch v := value.(type) {
	case nil:
		parts := make([]string, len(e.Args))
		for i, arg := range e.Args {
			parts[i] = written(arg)
		}
		return e.Op + "(" + strings.Join(parts, ", ") + ")"
	case geom.Geometry:
		value = v.AsText()
	case string:
		if t, err := time.Parse(time.RFC3339Nano, v); err == nil {
			value = t
		}
	}
	return fmt.Sprintf("%s %v", e.Op, value)
}

// byTheClock: filters by hours and seconds, which days don't distinguish.
var byTheClock = regexp.MustCompile(`(?i)interval\(ts_start, ts_end\)|T0[1-9]|T00:[^0]|T00:00:[^0]`)

// TestSelectedAsBycql2rs: filters select what the table of cql2-rs says, which that project checks
// against DuckDB.
func TestSelectedAsBycql2rs(t *testing.T) {
	folder := examples(t)
	features := testData(t, filepath.Join(folder, "tests/cql2testdata.ndjson"))
	fields := []Field{
		{"geom", Shape}, {"intfield", Number}, {"floatfield", Number}, {"textfield", Text}, {"boolfield", Boolean}, {"nfield", Boolean},
		{"datefield", Date}, {"ts_start", Date}, {"ts_end", Date},
	}
	lines := strings.Split(readFile(t, filepath.Join(folder, "tests/operators_expected.txt")), "\n")
	asked := 0
	for i := 0; i+1 < len(lines); i += 2 {
		f, err := ParseFilter(lines[i], fields, CRS84)
		if byTheClock.MatchString(lines[i]) || err != nil && notHere.MatchString(err.Error()) {
			continue
		} else if err != nil {
			t.Errorf("%s: %v", lines[i], err)
			continue
		}
		var got []string
		for _, x := range features {
			if selects(f, x) {
				got = append(got, x.ID())
			}
		}
		if asked++; strings.Join(got, " ") != strings.TrimSpace(lines[i+1]) {
			t.Errorf("%s selects\n%v, want\n%s", lines[i], got, lines[i+1])
		}
	}
	t.Logf("%d filters select the same", asked)
	if asked < 80 {
		t.Errorf("only %d asked", asked)
	}
}

// testData reads features as the table has them.
func testData(t *testing.T, name string) []feature.Feature {
	t.Helper()
	var all []feature.Feature
	for d := json.NewDecoder(bytes.NewReader([]byte(readFile(t, name)))); d.More(); {
		var row map[string]json.RawMessage
		if err := d.Decode(&row); err != nil {
			t.Fatal(err)
		}
		shape, err := geom.UnmarshalGeoJSON(row["geom"])
		if err != nil {
			t.Fatal(err)
		}
		g, err := wkb.Unmarshal(shape.AsBinary())
		if err != nil {
			t.Fatal(err)
		}
		var properties []feature.Property
		for _, field := range []string{"intfield", "floatfield", "textfield", "boolfield", "nfield", "datefield", "ts_start", "ts_end"} {
			var v any
			if raw, there := row[field]; there {
				if err := json.Unmarshal(raw, &v); err != nil {
					t.Fatal(err)
				}
			}
			if s, ok := v.(string); ok && field != "textfield" {
				v = day(s[:len(time.DateOnly)]).Time()
			}
			properties = append(properties, feature.Property{Name: field, Value: v})
		}
		all = append(all, feature.NewFeature(string(row["intfield"]), g, feature.Days{}, properties))
	}
	return all
}
