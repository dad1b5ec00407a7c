package server

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

// FuzzItems: no query makes the server fail, and what it refuses it explains.
func FuzzItems(f *testing.F) {
	for _, q := range []string{
		"limit=10", "bbox=1,2,3,4&datetime=2019-08-22", "limit=-1", "q=%D8%AE&f=json", "position=3&limit=99999999999999999999", "a=b", "%zz", ";", "f=html", "bbox=,,,", "filter=name+LIKE+%27a%25%27&sortby=-date&limit=1", "crs=x", "properties=name&bbox-crs=y",
	} {
		f.Add(q, "*/*")
	}
	h := newTestServer(f, testDocuments())
	f.Fuzz(func(t *testing.T, query, accept string) {
		r := httptest.NewRequest(http.MethodGet, "/collections/mentions/items", nil)
		r.URL = &url.URL{Path: r.URL.Path, RawQuery: query}
		r.Header.Set("Accept", accept)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		switch w.Code {
		case http.StatusOK, http.StatusBadRequest, http.StatusNotAcceptable:
		default:
			t.Errorf("%q with %q: %d", query, accept, w.Code)
		}
		if strings.HasSuffix(w.Header().Get("Content-Type"), "json") && !json.Valid(w.Body.Bytes()) {
			t.Errorf("%q: no JSON: %s", query, w.Body)
		}
	})
}

// FuzzParse: no body makes the server fail.
func FuzzParse(f *testing.F) {
	for _, body := range []string{
		"Fighting near Hama.", `{"id":1,"text":"Hama"}`, `{"text":"Hama","spans":[{"start":0,"end":4}]}`, "{\"text\":\"a\"}\n{\"text\":\"b\"}", "[", "\x00", "<html>",
	} {
		for kind := range uint8(3) {
			f.Add(body, kind)
		}
	}
	h := newTestServer(f, nil)
	f.Fuzz(func(t *testing.T, body string, kind uint8) {
		r := httptest.NewRequest(http.MethodPost, "/parse", stringReader(body))
		r.Header.Set("Content-Type", []string{typeText, typeJSON, typeNDJSON}[kind%3])
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		switch w.Code {
		case http.StatusOK, http.StatusBadRequest, http.StatusTooManyRequests:
		default:
			t.Errorf("%q: %d %s", body, w.Code, w.Body)
		}
	})
}
