package server

import (
	"net/http"
	"slices"
	"strings"
)

// otherPaths answers at the other paths that clients know resources by: those of
// Nominatim's searches as at the usual ones, /search.php and /search/, and with a
// slash at the end by sending the client to where there is none.
func (s *service) otherPaths(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		bare := strings.TrimRight(r.URL.Path, "/")
		path := strings.TrimSuffix(bare, ".php")
		switch base := s.base(r); {
		case path != r.URL.Path && slices.Contains([]string{"/search", "/reverse", "/lookup", "/status"}, path):
			u := *r.URL
			u.Path, u.RawPath = path, ""
			r = r.WithContext(r.Context())
			r.URL = &u
		case bare != r.URL.Path && bare != "" && base != "":
			to := base + escaped(bare)
			if r.URL.RawQuery != "" {
				to += "?" + r.URL.RawQuery
			}
			setHeaders(w.Header(), r.Method, &answer{})
			w.Header().Set("Location", to)
			w.WriteHeader(http.StatusPermanentRedirect)
			return
		}
		next.ServeHTTP(w, r)
	})
}
