package party

import "testing"

func TestSpeaker(t *testing.T) {
	parties, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ said, outlet, country, group string }{
		{"", "SANA", "SY", "syria/government"},
		{"", "sana", "", "syria/government"},
		{"", "Reuters", "SY", ""},
		{"the Syrian army", "Reuters", "SY", "syria/government"},
		{"the rebels", "SANA", "SY", "syria/opposition"},
		{"activists", "SANA", "SY", ""},
		{"Amaq", "Reuters", "", "syria/is"},
		{"", "الأناضول", "SY", "syria/turkish"},
		{"", "", "SY", ""},
	} {
		got, ok := parties.Speaker(test.said, test.outlet, test.country)
		if ok != (test.group != "") || ok && got.Group.ID != test.group {
			t.Errorf("%q in %q: %+v, want %q", test.said, test.outlet, got, test.group)
		}
	}
}
