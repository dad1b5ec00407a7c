package api_test

import (
	"dateline/server"
	"dateline/server/api"
	"dateline/server/servertest"
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"
	"testing/synctest"
	"time"
)

// TestWorkIsCharged: a client that has used up its share is refused costly requests, but not plain
// pages, until the share has recovered.
func TestWorkIsCharged(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := servertest.New(t, servertest.ManyDocuments(2000), func(c *api.Config) { c.Limits.ClientSteps = 1000 })
		filtered := func(i int) string {
			return fmt.Sprintf("/collections/mentions/items?limit=1&filter=sentence+LIKE+'%%25zq%d%%25'", i)
		}
		var w *httptest.ResponseRecorder
		n := 0
		for ; n < 100; n++ {
			if w = servertest.AskFrom(h, "192.0.2.7:99", filtered(n)); w.Code != http.StatusOK {
				break
			}
		}
		if w.Code != http.StatusTooManyRequests || w.Header().Get("Retry-After") == "" || w.Header().Get("Content-Type") != server.TypeProblem || n == 0 {
			t.Fatalf("after %d filters: %d %v", n, w.Code, w.Header())
		}
		for _, path := range []string{"/search?q=Hama", "/collections/mentions/items?f=csv", "/collections/mentions/items?sortby=date", "/collections/mentions/items?q=zq"} {
			if w := servertest.AskFrom(h, "192.0.2.7:100", path); w.Code != http.StatusTooManyRequests {
				t.Errorf("%s: %d", path, w.Code)
			}
		}
		if w := servertest.AskFrom(h, "192.0.2.7:101", "/collections/mentions/items?limit=3"); w.Code != http.StatusOK {
			t.Errorf("a plain page: %d", w.Code)
		}
		if w := servertest.AskFrom(h, "192.0.2.8:99", filtered(1000)); w.Code != http.StatusOK {
			t.Errorf("somebody else: %d", w.Code)
		}
		time.Sleep(time.Hour)
		if w := servertest.AskFrom(h, "192.0.2.7:99", filtered(1001)); w.Code != http.StatusOK {
			t.Errorf("an hour later: %d", w.Code)
		}
	})
}
