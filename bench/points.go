package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"math"
	"math/rand/v2"
	"strings"
	"time"
)

// shape is how points are distributed.
type shape string

// Shapes of data.
const (
	gazetteer shape = "gazetteer" // at their towns, as from a geocoder: many share a coordinate
	scattered shape = "scattered" // around their towns, each at its own coordinate
)

// The model: towns around cities in and near Syria, some named far more often than others, and
// points at or around them. Degrees, WGS 84.
const (
	west, south, east, north = 35.7, 32.3, 42.3, 37.3

	cities     = 30
	towns      = 8000
	perArticle = 100  // points
	aroundCity = 0.4  // standard deviation of a town around its city
	aroundTown = 0.02 // of a point around its town
	days       = 3652 // dates are within this many days from 2011 on
)

// town is a town with points.
type town struct {
	id, name string
	lon, lat float64
}

// point is a stored mention; its fields are the columns of the peers.
type point struct {
	id               string // Dateline's: article-start-end
	town             *town
	lon, lat         float64
	date             time.Time
	title            string // about 60 characters: the sentence of the mention
	start, end       int    // of the town's name, in code points of the text
	sentence         [2]int // start and end of title, likewise
	article, source  string
	published        time.Time
	confidence       float64
	kind, role, size string
}

// maker makes pseudo-random towns and points, the same each time.
type maker struct {
	*rand.Rand
	shape shape
	towns []town
}

func newMaker(s shape) *maker {
	m := &maker{Rand: rand.New(rand.NewPCG(2011, 3)), shape: s}
	var middles [cities][2]float64
	for i := range middles {
		middles[i] = [2]float64{west + m.Float64()*(east-west), south + m.Float64()*(north-south)}
	}
	for i := range towns {
		c := middles[m.IntN(cities)]
		m.towns = append(m.towns, town{
			id: fmt.Sprintf("made%d", i), name: fmt.Sprintf("Tell Made %d", i),
			lon: c[0] + m.NormFloat64()*aroundCity, lat: c[1] + m.NormFloat64()*aroundCity,
		})
	}
	return m
}

// articles yields n points, an article's at a time.
func (m *maker) articles(n int) iter.Seq[[]point] {
	return func(yield func([]point) bool) {
		for number := 0; number*perArticle < n; number++ {
			if !yield(m.article(number, min(perArticle, n-number*perArticle))) {
				return
			}
		}
	}
}

func (m *maker) article(number, n int) []point {
	id, published, at := fmt.Sprintf("%016x", number), m.day(), 0
	out := make([]point, n)
	for i := range out {
		p := &out[i]
		*p = m.point()
		p.article, p.source, p.published = id, fmt.Sprintf("Paper %d", number%40), published
		p.start, p.end = at, at+len(p.town.name)
		p.sentence = [2]int{at, at + len(p.title)}
		p.id = fmt.Sprintf("%s-%d-%d", id, p.start, p.end)
		at += len(p.title) + 1
	}
	return out
}

func (m *maker) point() point {
	t := &m.towns[int(math.Pow(m.Float64(), 2.2)*towns)]
	lon, lat := t.lon, t.lat
	if m.shape == scattered {
		lon, lat = lon+m.NormFloat64()*aroundTown, lat+m.NormFloat64()*aroundTown
	}
	return point{
		town: t, lon: round(lon), lat: round(lat), date: m.day(),
		title:      fmt.Sprintf("%s is named in a report of a made-up day, number %d.", t.name, m.IntN(1000)),
		confidence: float64(40+m.IntN(60)) / 100, kind: "P.PPL", role: "place", size: "town",
	}
}

func (m *maker) day() time.Time {
	return time.Date(2011, 1, 1+m.IntN(days), 0, 0, 0, 0, time.UTC)
}

// round rounds to five decimals, a metre.
func round(degrees float64) float64 { return math.Round(degrees*1e5) / 1e5 }

// writeLines writes n points as JSON lines that `dateline ingest` stores unparsed.
func writeLines(w io.Writer, s shape, n int) error {
	b := bufio.NewWriter(w)
	out := json.NewEncoder(b)
	for points := range newMaker(s).articles(n) {
		if err := out.Encode(line(points)); err != nil {
			return err
		}
	}
	return b.Flush()
}

// object is written in the order of its keys.
type object map[string]any

func line(points []point) object {
	var titles []string
	var mentions []object
	for i := range points {
		titles = append(titles, points[i].title)
		mentions = append(mentions, points[i].mention())
	}
	first := &points[0]
	return object{
		"id": first.article, "lang": "en", "title": "Article " + first.article, "source": first.source,
		"published": first.published.Format(time.DateOnly), "text": strings.Join(titles, "\n"), "mentions": mentions, "fronts": []object{},
	}
}

func (p *point) mention() object {
	return object{
		"start": p.start, "end": p.end, "phrase": p.town.name, "lat": p.lat, "lon": p.lon, "place": p.town.id, "name": p.town.name,
		"kind": p.kind, "role": p.role, "precision": p.size, "confidence": p.confidence, "sentence": p.sentence,
		"date": p.date.Format(time.DateOnly), "candidates": []object{},
	}
}
