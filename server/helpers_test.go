package server

import (
	"dateline/view"
	"net/http"
	"net/http/httptest"
)

func viewOf() func() *view.View {
	v := view.New(nil)
	return func() *view.View { return v }
}

// ask sends a GET request.
func ask(h http.Handler, path string) *httptest.ResponseRecorder {
	return askFrom(h, "192.0.2.1:1234", path)
}

func askFrom(h http.Handler, address, path string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodGet, path, nil)
	r.RemoteAddr = address
	for i := 0; i < len(headers); i += 2 {
		r.Header.Add(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}
