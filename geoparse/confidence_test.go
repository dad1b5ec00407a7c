package geoparse

import "testing"

// TestConfidenceBounds: which answers may have high confidence, and which may not.
func TestConfidenceBounds(t *testing.T) {
	tests := []struct {
		name, text, phrase string
		least, most        float64
	}{
		{"village alone", "Shelling hit Kafr Ruma.", "Kafr Ruma", 0, 0.7},
		{"village among others", "Shelling hit Kafr Ruma, Saraqib and Binnish in Idlib province.", "Kafr Ruma", 0.9, 1},
		{"city alone", "A fair opened in Damascus.", "Damascus", 0.8, 1},
		{"country", "He flew from Damascus to Italy.", "Italy", 0.8, 1},
		{"in its governorate", "They left Hass, a village in Idlib province.", "Hass", 0.9, 1},
		{"a town of its country far from the others", "Men left Nikopol, Marhanets and Enerhodar. Men left Vynohradiv.", "Vynohradiv", 0, 0.7},
		{"a village of a table in another country", "Jets bombed Dohuk, Amadiya and Zakho. Jets bombed Matinli.", "Matinli", 0, 0.7},
		{"a town near the others", "Men left Nikopol, Marhanets and Enerhodar. Men left Tomakivka.", "Tomakivka", 0.8, 1},
		{"far from all else", "Aleppo, Homs and Marcq-en-Baroeul signed it.", "Marcq-en-Baroeul", 0, 0.7},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := confidenceIn(t, tt.text, tt.phrase); got < tt.least || got > tt.most {
				t.Errorf("%s in %q: %.2f, want %.2f to %.2f", tt.phrase, tt.text, got, tt.least, tt.most)
			}
		})
	}
}

// TestConfidenceOrder: evidence for a place raises confidence.
func TestConfidenceOrder(t *testing.T) {
	tests := []struct{ name, less, phrase, more, same string }{
		{"other names of its country", "Trains left Rome and Salamiyah.", "Salamiyah", "Trains left Hama and Salamiyah.", "Salamiyah"},
		{"what it lies in", "She left Tripoli.", "Tripoli", "She left Tripoli, Lebanon.", "Tripoli"},
		{"no family name", "He came from Sheffield and Lincoln.", "Lincoln", "He came from Sheffield and Leeds.", "Leeds"},
		{"by its name, not by its sound", "Shells hit Idlib, Ltaminna and Hama.", "Ltaminna", "Shells hit Idlib, Latamneh and Hama.", "Latamneh"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if less, more := confidenceIn(t, tt.less, tt.phrase), confidenceIn(t, tt.more, tt.same); less >= more {
				t.Errorf("%.2f in %q, %.2f in %q", less, tt.less, more, tt.more)
			}
		})
	}
}

// confidenceIn returns the confidence of the answer to a phrase of a text.
func confidenceIn(t *testing.T, text, phrase string) float64 {
	t.Helper()
	for _, m := range mustParse(t, testParser(), Input{Text: text}).Mentions {
		if m.Phrase == phrase && m.Place != nil {
			return m.Confidence
		}
	}
	t.Fatalf("%q has no place in %q", phrase, text)
	return 0
}
