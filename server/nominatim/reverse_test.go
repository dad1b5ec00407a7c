package nominatim

import (
	"testing"

	"dateline/gazetteer"

	"github.com/paulmach/orb"
)

// TestCountryOfAPoint: by borders, whichever town is the nearest, and far from all towns too.
func TestCountryOfAPoint(t *testing.T) {
	g, err := gazetteer.Default()
	if err != nil {
		t.Fatal(err)
	}
	s := newAPI(g, "test")
	for name, c := range map[string]struct {
		at   orb.Point
		want string
	}{
		"well inside, near a town beyond the border":   {orb.Point{37.55178, 36.57838}, "SY"},
		"a town on the border":                         {orb.Point{40.07055, 36.85034}, "SY"},
		"in mountains along a border":                  {orb.Point{46.0647, 35.04839}, "IQ"},
		"beside a border that outlines have elsewhere": {orb.Point{36.90966, 36.77543}, "SY"},
		"3 km south of a border":                       {orb.Point{40.39959, 36.96}, "SY"},
		"3 km north of it":                             {orb.Point{40.39959, 37.01}, "TR"},
		"a valley":                                     {orb.Point{36.35278, 34.64361}, "LB"},
		"a desert":                                     {orb.Point{39.5, 34}, "SY"},
		"the edge of the Golan":                        {orb.Point{35.637, 32.94}, "SY"},
		"beside it, at the lake":                       {orb.Point{35.53, 32.79}, "IL"},
		"the sea":                                      {orb.Point{-25, 30}, ""},
	} {
		country := ""
		if r, found := s.placeAt(c.at, 3); found {
			country = g.Place(r).Country
		}
		if country != c.want {
			t.Errorf("%s: %q, want %q", name, country, c.want)
		}
	}
}

// TestZoom: the smaller the zoom, the larger the place.
func TestZoom(t *testing.T) {
	g, err := gazetteer.Default()
	if err != nil {
		t.Fatal(err)
	}
	s := newAPI(g, "test")
	for zoom, want := range map[int]func(gazetteer.Kind) bool{
		0: gazetteer.Kind.IsCountry, 4: gazetteer.Kind.IsCountry,
		5: func(k gazetteer.Kind) bool { return k == gazetteer.FirstDivision }, 7: func(k gazetteer.Kind) bool { return k == gazetteer.FirstDivision },
		8: func(k gazetteer.Kind) bool { return k.Class() == 'P' }, 18: func(k gazetteer.Kind) bool { return k.Class() == 'P' },
	} {
		r, found := s.placeAt(orb.Point{36.76, 35.13}, zoom)
		if !found || !want(g.Place(r).Kind) {
			t.Errorf("zoom %d: %v", zoom, g.Place(r))
		}
	}
}

// TestTownBeforeItsParts: a point shared by a town and its square has the name of the town.
func TestTownBeforeItsParts(t *testing.T) {
	g, err := gazetteer.Default()
	if err != nil {
		t.Fatal(err)
	}
	s := newAPI(g, "test")
	for name, c := range map[string]struct {
		at   orb.Point
		zoom int
		want string
	}{
		"the point of a town and of a square": {orb.Point{36.63, 35.93}, 18, "Idlib"},
		"a quarter":                           {orb.Point{37.151, 36.231}, 18, "Sheikh Maqsoud"},
		"the town around the quarter":         {orb.Point{37.151, 36.231}, 10, "Aleppo"},
	} {
		r, found := s.placeAt(c.at, c.zoom)
		if got := g.Place(r).Name; !found || got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// TestReadings: commas of both scripts separate a name from its containers; without one every way
// to divide the words is tried.
func TestReadings(t *testing.T) {
	for search, want := range map[string]naming{
		"Homs":           {name: "Homs"},
		"Homs, Syria":    {name: "Homs", within: []string{"Syria"}},
		"حمص، سوريا":     {name: "حمص", within: []string{"سوريا"}},
		"Hama; Syria":    {name: "Hama", within: []string{"Syria"}},
		"Homs / Syria":   {name: "Homs", within: []string{"Syria"}},
		" , Idlib ,, x ": {name: "Idlib", within: []string{"x"}},
	} {
		p := params{search: search}
		all := p.readings()
		if len(all) == 0 || all[0].name != want.name || len(all[0].within) != len(want.within) || len(want.within) > 0 && all[0].within[0] != want.within[0] {
			t.Errorf("%q: %+v", search, all)
		}
	}
	p := params{search: "Deir ez Zor Syria"}
	if all := p.readings(); len(all) != 7 || all[1].name != "Deir ez Zor" || !all[1].split {
		t.Errorf("%+v", all)
	}
	p = params{search: ",،"}
	if all := p.readings(); all != nil {
		t.Errorf("nothing reads as %+v", all)
	}
}
