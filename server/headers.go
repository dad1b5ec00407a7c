package server

import (
	"net/http"
	"strconv"
)

// Policies for browsers (https://www.w3.org/TR/CSP3/).
const (
	policyNothing = "default-src 'none'; frame-ancestors 'none'"
	policyPage    = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
		"font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors "
	permissions = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
	revalidate  = "no-cache"
	vary        = "Accept, Accept-Encoding"
	forever     = "public, max-age=31536000, immutable"
)

// setHeaders writes the headers of an answer: what every answer has, then its
// own, which may be others.
func setHeaders(h http.Header, method string, a *answer) {
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
	if a.private {
		h.Set("Cache-Control", "no-store")
	}
	h.Set("Vary", vary)
	if a.tag != "" {
		h.Set("ETag", "W/"+strconv.Quote(a.tag)) // weak: encodings differ in bytes, items in timeStamp
	}
	if a.encoding != "" {
		h.Set("Content-Encoding", a.encoding)
	}
	if a.media != "" {
		h.Set("Content-Type", contentType(a.media))
	}
	for name, values := range a.header {
		h[name] = values
	}
}

// preflight answers OPTIONS (https://fetch.spec.whatwg.org/#cors-preflight-fetch):
// other sites may read, with any header that is no secret, not write.
func preflight(allow string) *answer {
	return &answer{status: http.StatusNoContent, header: http.Header{
		"Allow":                        {allow},
		"Access-Control-Allow-Methods": {"GET, HEAD"},
		"Access-Control-Allow-Headers": {"*"},
		"Access-Control-Max-Age":       {"86400"},
		"Cache-Control":                {"public, max-age=86400"},
	}}
}
