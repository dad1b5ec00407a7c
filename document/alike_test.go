package document

import (
	stdjson "encoding/json"
	"math"
	"testing"

	"github.com/segmentio/encoding/json"
)

// TestWritesAsEncodingJSON holds the library that writes documents to the bytes of
// encoding/json, in what the two could differ in.
func TestWritesAsEncodingJSON(t *testing.T) {
	tests := []struct {
		name string
		text string
		n    float64
	}{
		{"nothing", "", 0},
		{"marks of HTML", "<p>A & B</p>", 0.1},
		{"quotation marks", `"A" \ 'B' /`, 35.44},
		{"control characters", "a\x00b\x08\x0c\x1f\x7f\n\r\t", 1e-7},
		{"separators of lines", "a\u2028b\u2029", 1e21},
		{"not UTF-8", "a\xffb\xc3", 123456789.125},
		{"Arabic", "ريف حلب", -180},
		{"beyond the basic plane", "😀", math.MaxFloat64},
		{"the character that replaces others", "\ufffd", math.SmallestNonzeroFloat64},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			v := Mention{Phrase: test.text, Confidence: test.n, Reason: test.text, Lat: &test.n}
			got, err := json.Marshal(&v)
			if err != nil {
				t.Fatal(err)
			}
			want, err := stdjson.Marshal(&v)
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != string(want) {
				t.Errorf("got  %s\nwant %s", got, want)
			}
		})
	}
}
