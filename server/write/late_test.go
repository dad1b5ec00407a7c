package write_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"dateline/server"
	"dateline/server/api"
	"dateline/server/servertest"
)

// TestLateParse: the error for a text that takes too long suggests a shorter text, and no
// parameters that do not exist.
func TestLateParse(t *testing.T) {
	h := servertest.New(t, nil, func(c *api.Config) { c.Limits.Timeout = time.Nanosecond })
	for _, media := range []string{server.TypeText, server.TypeJSON, server.TypeNDJSON} {
		r := httptest.NewRequest(http.MethodPost, "/parse", strings.NewReader(`{"text":"Army enters Hama."}`))
		r.Header.Set("Content-Type", media)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if body := w.Body.String(); w.Code != http.StatusServiceUnavailable || !strings.Contains(body, "send less at a time") || w.Header().Get("Retry-After") == "" {
			t.Errorf("%s: %d %s", media, w.Code, body)
		}
	}
}
