package resolve

import "testing"

// TestSameWord: words that differ only in conventions of transcription are the same.
func TestSameWord(t *testing.T) {
	r := resolved(t, "They left Saraqib.")
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"douma", "duma", true},
		{"rousseiniyeh", "rusayniyah", true},
		{"harem", "harim", true},
		{"dhamir", "damir", true},
		{"qaraja", "karajah", true},
		{"hosh", "hawsh", true},
		{"kfar", "kafr", true},
		{"kherbet", "khirbat", true},
		{"kfara", "kafra", false},
		{"salim", "salam", false},
		{"mardash", "mardikh", false},
		{"ah", "a", false},
	} {
		if got := r.isSameWord(tt.a, tt.b); got != tt.want {
			t.Errorf("%s and %s: %v, want %v", tt.a, tt.b, got, tt.want)
		}
	}
}
