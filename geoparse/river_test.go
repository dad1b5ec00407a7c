package geoparse

import "testing"

// TestRivers: names in contexts where only rivers occur are rivers or nothing.
func TestRivers(t *testing.T) {
	tests := []struct{ text, want string }{
		{"A barge sank in the River Colorado.", "Colorado=Colorado River"},
		{"They rowed across the Senegal by night.", "Senegal=Senegal River"},
		{"Boats lay on the left bank of the Vistula near Warsaw.", "Vistula=Vistula/PL; Warsaw=Warsaw/PL"},
		{"Shells fell across the Damascus suburbs.", "Damascus=Damascus"},
		{"A bomb was found in Dnipro.", "Dnipro=Dnipro/UA"},
		{"Villages on the White Nile were flooded.", "White Nile=White Nile River"},
		{"Positions along the Dnipro were shelled.", "Dnipro=Dnieper"},
		{"Fighting broke out in White Nile.", "White Nile=White Nile State/SD"},
		{"Work on the Dnipro project began.", "Dnipro=Dnipro/UA"},
		{"Tariffs on the Netherlands were lifted.", "Netherlands=Netherlands/NL"},
	}
	for _, tt := range tests {
		if got := found(mustParse(t, testParser(), Input{Text: tt.text}).Mentions); got != tt.want {
			t.Errorf("%s\n got  %s\n want %s", tt.text, got, tt.want)
		}
	}
}
