// Package server answers HTTP requests from a View: the OGC API, vector tiles,
// place search, parsing, and the page.
//
// # How a request is answered
//
// The table in routes.go says what there is. A request goes through five steps,
// a file each: negotiate.go settles the media type, params.go reads the query,
// the route's handler makes an answer, deliver.go tags, compresses and keeps
// it, and problem.go makes an answer of whatever went wrong on the way.
// A handler is a function of a View and a request, without side effects, and
// knows neither gin nor net/http's writers; gin.go is the only file that does.
//
// A request sees one View from its beginning to its end. The entity tag of what
// comes from a View is made of the View's version and of the request, so that
// "nothing changed" is told without making the answer.
package server

import (
	"context"
	"html/template"
	"io/fs"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"time"

	"dateline/atlas"
	"dateline/gazetteer"
	"dateline/geoparse"

	"golang.org/x/time/rate"
)

// Config is what a server answers from. View, Gazetteer and Parser are needed.
type Config struct {
	View      func() *atlas.View   // the newest view
	Gazetteer *gazetteer.Gazetteer // for /search
	Parser    *geoparse.Parser     // for POST /parse and POST /articles
	Page      fs.FS                // the built frontend, index.html at its root; nil for none
	Layer     Layer                // of map tiles for the page

	// Put stores what POST /articles brings; nil: nothing is taken.
	Put   func(context.Context, []atlas.Document) (atlas.PutResult, error)
	Token string // who posts articles must show it; empty: nobody may

	Timeout time.Duration // until when an answer must be there, or begin where it is a stream; 0: 15 seconds
	Version string        // of the program
	Address string        // where clients find the server, as "https://maps.example"; empty: as they call it
	Log     *slog.Logger  // for what clients are not told; nil: nowhere
}

// service is a Config made ready.
type service struct {
	Config
	reader    atlas.Reader
	routes    []route
	assets    map[string]asset
	api       []byte // the OpenAPI document
	cache     *cache
	flight    flight
	parsing   *rate.Limiter
	towns     func() *towns // made when first asked for
	now       func() time.Time
	html      *template.Template
	listeners chan struct{} // one for each client of /events
}

// New returns the handler of all routes.
func New(c Config) http.Handler {
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	if c.Timeout == 0 {
		c.Timeout = defaultTimeout
	}
	c.Address = strings.TrimSuffix(c.Address, "/")
	s := &service{
		Config: c, reader: atlas.Reader{Parser: c.Parser}, routes: expand(routes(), collections()), assets: readAssets(c.Page),
		cache: newCache(cacheBytes), listeners: make(chan struct{}, maxListeners), parsing: rate.NewLimiter(parseRate, parseBurst), now: time.Now, html: newHTML(),
		towns: sync.OnceValue(func() *towns { return newTowns(c.Gazetteer) }),
	}
	if index, page := s.assets[indexPath]; page {
		s.assets[indexPath] = asset{body: c.Layer.into(index.body)}
	} else {
		s.withoutPage()
	}
	s.api = s.openAPI()
	return s.engine()
}
