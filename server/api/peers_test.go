package api_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dateline/access"
	"dateline/archive"
	"dateline/document"
	"dateline/server"
	"dateline/server/api"
	"dateline/server/servertest"

	"github.com/tidwall/gjson"
)

// Faults seen in other servers. More are in serve_test.go, download_test.go and events_test.go
// (clients that leave), one is in package tiles (many distinct values).

// TestCountIsNotOfThePage: all of 100,200 features are counted, also for a client that asks for
// ten, and for GDAL.
func TestCountIsNotOfThePage(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	h := servertest.New(t, servertest.ManyDocuments(33_400))
	for _, path := range []string{"/collections/mentions/items?limit=10", "/collections/mentions/items?limit=1&sortby=-date", "/collections/mentions/items"} {
		if n := gjson.Get(servertest.Get(t, h, path), "numberMatched").Int(); n != 100_200 {
			t.Errorf("%s: numberMatched is %d", path, n)
		}
	}
	if _, err := exec.LookPath("ogrinfo"); err != nil {
		if strings.Contains(os.Getenv("DATELINE_REQUIRE"), "gdal") {
			t.Fatal(err)
		}
		t.Skip("no ogrinfo here")
	}
	address, stop := servertest.Serving(t, h)
	out, err := exec.Command("ogrinfo", "-ro", "-so", "OAPIF:http://"+address, "mentions").CombinedOutput()
	if err != nil || !strings.Contains(string(out), "Feature Count: 100200\n") {
		t.Errorf("%v\n%s", err, out)
	}
	if err := stop(); err != nil {
		t.Error(err)
	}
}

// TestWithoutALimitAllAreReached: following next from the bare address reaches 1,809 features, more
// than a page holds.
func TestWithoutALimitAllAreReached(t *testing.T) {
	h := servertest.New(t, servertest.ManyDocuments(603))
	for _, path := range []string{
		"/collections/mentions/items", "/collections/mentions/items?f=json", "/collections/mentions/items?limit=100",
		"/collections/mentions/items?sortby=-name&limit=100", "/collections/mentions/items?bbox=-180,-90,180,90&limit=100",
		"/collections/mentions/items?filter=confidence%3E0&limit=100", "/collections/mentions/items?role=place&datetime=../2099-01-01&limit=100",
	} {
		if n := len(servertest.Walk(t, h, path, func(next string) string { return next })); n != 1809 {
			t.Errorf("%s: %d features of 1809", path, n)
		}
	}
}

// TestUnknownParameterIsRefusedEverywhere, and the response names it.
func TestUnknownParameterIsRefusedEverywhere(t *testing.T) {
	tokens := access.Open(filepath.Join(t.TempDir(), access.FileName))
	secret, err := tokens.Add(access.Token{Name: "all", Rights: access.Rights()}, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	h := servertest.New(t, servertest.Documents(), func(c *api.Config) {
		c.Tokens = tokens
		c.Put = func(context.Context, []document.Document) (archive.PutResult, error) { return archive.PutResult{}, nil }
	})
	fill := strings.NewReplacer("{fid}", "gn168325", "{id}", "aaaaaaaaaaaaaaaa", "{z}", "0", "{x}", "0", "{y}", "0", "{tileMatrixSetId}", "WebMercatorQuad", "{tileMatrix}", "0", "{tileRow}", "0", "{tileCol}", "0")
	paths := gjson.Get(servertest.Get(t, h, "/api"), "paths").Map()
	if len(paths) < 50 {
		t.Fatalf("%d paths", len(paths))
	}
	for path, methods := range paths {
		path = fill.Replace(path) + "?nosuchparameter=1"
		for method, operation := range methods.Map() {
			q := httptest.NewRequest(strings.ToUpper(method), path, strings.NewReader("Fighting near Hama."))
			q.Header.Set("Content-Type", server.TypeText)
			if operation.Get("requestBody.content").Map()[server.TypeForm].Exists() {
				q.Header.Set("Content-Type", server.TypeForm)
				q.Body = http.NoBody
			}
			q.Header.Set("Authorization", "Bearer "+secret)
			w := httptest.NewRecorder()
			h.ServeHTTP(w, q)
			if w.Code != http.StatusBadRequest || gjson.Get(w.Body.String(), "parameter").Str != "nosuchparameter" {
				t.Errorf("%s %s: %d %s", method, path, w.Code, w.Body)
			}
		}
	}
}

// TestServesOnAfterClientsLeave: clients that disconnect after the first line do not affect
// complete answers to others.
func TestServesOnAfterClientsLeave(t *testing.T) {
	address, stop := servertest.Serving(t, servertest.New(t, servertest.ManyDocuments(3000)))
	paths := []string{
		"/collections/mentions/items?limit=9000", "/collections/mentions/items?f=csv", "/collections/mentions/items?f=gpkg",
		"/collections/mentions/items?f=html", "/tiles/mentions/0/0/0.mvt", "/api", "/search?q=Hama",
	}
	for range 5 {
		for _, path := range paths {
			leave(t, address, path)
		}
	}
	for _, path := range paths {
		r, err := http.Get("http://" + address + path)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(r.Body)
		r.Body.Close()
		if err != nil || r.StatusCode != http.StatusOK || len(body) < 100 {
			t.Errorf("%s: %d, %d bytes, %v", path, r.StatusCode, len(body), err)
		}
	}
	if err := stop(); err != nil {
		t.Error(err)
	}
}

// leave sends a request, reads a line and disconnects.
func leave(t *testing.T, address, path string) {
	t.Helper()
	c, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	fmt.Fprintf(c, "GET %s HTTP/1.1\r\nHost: %s\r\n\r\n", path, address)
	if line, err := bufio.NewReaderSize(c, 16).ReadString('\n'); err != nil || !strings.Contains(line, "200") {
		t.Fatal(path, line, err)
	}
}
