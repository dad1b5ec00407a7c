package score

import (
	"testing"

	"dateline/gazetteer"
	"dateline/geoparse"

	"github.com/paulmach/orb"
)

func TestMeasureReliability(t *testing.T) {
	gold := readGold(t, `
{"id":1,"text":"Aleppo, Hama, Russia, Idlib","toponyms":[
 {"start":0,"end":6,"phrase":"Aleppo","lat":36.2,"lon":37.16,"tol_km":10},
 {"start":8,"end":12,"phrase":"Hama","lat":35.13,"lon":36.76},
 {"start":14,"end":20,"phrase":"Russia","lat":61.5,"lon":105.3},
 {"start":22,"end":27,"phrase":"Idlib","lat":35.93,"lon":36.63}]}`)
	sure := func(start, end int, lon, lat, confidence float64, p geoparse.Precision) geoparse.Mention {
		m := mention(start, end, &gazetteer.Place{Point: orb.Point{lon, lat}})
		m.Confidence, m.Precision = confidence, p
		return m
	}
	r := MeasureReliability(gold, [][]geoparse.Mention{{
		sure(0, 6, 37.16, 36.4, 1, geoparse.Town),      // 22 km off, 10 allowed
		sure(8, 12, 36.76, 35.13, 0.8, geoparse.Town),  // right, exactly on the edge of a bin
		sure(14, 20, 97, 60, 0.85, geoparse.Land),      // another point for the same country
		sure(30, 35, 36.63, 35.93, 0.9, geoparse.Town), // no gold there
		mention(22, 27, nil),                           // no answer
	}})
	want := Reliability{8: {Answers: 2, Confidence: 1.65, Right: 1, SameSense: 2}, 9: {Answers: 1, Confidence: 1}}
	if r != want {
		t.Errorf("got  %+v\nwant %+v", r, want)
	}
	if got, want := r.Sum(r).From(9), (Bin{Answers: 2, Confidence: 2}); got != want {
		t.Errorf("twice from 0.9: %+v, want %+v", got, want)
	}
}
