package page

import (
	"strings"
	"testing"
)

func TestMapLinks(t *testing.T) {
	for _, tt := range []struct {
		links []string
		n     int
		wrong string
	}{
		{nil, 0, ""},
		{[]string{"none"}, 0, ""},
		{[]string{"OSM=https://maps.example/?a={lat}&b={lon}#map={z}"}, 1, ""},
		{[]string{"A=https://a.example/{lat},{lon}", "B=http://b.example/{lat}/{lon}"}, 2, ""},
		{[]string{"https://a.example/{lat},{lon}"}, 0, "NAME="},
		{[]string{"=https://a.example/{lat},{lon}"}, 0, "NAME="},
		{[]string{"A="}, 0, "NAME="},
		{[]string{"A=javascript:{lat}{lon}"}, 0, "https://"},
		{[]string{"A=https:///{lat}{lon}"}, 0, "https://"},
		{[]string{"A=https://a.example/{lat}"}, 0, "{lon}"},
	} {
		got, err := NewMapLinks(tt.links)
		switch {
		case tt.wrong == "" && (err != nil || len(got) != tt.n):
			t.Errorf("%q: %v %v, want %d", tt.links, got, err, tt.n)
		case tt.wrong != "" && (err == nil || !strings.Contains(err.Error(), tt.wrong)):
			t.Errorf("%q: %v, want %s", tt.links, err, tt.wrong)
		}
	}
}
