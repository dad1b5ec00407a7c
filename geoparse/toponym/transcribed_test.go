package toponym

import "testing"

// TestSameName: names that differ only in conventions of transcription are the same.
func TestSameName(t *testing.T) {
	f := found(t, "")
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"Dooma", "Duma", true},
		{"al-Rousseiniyeh", "Rusayniyah", true},
		{"Harem", "Harim", true},
		{"Dhamir", "Damir", true},
		{"Qaraja", "Karajah", true},
		{"Hosh al-Reihan", "Hawsh al-Rayhan", true},
		{"Kfar Aia", "Kafr Aya", true},
		{"Kfar Aya", "Kafr Aya", true},
		{"Kherbet Fara", "Khirbat Farah", true},
		{"Kfara", "Kafra", false},
		{"Salim", "Salam", false},
		{"Tall Mardash", "Tall Mardikh", false},
		{"Tall Mardikh", "Mardikh", false},
		{"Ah", "A", false},
	} {
		if got := f.SameName(tt.a, tt.b); got != tt.want {
			t.Errorf("%s and %s: %v, want %v", tt.a, tt.b, got, tt.want)
		}
	}
}
