package postgis_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"dateline/archive"
	"dateline/archive/postgres/postgrestest"
	"dateline/article"
	"dateline/corpus"
	"dateline/document"
	"dateline/document/correction"
	"dateline/document/documenttest"
	"dateline/document/rows"
	"dateline/sample"
	"dateline/schema"
	"dateline/server"
	"dateline/server/api"
	"dateline/server/servertest"
	"dateline/view"

	"github.com/paulmach/orb/encoding/mvt"
)

func TestMain(m *testing.M) { postgrestest.Main(m) }

// names is a gazetteer with an entry for every place.
func names() view.Names {
	return view.Names{Version: "test", Of: func(place string) rows.PlaceNames {
		n := rows.PlaceNames{Code: "SY", Country: "Syria", CountryArabic: "سوريا", Source: "survey", SourceDate: "2020-03-18", UncertaintyKm: float64(len(place)) / 2}
		if strings.HasSuffix(place, "7") {
			n.Admin1, n.Arabic = "Hama", "حماة"
		}
		return n
	}}
}

// sampleDocuments are the parsed articles of the sample corpus.
func sampleDocuments(t *testing.T) (docs []document.Document) {
	t.Helper()
	parser, err := servertest.Parser()
	if err != nil {
		t.Fatal(err)
	}
	reader := document.Reader{Parser: parser}
	files := sample.Files()
	all, err := fs.Glob(files, "*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range all {
		text, err := fs.ReadFile(files, name)
		if err != nil {
			t.Fatal(err)
		}
		for a, err := range article.ReadFrom(t.Context(), name, strings.NewReader(string(text))) {
			if err != nil {
				t.Fatal(err)
			}
			d, err := reader.Document(t.Context(), a)
			if err != nil {
				t.Fatal(err)
			}
			docs = append(docs, d)
		}
	}
	return docs
}

// engines are two servers of one database.
type engines struct {
	address         string // of the database
	configure       []func(*server.Config)
	memory, postgis http.Handler
	some            *rand.Rand // with -short, ask asks only some questions
	asked, told     int        // questions, and answers with anything in them
}

// part asks some questions. At least a share of the answers must not be empty: two empty answers
// prove nothing. With -short, which asks fewer, half of the share suffices.
func (e *engines) part(t *testing.T, least float64, ask func(*testing.T)) {
	t.Helper()
	if testing.Short() {
		least /= 2
	}
	asked, told := e.asked, e.told
	ask(t)
	if asked, told = e.asked-asked, e.told-told; asked == 0 || float64(told) < least*float64(asked) {
		t.Errorf("%d of %d answers have anything in them, less than %v", told, asked, least)
	}
	t.Logf("%d questions, %d answers with anything in them", asked, told)
}

// tells reports whether an answer is not empty.
func tells(w *httptest.ResponseRecorder) bool {
	return w.Code == http.StatusOK && !empty.MatchString(w.Body.String())
}

var empty = regexp.MustCompile(`"number(Returned|Matched)":0\b`)

// newEngines stores documents in a database, changes it, and starts two servers on it.
func newEngines(t *testing.T, docs []document.Document, change func(*corpus.Corpus), configure ...func(*server.Config)) *engines {
	t.Helper()
	return newEnginesAt(t, newDatabase(t), docs, change, configure...)
}

// newDatabase returns the address of an empty archive.
func newDatabase(t *testing.T) string {
	t.Helper()
	address := postgrestest.New(t)
	if _, _, err := archive.Migrate(t.Context(), address); err != nil {
		t.Fatal(err)
	}
	return address
}

// newEnginesAt is newEngines for an existing database.
func newEnginesAt(t *testing.T, address string, docs []document.Document, change func(*corpus.Corpus), configure ...func(*server.Config)) *engines {
	t.Helper()
	first, err := corpus.Open(context.Background(), address, names())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { first.Close() })
	if _, err := first.Put(t.Context(), docs); err != nil {
		t.Fatal(err)
	}
	if change != nil {
		change(first)
	}
	e := &engines{address: address, configure: configure, some: rand.New(rand.NewPCG(8, 8))}
	e.reopen(t)
	return e
}

// reopen restarts both servers.
func (e *engines) reopen(t *testing.T) {
	t.Helper()
	handler := func(how func(context.Context, string, view.Names) (*corpus.Corpus, error)) http.Handler {
		c, err := how(context.Background(), e.address, names())
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { c.Close() })
		return servertest.New(t, nil, func(x *api.Config) {
			x.View, x.Limits.ClientSteps = c.View, -1
			for _, f := range e.configure {
				f(&x.Config)
			}
			x.Log = slog.New(slog.NewTextHandler(t.Output(), nil))
		})
	}
	e.memory, e.postgis = handler(corpus.Open), handler(corpus.OpenRemote)
}

// differing matches the time, which may differ in equal answers.
var differing = regexp.MustCompile(`"timeStamp":"[^"]*"`)

// seen returns what must be equal in two answers: of a tile its decoded content, as encodings may
// differ in values that they share.
func seen(t *testing.T, w *httptest.ResponseRecorder) string {
	t.Helper()
	if w.Code != http.StatusOK || !strings.Contains(w.Header().Get("Content-Type"), "mapbox") {
		return differing.ReplaceAllString(w.Body.String(), "")
	}
	layers, err := mvt.Unmarshal(w.Body.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, l := range layers {
		fmt.Fprintln(&b, l.Name, l.Extent)
		for _, f := range l.Features {
			fmt.Fprintln(&b, f.ID, f.Geometry, f.Properties)
		}
	}
	return b.String()
}

// ask asks both servers the same question; with -short, about every eighth one.
func (e *engines) ask(t *testing.T, path string) {
	t.Helper()
	if testing.Short() && e.some.IntN(8) > 0 {
		return
	}
	e.askEach(t, path, path)
}

// askEach asks each one question, whose answers must be equal, and returns both.
func (e *engines) askEach(t *testing.T, path, other string) (body, otherBody string, ok bool) {
	t.Helper()
	e.asked++
	want, got := servertest.Ask(e.memory, path), servertest.Ask(e.postgis, other)
	a, b := seen(t, want), seen(t, got)
	if want.Code != got.Code || a != b {
		at := 0
		for at < min(len(a), len(b)) && a[at] == b[at] {
			at++
		}
		from := max(0, at-200)
		t.Errorf("%s: memory %d, postgis %d; at byte %d of %d and %d:\n%.600q\n%.600q", path, want.Code, got.Code, at, len(a), len(b), a[min(from, len(a)):], b[min(from, len(b)):])
		return "", "", false
	}
	if tells(want) {
		e.told++
	}
	return want.Body.String(), got.Body.String(), want.Code == http.StatusOK
}

// pages asks for a page and follows a few of its next links.
func (e *engines) pages(t *testing.T, path string) {
	t.Helper()
	other := path
	for range 4 {
		body, otherBody, ok := e.askEach(t, path, other)
		if !ok {
			return
		}
		if path, other = next(t, body), next(t, otherBody); path == "" || other == "" {
			return
		}
	}
}

// next returns the next link of a page; empty for none.
func next(t *testing.T, body string) string {
	t.Helper()
	var page struct{ Links []struct{ Rel, Href string } }
	if err := json.Unmarshal([]byte(body), &page); err != nil {
		t.Fatalf("%v: %.300s", err, body)
	}
	for _, l := range page.Links {
		if u, err := url.Parse(l.Href); err == nil && l.Rel == "next" {
			return u.RequestURI()
		}
	}
	return ""
}

// collections are the ids of all collections.
func collections() (ids []string) {
	for _, c := range schema.Collections() {
		ids = append(ids, c.ID)
	}
	return ids
}

// TestEnginesAgree asks both engines some 5,000 questions.
func TestEnginesAgree(t *testing.T) {
	contested := documenttest.New(24)
	contested.Places = 150
	docs := append(sampleDocuments(t), documenttest.New(20).Documents(0, 60)...)
	e := newEngines(t, append(docs, told(contested.Documents(100, 40))...), nil)
	for _, p := range []struct {
		name  string
		least float64
		ask   func(*testing.T)
	}{
		{"conformance", .4, e.conformance}, // many filters are of properties that a collection lacks
		{"collections", .9, e.collections},
		{"random", .6, func(t *testing.T) { e.random(t, 1, 1500, "") }},
		{"counts", .5, e.counts},
		{"tiles", .2, e.tiles}, // most of the region is desert
	} {
		t.Run(p.name, func(t *testing.T) { e.part(t, p.least, p.ask) })
	}
}

// TestEnginesAgreeAfterChanges compares answers after articles were removed and corrected. Some
// mentions have ids given by their document.
func TestEnginesAgreeAfterChanges(t *testing.T) {
	source := documenttest.New(21)
	source.Places = 100
	docs := told(source.Documents(0, 40))
	given := []string{"given", "given-by-1-2", docs[6].ID, docs[5].ID + "-by-hand"}
	for i, id := range given {
		docs[5].Mentions[i].ID = id
	}
	e := newEngines(t, docs, func(c *corpus.Corpus) {
		_, err := c.Remove(t.Context(), archive.Removal{Articles: []string{docs[0].ID, docs[7].ID, docs[39].ID}})
		if err != nil {
			t.Fatal(err)
		}
		change := correction.Change{Place: &correction.Place{ID: "x1", Name: "Elsewhere", Lat: 36.1234565, Lon: 37.5}}
		if _, err := c.Correct(t.Context(), []correction.Correction{{By: "ann", At: "2026-01-01T00:00:00.000Z", Of: correction.Name, Quote: docs[3].Mentions[0].Phrase, Change: change}}); err != nil {
			t.Fatal(err)
		}
	})
	e.part(t, 1, func(t *testing.T) {
		e.pages(t, "/collections/mentions/items?limit=5&filter="+url.QueryEscape("place = 'x1'"))
		for _, id := range append(given, docs[5].MentionIDs()[4]) {
			e.ask(t, "/collections/mentions/items/"+id)
		}
		for _, id := range collections() {
			e.pages(t, "/collections/"+id+"/items?limit=20")
		}
	})
	e.part(t, .4, func(t *testing.T) { e.random(t, 4, 400, "") })
}

// TestEnginesAgreeStrictly: with Strict, bbox selects features without geometry too, and datetime
// those without date.
func TestEnginesAgreeStrictly(t *testing.T) {
	e := newEngines(t, documenttest.New(22).Documents(0, 40), nil, func(c *server.Config) { c.Strict = true })
	e.part(t, .5, func(t *testing.T) { e.random(t, 5, 150, "") })
}

// conformance asks for every collection with the filters of the conformance corpora.
func (e *engines) conformance(t *testing.T) {
	var filters map[string][]string
	read(t, "../server/conformance/filters.json", &filters)
	var cql2 []struct {
		Text string
		JSON json.RawMessage
	}
	read(t, "../query/testdata/cql2.json", &cql2)
	for _, collection := range collections() {
		at := "/collections/" + collection + "/items?limit=40&filter="
		some := 1 // of each so many; derived collections answer alike
		if slices.ContainsFunc(schema.Collections(), func(c schema.Collection) bool { return c.ID == collection && c.Derived }) {
			some = 5
		}
		if testing.Short() {
			some *= 8
		}
		for _, of := range filters {
			for i, f := range of {
				if i%some == 0 {
					e.pages(t, at+url.QueryEscape(f))
				}
			}
		}
		for i, f := range cql2 {
			if i%some > 0 {
				continue
			}
			e.ask(t, at+url.QueryEscape(f.Text))
			if f.JSON != nil {
				e.ask(t, at+url.QueryEscape(string(f.JSON))+"&filter-lang=cql2-json")
			}
		}
	}
}

// collections asks for every resource of each collection, in every format.
func (e *engines) collections(t *testing.T) {
	e.ask(t, "/collections/none/items")
	for _, id := range collections() {
		at := "/collections/" + id
		for _, path := range []string{"", "/queryables", "/tiles", "/items?limit=0", "/items?position=3&limit=5", "/items?limit=7&crs=" + url.QueryEscape("http://www.opengis.net/def/crs/EPSG/0/3857"), "/items?properties=source", "/items/none", "/items?f=atom", "/items?f=atom&bbox=36,35,37,36", "/items?limit=2500"} {
			e.ask(t, at+path)
		}
		e.ask(t, "/tiles/"+id+".json")
		for _, f := range []string{"csv", "geojsonseq", "kml"} {
			if id != schema.Articles {
				e.ask(t, at+"/items?f="+f)
				e.ask(t, at+"/items?f="+f+"&limit=11&bbox=35,34,38,37")
			}
		}
		e.pages(t, at+"/items?limit=300")
		var page struct{ Features []struct{ ID string } }
		body, _, _ := e.askEach(t, at+"/items?limit=60", at+"/items?limit=60")
		if err := json.Unmarshal([]byte(body), &page); err != nil || len(page.Features) == 0 {
			t.Fatalf("%s: %v: %.300s", id, err, body)
		}
		for _, f := range page.Features {
			e.ask(t, at+"/items/"+url.PathEscape(f.ID))
		}
	}
}

func read(t *testing.T, file string, into any) {
	t.Helper()
	b, err := os.ReadFile(file)
	if err == nil {
		err = json.Unmarshal(b, into)
	}
	if err != nil {
		t.Fatal(fmt.Errorf("%s: %w", file, err))
	}
}
