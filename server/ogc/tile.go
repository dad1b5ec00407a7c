package ogc

import (
	"net/http"

	"dateline/server"
	"dateline/tiles"

	"github.com/paulmach/orb"
)

// tileset answers with TileJSON. Its filters apply to the tiles.
func (s *api) tileset(req *server.Request) (*server.Answer, error) {
	layer, err := req.Layer()
	if err != nil {
		return nil, err
	}
	address := req.Base + "/tiles/" + req.Collection.ID + "/{z}/{x}/{y}.mvt"
	if query := server.Without(req.Query, "f").Encode(); query != "" {
		address += "?" + query
	}
	var bound *orb.Bound
	extent, err := layer.Extent(req)
	if err != nil {
		return nil, err
	}
	if extent.Placed {
		bound = &extent.Bound
	}
	return server.OKJSON(req, s.layers[req.Collection.ID].TileJSON(address, bound))
}

// tile answers with a vector tile; 204 for an empty one.
func (s *api) tile(req *server.Request) (*server.Answer, error) {
	t, valid := tiles.WebMercatorQuad.Parse(req.Var("z"), req.Var("x"), req.Var("y"))
	if !valid {
		return nil, server.NewProblem(http.StatusNotFound, "there is no tile %s/%s/%s; the zoom is 0 to %d, x and y are 0 to 2^zoom-1",
			req.Var("z"), req.Var("x"), req.Var("y"), tiles.MaxZoom)
	}
	return s.encode(req, tiles.WebMercatorQuad, t)
}
