package ogc_test

import (
	"bytes"
	"dateline/server/servertest"
	"fmt"
	"net/http"
	"testing"

	"github.com/paulmach/orb/maptile"
)

// TestTilesCountedBeforehand: a tile without a filter, made of precomputed cells, equals that of a
// filter which selects everything, whose points are counted.
func TestTilesCountedBeforehand(t *testing.T) {
	h := servertest.New(t, append(servertest.ManyDocuments(3000), servertest.Documents()...))
	compared := 0
	for z := range maptile.Zoom(13) {
		for i := range 40 {
			tile := maptile.At(servertest.TownPoint(i*13), z)
			for _, collection := range []string{"mentions", "places"} {
				path := fmt.Sprintf("/tiles/%s/%d/%d/%d.mvt", collection, z, tile.X, tile.Y)
				beforehand, filtered := servertest.Ask(h, path), servertest.Ask(h, path+"?bbox=-180,-90,180,90")
				if !bytes.Equal(beforehand.Body.Bytes(), filtered.Body.Bytes()) {
					t.Fatalf("%s: %d bytes, with a filter %d", path, beforehand.Body.Len(), filtered.Body.Len())
				}
				if beforehand.Code == http.StatusOK {
					compared++
				}
			}
		}
	}
	if compared < 100 {
		t.Errorf("%d tiles had anything in them", compared)
	}
}
