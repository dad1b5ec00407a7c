package score

import (
	"testing"

	"dateline/gazetteer"
	"dateline/geoparse"

	"github.com/paulmach/orb"
)

func TestMeasureProbes(t *testing.T) {
	at := func(lat, lon float64) *Expectation {
		return &Expectation{Start: 0, End: 4, Lat: &lat, Lon: &lon, TolKm: 10}
	}
	pin := func(lat, lon float64) []geoparse.Mention {
		return []geoparse.Mention{{Span: geoparse.Span{Start: 0, End: 4}, Place: &gazetteer.Place{Point: orb.Point{lon, lat}}, Confidence: 0.85}}
	}
	tests := []struct {
		name   string
		expect *Expectation
		said   []geoparse.Mention
		want   Probes
		sure   Bin
	}{
		{"there", at(34.73, 36.71), pin(34.73, 36.71), Probes{1, 1, 0}, Bin{1, 0.85, 1, 1}},
		{"elsewhere", at(34.73, 36.71), pin(36.2, 37.16), Probes{1, 0, 1}, Bin{1, 0.85, 0, 0}},
		{"missed", at(34.73, 36.71), nil, Probes{1, 0, 0}, Bin{}},
		{"none expected", &Expectation{End: 4, None: true}, pin(36.2, 37.16), Probes{1, 0, 1}, Bin{1, 0.85, 0, 0}},
		{"and none said", &Expectation{End: 4, None: true}, nil, Probes{1, 1, 0}, Bin{}},
		{"inside", &Expectation{End: 4, Inside: &Circle{36.2, 37.16, 5}}, pin(36.2, 37.16), Probes{1, 1, 0}, Bin{1, 0.85, 1, 1}},
		{"outside", &Expectation{End: 4, Inside: &Circle{36.2, 37.16, 5}}, pin(34.73, 36.71), Probes{1, 0, 1}, Bin{1, 0.85, 0, 0}},
		{"inside, none said", &Expectation{End: 4, Inside: &Circle{36.2, 37.16, 5}}, nil, Probes{1, 1, 0}, Bin{}},
		{"anything", &Expectation{End: 4}, pin(34.73, 36.71), Probes{}, Bin{}},
		{"another word", &Expectation{Start: 5, End: 9, None: true}, pin(34.73, 36.71), Probes{1, 1, 0}, Bin{}},
	}
	for _, tt := range tests {
		gold, said := []Document{{Expect: []Expectation{*tt.expect}}}, [][]geoparse.Mention{tt.said}
		if got := MeasureProbes(gold, said); got != tt.want {
			t.Errorf("%s: %+v, want %+v", tt.name, got, tt.want)
		}
		if got := MeasureReliability(gold, said).From(8); got != tt.sure {
			t.Errorf("%s: sure answers %+v, want %+v", tt.name, got, tt.sure)
		}
	}
}
