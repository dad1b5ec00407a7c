package api_test

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"dateline/archive"
	"dateline/document"
	"dateline/server"
	"dateline/server/api"
	"dateline/server/servertest"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/gorillamux"
	"github.com/tidwall/gjson"
)

// site is the address in tests: the only server of the OpenAPI document.
const site = "http://dateline.test"

// testCase is a line of the files in testdata: a request and what its response must have. An
// unknown key fails the test.
type testCase struct {
	Name    string                     `json:"name"`
	Method  string                     `json:"method"` // GET when empty
	Path    string                     `json:"path"`
	Headers map[string]string          `json:"headers"`
	Body    string                     `json:"body"`
	Status  int                        `json:"status"`
	Header  map[string]string          `json:"header"` // value, "*" for any, "" for none
	JSON    map[string]json.RawMessage `json:"json"`   // by gjson path
	Holds   []string                   `json:"holds"`  // parts of the body
}

func readCases(t *testing.T) map[string][]testCase {
	t.Helper()
	files, err := filepath.Glob("testdata/*.json")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	cases := map[string][]testCase{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		d := json.NewDecoder(bytes.NewReader(data))
		d.DisallowUnknownFields()
		var list []testCase
		if err := d.Decode(&list); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		cases[strings.TrimSuffix(filepath.Base(file), ".json")] = list
	}
	return cases
}

func TestCases(t *testing.T) {
	h := servertest.New(t, servertest.Documents(), func(c *api.Config) {
		c.Token = servertest.Token
		c.Put = func(_ context.Context, docs []document.Document) (archive.PutResult, error) {
			return archive.PutResult{Added: len(docs)}, nil
		}
	})
	router, all, described := openAPIRouter(t, h), 0, 0
	for file, cases := range readCases(t) {
		for _, c := range cases {
			t.Run(file+"/"+c.Name, func(t *testing.T) {
				r := c.request()
				w := httptest.NewRecorder()
				h.ServeHTTP(w, r)
				c.check(t, w)
				if checkOpenAPI(t, router, c.request(), w) {
					described++
				}
				all++
			})
		}
	}
	if described < all*3/4 {
		t.Errorf("%d answers of %d are described", described, all)
	}
}

func (c *testCase) request() *http.Request {
	method := c.Method
	if method == "" {
		method = http.MethodGet
	}
	r := httptest.NewRequest(method, site+c.Path, strings.NewReader(c.Body))
	for name, value := range c.Headers {
		r.Header.Set(name, value)
	}
	return r
}

func (c *testCase) check(t *testing.T, w *httptest.ResponseRecorder) {
	body := w.Body.String()
	if w.Code != c.Status {
		t.Fatalf("status %d, want %d\n%s", w.Code, c.Status, body)
	}
	for name, want := range c.Header {
		if got := w.Header().Get(name); got != want && (want != "*" || got == "") {
			t.Errorf("header %s is %q, want %q", name, got, want)
		}
	}
	for path, want := range c.JSON {
		got := gjson.Get(body, path)
		var wanted any
		if err := json.Unmarshal(want, &wanted); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got.Value(), wanted) {
			t.Errorf("%s is %s, want %s", path, got.Raw, want)
		}
	}
	for _, part := range c.Holds {
		if !strings.Contains(body, part) {
			t.Errorf("no %q in\n%s", part, body)
		}
	}
}

// openAPIRouter reads the server's own OpenAPI document.
func openAPIRouter(t *testing.T, h http.Handler) routers.Router {
	t.Helper()
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, site+"/api", nil))
	doc, err := openapi3.NewLoader().LoadFromData(w.Body.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if err := doc.Validate(t.Context()); err != nil {
		t.Fatal(err)
	}
	router, err := gorillamux.NewRouter(doc)
	if err != nil {
		t.Fatal(err)
	}
	return router
}

// checkOpenAPI checks a response against the document, which must describe its status, type and
// body. It reports whether the document has the operation.
func checkOpenAPI(t *testing.T, router routers.Router, r *http.Request, w *httptest.ResponseRecorder) (isDescribed bool) {
	t.Helper()
	route, vars, err := router.FindRoute(r)
	if err != nil {
		return false // HEAD, files of the page, aliases, and what does not exist
	}
	in := &openapi3filter.ResponseValidationInput{
		RequestValidationInput: &openapi3filter.RequestValidationInput{Request: r, PathParams: vars, Route: route},
		Status:                 w.Code, Header: w.Header(),
		Options: &openapi3filter.Options{IncludeResponseStatus: true, MultiError: true, ExcludeResponseBody: skipsBody(w)},
	}
	in.SetBodyBytes(w.Body.Bytes())
	if err := openapi3filter.ValidateResponse(t.Context(), in); err != nil {
		t.Errorf("not as described: %v", err)
	}
	return true
}

// skipsBody: types that the library can't read.
func skipsBody(w *httptest.ResponseRecorder) bool {
	files := []string{server.TypeGeoJSONSeq, server.TypeCSV, server.TypeKML, server.TypeGeoPackage, server.TypeFlatGeobuf, server.TypeParquet, server.TypeAtom, server.TypeXML, server.TypeScript}
	media, _, _ := strings.Cut(w.Header().Get("Content-Type"), ";")
	return w.Header().Get("Content-Encoding") != "" || w.Body.Len() == 0 || media == server.TypeTile || slices.Contains(files, media) || media == server.TypeNDJSON || media == server.TypeHTML
}
