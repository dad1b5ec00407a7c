package document

import "testing"

func TestMarkDateline(t *testing.T) {
	for _, tt := range []struct {
		text, dateline string
		start, end     int
		want           string
	}{
		{"قصف\nغزة - قصفت طائرات غزة", "غزة", 4, 7, RoleDateline},
		{"قصف\nغزة - قصفت طائرات غزة", "غزة", 22, 25, "place"},
		{"Shells fall\nBEIRUT, Lebanon (AFP) - Shells fell", "BEIRUT, Lebanon (AFP)", 20, 27, RoleDateline},
		{"Shells fall on Beirut", "", 15, 21, "place"},
		{"Shells fall on Beirut", "Amman", 15, 21, "place"},
	} {
		d := Document{Text: tt.text, Mentions: []Mention{{Start: tt.start, End: tt.end, Role: "place"}}}
		if d.markDateline(tt.dateline); d.Mentions[0].Role != tt.want {
			t.Errorf("%d in %q is %s, want %s", tt.start, tt.text, d.Mentions[0].Role, tt.want)
		}
	}
}
