package geo

import (
	"testing"

	"github.com/paulmach/orb"
)

func TestSeparates(t *testing.T) {
	river := orb.LineString{{36, 35}, {37, 35}, {37, 36}, {38, 36}}
	for _, test := range []struct {
		name string
		a, b orb.Point
		want bool
	}{
		{"across", orb.Point{36.5, 34.9}, orb.Point{36.5, 35.1}, true},
		{"on one side", orb.Point{36.5, 34.9}, orb.Point{36.9, 34.9}, false},
		{"across and back", orb.Point{36.5, 34.5}, orb.Point{37.5, 35.5}, false},
		{"across a corner", orb.Point{36.5, 35.5}, orb.Point{37.5, 34.5}, true},
		{"beyond its end", orb.Point{35.5, 34.9}, orb.Point{35.5, 35.1}, false},
		{"the same the other way", orb.Point{36.5, 35.1}, orb.Point{36.5, 34.9}, true},
		{"one point", orb.Point{36.5, 35.1}, orb.Point{36.5, 35.1}, false},
	} {
		if got := Separates(river, test.a, test.b); got != test.want {
			t.Errorf("%s: %v", test.name, got)
		}
	}
	if Separates(nil, orb.Point{0, 0}, orb.Point{1, 1}) {
		t.Error("nothing separates")
	}
}
