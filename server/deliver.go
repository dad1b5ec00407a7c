package server

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"runtime/debug"
	"strconv"
	"strings"
)

// respond answers a request in every case.
func (s *service) respond(r *Route, h *http.Request, vars func(string) string) (a *Answer) {
	defer func() {
		if v := recover(); v != nil {
			a = s.failure(fmt.Errorf("%s: %w", h.URL.Path, panicError(v)))
		}
	}()
	a, err := s.answer(r, h, vars)
	if err != nil {
		return s.failure(fmt.Errorf("%s: %w", h.URL.Path, err))
	}
	return a
}

// panicError turns a panic into an error with the stack.
func panicError(v any) error { return fmt.Errorf("panic: %v\n%s", v, debug.Stack()) }

func (s *service) answer(r *Route, h *http.Request, vars func(string) string) (*Answer, error) {
	who, err := s.authorize(r, h)
	if err != nil {
		return s.signIn(h, err)
	}
	observationOf(h.Context()).who = who
	if (r.Method == http.MethodGet || r.Form) && !r.Endless && !r.Fresh {
		return s.get(r, h, vars)
	}
	req, err := s.read(r, h, vars)
	if err != nil {
		return nil, err
	}
	c := clientOf(req)
	if r.changes() {
		c = &client{address: c.address, turn: c.turn} // it takes turns, but has no budget
		req.Who = who
	}
	ctx, turn := s.metered(req.Context, c)
	defer turn.end()
	req.Context, req.turn, req.Body = ctx, turn, awaited{req.Body, turn}
	a, err := r.Handle(req)
	if err != nil {
		return nil, err
	}
	for _, fault := range a.Faults {
		s.logOf(h.Context()).Error("part of a request failed", "path", h.URL.Path, "error", withStack(fault))
	}
	if r.changes() {
		s.record(h, r, who, a)
	}
	return a, nil
}

// get answers from the cache, with 304, or anew; concurrent requests for the same share one
// computation.
func (s *service) get(r *Route, h *http.Request, vars func(string) string) (*Answer, error) {
	condition, encoding := h.Header.Get("If-None-Match"), encodingFor(h.Header)
	if match := strings.TrimSpace(h.Header.Get("If-Match")); match != "" && match != "*" {
		return nil, NewProblem(http.StatusPreconditionFailed, "If-Match needs a strong entity tag (RFC 9110, 13.1.1), and this server has weak ones only; leave it out")
	}
	asked := s.cacheKey(h, encoding)
	if a, found := s.cache.get(asked); found {
		return a.unless(condition), nil
	}
	req, err := s.read(r, h, vars)
	if err != nil {
		return nil, err
	}
	key := s.key(r, req)
	if a := (&Answer{tag: tagOf(key)}); r.Live && hasTag(condition, a.tag) {
		return a.unless(condition), nil
	}
	ctx, cancel := context.WithTimeout(req.Context, s.Limits.Timeout)
	defer cancel()
	a, err := s.flight.do(ctx, asked, func(ctx context.Context) (*Answer, error) {
		ctx, turn := s.metered(ctx, clientOf(ctx))
		defer turn.end()
		req.Context = ctx
		return s.make(r, req, key, encoding, asked)
	})
	if err != nil {
		return nil, err
	}
	return a.unless(condition), nil
}

// cacheKey returns the request in the form on which its answer depends.
func (s *service) cacheKey(h *http.Request, encoding string) string {
	return strings.Join([]string{
		s.View().Version, s.known(), s.base(h), h.URL.Path, h.URL.RawQuery,
		strings.Join(h.Header.Values("Accept"), ","), h.Header.Get("Accept-Language"), encoding,
	}, "\n")
}

func (s *service) known() string {
	if s.Known == nil {
		return ""
	}
	return s.Known()
}

// make makes and caches an answer, unless that has happened since the look-up.
func (s *service) make(r *Route, req *Request, key, encoding, asked string) (*Answer, error) {
	if a, found := s.cache.get(asked); found {
		return a, nil
	}
	a, err := s.makeAnswer(r, req, key)
	if err != nil {
		return nil, err
	}
	if a.Stream != nil {
		a.key = key
		return compressedStream(a, encoding), nil
	}
	if a, err = compressed(a, encoding); err != nil {
		return nil, err
	}
	if !a.Private {
		s.cache.put(asked, a)
	}
	return a, nil
}

// unless returns the answer, or 304 if the client has it.
func (a *Answer) unless(condition string) *Answer {
	if condition != "" && (hasTag(condition, a.tag) || strings.TrimSpace(condition) == "*") {
		return &Answer{Status: http.StatusNotModified, tag: a.tag, Header: a.Header}
	}
	return a
}

func (s *service) makeAnswer(r *Route, req *Request, key string) (*Answer, error) {
	a, err := r.Handle(req)
	if err != nil {
		return nil, err
	}
	if r.Live {
		a.tag = tagOf(key)
	} else {
		a.tag = tagOf(string(a.Body))
	}
	return a, nil
}

// key identifies everything an answer depends on, including the versions of the view and of the
// program.
func (s *service) key(r *Route, req *Request) string {
	version := ""
	if r.Live {
		version = s.Version + " " + req.View.Version
	}
	return strings.Join([]string{version, req.Base, req.Path, req.Query.Encode(), req.Media}, "\n")
}

// tagOf returns an entity tag: 64 bits of SHA-256 in hex.
func tagOf(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:8])
}

// hasTag looks up a tag in an If-None-Match header by weak comparison (RFC 9110, 8.8.3.2).
func hasTag(header, tag string) bool {
	for member := range strings.SplitSeq(header, ",") {
		if strings.TrimPrefix(strings.TrimSpace(member), "W/") == strconv.Quote(tag) {
			return true
		}
	}
	return false
}
