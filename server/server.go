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

// Config is what all surfaces share. View is needed.
type Config struct {
	View        func() *view.View   // the newest view
	Collections []schema.Collection // those of View; nil: the usual ones
	Unanswered  func(string) error  // why there is no collection of a name that other servers have, nil for others; nil: there are no such
	Known       func() string       // the version of what answers depend on beside the View; nil: nothing

	Token   string         // whoever shows it may read, add and edit; empty: there is none
	Tokens  *access.Tokens // whom the server knows else; nil: nobody
	Private bool           // nothing is shown but to those with the right to read
	Audit   access.Audit   // the log of writes; nil: none is kept

	// Strict lets bbox select features without a geometry, and datetime those without
	// a date, as OGC 17-069r4 asks.
	Strict bool

	Limits  Limits       // what a request and a client may cost
	Version string       // of the program
	Address string       // where clients find the server, as "https://maps.example"; empty: as they call it
	Log     *slog.Logger // for what clients are not told; nil: nowhere
	LogAll  bool         // log each request, not only those that fail
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
	clients     *clients
	turns       chan struct{} // one for each heavy request that may go on at once
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
}

// New returns the handler of all routes of the surfaces, and of the engine's own.
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
		collections: newCollections(c.Collections),
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
