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

// Request is everything a handler may look at.
type Request struct {
	context.Context
	Now         time.Time
	View        *view.View
	Collection  *Collection // in the path; nil for none
	Collections []Collection
	Base        string // scheme and host of links; empty makes them relative
	Path        string
	Query       url.Values // as sent
	Media       string     // negotiated
	Offers      []string   // offered
	Timeout     time.Duration

	Select query.Query // from the filters of the collection
	Limit  int         // by ParamLimit
	Own    any         // made by Route.Own

	TakesTokens bool // whether there are any tokens

	Who      string // name of the token, for requests that change something
	BodyType string
	Body     io.Reader // of a POST

	days    *feature.Days // from datetime, for collections that depend on the day; nil: all
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

// Var returns the value of a path variable.
func (req *Request) Var(name string) string { return req.vars(name) }

// Permission returns a function that reports whether the client may still have the answer: a
// token can be revoked or expire during an endless one.
func (req *Request) Permission() func() bool { return req.may }

// Yield lets other requests compute until this one does again, as before it waits for a lock. It is
// for handlers of POST.
func (req *Request) Yield() { req.turn.end() }

// Token returns the token with a secret, or an error.
func (req *Request) Token(secret string) (access.Token, error) { return req.token(secret) }

// Session returns the request's token, in the header or cookie, even if none is required; false
// if it has no valid one.
func (req *Request) Session() (access.Token, bool) {
	secret := req.shown()
	if secret == "" {
		return access.Token{}, false
	}
	t, err := req.token(secret)
	return t, err == nil
}

// Need returns an error if the client lacks a right that only some requests of a route require.
func (req *Request) Need(right access.Right) error {
	_, err := req.holder(right)
	return err
}

// IsLocal reports whether the request comes from this computer, as far as is known.
func (req *Request) IsLocal() bool { return req.local() }

// Layer returns the reader of the collection.
func (req *Request) Layer() (view.Reader, error) {
	l, _, err := req.LayerOf(req.Collection)
	return l, err
}

// LayerOf returns the reader of a collection and the query on it: if the collection depends on
// the day, datetime chooses the day, the last with reports in an interval, and selects nothing
// further.
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

// read reads a request: the media type first, as the query of a page is for its scripts.
func (s *service) read(r *Route, h *http.Request, vars func(string) string) (*Request, error) {
	given, err := url.ParseQuery(h.URL.RawQuery)
	if err != nil {
		return nil, NewProblem(http.StatusBadRequest, "the query string is malformed: %v", err)
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

// takeDays takes the days of datetime out of the query if the path's collection depends on the
// day.
func (req *Request) takeDays() {
	req.days = req.Select.Datetime
	if req.Collection != nil && req.Collection.Daily {
		req.Select.Datetime = nil
	}
}

// withHeaders sets parameters from the headers that they replace.
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

// base returns the prefix of links.
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

// admit refuses requests that are likely to be too expensive now.
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
