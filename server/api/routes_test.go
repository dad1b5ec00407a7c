package api_test

import (
	"net/http"
	"testing"

	"dateline/server/servertest"

	"github.com/tidwall/gjson"
)

// TestOperationsDiffer: each has its own id, and a description.
func TestOperationsDiffer(t *testing.T) {
	doc := servertest.Get(t, servertest.New(t, nil), "/api")
	seen := map[string]bool{}
	for path, methods := range gjson.Get(doc, "paths").Map() {
		for method, operation := range methods.Map() {
			id := operation.Get("operationId").Str
			if id == "" || seen[id] || operation.Get("summary").Str == "" || !operation.Get("responses.200").Exists() {
				t.Errorf("%s %s: %s", method, path, operation.Raw)
			}
			seen[id] = true
		}
	}
	if len(seen) < 50 {
		t.Errorf("%d operations", len(seen))
	}
	for _, path := range []string{"/index.html", "/favicon.svg"} { // files of the page are not part of the API
		if w := servertest.Ask(servertest.New(t, nil), path); w.Code != http.StatusOK || gjson.Get(doc, "paths").Map()[path].Exists() {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
}
