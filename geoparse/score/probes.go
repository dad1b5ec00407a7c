package score

import (
	"dateline/geo"
	"dateline/geoparse"

	"github.com/paulmach/orb"
)

// Expectation is what a probe, a sentence testing one phenomenon, expects of one of its spans: a
// place within TolKm of a point, no place outside a circle, or no place.
type Expectation struct {
	Start  int      `json:"start"`
	End    int      `json:"end"`
	Lat    *float64 `json:"lat"`
	Lon    *float64 `json:"lon"`
	TolKm  float64  `json:"tol_km"`
	Inside *Circle  `json:"inside"`
	None   bool     `json:"none"`
}

// Circle is a circle around a point with a radius in kilometres.
type Circle struct{ Lat, Lon, Km float64 }

// Probes are the scores of probes.
type Probes struct {
	Expected int `json:"expected"`
	Right    int `json:"right"`
	Wrong    int `json:"wrong"` // a place where none or another is expected
}

// MeasureProbes compares mentions with the expectations of probes. It ignores dates, fronts and
// kinds.
func MeasureProbes(gold []Document, mentions [][]geoparse.Mention) Probes {
	var p Probes
	for i := range gold {
		for _, e := range gold[i].Expect {
			if !e.isJudged() {
				continue
			}
			p.Expected++
			switch placed, right := e.judge(mentions[i]); {
			case placed && !right:
				p.Wrong++
			case right || e.None || e.Inside != nil:
				p.Right++
			}
		}
	}
	return p
}

// isJudged reports whether anything is expected: some spans are ambiguous.
func (e *Expectation) isJudged() bool { return e.None || e.Inside != nil || e.Lat != nil }

// judge reports whether a mention of the span has a place, and whether all such places are as
// expected.
func (e *Expectation) judge(mentions []geoparse.Mention) (placed, right bool) {
	right = true
	for i := range mentions {
		if m := &mentions[i]; m.Place != nil && m.Overlaps(geoparse.Span{Start: e.Start, End: e.End}) {
			placed = true
			right = right && e.fits(m)
		}
	}
	return placed, placed && right
}

// fits reports whether the place of a mention is as expected.
func (e *Expectation) fits(m *geoparse.Mention) bool {
	switch {
	case e.None:
		return false
	case e.Inside != nil:
		return geo.Distance(m.Place.Point, orb.Point{e.Inside.Lon, e.Inside.Lat}) <= e.Inside.Km
	}
	return geo.Distance(m.Place.Point, orb.Point{*e.Lon, *e.Lat}) <= e.TolKm
}
