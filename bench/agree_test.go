package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/mvt"
	"github.com/paulmach/orb/geojson"
)

// made is a tile of points, the nth of which counts n.
func made(t *testing.T, points ...orb.Point) []byte {
	t.Helper()
	layer := &mvt.Layer{Name: "mentions", Version: 2, Extent: 4096}
	for i, p := range points {
		f := geojson.NewFeature(p)
		f.Properties["count"] = i + 1
		layer.Features = append(layer.Features, f)
	}
	data, err := mvt.Marshal(mvt.Layers{layer})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestInTile(t *testing.T) {
	least, most, err := inTile(made(t, orb.Point{2000, 2000}, orb.Point{4095, 7}, orb.Point{-40, 7}, orb.Point{7, 0}))
	if err != nil || least != 1 || most != 1+2+4 {
		t.Errorf("between %d and %d, %v", least, most, err)
	}
	if least, most, err := inTile(nil); least != 0 || most != 0 || err != nil {
		t.Errorf("an empty tile: between %d and %d, %v", least, most, err)
	}
}

func TestAgree(t *testing.T) {
	serving := func(name, items string, tile []byte) *server {
		s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if strings.HasPrefix(r.URL.Path, "/items") {
				fmt.Fprintf(w, `{"numberMatched": %s}`, items)
				return
			}
			_, _ = w.Write(tile)
		}))
		t.Cleanup(s.Close)
		return &server{site: site{name: name, base: s.URL, items: "/items?", tile: "/%d/%d/%d"}}
	}
	edge, none := made(t, orb.Point{9, 9}, orb.Point{1, 9}), made(t, orb.Point{9, 9})
	for _, tt := range []struct {
		name   string
		theirs *server
		says   string
	}{
		{"the same", serving("theirs", "12", edge), ""},
		{"rounded out of the tile", serving("theirs", "12", none), ""},
		{"fewer in a box", serving("theirs", "11", edge), "ours has 12 features at least, theirs 11 at most"},
		{"more in a tile", serving("theirs", "12", made(t, orb.Point{9, 9}, orb.Point{9, 9}, orb.Point{9, 9})), "theirs has 6 features at least, ours 3 at most"},
		{"nothing", serving("theirs", "", none), "no numberMatched"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := bench{client: newClient(), servers: []*server{serving("ours", "12", edge), tt.theirs}}
			err := b.agree()
			if tt.says == "" && err != nil || tt.says != "" && (err == nil || !strings.Contains(err.Error(), tt.says)) {
				t.Errorf("error %v, want %q", err, tt.says)
			}
		})
	}
}
