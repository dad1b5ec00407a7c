package view

import (
	"fmt"
	"testing"

	"dateline/document/documenttest"
	"dateline/document/rows"
	"dateline/feature"
	"dateline/geo"
	"dateline/query"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/wkt"
)

// filledBuilder returns a Builder of Views with about so many mentions.
func filledBuilder(c documenttest.Source, mentions int) (g *Builder, documents int) {
	g = NewBuilder(rows.DefaultModel(), Names{})
	for ; documents < mentions/documenttest.MentionsPerDocument; documents++ {
		d := c.Document(documents)
		g.addDocument(&d, documents, nil)
	}
	return g, documents
}

// The cost of the next View with one more batch of documents, without reading them.
func BenchmarkGrow(b *testing.B) {
	documenttest.Sizes(b, func(b *testing.B, mentions int) {
		const perBatch = 10
		c := documenttest.ManyPlaces(1)
		g, n := filledBuilder(c, mentions)
		g.View(nil)
		docs := c.Documents(n, perBatch)
		b.ReportAllocs()
		for b.Loop() {
			for i := range docs {
				n++
				docs[i].ID = fmt.Sprintf("%016x", n)
				g.addDocument(&docs[i], n, nil)
			}
			g.View(nil)
		}
	})
}

// circle selects the features within so many kilometres of a point, as the page does.
func circle(middle orb.Point, km float64) *query.Filter {
	const corners = 64
	ring := make(orb.Ring, 0, corners+1)
	for i := range corners {
		ring = append(ring, geo.Destination(middle, 360*float64(i)/corners, km))
	}
	polygon := wkt.MarshalString(orb.Polygon{append(ring, ring[0])})
	f, err := query.ParseFilter("S_INTERSECTS(geometry,"+polygon+")", []query.Field{{Name: query.Geometry, Type: query.Shape}}, query.CRS84)
	if err != nil {
		panic(err)
	}
	return f
}

// queries as sent by a map.
func queries() []struct {
	name  string
	query query.Query
} {
	town := &orb.Bound{Min: orb.Point{36.5, 35.4}, Max: orb.Point{36.7, 35.6}}
	province := &orb.Bound{Min: orb.Point{36, 34.5}, Max: orb.Point{38, 36}}
	world := &orb.Bound{Min: orb.Point{-180, -90}, Max: orb.Point{180, 90}}
	day := &feature.Days{First: 17000, Last: 17000, Known: true}
	year := &feature.Days{First: 17000, Last: 17365, Known: true}
	near := circle(orb.Point{36.6, 35.5}, 15)
	return []struct {
		name  string
		query query.Query
	}{
		{"all", query.Query{}},
		{"town", query.Query{BBox: town}},
		{"province", query.Query{BBox: province}},
		{"world", query.Query{BBox: world}},
		{"day", query.Query{Datetime: day}},
		{"year", query.Query{Datetime: year}},
		{"town+year", query.Query{BBox: town, Datetime: year}},
		{"province+year", query.Query{BBox: province, Datetime: year}},
		{"world+day", query.Query{BBox: world, Datetime: day}},
		{"near", query.Query{Filter: near}},
		{"world+near", query.Query{BBox: world, Filter: near}},
		{"text", query.Query{Text: query.Words("shaykhun 77")}},
	}
}

// A page of a thousand features and the total count.
func BenchmarkPage(b *testing.B) {
	documenttest.Sizes(b, func(b *testing.B, mentions int) {
		g, _ := filledBuilder(documenttest.ManyPlaces(1), mentions)
		l := g.View(nil).layers[0]
		for _, q := range queries() {
			b.Run(q.name, func(b *testing.B) {
				page := func() Page {
					p, err := l.Page(b.Context(), &q.query, nil, nil, 1000)
					if err != nil {
						b.Fatal(err)
					}
					return p
				}
				p := page() // the first search for words builds their index
				for b.Loop() {
					p = page()
				}
				b.ReportMetric(float64(p.Matched), "matched")
			})
		}
	})
}

func BenchmarkFeature(b *testing.B) {
	documenttest.Sizes(b, func(b *testing.B, mentions int) {
		g, _ := filledBuilder(documenttest.ManyPlaces(1), mentions)
		l := g.View(nil).layers[0]
		i := 0
		for b.Loop() {
			i = (i + 7919) % l.Len()
			if _, ok := l.Feature(l.At(i).ID()); !ok {
				b.Fatal("not found")
			}
		}
	})
}
