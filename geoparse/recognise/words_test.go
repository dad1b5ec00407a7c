package recognise

import (
	"slices"
	"strings"
	"testing"
)

func TestRespelled(t *testing.T) {
	tests := []struct {
		word string
		want []string
	}{
		{"berdiansk", []string{"berdyansk"}},
		{"hole", []string{"gole", "holo", "golo"}},
		{"kharkiv", []string{}},
		{"zhdanhia", []string{"zhdangia", "zhdanhya", "zhdangya"}},
	}
	for _, tt := range tests {
		if got := respelled(tt.word); !slices.Equal(got, tt.want) {
			t.Errorf("respelled(%q) = %q, want %q", tt.word, got, tt.want)
		}
	}
}

func TestCamelWords(t *testing.T) {
	for word, want := range map[string]string{
		"KhanSheikhoun": "Khan Sheikhoun", "Hama": "Hama", "TalAlNasiriyah": "Tal Al Nasiriyah", "USArmy": "USArmy", "": "",
	} {
		if got := strings.Join(camelWords(word), " "); got != want {
			t.Errorf("%s is cut to %q, want %q", word, got, want)
		}
	}
}

func TestSingular(t *testing.T) {
	for word, want := range map[string]string{"camps": "camp", "cities": "city", "camp": "camp", "counties": "county"} {
		if got := singular(word); got != want {
			t.Errorf("one of the %s is a %s, want %s", word, got, want)
		}
	}
}
