package server

import (
	"net/http"
	"strconv"

	"dateline/tiles"

	"github.com/paulmach/orb/maptile"
)

// tileset answers with TileJSON. Its filters are those of the tiles.
func (s *service) tileset(req *request) (*answer, error) {
	layer, err := req.layer()
	if err != nil {
		return nil, err
	}
	address := req.base + "/tiles/" + req.collection.ID + "/{z}/{x}/{y}.mvt"
	if query := without(req.given, "f").Encode(); query != "" {
		address += "?" + query
	}
	bound, known := layer.Bound()
	if !known {
		bound = tiles.WebMercatorQuad.Bound(maptile.New(0, 0, 0))
	}
	return okJSON(req, req.collection.tiles.TileJSON(address, bound))
}

// tile answers with a vector tile; a tile with nothing in it is 204.
func (s *service) tile(req *request) (*answer, error) {
	t, valid := tileOf(tiles.WebMercatorQuad, req.vars("z"), req.vars("x"), req.vars("y"))
	if !valid {
		return nil, newProblem(http.StatusNotFound, "there is no tile %s/%s/%s; the zoom is 0 to %d, x and y are 0 to 2^zoom-1",
			req.vars("z"), req.vars("x"), req.vars("y"), tiles.MaxZoom)
	}
	return req.encode(tiles.WebMercatorQuad, t)
}

func tileOf(g tiles.Grid, z, x, y string) (maptile.Tile, bool) {
	var n [3]uint64
	for i, s := range []string{z, x, y} {
		var err error
		if n[i], err = strconv.ParseUint(s, 10, 32); err != nil || strconv.FormatUint(n[i], 10) != s {
			return maptile.Tile{}, false
		}
	}
	t := maptile.New(uint32(n[1]), uint32(n[2]), maptile.Zoom(n[0]))
	return t, g.Valid(t)
}
