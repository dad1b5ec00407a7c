package api_test

import (
	"bytes"
	"context"
	"io/fs"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/access"
	"dateline/archive/sources"
	"dateline/article"
	"dateline/corpus"
	"dateline/corpus/corpustest"
	"dateline/document"
	"dateline/document/rows"
	"dateline/sample"
	"dateline/server"
	"dateline/server/api"
	"dateline/server/followed"
	"dateline/server/servertest"
	"dateline/view"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/routers/gorillamux"
	"github.com/tidwall/gjson"
)

// TestAnswersAreAsDescribed requests every readable path, in every kind of JSON that it has, from a
// server with every surface and the sample, a correction, an older text and sources in its archive.
// Each response has all that its schema requires, nothing that the schema does not name, and null
// only where the schema allows it.
func TestAnswersAreAsDescribed(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	x := newDescribed(t)
	x.correct(t, `"of":"mention","everywhere":"archive","point":[36.5,35.5],"place_name":"The hill","why":"as the map shows"`, "mentions")
	x.correct(t, `"of":"event","status":"denied"`, "events")
	x.correct(t, `"of":"front","not_a_place":true`, "fronts")
	x.ask(t, http.MethodPost, "/parse", server.TypeJSON, server.TypeJSON, `{"text":"The army took Khan Shaykhun and shelled the road from Morek to Idlib on 20 August 2019."}`)
	x.ask(t, http.MethodPost, "/articles", server.TypeJSON, server.TypeJSON, `{"text":"Clashes in Hama.","published":"2019-08-22"}`)
	x.ask(t, http.MethodPost, "/subscriptions", server.TypeJSON, server.TypeJSON, `{"name":"desk","address":"https://desk.example/"}`)
	x.ask(t, http.MethodPost, "/sources", server.TypeJSON, server.TypeJSON, `{"address":"https://news.example/rss"}`)
	removed := x.first(t, "articles")
	x.ask(t, http.MethodDelete, "/articles/"+removed, "", server.TypeJSON, "")
	asked := 0
	for path, item := range x.doc.Paths.Map() {
		if item.Get == nil || path == "/events" { // it does not end
			continue
		}
		for media := range item.Get.Responses.Value("200").Value.Content {
			if strings.Contains(media, "json") && media != server.TypeNDJSON && media != server.TypeGeoJSONSeq {
				asked++
				x.ask(t, http.MethodGet, x.filled(t, path), "", media, "")
			}
		}
	}
	if asked < 100 {
		t.Errorf("%d answers", asked)
	}
	for _, path := range []string{
		"/collections/mentions/items?properties=name", "/collections/control/items?datetime=2019-08-22", "/collections/contact/items?datetime=2019-08-22",
		"/collections/mentions/articles?q=army&datetime=2019-01-01/..", "/search?q=Hama&format=jsonv2&polygon_geojson=1", "/collections/mentions/items?limit=10000",
		"/collections/fronts/items?limit=10000", "/collections/events/items?limit=10000", "/collections/incidents/items?limit=10000", "/collections/places/items?limit=10000",
	} {
		x.ask(t, http.MethodGet, path, "", server.TypeJSON, "")
	}
	for _, id := range gjson.Get(x.get(t, "/collections/articles/items?limit=10000"), "features.#.id").Array() {
		x.ask(t, http.MethodGet, "/articles/"+id.Str, "", server.TypeJSON, "")
	}
}

// described is a server with every surface, and its OpenAPI document.
type described struct {
	http.Handler
	secret string
	doc    *openapi3.T
	strict *openapi3.T // the same, but objects have only named members
	fills  map[string]string
}

func newDescribed(t *testing.T) *described {
	t.Helper()
	articles, err := corpus.Open(t.Context(), t.TempDir(), view.Names{Version: "test", Of: named})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { articles.Close() })
	older := document.Document{ID: "revised", Text: "Nothing is known."}
	corpustest.Put(t, articles, []document.Document{older})
	older.Text = "All is known."
	corpustest.Put(t, articles, append(sampleDocuments(t), older))
	dir := t.TempDir()
	tokens, audit := access.Open(filepath.Join(dir, access.FileName)), access.OpenAudit(filepath.Join(dir, "audit"))
	secret, err := tokens.Add(access.Token{Name: "ann", Rights: access.Rights()}, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	h := servertest.New(t, nil, func(c *api.Config) {
		c.View, c.Put, c.Edit, c.Subscriptions, c.Sources, c.Tokens, c.Audit, c.Version = articles.View, articles.Put, articles, articles, articles.Sources, tokens, audit, "development"
		c.Follow = &followed.Changes{
			Of:  func(given string) (sources.Source, error) { return sources.Source{Address: given}, nil },
			Add: articles.FollowSource, Pause: articles.PauseSource, Remove: articles.Unfollow,
		}
	})
	x := &described{Handler: h, secret: secret}
	x.doc, x.strict = x.load(t), x.load(t)
	for name, s := range x.strict.Components.Schemas {
		if strings.HasSuffix(name, "Items") {
			s.Value.AnyOf = s.Value.AnyOf[:1] // with all properties
		}
		forbidOthers(s)
	}
	x.fills = map[string]string{
		"z": "5", "x": "19", "y": "12", "tileMatrixSetId": "WebMercatorQuad", "tileMatrix": "0", "tileRow": "0", "tileCol": "0", "id": "revised",
	}
	return x
}

// load reads the OpenAPI document anew.
func (x *described) load(t *testing.T) *openapi3.T {
	t.Helper()
	doc, err := openapi3.NewLoader().LoadFromData([]byte(servertest.Get(t, x, site+"/api")))
	if err != nil {
		t.Fatal(err)
	}
	if err := doc.Validate(t.Context()); err != nil {
		t.Fatal(err)
	}
	return doc
}

// forbidOthers restricts objects to named members, where there are any.
func forbidOthers(s *openapi3.SchemaRef) {
	if s == nil || s.Ref != "" || s.Value == nil {
		return
	}
	v := s.Value
	if len(v.Properties) > 0 && v.AdditionalProperties == (openapi3.BoolSchema{}) {
		no := false
		v.AdditionalProperties.Has = &no
	}
	for _, inner := range slices.Concat(slices.Collect(maps.Values(v.Properties)), v.AnyOf, v.OneOf, openapi3.SchemaRefs{v.Items, v.AdditionalProperties.Schema}) {
		forbidOthers(inner)
	}
}

// ask requires a successful response that is as described.
func (x *described) ask(t *testing.T, method, path, sent, accept, body string) string {
	t.Helper()
	r := httptest.NewRequest(method, site+path, strings.NewReader(body))
	r.Header.Set("Authorization", "Bearer "+x.secret)
	r.Header.Set("Accept", accept)
	if sent != "" {
		r.Header.Set("Content-Type", sent)
	}
	w := httptest.NewRecorder()
	x.ServeHTTP(w, r)
	if w.Code != http.StatusOK {
		t.Fatalf("%s %s: %d %s", method, path, w.Code, w.Body)
	}
	doc := x.strict
	if r.URL.Query().Has("properties") {
		doc = x.doc
	}
	router, err := gorillamux.NewRouter(doc)
	if err != nil {
		t.Fatal(err)
	}
	t.Run(method+path, func(t *testing.T) {
		if !checkOpenAPI(t, router, r, w) {
			t.Error("not described")
		}
	})
	return w.Body.String()
}

func (x *described) get(t *testing.T, path string) string {
	t.Helper()
	return x.ask(t, http.MethodGet, path, "", server.TypeJSON, "")
}

// first is the id of the first feature of a collection.
func (x *described) first(t *testing.T, collection string) string {
	t.Helper()
	return gjson.Get(x.get(t, "/collections/"+collection+"/items?limit=1"), "features.0.id").Str
}

// filled is a path with its variables replaced by values.
func (x *described) filled(t *testing.T, path string) string {
	t.Helper()
	if of, isFeature := strings.CutSuffix(path, "/items/{fid}"); isFeature {
		return of + "/items/" + x.first(t, strings.TrimPrefix(of, "/collections/"))
	}
	for name, value := range x.fills {
		path = strings.ReplaceAll(path, "{"+name+"}", value)
	}
	return path + map[string]string{"/search": "?q=Hama", "/reverse": "?lat=35.4&lon=36.6", "/lookup": "?osm_ids=gn168325", "/status": "?format=json"}[path]
}

// correct corrects the first feature of a collection.
func (x *described) correct(t *testing.T, what, collection string) {
	t.Helper()
	x.ask(t, http.MethodPost, "/corrections", server.TypeJSON, server.TypeJSON, `{"feature":"`+x.first(t, collection)+`",`+what+`}`)
}

// named returns the same names for every place.
func named(string) rows.PlaceNames {
	return rows.PlaceNames{
		Arabic: "بلدة", Code: "SY", Country: "Syria", Admin1: "Idlib", CountryArabic: "سوريا", Admin1Arabic: "إدلب",
		Source: "GeoNames", SourceDate: "2020-03-18", UncertaintyKm: 2.5,
	}
}

// sampleDocuments reads the sample, and an article that adds a line of contact on the last day.
func sampleDocuments(t *testing.T) []document.Document {
	t.Helper()
	parser, err := servertest.Parser()
	if err != nil {
		t.Fatal(err)
	}
	reader, ctx := document.Reader{Parser: parser, Versions: document.Versions{Parser: "test"}}, context.Background()
	var docs []document.Document
	read := func(files fs.FS, pattern string) {
		names, err := fs.Glob(files, pattern)
		if err != nil || len(names) == 0 {
			t.Fatal("no articles", pattern, err)
		}
		for _, name := range names {
			text, err := fs.ReadFile(files, name)
			if err != nil {
				t.Fatal(err)
			}
			for a, err := range article.ReadFrom(ctx, name, bytes.NewReader(text)) {
				if err != nil {
					t.Fatal(err)
				}
				d, err := reader.Article(ctx, a)
				if err != nil {
					t.Fatal(err)
				}
				docs = append(docs, d)
			}
		}
	}
	read(sample.Files(), "*.txt")
	read(os.DirFS("../conformance"), "*.jsonl")
	return docs
}
