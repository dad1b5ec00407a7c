package main

import (
	"testing"

	"github.com/paulmach/orb/maptile"
)

func TestQuestionsNeverRepeat(t *testing.T) {
	for _, k := range kinds() {
		t.Run(k.name, func(t *testing.T) {
			known := map[question]bool{}
			for range 1000 {
				known[k.next()] = true
			}
			want := 1000
			if k.of == same {
				want = 1
			}
			if len(known) != want {
				t.Errorf("a thousand questions are %d, want %d", len(known), want)
			}
		})
	}
}

func TestEveryServerIsAskedTheSame(t *testing.T) {
	a, b := kinds(), kinds()
	for i := range a {
		for n := range 100 {
			if p, q := a[i].next(), b[i].next(); p != q {
				t.Fatalf("%s: question %d is %v and %v", a[i].name, n, p, q)
			}
		}
	}
}

func TestURL(t *testing.T) {
	s := site{base: "http://127.0.0.1:1", items: "/items?f=json&", tile: "/%d/%d/%d.mvt"}
	tests := []struct {
		name string
		of   sort
		ask  question
		want string
	}{
		{"box", items, question{box: [4]float64{36, 35, 37, 36}, limit: 10}, "/items?f=json&bbox=36.00000%2C35.00000%2C37.00000%2C36.00000&limit=10"},
		{"time", items, question{when: "2011-01-01/2012-01-01", limit: 1}, "/items?f=json&bbox=0.00000%2C0.00000%2C0.00000%2C0.00000&datetime=2011-01-01%2F2012-01-01&limit=1"},
		{"tile", tile, question{tile: maptile.New(38, 25, 6)}, "/6/38/25.mvt"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got, want := s.url(test.of, &test.ask), s.base+test.want; got != want {
				t.Errorf("got %s, want %s", got, want)
			}
		})
	}
}
