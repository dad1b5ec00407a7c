package position

import (
	"fmt"
	"strings"
	"testing"

	"dateline/geoparse/geoparsetest"
)

// positions writes the positions in a text: "35.13 36.75 (35.13, 36.75) 0.90".
func positions(t *testing.T, source string) string {
	t.Helper()
	text := geoparsetest.Text(t, source)
	var out []string
	for _, at := range In(text) {
		out = append(out, fmt.Sprintf("%q %.2f %.2f sure %.2f", source[at.Start:at.End], at.Point[1], at.Point[0], at.Confidence))
	}
	return strings.Join(out, "; ")
}

func TestIn(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"in brackets", "A convoy stood there (35.1318, 36.7578) at noon.", `"35.1318, 36.7578" 35.13 36.76 sure 0.90`},
		{"behind a colon", "Place: 35.1318, 36.7578", `"35.1318, 36.7578" 35.13 36.76 sure 0.90`},
		{"alone on a line", "They met.\n35.1318, 36.7578\nThey left.", `"35.1318, 36.7578" 35.13 36.76 sure 0.90`},
		{"behind a preposition", "It stood at 35.131, 36.757 today.", ""},
		{"behind a preposition, before a stop", "It stood at 35.131, 36.757.", `"35.131, 36.757" 35.13 36.76 sure 0.90`},
		{"behind the word", "The coordinates are 35.13, 36.75 they said.", `"35.13, 36.75" 35.13 36.75 sure 0.90`},
		{"before the word", "He gave 35.1318, 36.7578 as its coordinates today.", `"35.1318, 36.7578" 35.13 36.76 sure 0.90`},
		{"hemispheres", "It stood at 35.13°N 36.75°E today.", `"35.13°N 36.75°E" 35.13 36.75 sure 0.97`},
		{"degrees and minutes", "It stood at 35°08'N 36°45'E today.", `"35°08'N 36°45'E" 35.13 36.75 sure 0.97`},
		{"west and south", "It stood at 35.13°S 36.75°W today.", `"35.13°S 36.75°W" -35.13 -36.75 sure 0.97`},
		{"a minus", "Place: -35.1318, -36.7578", `"-35.1318, -36.7578" -35.13 -36.76 sure 0.90`},
		{"a grid reference", "It stood at 37S BU 95737 89960 today.", `"37S BU 95737 89960" 35.13 36.76 sure 0.97`},
		{"two", "Places: 35.1318, 36.7578\n34.7300, 36.7100", `"35.1318, 36.7578" 35.13 36.76 sure 0.90; "34.7300, 36.7100" 34.73 36.71 sure 0.90`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := positions(t, tt.text); got != tt.want {
				t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
			}
		})
	}
}

// TestFigures: prices, rates, scores and counts are not positions.
func TestFigures(t *testing.T) {
	for _, text := range []string{
		"The dollar rose (35.1318, 36.7578) to a new rate.", "Shares fell to (35.1318, 36.7578) dollars a share.", "12 Syrian soldiers and 14 others left.",
		"They scored 35.5, 36.7 in the match.", "It grew by 35.1318, 36.7578 per cent.", "There are 35, 36 or more.", "It cost $35.13, 36.75.",
		"(35.13, 36.75)", "The coordinates are 35.1, 36.7 they said.", "On 12.5 and 13.6 of them nothing is known.", "(95.1318, 196.7578)", "",
	} {
		if got := positions(t, text); got != "" {
			t.Errorf("%s: %s", text, got)
		}
	}
}
