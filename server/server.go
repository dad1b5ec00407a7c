// Package server is the HTTP engine below the surfaces of the API: it routes,
// negotiates media types, reads parameters, bounds the cost of a request, caches
// answers, and turns errors into problem documents. Each surface is a subpackage;
// package server/api assembles them.
//
// # How a request is answered
//
// A surface is a table of routes. A request goes through five steps, one file each:
// negotiate.go chooses the media type, params.go reads the query, the route's
// handler makes an answer, deliver.go tags, compresses and caches it, and problem.go
// turns any error into an answer. A handler is a function of a
// request, without side effects, and knows neither gin nor net/http's writers;
// gin.go is the only file that does.
//
// A request uses one View throughout. The entity tag of an answer from a View is made
// of the View's version and the request, so 304 Not Modified needs no answer to be
// made.
package server

import (
	"context"
	"log/slog"
	"net/http"
	"net/netip"
	"runtime"
	"strings"
	"time"

	"dateline/access"
	"dateline/schema"
	"dateline/view"
)

// Config configures all surfaces. View is required.
type Config struct {
	View        func() *view.View           // the newest view
	Collections []schema.Collection         // those of View; nil: the default
	Ready       func(context.Context) error // why requests can't be answered at the moment, for anybody; nil: they always can
	Known       func() string               // version of what answers depend on besides the View; nil: none

	Token   string         // its holder may read, add and edit; empty: none
	Tokens  *access.Tokens // further tokens; nil: none
	Private bool           // only those with the right to read see anything
	Audit   access.Audit   // log of writes; nil: none

	// Strict lets bbox select features without a geometry, and datetime those without
	// a date, as OGC 17-069r4 asks.
	Strict bool

	Limits  Limits       // what a request and a client may cost
	Version string       // of the program
	Address string       // public address, as "https://maps.example"; empty: as requested
	Log     *slog.Logger // for what clients are not told; nil: none
	LogAll  bool         // log every request, not only failed ones
}

// Limits bound what a request and a client may cost. A step of work is some 10 nanoseconds of
// one core. Zero means the default, negative no limit.
type Limits struct {
	Timeout        time.Duration  // for an answer, or the start of a stream: 15 seconds
	QuerySteps     int            // for a filter: 400 million
	ClientSteps    int            // for an address in a second, with a burst of twenty times that: 40 million
	TrustedProxies []netip.Prefix // whose X-Forwarded-For is believed
}

// withDefaults replaces zeros by defaults, and negative values by zero.
func (l Limits) withDefaults() Limits {
	if l.Timeout == 0 {
		l.Timeout = defaultTimeout
	}
	l.QuerySteps, l.ClientSteps = limitOr(l.QuerySteps, 400_000_000), limitOr(l.ClientSteps, 40_000_000)
	return l
}

// limitOr returns a limit, the default for 0, and 0 for none.
func limitOr(limit, usual int) int {
	if limit == 0 {
		return usual
	}
	return max(limit, 0)
}

// service is a prepared Config.
type service struct {
	Config
	clients     *clients
	turns       chan struct{} // one for each heavy request that may run at once
	memory      memory
	collections []Collection
	routes      []Route
	rewrites    []func(path string) (usual, query string, known bool)
	api         []byte // the OpenAPI document
	cache       *cache
	flight      flight
	files       files
	now         func() time.Time
	crossOrigin http.CrossOriginProtection
	writes      writes
	meters      *meters
	openHeaders http.Header // of answers that pages of other sites may read; their values are shared
	ownHeaders  http.Header // of the others
}

// New returns a handler of all routes of the surfaces, and of the engine's own.
func New(c Config, surfaces ...Surface) http.Handler { return newService(c, surfaces).engine() }

func newService(c Config, surfaces []Surface) *service {
	if c.Collections == nil {
		c.Collections = schema.Collections()
	}
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	c.Limits = c.Limits.withDefaults()
	c.Address = strings.TrimSuffix(c.Address, "/")
	s := &service{
		Config: c, cache: newCache(cacheBytes), now: time.Now, memory: memory{readMemory},
		clients: newClients(c.Limits.ClientSteps), turns: make(chan struct{}, max(1, runtime.GOMAXPROCS(0)-1)),
		collections: newCollections(c.Collections), openHeaders: commonHeaders(c.Private, true), ownHeaders: commonHeaders(c.Private, false),
	}
	all := append([]Surface{s.surface()}, surfaces...)
	for _, x := range all {
		s.routes = append(s.routes, x.expand(s.collections)...)
		if x.Rewrite != nil {
			s.rewrites = append(s.rewrites, x.Rewrite)
		}
	}
	s.api = s.openAPI(all)
	s.meters = newMeters(s)
	return s
}
