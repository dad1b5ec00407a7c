package resolve

import (
	"strings"
	"testing"
)

// TestGroupsAsEvidence: a group that fights in one country is evidence for it, once, and only in a
// short text.
func TestGroupsAsEvidence(t *testing.T) {
	for _, tt := range []struct {
		name, text, country string
		want                bool
	}{
		{"a group", "Jabhat al-Nusra took Quixbury.", "SY", true},
		{"with an article", "Ahrar al-Sham took Quixbury.", "SY", true},
		{"its letters", "The SDF took Quixbury.", "SY", true},
		{"in small letters they are none", "The sdf took Quixbury.", "SY", false},
		{"in part", "Jabhat took Quixbury.", "SY", false},
		{"parted", "Ahrar. Al-Sham took Quixbury.", "SY", false},
		{"the longest name", "The Syrian Arab Army took Quixbury.", "SY", true},
		{"Arabic", "سيطرت قوات سوريا الديمقراطية على القرية.", "SY", true},
		{"behind a prefix", "اشتباكات بين الأهالي وقسد.", "SY", true},
		{"of another country", "The Rapid Support Forces took Quixbury.", "SD", true},
		{"a text of many names", "HTS took Homs." + strings.Repeat(" They left Hama.", homeNames), "SY", false},
	} {
		r := resolved(t, tt.text)
		support := map[string]float64{}
		if sum := r.addHomes(support); (support[tt.country] == homeWeight) != tt.want || sum != support[tt.country] {
			t.Errorf("%s: %v, sum %v, want evidence for %s: %v", tt.name, support, sum, tt.country, tt.want)
		}
	}
	twice := map[string]float64{}
	if resolved(t, "HTS and HTS again took Quixbury.").addHomes(twice); twice["SY"] != homeWeight {
		t.Errorf("a group counts each time: %v", twice)
	}
}
