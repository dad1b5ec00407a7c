package server

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"time"

	"dateline/atlas"
)

// request is all that a handler may look at.
type request struct {
	context.Context
	now        time.Time
	view       *atlas.View
	collection *collection // the path's; nil where it names none
	tables     []collection
	base       string // scheme and host of links; empty makes them relative
	path       string
	given      url.Values // the query as sent
	params     params     // the query as read
	media      string     // what the answer is to be
	offers     []string   // what it could be
	vars       func(name string) string

	bodyType string
	body     io.Reader
	turn     *turn // of a POST
}

// read makes a request of what came in: the media type first, as a page's query
// is its own business.
func (s *service) read(r *route, h *http.Request, vars func(string) string) (*request, error) {
	given, err := url.ParseQuery(h.URL.RawQuery)
	if err != nil {
		return nil, newProblem(http.StatusBadRequest, "the query string is broken: %v", err)
	}
	given = r.withLanguage(given, h.Header)
	req := &request{
		Context: h.Context(), now: s.now(), view: s.View(), collection: r.collection, tables: s.tables, base: s.base(h), path: h.URL.Path, given: given,
		offers: r.offers, vars: vars, body: h.Body,
	}
	if len(r.offers) > 0 {
		if req.media, err = negotiate(given, h.Header.Values("Accept"), r.offers); err != nil {
			return nil, err
		}
	}
	if r.page && (req.media == typeHTML || len(r.offers) == 0) {
		req.given = url.Values{"embed": given["embed"]} // the rest is for the page's scripts
		return req, nil
	}
	if err := s.admit(r, req); err != nil {
		return nil, err
	}
	if req.params, err = readParams(r.params, given, r.collection); err != nil {
		return nil, err
	}
	req.params.Strict = s.Strict
	if r.form { // it is in the query
		return req, nil
	}
	req.bodyType, err = bodyType(r.accepts, h.Header)
	return req, err
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

// layer returns the collection's features.
func (req *request) layer() (*atlas.Layer, error) {
	l, ok := req.view.Layer(req.collection.ID)
	if !ok {
		return nil, notFound(req.path)
	}
	return l, nil
}
