package gazetteer

import (
	"encoding/json"
	"fmt"
	"iter"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"dateline/geo"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
)

func readFeatures(text string) iter.Seq2[Entry, error] {
	return ReadGeoJSON(strings.NewReader(text), "test")
}

func readCSV(text string) iter.Seq2[Entry, error] {
	return ReadDelimited(strings.NewReader(text), ',', "test")
}

const (
	aTown = `{"type":"Feature","id":17,"geometry":{"type":"Point","coordinates":[36.6,35.9]},"properties":{"name":"Idlib","name:ar":"إدلب","alt_name":["Edlib","Idleb"],"country":"sy","admin1":"12","population":165000}}`
	aRoad = `{"type":"Feature","geometry":{"type":"LineString","coordinates":[[36,35],[36.5,35.5],[37,36]]},"properties":{"NAME":"Old road","kind":"R.RD","geonameid":99}}`
	aLand = `{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[36,35],[37,35],[37,36],[36,36],[36,35]]]},"properties":{"name_en":"Plain","name":"سهل","kind":"T.PLN","lon":36.1,"lat":35.2}}`
)

func TestReadGeoJSON(t *testing.T) {
	pretty := "{\n \"type\": \"FeatureCollection\",\n \"name\": \"x\",\n \"features\": [\n" + aTown + ",\n" + aRoad + ",\n" + aLand + "\n ]\n}\n"
	forms := map[string]string{
		"collection":     pretty,
		"features first": `{"features":[` + aTown + "," + aRoad + "," + aLand + `],"type":"FeatureCollection"}`,
		"lines":          aTown + "\n" + aRoad + "\n\n" + aLand,
		"record marks":   "\x1e" + aTown + "\n\x1e" + aRoad + "\n\x1e" + aLand + "\n",
		"byte mark":      "\ufeff" + pretty,
	}
	for name, text := range forms {
		entries, bad, err := drain(readFeatures(text))
		if err != nil || len(bad) > 0 || len(entries) != 3 {
			t.Fatalf("%s: %d entries, bad %v, error %v", name, len(entries), bad, err)
		}
		town, road, land := entries[0], entries[1], entries[2]
		want := Place{ID: "test.17", Name: "Idlib", Kind: "P.PPL", Point: orb.Point{36.6, 35.9}, Country: "SY", Admin1: "12", Population: 165000, Source: "test"}
		if town.Place != want || fmt.Sprint(town.Names) != "[Edlib Idleb إدلب]" || town.Geometry != nil {
			t.Errorf("%s: town %+v", name, town)
		}
		if road.ID != "gn99" || road.Kind != Road || road.Point != (orb.Point{36.5, 35.5}) || len(road.Geometry.(orb.LineString)) != 3 {
			t.Errorf("%s: road %+v", name, road)
		}
		if land.Name != "Plain" || land.Names[0] != "سهل" || land.Point != (orb.Point{36.1, 35.2}) || land.Geometry.Dimensions() != 2 || !strings.HasPrefix(land.ID, "test.") {
			t.Errorf("%s: land %+v", name, land)
		}
	}
	if entries, bad, err := drain(readFeatures("\n" + strings.ReplaceAll(aTown, ",", ",\n"))); len(entries) != 1 || bad != nil || err != nil {
		t.Errorf("one feature: %v %v %v", entries, bad, err)
	}
}

func TestReadGeoJSONRefuses(t *testing.T) {
	good := aTown + "\n"
	with := func(geometry, properties string) string {
		return good + `{"type":"Feature","geometry":` + geometry + `,"properties":` + properties + "}\n" + good
	}
	const point = `{"type":"Point","coordinates":[36.6,35.9]}`
	checkRefused(t, refusals{
		{"no JSON", good + "{]\n" + good, "line 2: no GeoJSON feature"},
		{"no geometry", with("null", `{"name":"A"}`), "line 2, column geometry: none; want a point, line or polygon"},
		{"collection", with(`{"type":"GeometryCollection","geometries":[`+point+`]}`, `{"name":"A"}`), "line 2, column geometry: a GeometryCollection"},
		{"no name", with(point, `{"kind":"P.PPL"}`), "line 2, column name: empty"},
		{"country", with(point, `{"name":"A","iso_a2":"Syria"}`), `line 2, column iso_a2: "Syria"; want the two or three letters`},
		{"kind", with(point, `{"name":"A","kind":"town"}`), `line 2, column kind: "town"; want a GeoNames class`},
		{"population", with(point, `{"name":"A","pop":"many"}`), `line 2, column pop: "many"; want a number`},
		{"swapped", with(`{"type":"Point","coordinates":[35.9,136.6]}`, `{"name":"A"}`), "lon before lat"},
		{"open ring", with(`{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]}`, `{"name":"A"}`), "line 2, column geometry: a ring that is not closed"},
	}, 2, readFeatures)
	collection := `{"type":"FeatureCollection","features":[` + "\n" + aTown + ",\n" + `{"type":"Feature","geometry":null,"properties":{}},` + "\n" + aTown + "]}"
	checkRefused(t, refusals{{"in a collection", collection, "line 3, column geometry: none"}}, 2, readFeatures)
	for says, text := range map[string]string{
		"line 1: want a GeoJSON FeatureCollection": `{"type":"Topology"}`,
		"; the rest was not read":                  `{"type":"FeatureCollection","features":[` + "\n" + aTown + ",\n]}",
	} {
		if _, _, err := drain(readFeatures(text)); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: error %v, want one that says %q", text, err, says)
		}
	}
}

func TestReadDelimited(t *testing.T) {
	for name, tt := range map[string]struct {
		text  string
		comma rune
	}{
		"csv": {"\ufeffName,Lon,Lat,ID,names,country,geometry\r\n\"Hama, city\",36.75,35.13,gn170063,حماة|Hamah,SY,\r\nM5,36,35,dl-m5,,,\"LINESTRING(36 35, 37 36)\"\r\n", ','},
		"tsv": {"latitude\tname\tlng\tid\tnames\tcountry\tgeometry\n35.13\tHama, city\t36.75\tgn170063\tحماة;Hamah\tSY\t\n35\tM5\t36\tdl-m5\t\t\tLINESTRING(36 35, 37 36)\n", '\t'},
	} {
		entries, bad, err := drain(ReadDelimited(strings.NewReader(tt.text), tt.comma, "test"))
		if err != nil || len(bad) > 0 || len(entries) != 2 {
			t.Fatalf("%s: %d entries, bad %v, error %v", name, len(entries), bad, err)
		}
		want := Entry{Place: Place{ID: "gn170063", Name: "Hama, city", Kind: "P.PPL", Point: orb.Point{36.75, 35.13}, Country: "SY", Source: "test"}, Names: []string{"حماة", "Hamah"}}
		if !reflect.DeepEqual(entries[0], want) {
			t.Errorf("%s: read %+v, want %+v", name, entries[0], want)
		}
		if m5 := entries[1]; m5.ID != "dl-m5" || len(m5.Geometry.(orb.LineString)) != 2 || m5.Point != (orb.Point{36, 35}) {
			t.Errorf("%s: read %+v", name, m5)
		}
	}
}

func TestReadDelimitedRefuses(t *testing.T) {
	const good = "A,1,2,,\n"
	table := func(row string) string { return "name,lon,lat,geometry,population\n" + good + row + "\n" + good }
	checkRefused(t, refusals{
		{"cells", table("A,1"), "line 3: 2 cells under 5 columns"},
		{"lon", table("A,east,2,,"), `line 3, column lon: "east"; want decimal degrees`},
		{"lat", table("A,1,,,"), `line 3, column lat: ""; want decimal degrees`},
		{"name", table(",1,2,,"), "line 3, column name: empty"},
		{"population", table("A,1,2,,-5"), `line 3, column population: "-5"`},
		{"geometry", table("A,1,2,CIRCLE,"), "line 3, column geometry: \"CIRCLE\"; want WKT"},
		{"no UTF-8", table("\xe9,1,2,,"), "line 3, column name: not UTF-8"},
	}, 2, readCSV)
	for text, says := range map[string]string{"": "line 1: empty", "name,lat\n": "line 1: no column lon (or lng, long, longitude, x)"} {
		if _, _, err := drain(readCSV(text)); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%q: error %v, want one that says %q", text, err, says)
		}
	}
}

func TestIDs(t *testing.T) {
	tests := []struct{ id, want string }{
		{"gn170063", "gn170063"}, {"wof421190429", "wof421190429"}, {"dl-m5", "dl-m5"}, {"17", "my-file.17"},
		{"way/17", "my-file.way-17"}, {"gnome", "my-file.gnome"}, {"dl-a b", "my-file.dl-a-b"},
	}
	for _, tt := range tests {
		p := properties{"id": tt.id}
		if got := p.id("my file", &Place{}); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.id, got, tt.want)
		}
	}
	none := properties{}
	a, b := none.id("s", &Place{Name: "A"}), none.id("s", &Place{Name: "B"})
	if a == b || a != none.id("s", &Place{Name: "A"}) {
		t.Errorf("IDs made of what is known: %s, %s", a, b)
	}
}

func TestPointOnLiesOnTheShape(t *testing.T) {
	horseshoe := orb.Polygon{{{0, 0}, {10, 0}, {10, 10}, {8, 10}, {8, 2}, {2, 2}, {2, 10}, {0, 10}, {0, 0}}}
	ring := orb.Polygon{{{0, 0}, {9, 0}, {9, 9}, {0, 9}, {0, 0}}, {{1, 1}, {1, 8}, {8, 8}, {8, 1}, {1, 1}}}
	small := orb.Polygon{{{50, 50}, {51, 50}, {51, 51}, {50, 51}, {50, 50}}}
	for name, p := range map[string]orb.Polygon{"horseshoe": horseshoe, "ring": ring, "square": small} {
		if at := pointOn(p); !planar.PolygonContains(p, at) {
			t.Errorf("%s: %v lies outside", name, at)
		}
	}
	if at := pointOn(orb.MultiPolygon{small, horseshoe}); !planar.PolygonContains(horseshoe, at) {
		t.Errorf("of two areas %v is not in the larger", at)
	}
	line := orb.LineString{{0, 0}, {1, 1}, {2, 0}}
	if at := pointOn(orb.MultiLineString{{{9, 9}, {8, 8}}, line}); at != line[1] {
		t.Errorf("of two lines %v is not the middle of the longer", at)
	}
}

func FuzzReadGeoJSON(f *testing.F) {
	f.Add(aTown)
	f.Add(`{"type":"FeatureCollection","features":[` + aTown + "," + aRoad + "," + aLand + "]}")
	f.Add(aTown + "\n" + aLand + "\n")
	for _, e := range sharedEntries(f, 10) {
		feature, err := json.Marshal(map[string]any{
			"type": "Feature", "id": e.ID, "properties": map[string]any{"name": e.Name, "names": e.Names, "country": e.Country},
			"geometry": map[string]any{"type": "Point", "coordinates": e.Point},
		})
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(feature))
	}
	f.Fuzz(func(t *testing.T, text string) {
		entries, _, _ := drain(readFeatures(text))
		checkBuilds(t, entries)
	})
}

func FuzzReadDelimited(f *testing.F) {
	f.Add("name,lon,lat\nA,1,2\n")
	f.Add("name,lon,lat,geometry\nA,1,2,\"POLYGON((0 0,1 0,1 1,0 0))\"\n")
	for _, e := range sharedEntries(f, 10) {
		f.Add(fmt.Sprintf("id,name,lon,lat,names\n%s,%q,%v,%v,%q\n", e.ID, e.Name, e.Point[0], e.Point[1], strings.Join(e.Names, "|")))
	}
	f.Fuzz(func(t *testing.T, text string) {
		entries, _, _ := drain(readCSV(text))
		checkBuilds(t, entries)
	})
}

// sharedEntries returns the first places of the shared material, none without it.
func sharedEntries(tb testing.TB, n int) []Entry {
	tb.Helper()
	f, err := os.Open(filepath.Join(sharedDir(), "gazetteer", "SY.txt"))
	if err != nil {
		return nil
	}
	defer f.Close()
	var entries []Entry
	for e, err := range ReadGeoNames(f) {
		if err != nil {
			tb.Fatal(err)
		}
		if entries = append(entries, e); len(entries) == n {
			break
		}
	}
	return entries
}

// TestFormsAgree writes real places in each format and reads them back.
func TestFormsAgree(t *testing.T) {
	needShared(t)
	entries := sharedEntries(t, 500)
	table := "id\tname\tlon\tlat\tnames\tkind\tcountry\tadmin1\n"
	features := ""
	for _, e := range entries {
		table += fmt.Sprintf("%s\t%s\t%v\t%v\t%s\t%s\t%s\t%s\n", e.ID, e.Name, e.Point[0], e.Point[1], strings.Join(e.Names, "|"), e.Kind, e.Country, e.Admin1)
		feature, err := json.Marshal(map[string]any{
			"type": "Feature", "geometry": map[string]any{"type": "Point", "coordinates": e.Point},
			"properties": map[string]any{"id": e.ID, "name": e.Name, "names": e.Names, "kind": e.Kind, "country": e.Country, "admin1": e.Admin1},
		})
		if err != nil {
			t.Fatal(err)
		}
		features += string(feature) + "\n"
	}
	for name, rows := range map[string]iter.Seq2[Entry, error]{
		"TSV": ReadDelimited(strings.NewReader(table), '\t', "x"), "GeoJSON": readFeatures(features),
	} {
		got, bad, err := drain(rows)
		if err != nil || len(bad) > 0 || len(got) != len(entries) {
			t.Fatalf("%s: %d of %d places, bad %v, error %v", name, len(got), len(entries), bad, err)
		}
		for i, e := range entries {
			if g := got[i]; g.ID != e.ID || g.Name != e.Name || g.Kind != e.Kind || geo.Distance(g.Point, e.Point) > 1e-6 || math.Abs(float64(len(g.Names)-len(e.Names))) > 2 {
				t.Errorf("%s: %+v came back as %+v", name, e, g)
			}
		}
	}
}
