package server

import "net/http"

// Limits of a request before its body, in bytes.
const (
	maxURL    = 32 << 10
	maxHeader = 32 << 10
)

// bounded refuses requests whose address or header is too long. net/http refuses those above
// maxHeaderBytes.
func (s *service) bounded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case len(r.RequestURI) > maxURL:
			s.refuse(w, r, NewProblem(http.StatusRequestURITooLong, "the URL is longer than %d bytes; send a long filter as a form by POST to /collections/{collection}/items", maxURL))
		case headerBytes(r.Header) > maxHeader:
			s.refuse(w, r, NewProblem(http.StatusRequestHeaderFieldsTooLarge, "the headers are longer than %d bytes together", maxHeader))
		default:
			next.ServeHTTP(w, r)
		}
	})
}

func headerBytes(h http.Header) int {
	n := 0
	for name, values := range h {
		for _, value := range values {
			n += len(name) + len(value) + len(": \r\n")
		}
	}
	return n
}

// refuse answers with a problem before routing.
func (s *service) refuse(w http.ResponseWriter, r *http.Request, p *Problem) {
	a := s.failure(p)
	s.setHeaders(w.Header(), r.Method, a)
	w.WriteHeader(a.Status)
	_, _ = w.Write(a.Body) // fails if the client has gone
}
