package geoparse

import (
	"fmt"
	"math"
	"strings"
	"sync"

	"dateline/gazetteer"
	"dateline/geo"

	"github.com/paulmach/orb"
)

// shape gives a phrase its geometry, uncertainty and reading; false when its
// places have none that could be drawn.
func (p *parse) shape(f phrase) (Front, bool) {
	places := make([]gazetteer.Place, len(f.anchors))
	confidence := 1.0
	for i, a := range f.anchors {
		places[i] = p.frontAnchor(&f, a)
		confidence = min(confidence, p.confidence(a))
	}
	drawn := p.shapes.get(f.key(places), func() drawing { return p.draw(&f, places) })
	if drawn.geometry == nil {
		return Front{}, false
	}
	start, end := p.tokens[f.first].start, p.tokens[f.last].end
	if last := p.spots[f.anchors[len(f.anchors)-1]]; last.last == f.last {
		end = last.end
	}
	return Front{
		Span: p.runeSpan(start, end), Phrase: p.text[start:end], Sentence: p.sentenceOf(start).span, Kind: f.kind,
		Geometry: drawn.geometry, UncertaintyKm: drawn.uncertaintyKm, Reading: drawn.reading,
		Anchors: places, Confidence: math.Round(100*confidence*drawn.sharpness) / 100, Date: p.eventDate(start),
	}, true
}

// drawing is what a phrase looks like; equal phrases share it.
type drawing struct {
	geometry      orb.Geometry
	uncertaintyKm float64
	reading       string
	sharpness     float64 // how well the phrase says where the bounds are, 0..1
}

// shapeCache keeps drawings, so that an expression is drawn once however often
// it occurs. It is safe for concurrent use and forgets all when it is full.
type shapeCache struct {
	mu     sync.Mutex
	shapes map[string]drawing
}

const maxShapes = 4096

func (c *shapeCache) get(key string, draw func() drawing) drawing {
	c.mu.Lock()
	d, ok := c.shapes[key]
	c.mu.Unlock()
	if ok {
		return d
	}
	d = draw()
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.shapes == nil || len(c.shapes) >= maxShapes {
		c.shapes = map[string]drawing{}
	}
	c.shapes[key] = d
	return d
}

// key tells phrases apart that are drawn differently.
func (f *phrase) key(places []gazetteer.Place) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s|%s|%v|%t|%g", f.kind, f.noun, f.bearings, f.central, f.km)
	for _, pl := range places {
		b.WriteString("|" + pl.ID)
	}
	return b.String()
}

// frontAnchor returns the place that a front is drawn from: what the name
// was taken for, or where the phrase means the land around a seat of
// government, the division.
func (p *parse) frontAnchor(f *phrase, i int) gazetteer.Place {
	place := *p.taken(i)
	if len(f.anchors) > 1 || f.kind == Offset || p.spots[i].class != "" && !p.lex.fits(p.spots[i].class, gazetteer.FirstDivision) {
		return place
	}
	if f.noun == "outskirts" || f.noun == "entrance" || place.Kind != "P.PPLA" && place.Kind != gazetteer.Capital {
		return place
	}
	if f.noun == "" && p.isSeenFrom(f) {
		return place
	}
	if r, ok := p.gaz.Division(place.Country + "." + place.Admin1); ok {
		if division := p.gaz.Place(r); geo.Distance(division.Point, place.Point) < seatKm {
			return division
		}
	}
	return place
}

// seatKm is how far the point of a division may lie from its seat.
const seatKm = 15

// isSeenFrom reports whether the direction is one seen from the place, as in
// "north of Aleppo" and شمال حلب, not a part of it, as in "northern Aleppo".
func (p *parse) isSeenFrom(f *phrase) bool {
	name := p.spots[f.anchors[0]].first
	for i := f.first; i < name; i++ {
		if p.tokens[i].fold == "of" {
			return true
		}
	}
	return f.first < name && p.tokens[name].shape == arabic
}
