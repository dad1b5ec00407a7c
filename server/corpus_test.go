package server

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"dateline/atlas"
	"dateline/document"
	"dateline/gazetteer"
	"dateline/geoparse"

	"github.com/paulmach/orb"
)

// The corpus of the tests: a few articles whose every mention is known.
func testDocuments() []document.Document {
	idlib := newDocument("aaaaaaaaaaaaaaaa", "Army enters Khan Shaykhun", "2019-08-22",
		mention("Khan Shaykhun", "gn168325", 36.65, 35.44, ""),
		mention("Idlib", "gn169389", 36.63, 35.93, "2019-08-20"),
		mention("nowhere known", "", 0, 0, ""))
	idlib.Fronts = []document.Front{
		front("axis", `{"type":"LineString","coordinates":[[36.5,35.3],[36.65,35.44],[36.8,35.6]]}`),
		front("pocket", `{"type":"Polygon","coordinates":[[[36.5,35.2],[36.8,35.2],[36.8,35.4],[36.5,35.4],[36.5,35.2]]]}`),
	}
	arabic := newDocument("bbbbbbbbbbbbbbbb", "القوات في خان شيخون", "2019-08-23", mention("خان شيخون", "gn168325", 36.65, 35.44, ""))
	arabic.Lang = "ar"
	pacific := newDocument("cccccccccccccccc", "Storm passes Fiji", "2020-02-01",
		mention("Taveuni", "gn2204506", -179.97, -16.85, ""), mention("Suva", "gn2198148", 178.44, -18.14, ""))
	undated := newDocument("dddddddddddddddd", "A history of Hama", "", mention("Hama", "gn170017", 36.76, 35.13, ""))
	return []document.Document{idlib, arabic, pacific, undated}
}

func newDocument(id, title, published string, mentions ...document.Mention) document.Document {
	d := document.Document{ID: id, Lang: "en", Title: title, Source: "Test Wire", Published: published, Text: title + "\n", Fronts: []document.Front{}}
	for _, m := range mentions {
		m.Start = len([]rune(d.Text))
		d.Text += m.Phrase + ". "
		m.End = m.Start + len([]rune(m.Phrase))
		m.Sentence = &[2]int{m.Start, m.End + 1}
		d.Mentions = append(d.Mentions, m)
	}
	return d
}

func mention(phrase, place string, lon, lat float64, date string) document.Mention {
	m := document.Mention{Phrase: phrase, Role: "place", Confidence: 0.9, Date: date, Candidates: []document.Candidate{}}
	if place != "" {
		kind, precision := "P.PPL", "town"
		m.Place, m.Name, m.Lat, m.Lon, m.Kind, m.Precision = &place, &phrase, &lat, &lon, &kind, &precision
	}
	return m
}

func front(kind, geometry string) document.Front {
	return document.Front{
		Start: 0, End: 4, Phrase: "Army", Kind: kind, Geometry: json.RawMessage(geometry), UncertaintyKm: 5,
		Reading: "the " + kind, Confidence: 0.8, Anchors: []document.Anchor{},
	}
}

// manyDocuments makes n articles of three mentions each, in towns round the
// world.
func manyDocuments(n int) []document.Document {
	docs := make([]document.Document, n)
	for i := range docs {
		day := fmt.Sprintf("20%02d-%02d-%02d", 11+i%10, 1+i%12, 1+i%28)
		var mentions []document.Mention
		for j := range 3 {
			town := (i*7 + j*13) % 997
			at := townPoint(town)
			m := mention(fmt.Sprintf("Town %d", town), fmt.Sprintf("gn%d", town), at[0], at[1], "")
			mentions = append(mentions, m)
		}
		docs[i] = newDocument(fmt.Sprintf("%016x", i), fmt.Sprintf("Report %d", i), day, mentions...)
	}
	return docs
}

// townPoint is where the towns of manyDocuments are.
func townPoint(town int) orb.Point {
	return orb.Point{float64(town*37%3600)/10 - 180, float64(town*53%1700)/10 - 85}
}

func testPage() fstest.MapFS {
	return fstest.MapFS{
		"index.html":                 {Data: []byte("<!doctype html><title>Dateline</title>")},
		"assets/index-B3x9Kq2_.js":   {Data: []byte("console.log(1)//" + strings.Repeat("x", 2000))},
		"assets/marker.png":          {Data: []byte("\x89PNG")},
		"favicon.svg":                {Data: []byte("<svg/>")},
		"manifest.webmanifest":       {Data: []byte("{}")},
		"assets/basemap.geojson":     {Data: []byte("{}")},
		"assets/font-0a1b2c3d.woff2": {Data: []byte("wOF2")},
	}
}

// testParser is made once: a gazetteer takes its time.
var testParser = sync.OnceValues(func() (*geoparse.Parser, error) {
	g, err := gazetteer.Default()
	if err != nil {
		return nil, err
	}
	return geoparse.New(g)
})

const testToken = "correct horse"

// newTestServer serves documents; change may change the Config.
func newTestServer(t testing.TB, docs []document.Document, change ...func(*Config)) http.Handler {
	t.Helper()
	parser, err := testParser()
	if err != nil {
		t.Fatal(err)
	}
	view := atlas.NewView(docs)
	c := Config{
		View: func() *atlas.View { return view }, Gazetteer: parser.Gazetteer(), Parser: parser, Page: testPage(), Version: "test",
	}
	for _, f := range change {
		f(&c)
	}
	return New(c)
}
