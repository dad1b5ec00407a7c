package geoparse

import (
	"testing"
	"unicode/utf8"
)

// TestSentenceContainsItsName: where a name crosses the end of a line its sentence has both lines, and
// no front joins paragraphs.
func TestSentenceContainsItsName(t *testing.T) {
	p := testParser()
	for _, text := range []string{
		"Khan\nSheikhoun was hit.", "Hama\nDistrict was hit.", "Deir\nez-Zor was hit.", "Khan- \nSheikhoun was hit.",
		"Clashes between Morek\n\nand Hama.", "Clashes between Morek\nand Hama.",
	} {
		in := Input{Text: text}
		got := mustParse(t, p, in)
		if len(got.Mentions) == 0 {
			t.Errorf("%q: no mentions", text)
		}
		checkResult(t, &in, &got, utf8.RuneCountInString(text))
	}
	if got := mustParse(t, p, Input{Text: "Clashes between Morek\n\nand Hama."}); len(got.Fronts) > 0 {
		t.Errorf("a front joins paragraphs: %+v", got.Fronts)
	}
}
