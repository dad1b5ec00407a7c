package feature

import (
	"encoding/json"
	"math"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geojson"
)

func someProperties() []Property {
	return []Property{
		{"text", "\"quoted\" \\ and\na line, خان شيخون {[]}"},
		{"no text", nil},
		{"empty", ""},
		{`odd "name", }`, "x"},
		{"integer", -42},
		{"number", 0.87},
		{"whole number", 1.0},
		{"no number", math.NaN()},
		{"yes", true},
		{"no", false},
		{"day", time.Date(2019, 8, 22, 0, 0, 0, 0, time.UTC)},
		{"no day", time.Time{}},
		{"raw", json.RawMessage(`{"a":[1,"]}\"",{}],"b":null}`)},
		{"raw list", json.RawMessage(`[]`)},
		{"no raw", json.RawMessage(nil)},
		{"last", "\\"},
	}
}

// The properties are read back as they were given.
func TestProperties(t *testing.T) {
	given := someProperties()
	f := NewFeature("a", orb.Point{36, 35}, Days{}, given)
	n := 0
	for i, p := range f.Properties {
		want := given[i]
		switch want.Name {
		case "no number", "no day", "no raw":
			want.Value = nil
		}
		if i != n || p.Name != want.Name || !reflect.DeepEqual(p.Value, want.Value) {
			t.Errorf("property %d: %#v, want %#v", i, p, want)
		}
		if got := f.Property(want.Name); !reflect.DeepEqual(got, want.Value) {
			t.Errorf("property %s: %#v, want %#v", want.Name, got, want.Value)
		}
		n++
	}
	if n != len(given) || f.Property("unheard of") != nil {
		t.Errorf("%d properties", n)
	}
	for i := range f.Properties {
		if i == 2 {
			break
		}
	}
}

func TestFeatureWithoutProperties(t *testing.T) {
	for _, f := range []Feature{{}, NewFeature("a", nil, Days{}, nil)} {
		for range f.Properties {
			t.Error("a property")
		}
		if f.Property("x") != nil {
			t.Error("a property")
		}
	}
}

// encoding/json and orb decode the JSON to the same feature.
func TestFeatureJSON(t *testing.T) {
	for name, g := range map[string]orb.Geometry{
		"none":       nil,
		"point":      orb.Point{36.5, -35.25},
		"points":     orb.MultiPoint{{1, 2}, {3, 4}},
		"line":       orb.LineString{{1, 2}, {3, 4}},
		"lines":      orb.MultiLineString{{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}}},
		"polygon":    orb.Polygon{{{0, 0}, {9, 0}, {9, 9}, {0, 0}}, {{5, 1}, {6, 1}, {6, 2}, {5, 1}}},
		"polygons":   orb.MultiPolygon{{{{0, 0}, {1, 0}, {1, 1}, {0, 0}}}},
		"collection": orb.Collection{orb.Point{1, 2}, orb.LineString{{1, 2}, {3, 4}}},
	} {
		f := NewFeature(`id "1"`, g, Days{}, someProperties())
		read, err := geojson.UnmarshalFeature(f.JSON())
		if err != nil {
			t.Fatalf("%s: %v: %s", name, err, f.JSON())
		}
		if read.ID != f.ID() || !reflect.DeepEqual(read.Geometry, g) || len(read.Properties) != len(someProperties()) {
			t.Errorf("%s: %s", name, f.JSON())
		}
		if read.Properties["text"] != someProperties()[0].Value || read.Properties["day"] != "2019-08-22" {
			t.Errorf("%s: %s", name, f.JSON())
		}
	}
}

func TestAppendString(t *testing.T) {
	for _, s := range []string{
		"", "plain", `"`, `\`, "a\tb\r\n", "\x00\x1f\x7f", "خان", "\u2028", "\xff\xfe", "a\xc3", "<&>", "𝄞", strings.Repeat("é\"", 50),
	} {
		var got string
		if err := json.Unmarshal(appendString(nil, s), &got); err != nil || got != strings.ToValidUTF8(strings.ReplaceAll(s, "\xff\xfe", "\ufffd\ufffd"), "\ufffd") {
			t.Errorf("%q: %q, %v", s, got, err)
		}
	}
}

// Coordinates have at most six decimals.
func TestAppendGeometryRounds(t *testing.T) {
	third := 1.0 / 3
	got := string(AppendGeometry(nil, orb.LineString{{third, -third}, {100 * third, 2}}))
	if want := `{"type":"LineString","coordinates":[[0.333333,-0.333333],[33.333333,2]]}`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func BenchmarkProperties(b *testing.B) {
	f := NewFeature("a", orb.Point{36, 35}, Days{}, someProperties())
	b.Run("all", func(b *testing.B) {
		for b.Loop() {
			for range f.Properties {
			}
		}
	})
	b.Run("last", func(b *testing.B) {
		for b.Loop() {
			f.Property("last")
		}
	})
}
