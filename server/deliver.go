package server

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
)

// respond answers a request, whatever happens.
func (s *service) respond(r *route, h *http.Request, vars func(string) string) (a *answer) {
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

// panicError makes an error of a panic, with the stack.
func panicError(v any) error { return fmt.Errorf("panic: %v\n%s", v, debug.Stack()) }

func (s *service) answer(r *route, h *http.Request, vars func(string) string) (*answer, error) {
	if r.secured {
		if err := s.authorize(h.Header.Get("Authorization")); err != nil {
			return nil, err
		}
	}
	if (r.method == http.MethodGet || r.form) && !r.endless {
		return s.get(r, h, vars)
	}
	req, err := s.read(r, h, vars)
	if err != nil {
		return nil, err
	}
	c := clientOf(req)
	if r.secured {
		c = &client{turn: c.turn} // it takes turns, and has no share to use up
	}
	ctx, turn := s.metered(req.Context, c)
	defer turn.end()
	req.Context, req.turn, req.body = ctx, turn, awaited{req.body, turn}
	return r.answer(s, req)
}

// admit refuses what is likely to cost much when it can't be afforded.
func (s *service) admit(r *route, req *request) error {
	costly := func(p param) bool { return p.costly && req.given.Has(p.name) }
	switch {
	case r.secured:
		return s.memory.check()
	case r.costly || req.isDownload() || slices.ContainsFunc(r.params, costly):
		return s.afford(clientOf(req))
	}
	return nil
}

// get answers from the cache, from what the client has, or anew; of requests for
// the same at the same time one makes the answer for all.
func (s *service) get(r *route, h *http.Request, vars func(string) string) (*answer, error) {
	condition, encoding := h.Header.Get("If-None-Match"), encodingFor(h.Header)
	if match := strings.TrimSpace(h.Header.Get("If-Match")); match != "" && match != "*" {
		return nil, newProblem(http.StatusPreconditionFailed, "If-Match asks for a strong entity tag (RFC 9110, 13.1.1), and here there are weak ones only; leave it out")
	}
	asked := s.asked(h, encoding)
	if a, found := s.cache.get(asked); found {
		return a.unless(condition), nil
	}
	req, err := s.read(r, h, vars)
	if err != nil {
		return nil, err
	}
	key := s.key(r, req)
	if a := (&answer{tag: tagOf(key)}); r.live && hasTag(condition, a.tag) {
		return a.unless(condition), nil
	}
	ctx, cancel := context.WithTimeout(req.Context, s.Limits.Timeout)
	defer cancel()
	a, err := s.flight.do(ctx, asked, func(ctx context.Context) (*answer, error) {
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

// asked says what is asked for, word by word: all that an answer depends on.
func (s *service) asked(h *http.Request, encoding string) string {
	return strings.Join([]string{
		s.View().Version, s.base(h), h.URL.Path, h.URL.RawQuery,
		strings.Join(h.Header.Values("Accept"), ","), h.Header.Get("Accept-Language"), encoding,
	}, "\n")
}

// make makes an answer and keeps it, unless it was made since it was looked for.
func (s *service) make(r *route, req *request, key, encoding, asked string) (*answer, error) {
	if a, found := s.cache.get(asked); found {
		return a, nil
	}
	a, err := s.makeAnswer(r, req, key)
	if err != nil {
		return nil, err
	}
	if a.stream != nil {
		a.key = key
		return compressedStream(a, encoding), nil
	}
	if a, err = compressed(a, encoding); err != nil {
		return nil, err
	}
	s.cache.put(asked, a)
	return a, nil
}

// unless returns the answer, or that the client has it already.
func (a *answer) unless(condition string) *answer {
	if condition != "" && (hasTag(condition, a.tag) || strings.TrimSpace(condition) == "*") {
		return &answer{status: http.StatusNotModified, tag: a.tag, header: a.header}
	}
	return a
}

func (s *service) makeAnswer(r *route, req *request, key string) (*answer, error) {
	a, err := r.answer(s, req)
	if err != nil {
		return nil, err
	}
	if req.media == typeHTML && a.media == typeHTML && !r.page {
		a = s.htmlOf(req, a)
	}
	if r.live {
		a.tag = tagOf(key)
	} else {
		a.tag = tagOf(string(a.body))
	}
	return a, nil
}

// key says all that an answer depends on. Of a view that is its version, and of
// the program its version.
func (s *service) key(r *route, req *request) string {
	version := ""
	if r.live {
		version = s.Version + " " + req.view.Version
	}
	return strings.Join([]string{version, req.base, req.path, req.given.Encode(), req.media}, "\n")
}

// tagOf makes an entity tag: 64 bits of SHA-256 in hex.
func tagOf(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:8])
}

// hasTag looks for a tag in an If-None-Match header by weak comparison
// (RFC 9110, 8.8.3.2).
func hasTag(header, tag string) bool {
	for member := range strings.SplitSeq(header, ",") {
		if strings.TrimPrefix(strings.TrimSpace(member), "W/") == strconv.Quote(tag) {
			return true
		}
	}
	return false
}
