package server

import (
	"net/http"
	"slices"
	"strings"
)

// otherPaths answers at the other paths that clients of Nominatim know its
// searches by, /search.php and /search/, as at the usual ones.
func otherPaths(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		path := strings.TrimSuffix(strings.TrimSuffix(r.URL.Path, "/"), ".php")
		if path != r.URL.Path && slices.Contains([]string{"/search", "/reverse", "/lookup", "/status"}, path) {
			u := *r.URL
			u.Path, u.RawPath = path, ""
			r = r.WithContext(r.Context())
			r.URL = &u
		}
		next.ServeHTTP(w, r)
	})
}
