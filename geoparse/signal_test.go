package geoparse

import (
	"slices"
	"testing"

	"dateline/geoparse/signal"
)

// TestWithout has for each signal a text whose reading depends on it.
func TestWithout(t *testing.T) {
	whole := testParser()
	tests := []struct {
		signal Signal
		text   string
		name   string // whose reading changes
	}{
		{signal.Prominence, "He lives in Kingston.", "Kingston"},
		{signal.ClassWords, "The governorate of Hama is quiet.", "Hama"},
		{signal.Nearness, "Trains to Reading, Swindon and Richmond stopped.", "Richmond"},
		{signal.Containment, "She left Cairo for Alexandria, Virginia.", "Alexandria"},
		{signal.ListCoherence, "Georgia and Alabama voted.", "Georgia"},
		{signal.Contents, "Georgia was hit by storms, as was Savannah.", "Georgia"},
		{signal.UsualName, "The court sat in Venice.", "Venice"},
		{signal.BySound, "The army took Khan Shaykhun and Ltaminna in Idlib and Hama.", "Ltaminna"},
		{signal.Prefixes, "وصلت القافلة إلى حلب وحماة", "حماة"},
		{signal.People, "The army shelled Idlib, said Michael Hudson.", "Hudson"},
		{signal.Organisations, "The Aleppo Media Center filmed it in Idlib.", "Aleppo"},
		{signal.CommonWords, "In Idlib they waited. Of course they did.", "Of"},
		{signal.Unlisted, "The army entered the village of Zalqatunah in Idlib.", "Zalqatunah"},
	}
	for _, tt := range tests {
		t.Run(string(tt.signal), func(t *testing.T) {
			with, without := reading(t, whole, tt.text, tt.name), reading(t, whole.Without(tt.signal), tt.text, tt.name)
			if with == without {
				t.Errorf("%q reads %q with and without it", tt.name, with)
			}
			if again := reading(t, whole, tt.text, tt.name); again != with {
				t.Errorf("the whole parser has changed: %q, then %q", with, again)
			}
		})
	}
}

func TestSignalsAreNamedOnce(t *testing.T) {
	signals := Signals()
	slices.Sort(signals)
	if n := len(slices.Compact(signals)); n != len(Signals()) {
		t.Errorf("%d of %d signals have names of their own", n, len(Signals()))
	}
}

// reading returns the id of the place of a phrase; "-" if the phrase is not a mention.
func reading(t *testing.T, p *Parser, text, phrase string) string {
	for _, m := range mustParse(t, p, Input{Text: text}).Mentions {
		switch {
		case m.Phrase != phrase:
		case m.Place == nil:
			return "?"
		default:
			return m.Place.ID
		}
	}
	return "-"
}
