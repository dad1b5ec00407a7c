package toponym

import "testing"

// TestSpellings holds that a name too short for a key is looked up with the
// gazetteers' vowels and ending too.
func TestSpellings(t *testing.T) {
	tests := []struct{ folded, want string }{
		{"abiheh", "abihah"}, {"rouma", "rumah"}, {"jafieh", "jafiah"},
	}
	for _, tt := range tests {
		got := spellings(tt.folded)
		if got[0] != tt.want && got[1] != tt.want {
			t.Errorf("%s: %q, want %s among them", tt.folded, got, tt.want)
		}
	}
}
