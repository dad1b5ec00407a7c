package geoparse

import "testing"

// TestConfidenceBounds holds what an answer may be sure of, and what not.
func TestConfidenceBounds(t *testing.T) {
	tests := []struct {
		name, text, phrase string
		least, most        float64
	}{
		{"village alone", "Shelling hit Kafr Ruma.", "Kafr Ruma", 0, farConfidence},
		{"village among others", "Shelling hit Kafr Ruma, Saraqib and Binnish in Idlib province.", "Kafr Ruma", 0.9, 1},
		{"city alone", "A fair opened in Damascus.", "Damascus", 0.8, 1},
		{"country", "He flew from Damascus to Italy.", "Italy", 0.8, 1},
		{"in its governorate", "They left Hass, a village in Idlib province.", "Hass", 0.9, 1},
		{"far from all else", "Aleppo, Homs and Marcq-en-Baroeul signed it.", "Marcq-en-Baroeul", 0, farConfidence},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := -1.0
			for _, m := range mustParse(t, testParser(), Input{Text: tt.text}).Mentions {
				if m.Phrase == tt.phrase && m.Place != nil {
					got = m.Confidence
				}
			}
			if got >= 0 && (got < tt.least || got > tt.most) || got < 0 && tt.least > 0 {
				t.Errorf("%s in %q: %.2f, want %.2f to %.2f", tt.phrase, tt.text, got, tt.least, tt.most)
			}
		})
	}
}

// TestConfidenceOrder holds that what speaks for a place makes an answer surer.
func TestConfidenceOrder(t *testing.T) {
	tests := []struct{ name, less, more, phrase string }{
		{"other names of its country", "Trains left Rome and Salamiyah.", "Trains left Hama and Salamiyah.", "Salamiyah"},
		{"what it lies in", "She left Tripoli.", "She left Tripoli, Lebanon.", "Tripoli"},
		{"no family name", "He came from Sheffield and Lincoln.", "He came from Sheffield and Leeds.", ""},
		{"by its name, not by its sound", "Shells hit Idlib, Ltaminna and Hama.", "Shells hit Idlib, Latamneh and Hama.", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if less, more := surest(t, tt.less, tt.phrase), surest(t, tt.more, tt.phrase); less >= more {
				t.Errorf("%.2f in %q, %.2f in %q", less, tt.less, more, tt.more)
			}
		})
	}
}

// surest returns the confidence of a phrase, or of the second name of a text.
func surest(t *testing.T, text, phrase string) float64 {
	for i, m := range mustParse(t, testParser(), Input{Text: text}).Mentions {
		if m.Phrase == phrase || phrase == "" && i == 1 {
			return m.Confidence
		}
	}
	return 0
}
