package ogc_test

import (
	"dateline/server/servertest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tidwall/gjson"
)

// TestGDALReadsAll: ogr2ogr writes as many features as the server reports, without conditions, in a
// box, and in a period.
func TestGDALReadsAll(t *testing.T) {
	if _, err := exec.LookPath("ogr2ogr"); err != nil {
		if strings.Contains(os.Getenv("DATELINE_REQUIRE"), "gdal") {
			t.Fatal(err)
		}
		t.Skip("no ogr2ogr here")
	}
	h := servertest.New(t, servertest.ManyDocuments(100))
	address, stop := servertest.Serving(t, h)
	const items = "/collections/mentions/items"
	for name, c := range map[string]struct {
		path string
		args []string
	}{
		"all":  {items, nil},
		"box":  {items + "?bbox=-20,-30,60,45", []string{"-spat", "-20", "-30", "60", "45"}},
		"time": {items + "?datetime=2013-03-01/2016-06-30", []string{"-where", "date >= '2013-03-01' AND date <= '2016-06-30'"}},
	} {
		want := gjson.Get(servertest.Get(t, h, c.path), "numberMatched").String()
		file := filepath.Join(t.TempDir(), "out.gpkg")
		args := append([]string{"-f", "GPKG", file, "OAPIF:http://" + address, "mentions"}, c.args...)
		if out, err := exec.Command("ogr2ogr", args...).CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", name, err, out)
		}
		out, err := exec.Command("ogrinfo", "-ro", "-so", file, "mentions").CombinedOutput()
		for _, part := range []string{"Feature Count: " + want + "\n", "confidence: Real", "date: Date", "start: Integer"} {
			if err != nil || !strings.Contains(string(out), part) {
				t.Errorf("%s: no %q in\n%s", name, part, out)
			}
		}
	}
	if err := stop(); err != nil {
		t.Error(err)
	}
}
