package export

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dateline/feature"
	"dateline/schema"
	"dateline/tiles"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/maptile"
)

func testTable() *schema.Collection {
	return &schema.Collection{ID: "fronts", Title: "Fronts & lines", Description: "what lies between", Properties: []schema.Property{
		{Name: "name", About: "usual name"}, {Name: "count", Type: schema.Integer}, {Name: "confidence", Type: schema.Number}, {Name: "schematic", Type: schema.Boolean}, {Name: "date", Type: schema.Date},
	}}
}

// mixed yields n features with every kind of geometry, and some nulls.
func mixed(n int) iter.Seq[feature.Feature] {
	shapes := []orb.Geometry{
		orb.Point{36.65, 35.44}, nil, orb.LineString{{36, 35}, {37, 36}}, orb.Polygon{{{36, 35}, {37, 35}, {37, 36}, {36, 35}}, {{36.6, 35.1}, {36.7, 35.2}, {36.7, 35.1}, {36.6, 35.1}}},
		orb.MultiLineString{{{36, 35}, {37, 36}}, {{38, 35}, {39, 36}}}, orb.MultiPolygon{{{{36, 35}, {37, 35}, {37, 36}, {36, 35}}}},
	}
	day := time.Date(2019, 8, 22, 0, 0, 0, 0, time.UTC)
	return func(yield func(feature.Feature) bool) {
		for i := range n {
			p := []feature.Property{{Name: "name", Value: "خان \"شيخون\", <b>\n&"}, {Name: "count", Value: i}, {Name: "confidence", Value: 0.5}, {Name: "schematic", Value: i%2 == 0}, {Name: "date", Value: day}}
			if i%3 == 0 {
				p[0].Value, p[4].Value = nil, nil
			}
			f := feature.NewFeature(fmt.Sprintf("f-%d", i), shapes[i%len(shapes)], feature.OneDay(day), p)
			if !yield(f) {
				return
			}
		}
	}
}

// writer writes features in one of the formats.
type writer func(ctx context.Context, w io.Writer, features iter.Seq[feature.Feature]) error

func writers() map[string]writer {
	all := map[string]writer{
		"pmtiles": func(ctx context.Context, w io.Writer, features iter.Seq[feature.Feature]) error {
			return PMTiles(ctx, w, &tiles.Layer{Name: "fronts", Fields: []tiles.Field{{Name: "name", Type: "String"}}}, features, 6)
		},
	}
	for _, format := range Formats() {
		all[format] = func(ctx context.Context, w io.Writer, features iter.Seq[feature.Feature]) error {
			return Write(ctx, w, format, testTable(), features, true)
		}
	}
	return all
}

// TestCancelledExport: a cancelled export does not end like a complete file.
func TestCancelledExport(t *testing.T) {
	for name, write := range writers() {
		ctx, cancel := context.WithCancel(t.Context())
		taken := 0
		features := func(yield func(feature.Feature) bool) {
			for f := range mixed(100_000) {
				if taken++; taken == 50 {
					cancel()
				}
				if !yield(f) {
					return
				}
			}
		}
		if err := write(ctx, io.Discard, features); !errors.Is(err, context.Canceled) || taken > 10_000 {
			t.Errorf("%s: %v after %d features", name, err, taken)
		}
	}
}

// TestCancelledGeoPackage: cancelling after all features are stored stops the remaining work.
func TestCancelledGeoPackage(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	features := func(yield func(feature.Feature) bool) {
		mixed(60)(yield)
		cancel()
	}
	if err := GeoPackage(ctx, io.Discard, Layer{testTable(), features}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// TestSameFeaturesSameBytes: equal features give equal bytes, and a full disk is an error.
func TestSameFeaturesSameBytes(t *testing.T) {
	for name, write := range writers() {
		var a, b bytes.Buffer
		if err := errors.Join(write(t.Context(), &a, mixed(60)), write(t.Context(), &b, mixed(60))); err != nil {
			t.Fatal(name, err)
		}
		if !bytes.Equal(a.Bytes(), b.Bytes()) || a.Len() == 0 {
			t.Errorf("%s: %d bytes, then %d others", name, a.Len(), b.Len())
		}
		if err := write(t.Context(), full{}, mixed(10)); !errors.Is(err, errFull) {
			t.Errorf("%s: %v on a full disk", name, err)
		}
		if err := write(t.Context(), &a, mixed(0)); err != nil {
			t.Errorf("%s: nothing: %v", name, err)
		}
	}
}

func TestCSVHoldsWhatFeaturesHold(t *testing.T) {
	var b bytes.Buffer
	if err := CSV(t.Context(), &b, testTable(), mixed(12), true); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(b.String(), "\ufeff"))).ReadAll()
	if err != nil || len(rows) != 13 {
		t.Fatal(len(rows), err)
	}
	for i, want := range []string{
		"id lon lat name count confidence schematic date wkt", "f-0 36.65 35.44  0 0.5 true  POINT(36.65 35.44)",
		"f-1   خان \"شيخون\", <b>\n& 1 0.5 false 2019-08-22 ", "f-2 36.5 35.5 خان \"شيخون\", <b>\n& 2 0.5 true 2019-08-22 LINESTRING(36 35,37 36)",
	} {
		if got := strings.Join(rows[i], " "); got != want {
			t.Errorf("row %d: %q, want %q", i, got, want)
		}
	}
	if strings.HasPrefix(b.String(), "id") || !strings.Contains(b.String(), "\r\n") {
		t.Error("no mark or no CRLF")
	}
}

func TestKMLIsWellFormed(t *testing.T) {
	var b bytes.Buffer
	if err := KML(t.Context(), &b, testTable(), mixed(12)); err != nil {
		t.Fatal(err)
	}
	var doc struct {
		Document struct {
			Name      string `xml:"name"`
			Placemark []struct {
				Name string `xml:"name"`
				Data []struct {
					Name  string `xml:"name,attr"`
					Value string `xml:"value"`
				} `xml:"ExtendedData>Data"`
			}
		}
	}
	if err := xml.Unmarshal(b.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	d := doc.Document
	if d.Name != "Fronts & lines" || len(d.Placemark) != 12 || d.Placemark[0].Name != "f-0" || d.Placemark[1].Data[1].Value != "خان \"شيخون\", <b>\n&" {
		t.Errorf("%+v", d)
	}
}

// TestGDALReadsEach: GDAL finds every feature, with its columns and the ids.
func TestGDALReadsEach(t *testing.T) {
	if _, err := exec.LookPath("ogrinfo"); err != nil {
		if strings.Contains(os.Getenv("DATELINE_REQUIRE"), "gdal") {
			t.Fatal(err)
		}
		t.Skip("no ogrinfo here")
	}
	for name, write := range writers() {
		if name == "pmtiles" || name == "parquet" {
			continue // GDAL 3.8 and later, or with Arrow
		}
		file := filepath.Join(t.TempDir(), "out."+name)
		var b bytes.Buffer
		if err := write(t.Context(), &b, mixed(600)); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command("ogrinfo", "-ro", "-al", "-so", file).CombinedOutput()
		for _, part := range []string{"Feature Count: 600\n", "confidence: "} {
			if err != nil || !strings.Contains(string(out), part) || strings.Contains(string(out), "arning") {
				t.Errorf("%s: no %q: %v\n%s", name, part, err, out)
			}
		}
	}
}

// TestTileNumber: the examples of the specification, and each number once.
func TestTileNumber(t *testing.T) {
	for want, tile := range map[uint64]maptile.Tile{
		0: maptile.New(0, 0, 0), 1: maptile.New(0, 0, 1), 2: maptile.New(0, 1, 1), 3: maptile.New(1, 1, 1), 4: maptile.New(1, 0, 1), 5: maptile.New(0, 0, 2),
		19078479: maptile.New(3423, 1763, 12),
	} {
		if got := tileNumber(tile); got != want {
			t.Errorf("%v is number %d, want %d", tile, got, want)
		}
	}
	last := maptile.New(0, 0, 5)
	byNumber := map[uint64]maptile.Tile{}
	for x := range uint32(32) {
		for y := range uint32(32) {
			byNumber[tileNumber(maptile.New(x, y, 5))] = maptile.New(x, y, 5)
		}
	}
	first := tileNumber(last)
	for n := first; n < first+1024; n++ {
		tile, there := byNumber[n]
		apart := int(tile.X) - int(last.X) + int(tile.Y) - int(last.Y)
		if !there || n > first && apart*apart != 1 {
			t.Fatalf("number %d is %v behind %v", n, tile, last)
		}
		last = tile
	}
}

// TestPMTilesHoldsEachTile: a reader of the format finds the tiles that Encode makes, in a small
// archive and in one with leaf directories.
func TestPMTilesHoldsEachTile(t *testing.T) {
	layer := &tiles.Layer{Name: "points"}
	var all []feature.Feature
	for i := range 2000 {
		f := feature.NewFeature(fmt.Sprint(i), orb.Point{float64(i*37%3600)/10 - 180, float64(i*53%1600)/10 - 80}, feature.Days{}, nil)
		all = append(all, f)
	}
	for _, zoom := range []int{0, 3, 8} {
		var b bytes.Buffer
		if err := PMTiles(t.Context(), &b, layer, func(yield func(feature.Feature) bool) {
			for _, f := range all {
				if !yield(f) {
					return
				}
			}
		}, zoom); err != nil {
			t.Fatal(err)
		}
		archive := b.Bytes()
		for z := 0; z <= zoom; z++ {
			for i := range 50 {
				n := uint32(1) << z
				tile := maptile.New(uint32(i*7)%n, uint32(i*5)%n, maptile.Zoom(z))
				want, err := layer.Encode(t.Context(), tiles.WebMercatorQuad, tile, nothing, each(within(all, tile)))
				if err != nil {
					t.Fatal(err)
				}
				if got := readTile(t, archive, tileNumber(tile)); !bytes.Equal(got, want) {
					t.Fatalf("zoom %d: tile %v has %d bytes, want %d", zoom, tile, len(got), len(want))
				}
			}
		}
	}
}
