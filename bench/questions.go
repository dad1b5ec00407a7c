package main

import (
	"fmt"
	"math/rand/v2"
	"net/url"
	"time"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/maptile"
)

// question is asked of every server; site knows the path for it.
type question struct {
	box   [4]float64 // west, south, east, north in degrees
	when  string     // a time interval, empty for all
	sure  string     // minimum confidence, empty for any
	limit int
	tile  maptile.Tile
	host  string // Host header; a server whose answers contain it cannot use its cache
}

// sort is what a question asks for.
type sort int

const (
	items sort = iota // a page of features
	tile              // a vector tile
	same              // the same tile as before
)

// kind is a row of the table: questions of one sort.
type kind struct {
	name string
	of   sort
	next func() question // never repeats, except for sort same
}

// kinds returns all kinds of questions to be timed, the same sequence for every caller.
func kinds() []kind {
	boxes := func(seed uint64, limit int, timed, filtered bool) func() question {
		r := rand.New(rand.NewPCG(seed, 1))
		return func() question { return boxQuestion(r, limit, timed, filtered) }
	}
	out := []kind{
		{name: "1 degree, 1,000 features", next: boxes(1, 1000, false, false)},
		{name: "1 degree, 10,000 features", next: boxes(2, 10000, false, false)},
		{name: "1 degree in a year, 1,000 features", next: boxes(3, 1000, true, false)},
		{name: "1 degree in a year, filtered, 1,000 features", next: boxes(4, 1000, true, true)},
	}
	made := newMaker(gazetteer).towns
	for z := maptile.Zoom(6); z <= 10; z++ {
		out = append(out, kind{name: fmt.Sprintf("tile of zoom %d", z), of: tile, next: tileQuestions(tilesOf(made, z))})
	}
	return append(out, kind{name: "the same tile again", of: same, next: again(tilesOf(made[:1], 9)[0])})
}

func boxQuestion(r *rand.Rand, limit int, timed, filtered bool) question {
	lon, lat := round(west+r.Float64()*(east-west-1)), round(south+r.Float64()*(north-south-1))
	q := question{box: [4]float64{lon, lat, round(lon + 1), round(lat + 1)}, limit: limit}
	if timed {
		first := time.Date(2011, 1, 1+r.IntN(days-365), 0, 0, 0, 0, time.UTC)
		last := first.AddDate(1, 0, -1).Add(12 * time.Hour) // noon, so that it does not matter whether ends are inclusive
		q.when = first.Format(time.RFC3339) + "/" + last.Format(time.RFC3339)
	}
	if filtered {
		q.sure = fmt.Sprintf("0.%02d", 60+r.IntN(20))
	}
	return q
}

// tilesOf returns the tiles of a zoom with towns, each once, in order of the towns.
func tilesOf(made []town, z maptile.Zoom) []question {
	var out []question
	known := map[question]bool{}
	for _, t := range made {
		q := question{tile: maptile.At(orb.Point{t.lon, t.lat}, z)}
		if !known[q] {
			known[q] = true
			out = append(out, q)
		}
	}
	return out
}

// tileQuestions asks for one tile after the other, then again with another host, as low zooms have
// few tiles.
func tileQuestions(all []question) func() question {
	n := 0
	return func() question {
		q := all[n%len(all)]
		q.host = fmt.Sprintf("pass%d.localhost", n/len(all))
		n++
		return q
	}
}

// again repeats a question.
func again(q question) func() question { return func() question { return q } }

// site is how to address a server.
type site struct {
	name  string
	base  string // http://127.0.0.1:PORT
	items string // path and query, without the common part
	tile  string // format of a path with z, x and y
	same  string // likewise, of a server with a cache
}

// path returns the start of the address for a sort, empty if the server is not asked for it.
func (s *site) path(of sort) string {
	return [...]string{items: s.items, tile: s.tile, same: s.same}[of]
}

// url returns the address of a question.
func (s *site) url(of sort, q *question) string {
	if of != items {
		return s.base + fmt.Sprintf(s.path(of), q.tile.Z, q.tile.X, q.tile.Y)
	}
	v := url.Values{"bbox": {fmt.Sprintf("%.5f,%.5f,%.5f,%.5f", q.box[0], q.box[1], q.box[2], q.box[3])}, "limit": {fmt.Sprint(q.limit)}}
	if q.when != "" {
		v.Set("datetime", q.when)
	}
	if q.sure != "" {
		v.Set("filter", "confidence >= "+q.sure) // valid as CQL2 text and CQL
	}
	return s.base + s.items + v.Encode()
}
