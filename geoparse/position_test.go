package geoparse

import (
	"context"
	"testing"
)

func TestPositions(t *testing.T) {
	for _, c := range []struct {
		text   string
		phrase string // empty for none
	}{
		{"The footage was geolocated to 36.1234, 37.4321 near the bakery.", "36.1234, 37.4321"},
		{"Crater: 34.55123, 38.28456", "34.55123, 38.28456"},
		{"The launcher stood at 36.0471,37.2210; see the map.", "36.0471,37.2210"},
		{"The trawler sent its last signal from 34 12.5N 35 20.1E.", "34 12.5N 35 20.1E"},
		{"Grid 37SBV8651224713 was hit.", "37SBV8651224713"},
		{"A depot (−1.67912, 29.22284) burned.", "−1.67912, 29.22284"},
		{"استهدفت الغارة الإحداثيات ٣٥٫٤٤١٢، ٣٦٫٦٥١٢ شرق المدينة", "٣٥٫٤٤١٢، ٣٦٫٦٥١٢"},
		{"The index closed at 48.1021, 37.7504.", ""},
		{"He paid 35.4412, 36.6512 and 37.1111 euros.", ""},
		{"Turnout rose to 35.44, 36.65 and 38.11 per cent.", ""},
		{"In the relay they ran 10.1200, 11.3500 and 12.0100 seconds.", ""},
		{"Version 35.4412, 36.6512 of the firmware.", ""},
		{"His record at 35.4412, 36.6512 points stands.", ""},
		{"On 12.06.2019, 13.06.2019 and after.", ""},
	} {
		r, err := testParser().Parse(context.Background(), Input{Text: c.text})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for i := range r.Mentions {
			if m := &r.Mentions[i]; m.Place != nil && m.Place.Kind == GivenCoordinates {
				got = m.Phrase
			}
		}
		if got != c.phrase {
			t.Errorf("%s: %q is a position, want %q", c.text, got, c.phrase)
		}
	}
}
