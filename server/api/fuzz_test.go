package api_test

import (
	"dateline/server"
	"dateline/server/api"
	"dateline/server/servertest"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

// FuzzItems: no query makes the server fail, and every refusal is explained.
func FuzzItems(f *testing.F) {
	for _, q := range []string{
		"limit=10", "bbox=1,2,3,4&datetime=2019-08-22", "limit=-1", "q=%D8%AE&f=json", "position=3&limit=99999999999999999999", "a=b", "%zz", ";", "f=html", "bbox=,,,", "filter=name+LIKE+%27a%25%27&sortby=-date&limit=1", "crs=x", "properties=name&bbox-crs=y",
	} {
		f.Add(q, "*/*")
	}
	h := servertest.New(f, servertest.Documents(), func(c *api.Config) { c.Limits.ClientSteps = -1 })
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
	h := servertest.New(f, nil)
	f.Fuzz(func(t *testing.T, body string, kind uint8) {
		r := httptest.NewRequest(http.MethodPost, "/parse", strings.NewReader(body))
		r.Header.Set("Content-Type", []string{server.TypeText, server.TypeJSON, server.TypeNDJSON}[kind%3])
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		switch w.Code {
		case http.StatusOK, http.StatusBadRequest, http.StatusTooManyRequests:
		default:
			t.Errorf("%q: %d %s", body, w.Code, w.Body)
		}
	})
}

// FuzzQuery: no query of the other routes makes the server fail.
func FuzzQuery(f *testing.F) {
	paths := []string{
		"/search", "/reverse", "/lookup", "/status", "/tiles/fronts/3/4/3.mvt", "/tiles/mentions.json", "/collections/mentions/sums", "/collections/mentions/facets", "/collections/mentions/articles",
		"/collections/places/items", "/collections/fronts/items", "/tiles/WebMercatorQuad/0/0/0",
	}
	for i, q := range []string{
		"q=Hama&near=36,35&countrycodes=sy", "lat=35&lon=36&zoom=3&format=json", "filter=S_WITHIN(geometry,BBOX(0,0,40,40))", "bbox=170,-90,-170,90&bbox-crs=x",
		"by=place,day&date=published&datetime=../2020-01-01", "q=%D8%AD", "limit=1", "sortby=-mentions,name&position=e30", "filter-lang=cql2-json&filter={%22op%22:%22isNull%22,%22args%22:[{%22property%22:%22date%22}]}", "collections=mentions,fronts",
		"q=a&lat=1&lon=&viewbox=1,2,3&bounded=1", "f=csv&bom=1",
	} {
		f.Add(uint8(i), q)
	}
	h := servertest.New(f, servertest.Documents(), func(c *api.Config) { c.Limits.ClientSteps = -1 })
	f.Fuzz(func(t *testing.T, path uint8, query string) {
		r := httptest.NewRequest(http.MethodGet, paths[int(path)%len(paths)], nil)
		r.URL.RawQuery = query
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		switch w.Code {
		case http.StatusOK, http.StatusNoContent, http.StatusBadRequest, http.StatusNotFound, http.StatusNotAcceptable, http.StatusTooManyRequests:
		default:
			t.Errorf("%s?%s: %d %s", r.URL.Path, query, w.Code, w.Body)
		}
	})
}
