package tiles

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"dateline/feature"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/maptile"
)

// TestGDALReads decodes a tile with GDAL.
func TestGDALReads(t *testing.T) {
	if _, err := exec.LookPath("ogrinfo"); err != nil {
		if strings.Contains(os.Getenv("DATELINE_REQUIRE"), "gdal") {
			t.Fatal(err)
		}
		t.Skip("no ogrinfo here")
	}
	features := []feature.Feature{
		newFeature("a", orb.Point{36.65, 35.44}, feature.Property{Name: "name", Value: "خان شيخون"}),
		newFeature("b", orb.LineString{{-60, 0}, {60, 40}}, feature.Property{Name: "confidence", Value: 0.5}),
		newFeature("c", orb.Polygon{square(0, 0, 60, 60)}),
	}
	data := encode(testLayer(), maptile.New(0, 0, 0), nothing, each(features))
	file := filepath.Join(t.TempDir(), "0.mvt")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("ogrinfo", "-ro", "-al", "MVT:"+file).CombinedOutput()
	for _, want := range []string{"Feature Count: 3", "خان شيخون", "confidence (Real) = 0.5", "POINT", "LINESTRING", "POLYGON"} {
		if err != nil || !strings.Contains(string(out), want) {
			t.Fatalf("ogrinfo says no %q: %v\n%s", want, err, out)
		}
	}
}
