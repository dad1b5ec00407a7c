package gazetteer

import "testing"

// TestKeysOfArabicNames: places where Arabic is spoken are found by sound whatever the script of
// their names, and other places only if they also have an Arabic name.
func TestKeysOfArabicNames(t *testing.T) {
	tests := []struct {
		name    string
		place   Entry
		written string
		want    int
	}{
		{"Latin name in Syria", Entry{Place: Place{ID: "x1", Name: "Dayr Ishman", Kind: "P.PPL", Country: "SY"}}, "Deir Eshman", 1},
		{"Latin name in Yemen", Entry{Place: Place{ID: "x1", Name: "Bayt Faqih", Kind: "P.PPL", Country: "YE"}}, "Beit Fakih", 1},
		{"Latin name in Germany", Entry{Place: Place{ID: "x1", Name: "Bitburg", Kind: "P.PPL", Country: "DE"}}, "Botberg", 0},
		{"Arabic name in Turkey", Entry{Place: Place{ID: "x1", Name: "Reyhanlı", Kind: "P.PPL", Country: "TR"}, Names: []string{"الريحانية"}}, "Rihanla", 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := len(build(t, []Entry{tt.place}).keyNames(nil, KeyOf(tt.written))); got != tt.want {
				t.Errorf("%d places sound like %s, want %d", got, tt.written, tt.want)
			}
		})
	}
}
