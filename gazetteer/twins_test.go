package gazetteer

import "testing"

func TestTwins(t *testing.T) {
	river := Entry{Place: Place{ID: "dl-euphrates-river", Name: "Euphrates River", Kind: River, Country: "SY", Point: [2]float64{39.6, 35.8}}, Names: []string{"Euphrates"}}
	for _, c := range []struct {
		name   string
		first  Entry
		second Entry
		want   []string // IDs
	}{
		{"one river, in one country and in none", river,
			Entry{Place: Place{ID: "dl-euphrates", Name: "Euphrates", Kind: River, Point: [2]float64{40.0, 35.4}}}, []string{"dl-euphrates-river"}},
		{"a region of the river's name", river,
			Entry{Place: Place{ID: "dl-euphrates-region", Name: "Euphrates", Kind: Region, Point: [2]float64{39.6, 35.8}}}, []string{"dl-euphrates-river", "dl-euphrates-region"}},
		{"a town under GeoNames' number",
			Entry{Place: Place{ID: "dl-rafah", Name: "Rafah", Kind: "P.PPL", Country: "PS", Point: [2]float64{34.24, 31.28}}},
			Entry{Place: Place{ID: "gn281102", Name: "Rafaḩ", Kind: "P.PPLA2", Country: "PS", Point: [2]float64{34.25, 31.29}}}, []string{"gn281102"}},
		{"its namesake over the border",
			Entry{Place: Place{ID: "dl-rafah", Name: "Rafah", Kind: "P.PPL", Country: "PS", Point: [2]float64{34.24, 31.28}}},
			Entry{Place: Place{ID: "gn350350", Name: "Rafah", Kind: "P.PPL", Country: "EG", Point: [2]float64{34.24, 31.28}}}, []string{"dl-rafah", "gn350350"}},
		{"a village and a village of its name farther away",
			Entry{Place: Place{ID: "gn1", Name: "Kafr Zita", Kind: "P.PPL", Country: "SY", Point: [2]float64{36.60, 35.37}}},
			Entry{Place: Place{ID: "gn2", Name: "Kafr Zita", Kind: "P.PPL", Country: "SY", Point: [2]float64{36.70, 35.37}}}, []string{"gn1", "gn2"}},
		{"a town and its quarter of the same name",
			Entry{Place: Place{ID: "gn1", Name: "Jobar", Kind: "P.PPL", Country: "SY", Point: [2]float64{36.33, 33.52}}},
			Entry{Place: Place{ID: "dl-jobar", Name: "Jobar", Kind: Quarter, Country: "SY", Point: [2]float64{36.33, 33.52}}}, []string{"gn1", "dl-jobar"}},
		{"two names that only share a third",
			Entry{Place: Place{ID: "dl-a", Name: "Eastern Ghouta", Kind: Region, Country: "SY", Point: [2]float64{36.43, 33.53}}, Names: []string{"Ghouta"}},
			Entry{Place: Place{ID: "dl-b", Name: "Western Ghouta", Kind: Region, Country: "SY", Point: [2]float64{36.17, 33.41}}, Names: []string{"Ghouta"}}, []string{"dl-a", "dl-b"}},
	} {
		merged := mergeTwins([]Entry{c.first, c.second})
		if len(merged) != len(c.want) {
			t.Errorf("%s: %d places, want %v", c.name, len(merged), c.want)
			continue
		}
		for i, id := range c.want {
			if merged[i].ID != id || merged[i].Point != [][2]float64{c.first.Point, c.second.Point}[i] {
				t.Errorf("%s: %d is %s at %v", c.name, i, merged[i].ID, merged[i].Point)
			}
		}
	}
}
