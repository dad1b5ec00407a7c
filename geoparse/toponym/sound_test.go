package toponym

import "testing"

// TestSpellings: a name too short for a key is also looked up with the vowels and endings of
// gazetteers.
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
