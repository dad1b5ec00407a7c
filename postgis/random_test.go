package postgis_test

import (
	"fmt"
	"math/rand/v2"
	"net/url"
	"slices"
	"strings"
	"testing"

	"dateline/query"
	"dateline/schema"
)

// asker makes random questions, the same for the same seed.
type asker struct {
	*rand.Rand
	collection schema.Collection
	fields     []query.Field
}

func newAskers(seed uint64) (all []*asker) {
	r := rand.New(rand.NewPCG(seed, 20))
	for _, c := range schema.Collections() {
		all = append(all, &asker{r, c, query.Fields(&c)})
	}
	return all
}

func of[T any](r *asker, all ...T) T { return all[r.IntN(len(all))] }

// filter writes a filter of a depth.
func (r *asker) filter(depth int) string {
	switch {
	case depth == 0 || r.IntN(3) == 0:
		return r.predicate()
	case r.IntN(4) == 0:
		return "NOT (" + r.filter(depth-1) + ")"
	}
	return "(" + r.filter(depth-1) + of(r, " AND ", " OR ") + r.filter(depth-1) + ")"
}

// predicate writes a predicate of any conformance class.
func (r *asker) predicate() string {
	operator := of(r, " = ", " <> ", " < ", " <= ", " > ", " >= ")
	switch r.IntN(14) {
	case 0:
		return r.name(query.Text) + operator + r.text()
	case 1:
		return r.name(query.Text) + of(r, " LIKE ", " NOT LIKE ") + of(r, "'%a%'", "'K%'", "'_dlib'", "'%ي%'", `'\%%'`, "'%'", "''", "'gn%7'", `'%\\_%'`, "'%.'")
	case 2:
		return r.name(query.Text) + of(r, " IN (", " NOT IN (") + r.text() + ", " + r.text() + ", 'place')"
	case 3:
		return "CASEI(" + r.name(query.Text) + ") LIKE CASEI('%" + of(r, "A", "i", "ع") + "%')"
	case 4:
		return r.name(query.Number) + operator + r.number()
	case 5:
		return r.name(query.Number) + of(r, " BETWEEN ", " NOT BETWEEN ") + r.number() + " AND " + r.number()
	case 6:
		return r.name(query.Number) + of(r, " * 2", " % 7", " div 3", " / 4", " - 1") + operator + r.name(query.Number)
	case 7:
		return r.name(query.Date) + operator + "DATE('" + r.day() + "')"
	case 8:
		return r.name(query.Date) + operator + r.name(query.Date)
	case 9:
		return r.relation() + "(" + r.period() + ", " + r.period() + ")"
	case 10:
		return of(r, "S_INTERSECTS", "S_INTERSECTS", "S_INTERSECTS", "S_DISJOINT", "S_WITHIN", "S_TOUCHES") + "(geometry, " + r.place() + ")"
	case 11:
		return of(r, r.name(query.Text), r.name(query.Number), r.name(query.Date), "geometry") + of(r, " IS NULL", " IS NOT NULL")
	case 12:
		return r.name(query.Text) + operator + r.name(query.Text)
	}
	if name := r.name(query.Boolean); name != "" {
		return of(r, name, name+" = false", name+" IS NULL")
	}
	return r.name(query.Number) + " IN (" + r.number() + ", " + r.number() + ")"
}

// name returns a property of a type; empty for none.
func (r *asker) name(t query.Type) string {
	fields := slices.DeleteFunc(slices.Clone(r.fields), func(f query.Field) bool { return f.Type != t })
	if len(fields) == 0 {
		return ""
	}
	name := fields[r.IntN(len(fields))].Name
	return `"` + name + `"`
}

func (r *asker) text() string {
	return of(r, "'Idlib'", "'Hama'", "'place'", "'town'", "'Source 3'", "''", "'gn170015'", "'day'", "'حماة'", "'z'", "'SY'", "'en'", "'P.PPL'", "'Syria'", "'clash'")
}

func (r *asker) number() string {
	return of(r, "0", "1", "0.5", "0.9", "0.75", "100", "2e3", "-7", "0.87", fmt.Sprint(r.IntN(900)))
}

func (r *asker) day() string {
	return fmt.Sprintf("%d-%02d-%02d", 2014+r.IntN(8), 1+r.IntN(12), 1+r.IntN(28))
}

func (r *asker) relation() string {
	return of(r, "T_AFTER", "T_BEFORE", "T_CONTAINS", "T_DISJOINT", "T_DURING", "T_EQUALS", "T_FINISHEDBY", "T_FINISHES", "T_INTERSECTS", "T_MEETS", "T_METBY", "T_OVERLAPPEDBY", "T_OVERLAPS", "T_STARTEDBY", "T_STARTS")
}

func (r *asker) period() string {
	ends := []string{"'" + r.day() + "'", "'" + r.day() + "'"}
	slices.Sort(ends)
	return of(r, r.name(query.Date), "DATE('"+r.day()+"')", "INTERVAL("+strings.Join(ends, ", ")+")", "INTERVAL('..', "+ends[1]+")", "INTERVAL("+ends[0]+", '..')", "INTERVAL("+r.name(query.Date)+", "+r.name(query.Date)+")")
}

// corner returns a box in the region of most features: west, south, east, north.
func (r *asker) corner() [4]float64 {
	west, south := 35+float64(r.IntN(700))/100, 32+float64(r.IntN(500))/100
	return [4]float64{west, south, west + float64(r.IntN(300))/100, south + float64(r.IntN(300))/100}
}

func (r *asker) box() string {
	b := r.corner()
	return of(r, fmt.Sprintf("%v,%v,%v,%v", b[0], b[1], b[2], b[3]), "36.63,35.93,36.63,35.93", "170,-50,-170,50", "-180,-90,180,90")
}

func (r *asker) place() string {
	b := r.corner()
	return of(r, "BBOX("+r.box()+")", fmt.Sprintf("POLYGON((%[1]v %[2]v,%[3]v %[2]v,%[3]v %[4]v,%[1]v %[2]v))", b[0], b[1], b[2]+.1, b[3]+.1), "POINT(36.63 35.93)")
}

// question writes parameters of all kinds as a query string.
func (r *asker) question() url.Values {
	q := url.Values{}
	if r.IntN(4) > 0 {
		q.Set("filter", r.filter(r.IntN(4)))
	}
	if r.IntN(3) == 0 {
		q.Set("bbox", r.box())
	}
	if r.IntN(4) == 0 {
		b := r.corner()
		q.Set("near", of(r, fmt.Sprintf("%v,%v,%v", b[0], b[1], 1+r.IntN(200)), "180,0,900"))
	}
	if r.IntN(3) == 0 {
		q.Set("datetime", of(r, r.day(), "../"+r.day(), r.day()+"/..", "2015-01-01/2019-06-30", "2015-05-03"))
	}
	if r.IntN(5) == 0 {
		q.Set("copies", "none")
	}
	if r.IntN(8) == 0 {
		q.Set("q", of(r, "idlib", "shelled", "حماة", "near report", `"source"`, "army of"))
	}
	return q
}

// sorted writes a sort order.
func (r *asker) sorted() string {
	var keys []string
	for range 1 + r.IntN(3) {
		keys = append(keys, of(r, "", "-")+r.fields[1+r.IntN(len(r.fields)-1)].Name)
	}
	slices.Sort(keys)
	return strings.Join(slices.CompactFunc(keys, func(a, b string) bool { return strings.Trim(a, "-") == strings.Trim(b, "-") }), ",")
}

// random asks for items of all collections but one, with filters of all classes and orders of all
// kinds.
func (e *engines) random(t *testing.T, seed uint64, n int, but string) {
	askers := newAskers(seed)
	if testing.Short() {
		n = max(40, n/10)
	}
	for i := range n {
		r := askers[i%len(askers)]
		if r.collection.ID == but {
			continue
		}
		q := r.question()
		q.Set("limit", of(r, "1", "10", "37"))
		if order := r.sorted(); order != "" && r.IntN(2) == 0 {
			q.Set("sortby", order)
		}
		e.pages(t, "/collections/"+r.collection.ID+"/items?"+q.Encode())
	}
}

// counts asks for sums, facets, articles and the head of pages.
func (e *engines) counts(t *testing.T) {
	r := newAskers(2)[0]
	for range 60 {
		q := r.question()
		at, asked := "/collections/mentions/", q.Encode()
		e.ask(t, at+"facets?"+asked)
		e.ask(t, at+"articles?"+asked)
		q.Set("by", of(r, "place,week", "place,day"))
		e.ask(t, at+"sums?"+q.Encode())
	}
	for _, q := range []string{"", "time=2019-08-01/2019-08-31", "q=idlib", "place=gn170015", "map=8/35.5/36.6"} {
		e.ask(t, "/?f=html&"+q)
		e.ask(t, "/preview.png?"+q)
	}
}

// tiles asks for all tiles of the region up to zoom 8, and for filtered ones beyond.
func (e *engines) tiles(t *testing.T) {
	askers := newAskers(3)
	for _, r := range askers {
		at := "/tiles/" + r.collection.ID
		for zoom := range 8 {
			west, south, east, north := tileSpan(zoom)
			for x := west; x <= east; x++ {
				for y := north; y <= south; y++ {
					e.ask(t, fmt.Sprintf("%s/%d/%d/%d.mvt", at, zoom, x, y))
				}
			}
		}
		for range 60 {
			zoom := r.IntN(10)
			west, south, east, north := tileSpan(zoom)
			x, y := west+r.IntN(east-west+1), north+r.IntN(south-north+1)
			e.ask(t, fmt.Sprintf("%s/%d/%d/%d.mvt?%s", at, zoom, x, y, r.question().Encode()))
			e.ask(t, fmt.Sprintf("/collections/%s/tiles/WorldCRS84Quad/%d/%d/%d?%s", r.collection.ID, zoom, y/2, x, r.question().Encode()))
		}
	}
	e.ask(t, "/tiles/WebMercatorQuad/3/3/4?collections=mentions,fronts")
}

// tileSpan returns the tiles from 30 to 46 degrees east and from 28 to 40 north.
func tileSpan(zoom int) (west, south, east, north int) {
	side := 1 << zoom
	return side * 210 / 360, side * 27 / 64, side * 226 / 360, side * 24 / 64
}
