package server

import (
	"maps"
	"net/http"
	"strconv"
)

// Policies for browsers (https://www.w3.org/TR/CSP3/).
const (
	policyNothing = "default-src 'none'; frame-ancestors 'none'"
	revalidate    = "no-cache"
	forever       = "public, max-age=31536000, immutable"
)

// Vary lists the headers that every answer depends on; an answer that depends on more lists them
// all.
const Vary = "Accept, Accept-Encoding"

// commonHeaders returns the headers that all answers have. open is whether pages of other sites may
// read them.
func commonHeaders(private, open bool) http.Header {
	h := http.Header{
		"X-Content-Type-Options":       {"nosniff"},
		"Referrer-Policy":              {"no-referrer"},
		"Permissions-Policy":           {"camera=(), geolocation=(), microphone=(), payment=(), usb=()"},
		"Content-Security-Policy":      {policyNothing},
		"Cross-Origin-Resource-Policy": {"cross-origin"},
		"Cache-Control":                {revalidate},
		"Vary":                         {Vary},
	}
	if private {
		h.Set("Cache-Control", "private, "+revalidate)
	}
	if open {
		h.Set("Access-Control-Allow-Origin", "*")
		h.Set("Access-Control-Expose-Headers", "ETag, Retry-After, Content-Crs, Content-Disposition, Content-Length, Content-Range, Accept-Ranges")
	}
	return h
}

// setHeaders writes the headers of an answer: those of every answer, then its own, which may
// override them.
func (s *service) setHeaders(h http.Header, method string, a *Answer) {
	if method == http.MethodPost {
		maps.Copy(h, s.ownHeaders)
	} else {
		maps.Copy(h, s.openHeaders)
	}
	if a.Private {
		h.Set("Cache-Control", "no-store")
	}
	if a.tag != "" {
		h.Set("ETag", "W/"+strconv.Quote(a.tag)) // weak: encodings differ in bytes, items in timeStamp
	}
	if a.encoding != "" {
		h.Set("Content-Encoding", a.encoding)
	}
	if a.Media != "" {
		h.Set("Content-Type", contentType(a.Media))
	}
	maps.Copy(h, a.Header)
}

// preflight answers OPTIONS (https://fetch.spec.whatwg.org/#cors-preflight-fetch): other sites
// may read, with any header without credentials, and not write.
func preflight(allow string) *Answer {
	return &Answer{Status: http.StatusNoContent, Header: http.Header{
		"Allow":                        {allow},
		"Access-Control-Allow-Methods": {"GET, HEAD"},
		"Access-Control-Allow-Headers": {"*"},
		"Access-Control-Max-Age":       {"86400"},
		"Cache-Control":                {"public, max-age=86400"},
	}}
}
