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
	"net/netip"
	"runtime"
	"strings"
	"sync"
	"time"

	"dateline/atlas"
	"dateline/document"
	"dateline/gazetteer"
	"dateline/geoparse"
	"dateline/schema"
)

// Config is what a server answers from. View, Gazetteer and Parser are needed.
type Config struct {
	View      func() *atlas.View   // the newest view
	Gazetteer *gazetteer.Gazetteer // for /search
	Parser    *geoparse.Parser     // for POST /parse and POST /articles
	Page      fs.FS                // the built frontend, index.html at its root; nil for none
	Layer     Layer                // of map tiles for the page

	Collections []schema.Collection // those of View; nil: the usual ones

	// Put stores what POST /articles brings; nil: nothing is taken.
	Put   func(context.Context, []document.Document) (atlas.PutResult, error)
	Token string // who posts articles must show it; empty: nobody may

	// Strict lets bbox select features without a geometry, and datetime those without
	// a date, as OGC 17-069r4 asks.
	Strict bool

	Limits  Limits       // what a request and a client may cost
	Version string       // of the program
	Address string       // where clients find the server, as "https://maps.example"; empty: as they call it
	Log     *slog.Logger // for what clients are not told; nil: nowhere
}

// Limits bound what a request and a client may cost. A step of work is some 10
// nanoseconds of one core. Zeros stand for the usual limits, negative numbers for
// none.
type Limits struct {
	Timeout        time.Duration  // until when an answer must be there, or begin where it is a stream: 15 seconds
	QuerySteps     int            // that a filter may take: 400 million
	ClientSteps    int            // that an address may ask for in a second, and twenty times that at once: 40 million
	TrustedProxies []netip.Prefix // whose X-Forwarded-For says who asks
}

// withDefaults puts numbers in the places of zeros, and zeros for no limit.
func (l Limits) withDefaults() Limits {
	if l.Timeout == 0 {
		l.Timeout = defaultTimeout
	}
	l.QuerySteps, l.ClientSteps = limitOr(l.QuerySteps, 400_000_000), limitOr(l.ClientSteps, 40_000_000)
	return l
}

// limitOr returns a limit, the usual one for 0, and 0 for none.
func limitOr(limit, usual int) int {
	if limit == 0 {
		return usual
	}
	return max(limit, 0)
}

// service is a Config made ready.
type service struct {
	Config
	clients   *clients
	turns     chan struct{} // one for each heavy request that may go on at once
	memory    memory
	reader    document.Reader
	tables    []collection
	routes    []route
	assets    map[string]asset
	api       []byte // the OpenAPI document
	cache     *cache
	flight    flight
	files     files
	towns     func() *towns // made when first asked for
	outlines  func() *outlines
	now       func() time.Time
	html      *template.Template
	listeners chan struct{} // one for each client of /events
}

// New returns the handler of all routes.
func New(c Config) http.Handler { return newService(c).engine() }

func newService(c Config) *service {
	if c.Collections == nil {
		c.Collections = schema.Collections()
	}
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	c.Limits = c.Limits.withDefaults()
	c.Address = strings.TrimSuffix(c.Address, "/")
	s := &service{
		Config: c, reader: document.Reader{Parser: c.Parser}, assets: readAssets(c.Page),
		cache: newCache(cacheBytes), listeners: make(chan struct{}, maxListeners), now: time.Now, html: newHTML(),
		clients: newClients(c.Limits.ClientSteps), turns: make(chan struct{}, max(1, runtime.GOMAXPROCS(0)-1)), memory: memory{readMemory},
		towns:    sync.OnceValue(func() *towns { return newTowns(c.Gazetteer) }),
		outlines: sync.OnceValue(func() *outlines { return newOutlines(c.Gazetteer) }),
	}
	s.tables = newCollections(c.Collections)
	s.routes = expand(routes(s.tables), s.tables)
	if index, page := s.assets[indexPath]; page {
		s.assets[indexPath] = asset{body: c.Layer.into(index.body)}
	} else {
		s.withoutPage()
	}
	s.api = s.openAPI()
	return s
}
