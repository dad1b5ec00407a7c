package ogc_test

import (
	"context"
	"dateline/server/servertest"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
)

// TestStreamEndsWithTheClient: writing a file ends when the client disconnects.
func TestStreamEndsWithTheClient(t *testing.T) {
	h := servertest.New(t, servertest.ManyDocuments(5000)) // 15,000 mentions, some megabytes
	for _, f := range []string{"csv", "kml", "geojsonseq"} {
		ctx, leave := context.WithCancel(t.Context())
		w := &leavingWriter{ResponseRecorder: httptest.NewRecorder(), leave: leave}
		func() {
			defer func() {
				if v := recover(); v != http.ErrAbortHandler {
					t.Errorf("%s: the answer ends as a whole one does: %v", f, v)
				}
			}()
			h.ServeHTTP(w, httptest.NewRequestWithContext(ctx, http.MethodGet, "/collections/mentions/items?f="+f, nil))
		}()
		if w.written > 1<<20 {
			t.Errorf("%s: %d bytes for nobody", f, w.written)
		}
	}
}

// leavingWriter is a client that disconnects after the first bytes.
type leavingWriter struct {
	*httptest.ResponseRecorder
	leave   func()
	written int
}

func (w *leavingWriter) Write(b []byte) (int, error) {
	w.written += len(b)
	w.leave()
	return io.Discard.Write(b)
}
