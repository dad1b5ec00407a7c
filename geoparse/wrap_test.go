package geoparse

import (
	"testing"
)

// TestSpaceInNames finds names across white space with at most one line break, hyphens of all
// lengths, and invisible characters.
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
		{"Shells hit Sala-\nmiyah.", "Sala-\nmiyah", "Salamiyah"},
		{"Shells hit Sala\u00ad\r\nmiyah.", "Sala\u00ad\r\nmiyah", "Salamiyah"},
		{"Shells hit Sala‐\nmiyah.", "Sala‐\nmiyah", "Salamiyah"},
		{"Shells hit Khan Shei-\nkhoun.", "Khan Shei-\nkhoun", "Khan Shaykhun"},
		{"Shells hit Deir-\nez-Zor.", "Deir-\nez-Zor", "Deir ez-Zor"},
		{"Shells hit Al-\nSukhnah.", "Al-\nSukhnah", "al-Sukhnah"},
		{"They are Hama-\nbased.", "Hama", "Hama"},
		{"Shells hit Khan Shay\u00adkhun.", "Khan Shay\u00adkhun", "Khan Shaykhun"},
	} {
		mentions := mustParse(t, testParser(), Input{Text: tt.text}).Mentions
		if len(mentions) != 1 || mentions[0].Phrase != tt.phrase || mentions[0].Place == nil || mentions[0].Place.Name != tt.name {
			t.Errorf("%q: %+v", tt.text, mentions)
		}
	}
}
