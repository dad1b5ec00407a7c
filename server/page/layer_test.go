package page

import (
	"strings"
	"testing"
)

func TestLayer(t *testing.T) {
	for _, tt := range []struct{ address, credit, host, wrong string }{
		{"", "", "", ""},
		{"https://tiles.example/{z}/{x}/{y}.png", "Tiles & makers", "https://tiles.example", ""},
		{"http://127.0.0.1:8123/t/{z}/{x}/{y}@2x.png?key=1", "", "http://127.0.0.1:8123", ""},
		{"https://{s}.tiles.example/{z}/{x}/{y}.png", "", "https://*.tiles.example", ""},
		{"https://tiles.example/{z}/{x}.png", "", "", "no {y}"},
		{"tiles.example/{z}/{x}/{y}", "", "", "https://"},
		{"javascript:{z}{x}{y}", "", "", "https://"},
		{"https:///{z}/{x}/{y}", "", "", "is not a host"},
		{"https://a.example;script-src *//{z}/{x}/{y}", "", "", "can't be read"},
		{"https://a.example,b.example/{z}/{x}/{y}", "", "", "is not a host"},
		{"https://{z}.{x}.{y}'unsafe-inline'/", "", "", "is not a host"},
		{"https://me:secret@tiles.example/{z}/{x}/{y}", "", "", "password"},
		{"https://tiles.example:port/{z}/{x}/{y}", "", "", "can't be read"},
		{"", "who made it", "", "without its address"},
	} {
		l, err := NewLayer(tt.address, tt.credit)
		switch {
		case tt.wrong == "" && (err != nil || l.host != tt.host):
			t.Errorf("%q: %q %v", tt.address, l.host, err)
		case tt.wrong != "" && (err == nil || !strings.Contains(err.Error(), tt.wrong) || strings.Contains(err.Error(), "\n")):
			t.Errorf("%q: %v, want %s", tt.address, err, tt.wrong)
		}
	}
}
