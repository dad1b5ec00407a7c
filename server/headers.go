package server

import (
	"net/http"
	"strconv"
)

// Policies for browsers (https://www.w3.org/TR/CSP3/).
const (
	policyNothing = "default-src 'none'; frame-ancestors 'none'"
	permissions   = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
	revalidate    = "no-cache"
	vary          = "Accept, Accept-Encoding"
	forever       = "public, max-age=31536000, immutable"
)

// Vary lists the headers that every answer depends on; an answer that depends on more lists them
// all.
const Vary = "Accept, Accept-Encoding"

// setHeaders writes the headers of an answer: those of every answer, then its own, which may
// override them.
func (s *service) setHeaders(h http.Header, method string, a *Answer) {
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Permissions-Policy", permissions)
	h.Set("Content-Security-Policy", policyNothing)
	h.Set("Cross-Origin-Resource-Policy", "cross-origin")
	if method != http.MethodPost {
		h.Set("Access-Control-Allow-Origin", "*")
		h.Set("Access-Control-Expose-Headers", "ETag, Retry-After, Content-Crs, Content-Disposition, Content-Length, Content-Range, Accept-Ranges")
	}
	h.Set("Cache-Control", revalidate)
	if s.Private {
		h.Set("Cache-Control", "private, "+revalidate)
	}
	if a.Private {
		h.Set("Cache-Control", "no-store")
	}
	h.Set("Vary", Vary)
	if a.tag != "" {
		h.Set("ETag", "W/"+strconv.Quote(a.tag)) // weak: encodings differ in bytes, items in timeStamp
	}
	if a.encoding != "" {
		h.Set("Content-Encoding", a.encoding)
	}
	if a.Media != "" {
		h.Set("Content-Type", contentType(a.Media))
	}
	for name, values := range a.Header {
		h[name] = values
	}
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
