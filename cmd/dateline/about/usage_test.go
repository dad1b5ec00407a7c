package about

import (
	"strings"
	"testing"
)

func TestNumbersBelowZero(t *testing.T) {
	for given, want := range map[string]string{
		"geocode A --near -90,40":      "geocode A --near=-90,40",
		"export --bbox -.5,1,2,3 -q":   "export --bbox=-.5,1,2,3 -q",
		"export --bbox=1,2,3,4 -5":     "export --bbox=1,2,3,4 -5",
		"export -o - --sortby -date":   "export -o - --sortby -date",
		"ingest -- --near -90,40":      "ingest -- --near -90,40",
		"parse --limit -1 --near -1,2": "parse --limit=-1 --near=-1,2",
	} {
		if got := strings.Join(WithNumbers(strings.Fields(given)), " "); got != want {
			t.Errorf("%s: %s, want %s", given, got, want)
		}
	}
}
