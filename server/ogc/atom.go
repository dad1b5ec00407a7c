package ogc

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"
	"time"

	"dateline/feature"
	"dateline/server"
	"dateline/view"

	"github.com/paulmach/orb"
)

// An Atom feed (RFC 4287) of the features that a filter selects, the newest in the archive
// first, so that a feed reader shows what is new. Entries have a location in GeoRSS Simple (OGC
// 17-002r1): latitude before longitude.

// defaultEntries is the number of entries without limit.
const defaultEntries = 100

type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	GeoRSS  string      `xml:"xmlns:georss,attr"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Author  atomPerson  `xml:"author"`
	Links   []atomLink  `xml:"link"`
	Entries []atomEntry `xml:"entry"`
}

type atomPerson struct {
	Name string `xml:"name"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr,omitempty"`
	Type string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID        string       `xml:"id"`
	Title     string       `xml:"title"`
	Updated   string       `xml:"updated"`
	Published string       `xml:"published,omitempty"`
	Author    *atomPerson  `xml:"author,omitempty"`
	Links     []atomLink   `xml:"link"`
	Summary   string       `xml:"summary,omitempty"`
	Points    []geoRSS     `xml:"georss:point,omitempty"`
	Lines     []geoRSS     `xml:"georss:line,omitempty"`
	Polygons  []geoRSS     `xml:"georss:polygon,omitempty"`
	Feature   geoRSSString `xml:"georss:featurename,omitempty"`
}

type (
	geoRSS       string // alternating latitudes and longitudes
	geoRSSString string
)

// undated is the update time of a feed without any date, as Atom requires one.
const undated = "1970-01-01T00:00:00Z"

// atom answers with a feed.
func atom(req *server.Request, layer view.Reader) (*server.Answer, error) {
	if !req.Query.Has("limit") {
		req.Limit = defaultEntries
	}
	features, err := newest(req, layer)
	if err != nil {
		return nil, err
	}
	title := req.Collection.Title
	feed := atomFeed{
		GeoRSS: "http://www.georss.org/georss", ID: "urn:dateline:" + req.Collection.ID, Title: "Dateline: " + title, Updated: undated,
		Author: atomPerson{"Dateline"},
		Links: []atomLink{
			{Rel: "self", Type: server.TypeAtom, Href: req.Address(req.Query)},
			{Rel: "alternate", Type: server.TypeHTML, Href: req.Address(server.With(req.Query, "f", "html"))},
		},
	}
	if q := server.Without(req.Query, "f").Encode(); q != "" {
		feed.ID += ":" + q // feeds of other filters are other feeds
		feed.Title += " (" + q + ")"
	}
	for _, f := range features {
		feed.Entries = append(feed.Entries, newEntry(req, f))
	}
	dateEntries(feed.Entries)
	for i := range feed.Entries {
		feed.Updated = max(feed.Updated, feed.Entries[i].Updated)
	}
	b := bytes.NewBufferString(xml.Header)
	out := xml.NewEncoder(b)
	if err := out.Encode(feed); err != nil {
		return nil, err
	}
	b.WriteByte('\n')
	return server.OK(server.TypeAtom, b.Bytes()), nil
}

// newest returns the features selected that were added last, last first; or in a requested
// order.
func newest(req *server.Request, layer view.Reader) ([]feature.Feature, error) {
	if p := req.Own.(*params); p.order != nil || p.after != nil {
		page, err := pageOf(req, layer)
		var features []feature.Feature
		for _, n := range page.numbers {
			features = append(features, page.features.At(n))
		}
		return features, err
	}
	return layer.Newest(req, &req.Select, req.Limit)
}

// dateEntries gives undated entries the update time of a neighbour: the next one with a date,
// which was added before it, else the last one above. The archive stores no times of its own, so
// that the same articles give the same bytes.
func dateEntries(entries []atomEntry) {
	for i := len(entries) - 2; i >= 0; i-- {
		entries[i].Updated = cmp.Or(entries[i].Updated, entries[i+1].Updated)
	}
	for i := range entries {
		if entries[i].Updated == "" && i > 0 {
			entries[i].Updated = entries[i-1].Updated
		}
		entries[i].Updated = cmp.Or(entries[i].Updated, undated)
	}
}

func newEntry(req *server.Request, f feature.Feature) atomEntry {
	text := func(name string) string {
		s, _ := f.Property(name).(string)
		return s
	}
	collection := req.Collection.ID
	at := req.Base + "/collections/" + collection + "/items/" + server.Escaped(f.ID())
	e := atomEntry{
		ID:      "urn:dateline:" + collection + ":" + f.ID(),
		Title:   cmp.Or(text("title"), text("name"), text("phrase"), text("type"), f.ID()),
		Summary: cmp.Or(text("sentence"), text("reading")),
		Links:   []atomLink{{Rel: "alternate", Type: server.TypeHTML, Href: at + "?f=html"}, {Rel: "related", Type: server.TypeGeoJSON, Href: at + "?f=geojson"}},
	}
	if place := text("name"); place != "" {
		e.Feature = geoRSSString(place)
	}
	if url := text("url"); url != "" {
		e.Links = append(e.Links, atomLink{Rel: "via", Href: url})
	}
	if article := text("article"); article != "" {
		e.Links = append(e.Links, atomLink{Rel: "related", Type: server.TypeJSON, Href: req.Base + "/articles/" + server.Escaped(article)})
	}
	if who := cmp.Or(text("byline"), text("source")); who != "" {
		e.Author = &atomPerson{who}
	}
	for _, name := range []string{"published", "date", "last"} {
		if day, is := f.Property(name).(time.Time); is {
			e.Published = day.Format(time.RFC3339)
			e.Updated = e.Published
			break
		}
	}
	e.shape(f.Geometry())
	return e
}

// shape writes a geometry; of a polygon the outer ring, as GeoRSS Simple has no holes.
func (e *atomEntry) shape(g orb.Geometry) {
	switch g := g.(type) {
	case orb.Point:
		e.Points = append(e.Points, positions(g))
	case orb.MultiPoint:
		for _, p := range g {
			e.shape(p)
		}
	case orb.LineString:
		e.Lines = append(e.Lines, positions(g...))
	case orb.MultiLineString:
		for _, l := range g {
			e.shape(l)
		}
	case orb.Polygon:
		if len(g) > 0 {
			e.Polygons = append(e.Polygons, positions(g[0]...))
		}
	case orb.MultiPolygon:
		for _, p := range g {
			e.shape(p)
		}
	case orb.Collection:
		for _, part := range g {
			if _, nested := part.(orb.Collection); !nested {
				e.shape(part)
			}
		}
	}
}

func positions(points ...orb.Point) geoRSS {
	var b strings.Builder
	for i, p := range points {
		if i > 0 {
			b.WriteByte(' ')
		}
		fmt.Fprintf(&b, "%s %s", degrees(p.Lat()), degrees(p.Lon()))
	}
	return geoRSS(b.String())
}

func degrees(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
