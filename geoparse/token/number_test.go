package token

import (
	"math"
	"testing"
)

func TestParseNumber(t *testing.T) {
	for text, want := range map[string]float64{
		"12": 12, "12.75": 12.75, "12,75": 12.75, "1,200": 1200, "1,200,000": 1200000, "0,250": 0.25, "1,2": 1.2,
		"٢٫٥": 2.5, "١٬٢٠٠": 1200, "٤٣": 43, "6½": 6.5, "2¼": 2.25, "3¾": 3.75, "1,234.5": 1234.5,
	} {
		if got, ok := ParseNumber(text); !ok || math.Abs(got-want) > 1e-9 {
			t.Errorf("%s is %v %v, want %v", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "km", "1.2.3", "-"} {
		if got, ok := ParseNumber(text); ok {
			t.Errorf("%q is %v", text, got)
		}
	}
}

func TestNumberEnd(t *testing.T) {
	for text, want := range map[string]string{
		"12 km": "12", "12.5 km": "12.5", "12. Then": "12", "12, 13": "12", "1,200 men": "1,200", "35km": "35",
		"6½ miles": "6½", "٢٫٥ كم": "٢٫٥", "x": "", "2019,1234": "2019", "3.": "3",
	} {
		if got := text[:NumberEnd(text, 0)]; got != want {
			t.Errorf("the number of %q is %q, want %q", text, got, want)
		}
	}
}

func TestUnits(t *testing.T) {
	for _, tt := range []struct {
		text string
		at   int
		km   float64
		unit bool
	}{
		{"10 km", 1, 1, true}, {"10 kilometres", 1, 1, true}, {"10 miles", 1, 1.609344, true}, {"400 m", 1, 0.001, true}, {"a m", 1, 0, false},
		{"35km", 0, 0, true}, {"10 nautical miles", 2, 1.852, true}, {"10 كم", 1, 1, true}, {"كيلومترين", 0, 0, true}, {"10 men", 1, 0, false},
	} {
		text := read(t, tt.text)
		if got := text.UnitKm(tt.at); math.Abs(got-tt.km) > 1e-4 {
			t.Errorf("%s: %v km, want %v", tt.text, got, tt.km)
		}
		if got := text.IsUnit(tt.at); got != tt.unit {
			t.Errorf("%s: token %d ends a distance: %v", tt.text, tt.at, got)
		}
	}
	for text, want := range map[string]bool{"10 km": true, "10 metres": true, "10 miles": false} {
		if got := read(t, text).IsMetric(1); got != want {
			t.Errorf("%s is metric: %v", text, got)
		}
	}
	if !read(t, "35km").IsMetric(0) || read(t, "35mi").IsMetric(0) {
		t.Error("units on their numbers")
	}
}

func TestDirectionsRegionsAndRoutes(t *testing.T) {
	for _, tt := range []struct {
		text                   string
		at                     int
		bearing, region, route string
	}{
		{"northern", 0, "0", "", ""}, {"east", 0, "90", "", ""}, {"south-western", 1, "270", "", ""}, {"countryside", 0, "", "countryside", ""},
		{"road", 0, "", "", "road"}, {"border", 0, "", "", "border"}, {"axis", 0, "", "", "axis"}, {"شمال", 0, "0", "", ""}, {"والغربي", 0, "270", "", ""},
		{"ريف", 0, "", "countryside", ""}, {"طريق", 0, "", "", "road"}, {"10 km NE", 2, "45", "", ""}, {"the NE", 1, "", "", ""}, {"10 km ne", 2, "", "", ""}, {"10 men NE", 2, "", "", ""}, {"والرقة", 0, "", "", ""}, {"Hama", 0, "", "", ""},
		{"Hama", 1, "", "", ""}, {"Hama", -1, "", "", ""},
	} {
		text := read(t, tt.text)
		if b, r, w := text.BearingAt(tt.at), text.RegionAt(tt.at), text.RouteAt(tt.at); b != tt.bearing || r != tt.region || w != tt.route {
			t.Errorf("%s, token %d: %q %q %q, want %q %q %q", tt.text, tt.at, b, r, w, tt.bearing, tt.region, tt.route)
		}
	}
}
