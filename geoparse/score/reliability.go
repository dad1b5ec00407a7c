package score

import (
	"dateline/geo"
	"dateline/geoparse"

	"github.com/paulmach/orb"
)

// Reliability compares confidence and accuracy in bins of equal width, as a reliability diagram
// (DeGroot and Fienberg, "The comparison and evaluation of forecasters", 1983). It uses only
// mentions that overlap a gold name with coordinates, or a probe's expectation.
type Reliability [10]Bin

// Bin has the mentions with confidence in one tenth of 0..1.
type Bin struct {
	Answers    int
	Confidence float64 // sum over the mentions
	Right      int     // within the tolerance of the gold name, else 161 km; or as the probe expects
	SameSense  int     // the same, but within wideKm for a country or larger region
}

// wideKm is the tolerance for countries and seas: their points are a convention in which
// gazetteers and annotations differ.
const wideKm = 1000

// MeasureReliability groups the mentions of gold names by confidence.
func MeasureReliability(gold []Document, mentions [][]geoparse.Mention) Reliability {
	var r Reliability
	for i := range gold {
		required, _ := (&tally{}).split(gold[i].Toponyms)
		for _, g := range required {
			k := match(g, mentions[i])
			if k < 0 || g.Lat == nil || mentions[i][k].Place == nil {
				continue
			}
			r.add(g, &mentions[i][k])
		}
		r.addProbe(gold[i].Expect, mentions[i])
	}
	return r
}

func (r *Reliability) add(g Toponym, m *geoparse.Mention) {
	limit := float64(accuracyKm)
	if g.TolKm != nil {
		limit = *g.TolKm
	}
	d := geo.Distance(orb.Point{*g.Lon, *g.Lat}, m.Place.Point)
	r.count(m, d <= limit, d <= limit || isWide(m) && d <= wideKm)
}

// addProbe adds the mentions of a probe's spans.
func (r *Reliability) addProbe(expect []Expectation, mentions []geoparse.Mention) {
	for _, e := range expect {
		for i := range mentions {
			if m := &mentions[i]; e.isJudged() && m.Place != nil && m.Overlaps(geoparse.Span{Start: e.Start, End: e.End}) {
				right := e.fits(m)
				r.count(m, right, right)
			}
		}
	}
}

func (r *Reliability) count(m *geoparse.Mention, right, sameSense bool) {
	b := &r[min(int(m.Confidence*float64(len(r))+1e-9), len(r)-1)]
	b.Answers++
	b.Confidence += m.Confidence
	b.Right += count(right)
	b.SameSense += count(sameSense)
}

func isWide(m *geoparse.Mention) bool {
	return m.Precision == geoparse.Land || m.Precision == geoparse.Area
}

// Sum adds the bins of r and s.
func (r Reliability) Sum(s Reliability) Reliability {
	for i := range r {
		r[i].Answers += s[i].Answers
		r[i].Confidence += s[i].Confidence
		r[i].Right += s[i].Right
		r[i].SameSense += s[i].SameSense
	}
	return r
}

// From sums all bins from i up.
func (r Reliability) From(i int) Bin {
	var sum Bin
	for _, b := range r[i:] {
		sum.Answers += b.Answers
		sum.Confidence += b.Confidence
		sum.Right += b.Right
		sum.SameSense += b.SameSense
	}
	return sum
}
