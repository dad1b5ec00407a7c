// Package preview is the surface for link previews: the title and description that other sites
// show of a link to the page, and a picture of its map.
//
// Both follow from the query of the link, of which they read the page's parameters map, time,
// place, article, q and lang. Malformed ones are ignored, as the page does.
package preview

import (
	"bytes"
	"image/png"
	"net/url"
	"slices"
	"sync"

	"dateline/gazetteer"
	"dateline/server"

	"github.com/getkin/kin-openapi/openapi3"
)

// Preview makes titles and pictures. It is safe for concurrent use.
type Preview struct {
	land func() *land
}

// New returns a Preview whose maps show the outlines of a gazetteer.
func New(g *gazetteer.Gazetteer) *Preview {
	return &Preview{land: sync.OnceValue(func() *land { return newLand(g) })}
}

// picturePath is the path of the pictures.
const picturePath = "/preview.png"

// Surface returns the route of the pictures.
func (p *Preview) Surface() server.Surface {
	return server.Surface{Routes: []server.Route{{
		Path: picturePath, ID: "preview", Summary: "A picture of the map that a link to the page leads to", Hidden: true,
		Offers: []string{typePNG}, Live: true, Costly: true, Params: params(), Handle: p.picture,
	}}}
}

const typePNG = "image/png"

// names are the parameters of the page that are read here.
var names = []string{"map", "time", "place", "article", "q", "lang"}

func params() []server.Param {
	var all []server.Param
	for _, name := range names {
		all = append(all, server.Param{
			Name: name, About: "As in the address of the page.", Schema: openapi3.NewStringSchema(),
			Read: func(string, *server.Request) error { return nil }, // the picture reads them together
		})
	}
	return all
}

// known returns the parameters of a query that are read here.
func known(query url.Values) url.Values {
	out := url.Values{}
	for name, values := range query {
		if slices.Contains(names, name) && len(values) > 0 && values[0] != "" {
			out.Set(name, values[0])
		}
	}
	return out
}

// picture answers with the map as PNG.
func (p *Preview) picture(req *server.Request) (*server.Answer, error) {
	s, err := newScene(req, req.View, req.Query)
	if err != nil {
		return nil, err
	}
	picture, err := paintScene(req, s, p.land())
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := png.Encode(&b, picture); err != nil {
		return nil, err
	}
	return server.OK(typePNG, b.Bytes()), nil
}
