package focus

import (
	"strings"
	"testing"

	"dateline/gazetteer"
	"dateline/geoparse/geoparsetest"
	"dateline/geoparse/toponym"
)

// Places in three divisions of Syria and one of Turkey, seats first.
var (
	hama    = &gazetteer.Place{ID: "hama", Name: "Hama", Kind: "P.PPLA", Country: "SY", Admin1: "05"}
	morek   = &gazetteer.Place{ID: "morek", Name: "Morek", Kind: "P.PPL", Country: "SY", Admin1: "05"}
	idlib   = &gazetteer.Place{ID: "idlib", Name: "Idlib", Kind: "P.PPLA", Country: "SY", Admin1: "12"}
	region  = &gazetteer.Place{ID: "region", Name: "Idlib Governorate", Kind: gazetteer.FirstDivision, Country: "SY", Admin1: "12"}
	capital = &gazetteer.Place{ID: "damascus", Name: "Damascus", Kind: gazetteer.Capital, Country: "SY", Admin1: "13"}
	antakya = &gazetteer.Place{ID: "antakya", Name: "Antakya", Kind: "P.PPLA", Country: "TR", Admin1: "31"}
	syria   = &gazetteer.Place{ID: "syria", Name: "Syria", Kind: "A.PCLI", Country: "SY"}
)

// named is a place as a text names it.
type named struct {
	written string
	place   *gazetteer.Place
	byName  bool // and not by sound
}

// about returns the focus of a text in which the names mean the places.
func about(t *testing.T, text, title string, titled []Name, names ...named) *Focus {
	t.Helper()
	found := geoparsetest.Found(t, text)
	in := Input{Text: found, Title: title, Titled: titled, Support: map[string]float64{}, Country: syria}
	from := 0
	for _, n := range names {
		start := from + strings.Index(text[from:], n.written)
		from = start + len(n.written)
		first := found.TokenAt(start)
		found.Names = append(found.Names, toponym.Toponym{First: first, Last: found.TokenFrom(from) - 1, Start: start, End: from, Written: n.written, Exact: n.byName})
		in.Names = append(in.Names, Name{Place: n.place, Confidence: 0.8})
		in.Support[n.place.Country] += 1 / float64(len(names))
	}
	for _, n := range titled {
		in.Support[n.Place.Country] += 0.01
	}
	return Of(in)
}

func TestFocus(t *testing.T) {
	far := strings.Repeat("Nothing more is known of it. ", 60)
	for _, tt := range []struct {
		name, text, title string
		titled            []Name
		names             []named
		want              string
	}{
		{"the only one", "Hama fell.", "", nil, []named{{"Hama", hama, true}}, "hama"},
		{"the first of equals", "Hama and Idlib fell.", "", nil, []named{{"Hama", hama, true}, {"Idlib", idlib, true}}, "hama"},
		{"the division named more often", "Idlib, then Hama and Morek fell.", "", nil, []named{{"Idlib", idlib, true}, {"Hama", hama, true}, {"Morek", morek, true}}, "hama"},
		{"what the title names", "Hama and Idlib fell.", "News of Idlib", nil, []named{{"Hama", hama, true}, {"Idlib", idlib, true}}, "idlib"},
		{"in it", "From Hama they came to rest in Idlib.", "", nil, []named{{"Hama", hama, true}, {"Idlib", idlib, true}}, "idlib"},
		{"in the northern town of it", "From Hama they came to rest in the northern town of Idlib.", "", nil, []named{{"Hama", hama, true}, {"Idlib", idlib, true}}, "idlib"},
		{"in belongs to another", "Hama is in want, Idlib fell.", "", nil, []named{{"Hama", hama, true}, {"Idlib", idlib, true}}, "hama"},
		{"a capital counts half", "Damascus sent men to Idlib.", "", nil, []named{{"Damascus", capital, true}, {"Idlib", idlib, true}}, "idlib"},
		{"a sound counts less", "Hamma and Idlib fell.", "", nil, []named{{"Hamma", hama, false}, {"Idlib", idlib, true}}, "idlib"},
		{"a division counts more", "Hama and Idlib fell.", "", nil, []named{{"Hama", hama, true}, {"Idlib", region, true}}, "region"},
		{"the head counts most", "Hama fell. " + far + "Idlib and then Idlib.", "", nil, []named{{"Hama", hama, true}, {"Idlib", idlib, true}, {"Idlib", idlib, true}}, "hama"},
		{"a title outside the text", "It fell.", "Fire", []Name{{Place: idlib, Confidence: 0.9}}, nil, "idlib"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := about(t, tt.text, tt.title, tt.titled, tt.names...)
			if f == nil || f.Place.ID != tt.want {
				t.Errorf("about %+v, want %s", f, tt.want)
			}
		})
	}
}

func TestNoFocus(t *testing.T) {
	if f := about(t, "It rained.", "", nil); f != nil {
		t.Errorf("about %s", f.Place.Name)
	}
	if f := about(t, "Syria agreed.", "", nil, named{"Syria", syria, true}); f != nil {
		t.Errorf("a country without more has the focus %s", f.Place.Name)
	}
}

// TestPlaceAbroad: a single place abroad is not the focus of a text on a country.
func TestPlaceAbroad(t *testing.T) {
	in := func(support float64) *Focus {
		found := geoparsetest.Found(t, "Antakya is calm.")
		found.Names = []toponym.Toponym{{First: 0, Last: 0, Start: 0, End: 7, Written: "Antakya", Exact: true}}
		return Of(Input{
			Text: found, Names: []Name{{Place: antakya, Confidence: 0.8}}, Country: syria,
			Support: map[string]float64{"SY": 1 - support, "TR": support},
		})
	}
	if f := in(0.1); f == nil || f.Place.ID != "syria" || f.Confidence != 0.9 {
		t.Errorf("an aside: %+v", f)
	}
	if f := in(0.3); f == nil || f.Place.ID != "antakya" {
		t.Errorf("no aside: %+v", f)
	}
}

// TestConfidenceIsTheShare of the weight that lies in the division, times the confidence of its
// names.
func TestConfidenceIsTheShare(t *testing.T) {
	one := about(t, "Hama fell.", "", nil, named{"Hama", hama, true})
	if one.Confidence != 0.8 {
		t.Errorf("one name alone: %v", one.Confidence)
	}
	two := about(t, "Hama and Idlib fell.", "", nil, named{"Hama", hama, true}, named{"Idlib", idlib, true})
	if two.Confidence < 0.38 || two.Confidence > 0.45 {
		t.Errorf("one of two: %v", two.Confidence)
	}
}

func TestHasTitle(t *testing.T) {
	for _, tt := range []struct {
		text, title string
		want        bool
	}{
		{"Fire in Hama\nIt burned.", "Fire in Hama", true}, {"It burned.", "Fire in Hama", false},
		{strings.Repeat("x", 250) + "Fire", "Fire", true}, {strings.Repeat("x", 400) + "Fire", "Fire", false}, {"", "Fire", false},
	} {
		if got := HasTitle(tt.text, tt.title); got != tt.want {
			t.Errorf("%.20q begins with %q: %v", tt.text, tt.title, got)
		}
	}
}

func TestHeaviest(t *testing.T) {
	for _, tt := range []struct {
		weights map[string]float64
		want    string
	}{
		{nil, ""}, {map[string]float64{"a": 1}, "a"}, {map[string]float64{"a": 1, "b": 2}, "b"}, {map[string]float64{"c": 2, "b": 2, "d": 1}, "b"},
	} {
		if got, weight := heaviest(tt.weights); got != tt.want || weight != tt.weights[got] {
			t.Errorf("of %v: %s with %v", tt.weights, got, weight)
		}
	}
}
