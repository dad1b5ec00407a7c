package server

import (
	"net/http"
	"strings"
)

// otherPaths answers at alternative paths: those of surfaces like the usual ones, and one with a
// trailing slash by redirecting.
func (s *service) otherPaths(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		bare := strings.TrimRight(r.URL.Path, "/")
		path, query, rewritten := s.rewrite(r.URL.Path)
		switch base := s.base(r); {
		case rewritten:
			u := *r.URL
			u.Path, u.RawPath = path, ""
			if name, _, _ := strings.Cut(query, "="); query != "" && !u.Query().Has(name) {
				u.RawQuery = strings.Trim(u.RawQuery+"&"+query, "&")
			}
			r = r.WithContext(r.Context())
			r.URL = &u
		case bare != r.URL.Path && bare != "" && base != "":
			to := base + Escaped(bare)
			if r.URL.RawQuery != "" {
				to += "?" + r.URL.RawQuery
			}
			s.setHeaders(w.Header(), r.Method, &Answer{})
			w.Header().Set("Location", to)
			w.WriteHeader(http.StatusPermanentRedirect)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (s *service) rewrite(path string) (usual, query string, rewritten bool) {
	for _, rewrite := range s.rewrites {
		if usual, query, known := rewrite(path); known {
			return usual, query, usual != path
		}
	}
	return path, "", false
}
