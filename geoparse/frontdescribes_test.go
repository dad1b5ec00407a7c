package geoparse

import (
	"context"
	"testing"
)

func TestDescribes(t *testing.T) {
	for _, c := range []struct{ text, describes string }{
		{"Suran, 18 km north of Hama, was bombed.", "Suran"},
		{"Shelling hit Kafr Zita in the northern countryside of Hama.", "Kafr Zita"},
		{"Saraqib, a town that lies south-east of Idlib, fell.", "Saraqib"},
		{"Khan Sheikhoun (35 km south of Idlib) fell.", "Khan Sheikhoun"},
		{"قصف الطيران بلدة مورك الواقعة شمال حماة", "مورك"},
		{"A base north of Hama was bombed.", ""},
		{"Militants attacked Morek and the northern countryside of Hama.", ""},
		{"The army moved from Saraqib to the southern countryside of Aleppo.", ""},
		{"Manbij, in the northern countryside of Hama, they wrote.", ""}, // not at the place itself
	} {
		r, err := testParser().Parse(context.Background(), Input{Text: c.text})
		if err != nil || len(r.Fronts) == 0 {
			t.Errorf("%s: %d fronts, %v", c.text, len(r.Fronts), err)
			continue
		}
		got := ""
		if d := r.Fronts[0].Describes; d != nil {
			got = string([]rune(c.text)[d.Start:d.End])
		}
		if got != c.describes {
			t.Errorf("%s: describes %q, want %q", c.text, got, c.describes)
		}
	}
}
