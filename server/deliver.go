package server

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"runtime/debug"
	"strconv"
	"strings"
)

// respond answers a request, whatever happens.
func (s *service) respond(r *route, h *http.Request, vars func(string) string) (a *answer) {
	defer func() {
		if v := recover(); v != nil {
			a = s.failure(fmt.Errorf("panic at %s: %v\n%s", h.URL.Path, v, debug.Stack()))
		}
	}()
	a, err := s.answer(r, h, vars)
	if err != nil {
		return s.failure(err)
	}
	return a
}

func (s *service) answer(r *route, h *http.Request, vars func(string) string) (*answer, error) {
	if r.secured {
		if err := s.authorize(h.Header.Get("Authorization")); err != nil {
			return nil, err
		}
	}
	req, err := s.read(r, h, vars)
	if err != nil {
		return nil, err
	}
	if r.method == http.MethodGet && !r.endless {
		return s.get(r, req, h.Header)
	}
	return r.answer(s, req)
}

// get answers from what the client has, from the cache, or anew.
func (s *service) get(r *route, req *request, h http.Header) (*answer, error) {
	key, zip := s.key(r, req), takesGzip(h.Get("Accept-Encoding"))
	condition := h.Get("If-None-Match")
	if r.live && hasTag(condition, tagOf(key)) {
		return &answer{status: http.StatusNotModified, tag: tagOf(key)}, nil
	}
	kept := key + "\n" + strconv.FormatBool(zip)
	a, found := s.cache.get(kept)
	if !found {
		var err error
		if a, err = s.makeAnswer(r, req, key); err != nil {
			return nil, err
		}
		switch {
		case a.stream != nil && zip:
			a = zipped(a)
		case a.stream != nil:
		case zip:
			a = compressed(a)
		}
		if a.stream == nil {
			s.cache.put(kept, a)
		}
	}
	if hasTag(condition, a.tag) || strings.TrimSpace(condition) == "*" {
		return &answer{status: http.StatusNotModified, tag: a.tag, header: a.header}, nil
	}
	return a, nil
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
