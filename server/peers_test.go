package server

import (
	"net/http"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/tidwall/gjson"
)

// Faults that other servers have shown, which this one must not have. Two more
// are in serve_test.go and download_test.go (clients that leave), one in package
// tiles (many distinct values).

// TestCountIsNotOfThePage: all of 100,200 are told of, to a client that asks for
// ten too, and to GDAL.
func TestCountIsNotOfThePage(t *testing.T) {
	h := newTestServer(t, manyDocuments(33_400))
	for _, path := range []string{"/collections/mentions/items?limit=10", "/collections/mentions/items?limit=1&sortby=-date", "/collections/mentions/items"} {
		if n := gjson.Get(get(t, h, path), "numberMatched").Int(); n != 100_200 {
			t.Errorf("%s: numberMatched is %d", path, n)
		}
	}
	if _, err := exec.LookPath("ogrinfo"); err != nil {
		if strings.Contains(os.Getenv("DATELINE_REQUIRE"), "gdal") {
			t.Fatal(err)
		}
		t.Skip("no ogrinfo here")
	}
	address, stop := serving(t, h)
	out, err := exec.Command("ogrinfo", "-ro", "-so", "OAPIF:http://"+address, "mentions").CombinedOutput()
	if err != nil || !strings.Contains(string(out), "Feature Count: 100200\n") {
		t.Errorf("%v\n%s", err, out)
	}
	if err := stop(); err != nil {
		t.Error(err)
	}
}

// TestWithoutALimitAllAreReached: 1,809 features, more than a page, by following
// next from the bare address; and each page says that there is one.
func TestWithoutALimitAllAreReached(t *testing.T) {
	h := newTestServer(t, manyDocuments(603))
	for _, path := range []string{"/collections/mentions/items", "/collections/mentions/items?f=json", "/collections/mentions/items?limit=100"} {
		if n := len(walk(t, h, path, as)); n != 1809 {
			t.Errorf("%s: %d features of 1809", path, n)
		}
	}
}

// TestUnknownParameterIsRefusedEverywhere, and its name is in the answer.
func TestUnknownParameterIsRefusedEverywhere(t *testing.T) {
	h := newTestServer(t, testDocuments())
	fill := strings.NewReplacer("{fid}", "gn168325", "{id}", "aaaaaaaaaaaaaaaa", "{z}", "0", "{x}", "0", "{y}", "0", "{tileMatrix}", "0", "{tileRow}", "0", "{tileCol}", "0")
	for _, r := range expand(routes(), collections()) {
		if r.method != http.MethodGet {
			continue
		}
		path := fill.Replace(r.path) + "?nosuchparameter=1"
		if w := ask(h, path); w.Code != http.StatusBadRequest || gjson.Get(w.Body.String(), "parameter").Str != "nosuchparameter" {
			t.Errorf("%s: %d %s", path, w.Code, w.Body)
		}
	}
}
