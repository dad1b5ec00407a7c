package geoparse

import (
	"strings"
	"testing"
)

// TestLang: the language is that of the script of most words.
func TestLang(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"Shells hit Morek.", "en"}, {"قصف الطيران مورك.", "ar"}, {"", "en"}, {"12 13 14", "en"},
		{"Shells hit Morek, كما قيل", "en"}, {"Morek, قصف الطيران البلدة", "ar"}, {"قصف Morek", "en"},
		{strings.Repeat("قصف الطيران مورك. ", 30_000) + strings.Repeat("Shells fell. ", 60), "ar"}, // in several parts
	} {
		if got := mustParse(t, testParser(), Input{Text: tt.text}).Lang; got != tt.want {
			t.Errorf("%.40q is in %s, want %s", tt.text, got, tt.want)
		}
	}
}
