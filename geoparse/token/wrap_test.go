package token

import (
	"strings"
	"testing"
)

func TestUnwrapped(t *testing.T) {
	const wide = "Shells fell on the eastern quarter of the town of Morek in the night, and"
	for _, tt := range []struct{ name, text, want string }{
		{"no line break", "Morek", "Morek"},
		{"wrapped", wide + "\nresidents of Kafr\nZita fled.", wide + " residents of Kafr\nZita fled."},
		{"wrapped, CRLF", wide + "\r\nresidents fled.", wide + "\r residents fled."},
		{"a list", "Morek\nKafr Zita\nHama", "Morek\nKafr Zita\nHama"},
		{"a headline", "Shells fall on Morek\n" + wide + "\nresidents fled.", "Shells fall on Morek\n" + wide + " residents fled."},
		{"paragraphs a line each", "Shells fall on Morek, and on the villages around it, they said.\n" + strings.Repeat("Shells fell. ", 12), "Shells fall on Morek, and on the villages around it, they said.\n" + strings.Repeat("Shells fell. ", 12)},
		{"a paragraph set in", wide + "\n  Residents fled.", wide + "\n  Residents fled."},
		{"a blank line", wide + "\n\nResidents fled.", wide + "\n\nResidents fled."},
		{"a hyphen", wide + "\n- residents fled.", wide + "\n- residents fled."},
	} {
		if got := Unwrapped(tt.text); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
