package export

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"dateline/feature"

	"github.com/paulmach/orb"
)

func features(n int) iter.Seq[feature.Feature] {
	return func(yield func(feature.Feature) bool) {
		for i := range n {
			f := feature.NewFeature(string(rune('a'+i%26)), orb.Point{36, 35}, feature.Days{}, []feature.Property{{Name: "name", Value: "خان شيخون \x1e\n"}})
			if !yield(f) {
				return
			}
		}
	}
}

func TestGeoJSON(t *testing.T) {
	for _, n := range []int{0, 1, 3} {
		var b bytes.Buffer
		if err := GeoJSON(t.Context(), &b, features(n)); err != nil {
			t.Fatal(err)
		}
		var got struct {
			Type     string
			Features []struct{ ID string }
		}
		if err := json.Unmarshal(b.Bytes(), &got); err != nil || got.Type != "FeatureCollection" || got.Features == nil || len(got.Features) != n {
			t.Errorf("%d features: %v\n%s", n, err, &b)
		}
	}
}

func TestGeoJSONSeq(t *testing.T) {
	var b bytes.Buffer
	if err := GeoJSONSeq(t.Context(), &b, features(3)); err != nil {
		t.Fatal(err)
	}
	records := strings.Split(b.String(), "\x1e")
	if records[0] != "" || len(records) != 4 {
		t.Fatalf("%q", records)
	}
	for _, r := range records[1:] {
		if !json.Valid([]byte(r)) || !strings.HasSuffix(r, "}\n") || strings.Count(r, "\n") != 1 {
			t.Errorf("%q", r)
		}
	}
}

type full struct{}

var errFull = errors.New("disk full")

func (full) Write([]byte) (int, error) { return 0, errFull }

// TestErrorEndsTheWriting: an error of the destination ends an export long before all features are
// written.
func TestErrorEndsTheWriting(t *testing.T) {
	for name, write := range map[string]func(context.Context, io.Writer, iter.Seq[feature.Feature]) error{"GeoJSON": GeoJSON, "GeoJSONSeq": GeoJSONSeq} {
		taken := 0
		err := write(t.Context(), full{}, func(yield func(feature.Feature) bool) {
			for f := range features(100_000) {
				if taken++; !yield(f) {
					return
				}
			}
		})
		if !errors.Is(err, errFull) || taken > 1000 {
			t.Errorf("%s: %v after %d features", name, err, taken)
		}
	}
}

func TestGDALReads(t *testing.T) {
	if _, err := exec.LookPath("ogrinfo"); err != nil {
		if strings.Contains(os.Getenv("DATELINE_REQUIRE"), "gdal") {
			t.Fatal(err)
		}
		t.Skip("no ogrinfo here")
	}
	for name, write := range map[string]func(context.Context, io.Writer, iter.Seq[feature.Feature]) error{"a.geojson": GeoJSON, "a.geojsons": GeoJSONSeq} {
		var b bytes.Buffer
		if err := write(t.Context(), &b, features(30)); err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(file, b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command("ogrinfo", "-ro", "-al", "-so", file).CombinedOutput()
		if err != nil || !strings.Contains(string(out), "Feature Count: 30") {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
	}
}
