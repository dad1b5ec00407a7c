package geoparse

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
		if got := unwrapped(tt.text); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestSpaceInNames finds names across one run of white space with at most one line
// break, hyphens of all lengths, and what can't be seen.
func TestSpaceInNames(t *testing.T) {
	for _, tt := range []struct{ text, phrase, name string }{
		{"Shells hit Khan  Shaykhun.", "Khan  Shaykhun", "Khan Shaykhun"},
		{"Shells hit Khan\tShaykhun.", "Khan\tShaykhun", "Khan Shaykhun"},
		{"Shells hit Khan\n   Shaykhun.", "Khan\n   Shaykhun", "Khan Shaykhun"},
		{"Shells hit Kafr\r\nZita.", "Kafr\r\nZita", "Kafr Zita"},
		{"Shells hit Deir\nez-Zor.", "Deir\nez-Zor", "Deir ez-Zor"},
		{"Shells hit Deir ez–Zor.", "Deir ez–Zor", "Deir ez-Zor"},
		{"Shells hit Jisr al-\nShughur.", "Jisr al-\nShughur", "Jisr al-Shughur"},
		{"قصف على دير\nالزور.", "دير\nالزور", "Deir ez-Zor"},
		{"قصف على كفر  زيتا.", "كفر  زيتا", "Kafr Zita"},
		{"Shells hit Khan Shay\u00adkhun.", "Khan Shay\u00adkhun", "Khan Shaykhun"},
	} {
		mentions := mustParse(t, testParser(), Input{Text: tt.text}).Mentions
		if len(mentions) != 1 || mentions[0].Phrase != tt.phrase || mentions[0].Place == nil || mentions[0].Place.Name != tt.name {
			t.Errorf("%q: %+v", tt.text, mentions)
		}
	}
}
