package ogc_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"dateline/feature"
	"dateline/server/servertest"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/maptile"
)

// BenchmarkItems requests a different page each time, so that none is in the cache.
func BenchmarkItems(b *testing.B) {
	h := servertest.New(b, servertest.ManyDocuments(33_000))
	for _, encoding := range []string{"identity", "gzip"} {
		b.Run(encoding, func(b *testing.B) {
			n := 0
			for b.Loop() {
				n++
				serve(b, h, fmt.Sprintf("/collections/mentions/items?limit=1000&position=%d&q=", n%90_000), encoding)
			}
		})
	}
	b.Run("cached", func(b *testing.B) {
		for b.Loop() {
			serve(b, h, "/collections/mentions/items?limit=1000", "gzip")
		}
	})
}

// BenchmarkTile uses a different start of the period each time.
func BenchmarkTile(b *testing.B) {
	h := servertest.New(b, servertest.ManyDocuments(33_000))
	for _, zoom := range []maptile.Zoom{0, 3, 6, 9} {
		t := maptile.At(orb.Point{-130, 15}, zoom) // town 500
		tile := fmt.Sprintf("%d/%d/%d", t.Z, t.X, t.Y)
		b.Run(tile, func(b *testing.B) {
			if w := servertest.Ask(h, "/tiles/mentions/"+tile+".mvt"); w.Code != http.StatusOK {
				b.Fatal("nothing in the tile", tile)
			}
			n := 0
			for b.Loop() {
				n++
				day := feature.Day(-n).Time().Format(time.DateOnly)
				serve(b, h, fmt.Sprintf("/tiles/mentions/%s.mvt?datetime=%s/..", tile, day), "gzip")
			}
		})
	}
}

func serve(b *testing.B, h http.Handler, path, encoding string) {
	r := httptest.NewRequest(http.MethodGet, path, nil)
	r.Header.Set("Accept-Encoding", encoding)
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	if w.Code >= 300 {
		b.Fatal(path, w.Code)
	}
}
