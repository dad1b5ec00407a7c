package page

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// pmtiles is a header and some bytes.
func pmtiles(t *testing.T, change func([]byte)) string {
	t.Helper()
	b := make([]byte, 500)
	copy(b, "PMTiles\x03")
	b[pmtilesType], b[pmtilesZoom] = pmtilesMVT, 14
	copy(b[200:], "tiles of the land")
	if change != nil {
		change(b)
	}
	path := filepath.Join(t.TempDir(), "base.pmtiles")
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestOpenBasemap(t *testing.T) {
	if b, err := OpenBasemap(""); b != nil || err != nil {
		t.Error(b, err)
	}
	short := filepath.Join(t.TempDir(), "short")
	if err := os.WriteFile(short, []byte("PMTiles"), 0o600); err != nil {
		t.Fatal(err)
	}
	for wrong, path := range map[string]string{
		"no such file":             filepath.Join(t.TempDir(), "none"),
		"too short":                short,
		"version 3":                pmtiles(t, func(b []byte) { b[7] = 2 }),
		"are pictures":             pmtiles(t, func(b []byte) { b[pmtilesType] = 2 }),
		"it is not a PMTiles":      pmtiles(t, func(b []byte) { copy(b, "SQLite") }),
		"it is not a PMTiles file": pmtiles(t, func(b []byte) { clear(b) }),
	} {
		if _, err := OpenBasemap(path); err == nil || !strings.Contains(err.Error(), wrong) || !strings.Contains(err.Error(), path) {
			t.Errorf("%v, want %s", err, wrong)
		}
	}
}

func TestBasemapIsServedByRanges(t *testing.T) {
	b, err := OpenBasemap(pmtiles(t, nil))
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	h := b.Handler(http.NotFoundHandler())
	var together sync.WaitGroup
	for range 8 {
		together.Go(func() {
			r := httptest.NewRequest(http.MethodGet, basemapPath, nil)
			r.Header.Set("Range", "bytes=200-216")
			w := httptest.NewRecorder()
			h.ServeHTTP(w, r)
			if w.Code != http.StatusPartialContent || w.Body.String() != "tiles of the land" || w.Header().Get("ETag") == "" {
				t.Errorf("%d %q", w.Code, w.Body)
			}
		})
	}
	together.Wait()
	for path, want := range map[string]int{basemapPath: http.StatusOK, "/else": http.StatusNotFound} {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
		if w.Code != want {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodDelete, basemapPath, nil))
	if w.Code != http.StatusMethodNotAllowed {
		t.Error(w.Code)
	}
}

func TestPageNamesItsBasemap(t *testing.T) {
	b, err := OpenBasemap(pmtiles(t, nil))
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	if got := string(b.into([]byte("<head></head>"))); !strings.Contains(got, `<meta name="dateline-basemap" content="basemap.pmtiles" data-zoom="14" />`) {
		t.Error(got)
	}
	var none *Basemap
	if got := string(none.into([]byte("<head></head>"))); got != "<head></head>" || none.Close() != nil {
		t.Error(got)
	}
}
