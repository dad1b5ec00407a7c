// Package servertest serves a small corpus whose every mention is known, for the
// tests of the server and its surfaces.
package servertest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"dateline/document"
	"dateline/gazetteer"
	"dateline/geoparse"
	"dateline/server"
	"dateline/server/api"
	"dateline/view"

	"github.com/paulmach/orb"
)

// Documents are the corpus of the tests: a few articles whose every mention is known.
func Documents() []document.Document {
	idlib := NewDocument("aaaaaaaaaaaaaaaa", "Army enters Khan Shaykhun", "2019-08-22",
		Mention("Khan Shaykhun", "gn168325", 36.65, 35.44, ""),
		Mention("Idlib", "gn169389", 36.63, 35.93, "2019-08-20"),
		Mention("nowhere known", "", 0, 0, ""))
	idlib.Fronts = []document.Front{
		Front("axis", `{"type":"LineString","coordinates":[[36.5,35.3],[36.65,35.44],[36.8,35.6]]}`),
		Front("pocket", `{"type":"Polygon","coordinates":[[[36.5,35.2],[36.8,35.2],[36.8,35.4],[36.5,35.4],[36.5,35.2]]]}`),
	}
	idlib.Events = []document.Event{capture(&idlib.Mentions[0])}
	arabic := NewDocument("bbbbbbbbbbbbbbbb", "القوات في خان شيخون", "2019-08-23", Mention("خان شيخون", "gn168325", 36.65, 35.44, ""))
	arabic.Lang = "ar"
	pacific := NewDocument("cccccccccccccccc", "Storm passes Fiji", "2020-02-01",
		Mention("Taveuni", "gn2204506", -179.97, -16.85, ""), Mention("Suva", "gn2198148", 178.44, -18.14, ""))
	undated := NewDocument("dddddddddddddddd", "A history of Hama", "", Mention("Hama", "gn170017", 36.76, 35.13, ""))
	return []document.Document{idlib, arabic, pacific, undated}
}

// NewDocument makes an article from a title and phrases.
func NewDocument(id, title, published string, mentions ...document.Mention) document.Document {
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

// Mention makes a mention; place is empty for one without a place, date for the article's.
func Mention(phrase, place string, lon, lat float64, date string) document.Mention {
	m := document.Mention{Phrase: phrase, Role: "place", Confidence: 0.9, Date: date, Candidates: []document.Candidate{}}
	if place != "" {
		kind, precision := "P.PPL", "town"
		m.Place, m.Name, m.Lat, m.Lon, m.Kind, m.Precision = &place, &phrase, &lat, &lon, &kind, &precision
	}
	return m
}

// Front makes a front from a kind and a GeoJSON geometry.
func Front(kind, geometry string) document.Front {
	return document.Front{
		Start: 0, End: 4, Phrase: "Army", Kind: kind, Geometry: json.RawMessage(geometry), UncertaintyKm: 5,
		Reading: "the " + kind, Confidence: 0.8, Anchors: []document.Anchor{},
	}
}

// capture makes a report that the army took a town.
func capture(m *document.Mention) document.Event {
	army, others, date := "Army", "rebels", "2019-08-21"
	return document.Event{
		Start: 5, End: 11, Trigger: "enters", Type: "capture", Status: "reported", Agent: &army, Holder: &army, Target: &others, From: &others, Source: &army,
		Date: &date, DatePrecision: "day", DateFrom: "text", Confidence: 0.8, Reason: "a verb",
		Places: []document.EventPlace{{Start: m.Start, End: m.End, Place: m.Place, Name: m.Name, Lat: m.Lat, Lon: m.Lon, Precision: m.Precision}},
	}
}

// ManyDocuments makes n articles of three mentions each, in towns round the
// world.
func ManyDocuments(n int) []document.Document {
	docs := make([]document.Document, n)
	for i := range docs {
		day := fmt.Sprintf("20%02d-%02d-%02d", 11+i%10, 1+i%12, 1+i%28)
		var mentions []document.Mention
		for j := range 3 {
			town := (i*7 + j*13) % 997
			at := TownPoint(town)
			m := Mention(fmt.Sprintf("Town %d", town), fmt.Sprintf("gn%d", town), at[0], at[1], "")
			mentions = append(mentions, m)
		}
		docs[i] = NewDocument(fmt.Sprintf("%016x", i), fmt.Sprintf("Report %d", i), day, mentions...)
	}
	return docs
}

// TownPoint returns the position of a town of ManyDocuments.
func TownPoint(town int) orb.Point {
	return orb.Point{float64(town*37%3600)/10 - 180, float64(town*53%1700)/10 - 85}
}

// Page is a built frontend of a few files.
func Page() fstest.MapFS {
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

// Parser is made once: loading a gazetteer takes time.
var Parser = sync.OnceValues(func() (*geoparse.Parser, error) {
	g, err := gazetteer.Default()
	if err != nil {
		return nil, err
	}
	return geoparse.New(g)
})

// Token is accepted for posts.
const Token = "correct horse"

// New serves documents; change may change the Config.
func New(t testing.TB, docs []document.Document, change ...func(*api.Config)) http.Handler {
	t.Helper()
	parser, err := Parser()
	if err != nil {
		t.Fatal(err)
	}
	v := view.New(docs)
	c := api.Config{
		Config: server.Config{View: func() *view.View { return v }, Version: "test"},
		Reader: func() document.Reader { return document.Reader{Parser: parser} }, Page: Page(),
	}
	for _, f := range change {
		f(&c)
	}
	return api.New(c)
}
