package server

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"slices"
	"time"

	"dateline/access"
	"dateline/feature"
	"dateline/query"
	"dateline/view"
)

// Request is all that a handler may look at.
type Request struct {
	context.Context
	Now         time.Time
	View        *view.View
	Collection  *Collection // the path's; nil where it names none
	Collections []Collection
	Base        string // scheme and host of links; empty makes them relative
	Path        string
	Query       url.Values // as sent
	Media       string     // what the answer is to be
	Offers      []string   // what it could be
	Timeout     time.Duration

	Select query.Query // by the filters of the collection
	Limit  int         // by ParamLimit
	Own    any         // what Route.Own made

	TakesTokens bool // there are any that could be shown

	Who      string // name of the token, of a request that changes something
	BodyType string
	Body     io.Reader // of a POST

	days    *feature.Days // that datetime gives to collections that differ by them; nil: all
	vars    func(name string) string
	filters filterSystems
	turn    *turn // of a POST
	api     []byte
	token   func(secret string) (access.Token, error)
	holder  func(need access.Right) (access.Token, error)
	may     func() bool
	shown   func() string
	local   func() bool
}

// Var returns the value of a variable of the path.
func (req *Request) Var(name string) string { return req.vars(name) }

// Permission tells whenever it is asked whether the client still may have the answer: a
// token can be revoked or end while one without an end is sent.
func (req *Request) Permission() func() bool { return req.may }

// Rest lets other requests have their turn until there is more to compute, as
// before waiting for a lock. It is for handlers of POST.
func (req *Request) Rest() { req.turn.end() }

// Token returns the token of a secret, or why it is none.
func (req *Request) Token(secret string) (access.Token, error) { return req.token(secret) }

// Session returns the token that the request shows, by header or cookie, though it needs
// none; false where it shows none that holds.
func (req *Request) Session() (access.Token, bool) {
	secret := req.shown()
	if secret == "" {
		return access.Token{}, false
	}
	t, err := req.token(secret)
	return t, err == nil
}

// Need returns why whoever asks has no right, for what only some requests of a route
// need one for.
func (req *Request) Need(right access.Right) error {
	_, err := req.holder(right)
	return err
}

// IsLocal reports whether somebody at this computer asks, as far as can be told.
func (req *Request) IsLocal() bool { return req.local() }

// Layer returns what answers for the collection.
func (req *Request) Layer() (view.Reader, error) {
	l, _, err := req.LayerOf(req.Collection)
	return l, err
}

// LayerOf returns what answers for a collection and what selects of it: where the
// collection differs by the day, datetime says which day it is, of an interval the last
// that anything was written of, and selects nothing more.
func (req *Request) LayerOf(c *Collection) (view.Reader, *query.Query, error) {
	q := req.Select
	if c.Daily {
		q.Datetime = nil
	}
	l, found, err := req.View.Reader(req, c.ID, req.days)
	if err == nil && !found {
		err = NotFound(req.Path)
	}
	return l, &q, err
}

// read makes a request of what came in: the media type first, as a page's query
// is its own business.
func (s *service) read(r *Route, h *http.Request, vars func(string) string) (*Request, error) {
	given, err := url.ParseQuery(h.URL.RawQuery)
	if err != nil {
		return nil, NewProblem(http.StatusBadRequest, "the query string is broken: %v", err)
	}
	given = r.withHeaders(given, h.Header)
	req := &Request{
		Context: h.Context(), Now: s.now(), View: s.View(), Collection: r.collection, Collections: s.collections, Base: s.base(h), Path: h.URL.Path, Query: given,
		Offers: r.Offers, Timeout: s.Limits.Timeout, Body: h.Body, vars: vars, api: s.api, token: s.token,
		may:   func() bool { _, err := s.authorize(r, h); return err == nil },
		shown: func() string { secret, _ := secretOf(h); return secret }, TakesTokens: s.Token != "" || s.Tokens != nil,
		holder: func(need access.Right) (access.Token, error) { return s.holder(h, need, false) }, local: func() bool { return s.isLocal(h) },
	}
	if len(r.Offers) > 0 {
		if req.Media, err = negotiate(given, h.Header.Values("Accept"), r.Offers); err != nil {
			return nil, err
		}
	}
	if r.Page && (req.Media == TypeHTML || len(r.Offers) == 0) {
		return req, nil // its query is for the page's scripts
	}
	if err := s.admit(r, req); err != nil {
		return nil, err
	}
	req.Select.Strict = s.Strict
	if r.Own != nil {
		req.Own = r.Own()
	}
	if err := req.readParams(r.Params); err != nil {
		return nil, err
	}
	req.takeDays()
	if r.Form { // it is in the query
		return req, nil
	}
	req.BodyType, err = bodyType(r.Accepts, h.Header)
	return req, err
}

// takeDays takes the days of datetime, of which nothing is left to select by where the
// path's collection differs by the day.
func (req *Request) takeDays() {
	req.days = req.Select.Datetime
	if req.Collection != nil && req.Collection.Daily {
		req.Select.Datetime = nil
	}
}

// withHeaders puts headers in the places of parameters that they may stand for.
func (r *Route) withHeaders(given url.Values, h http.Header) url.Values {
	for i := range r.Params {
		p := &r.Params[i]
		if p.FromHeader == nil || given.Has(p.Name) {
			continue
		}
		if value := p.FromHeader(h); value != "" {
			given = With(given, p.Name, value)
		}
	}
	return given
}

// base returns where links begin.
func (s *service) base(h *http.Request) string {
	if s.Address != "" {
		return s.Address
	}
	v := s.seenBy(h)
	if v.host == "" {
		return ""
	}
	return v.scheme + "://" + v.host + v.prefix
}

// admit refuses what is likely to cost much when it can't be afforded.
func (s *service) admit(r *Route, req *Request) error {
	costly := func(p Param) bool { return p.Costly && req.Query.Has(p.Name) }
	switch {
	case r.changes():
		return s.memory.check()
	case r.Costly || slices.Contains(r.Heavy, req.Media) || slices.ContainsFunc(r.Params, costly):
		return s.afford(clientOf(req))
	}
	return nil
}
