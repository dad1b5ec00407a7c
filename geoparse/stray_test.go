package geoparse

import "testing"

// TestStrays: a name whose only place lies far from all others gets none.
func TestStrays(t *testing.T) {
	tests := []struct{ text, want string }{
		{"A rower from Reading won on the M4 of boats.", "Reading=Reading/GB"},
		{"Her new M5 laptop was made in Taiwan.", "Taiwan=Taiwan/TW"},
		{"Convoys left Saraqib along the M5.", "Saraqib=Saraqib; M5=M5 highway"},
		{"They fled Khartoum for Omdurman, Kassala and Binnish.", "Khartoum=Khartoum/SD; Omdurman=Omdurman/SD; Kassala=Kassala/SD; Binnish=?"},
	}
	for _, tt := range tests {
		if got := found(mustParse(t, testParser(), Input{Text: tt.text}).Mentions); got != tt.want {
			t.Errorf("%s\n got  %s\n want %s", tt.text, got, tt.want)
		}
	}
}

// TestLoneCandidate: a sole candidate is not certain if all others lie far away.
func TestLoneCandidate(t *testing.T) {
	if got := confidenceIn(t, "Volunteers from Binnish met in Stockholm.", "Binnish"); got > 0.7 {
		t.Errorf("Binnish beside Stockholm: %.2f", got)
	}
	if got := confidenceIn(t, "Volunteers from Binnish met in Idlib.", "Binnish"); got < 0.8 {
		t.Errorf("Binnish beside Idlib: %.2f", got)
	}
}

// TestUnlikelyPlaces: what the text calls a village is a name even if the only place of that name
// is an unlikely one.
func TestUnlikelyPlaces(t *testing.T) {
	testFound(t, []foundIn{
		{"Shells hit Saraqib, Binnish and the hill of Kharab.", "Saraqib=Saraqib; Binnish=Binnish; Kharab=?"},
	})
}
