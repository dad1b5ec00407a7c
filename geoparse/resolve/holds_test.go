package resolve

import (
	"testing"

	"dateline/gazetteer"
	"dateline/geo"
	"dateline/geoparse/geoparsetest"
	"dateline/geoparse/toponym"

	"github.com/paulmach/orb"
)

// northOf is a place so many kilometres north of a point, in a country and its divisions.
func northOf(id string, kind gazetteer.Kind, country, admin1, admin2 string, km float64) *option {
	p := &gazetteer.Place{ID: id, Kind: kind, Country: country, Admin1: admin1, Admin2: admin2, Point: orb.Point{37, 35 + km/111.195}}
	return &option{place: p, ray: geo.RayTo(p.Point)}
}

// TestHoldsByKind: how far a place may lie from its container, or from the place it is said to be
// near, by the kinds of both; each paired with one a little farther away, or related by other
// words.
func TestHoldsByKind(t *testing.T) {
	r := resolved(t, "Hama.")
	village := func(country string, km float64) *option { return northOf("v", "P.PPL", country, "05", "01", km) }
	region := func(km float64) *option { return northOf("r", "L.RGN", "SY", "", "", km) }
	governorate := northOf("g", gazetteer.FirstDivision, "SY", "05", "", 0)
	district := northOf("d", gazetteer.SecondDivision, "SY", "05", "02", 0)
	for _, tt := range []struct {
		name       string
		q, o       *option
		relation   relation
		far        *option
		farRelates relation
	}{
		{"a continent holds what is said to lie in it", northOf("c", gazetteer.Continent, "", "", "", 0), village("SY", 900), lyingIn, village("SY", 900), followed},
		{"a country holds its own", northOf("c", "A.PCLI", "SY", "", "", 0), village("SY", 900), lyingIn, village("TR", 100), lyingIn},
		{"near a country", northOf("c", "A.PCLI", "SY", "", "", 0), village("TR", 290), lyingBy, village("TR", 310), lyingBy},
		{"its neighbour is near, and not in it", northOf("c", "A.PCLI", "SY", "", "", 0), village("TR", 290), lyingBy, village("TR", 290), lyingIn},
		{"near a governorate", governorate, northOf("v", "P.PPL", "SY", "12", "", 290), lyingBy, northOf("v", "P.PPL", "SY", "12", "", 310), lyingBy},
		{"beside a governorate", governorate, northOf("v", "P.PPL", "SY", "12", "", 29), lyingIn, northOf("v", "P.PPL", "SY", "12", "", 31), lyingIn},
		{"a neighbour in another country does not go by its name", governorate, northOf("v", "P.PPL", "SY", "12", "", 20), lyingIn, northOf("v", "P.PPL", "JO", "12", "", 20), lyingIn},
		{"in a town of another division", northOf("t", "P.PPL", "SY", "12", "", 0), village("SY", 29), lyingIn, village("SY", 31), lyingIn},
		{"but in a capital's countryside", northOf("t", gazetteer.Capital, "SY", "13", "", 0), village("SY", 59), lyingIn, village("SY", 61), lyingIn},
		{"a comma does not put it beside", governorate, northOf("v", "P.PPL", "SY", "05", "", 29), followed, northOf("v", "P.PPL", "SY", "12", "", 29), followed},
		{"a district holds its own", district, northOf("v", "P.PPL", "SY", "05", "02", 200), lyingIn, northOf("v", "P.PPL", "SY", "05", "03", 200), lyingIn},
		{"near a district", district, northOf("v", "P.PPL", "SY", "05", "03", 140), lyingBy, northOf("v", "P.PPL", "SY", "05", "03", 160), lyingBy},
		{"beside a district", district, northOf("v", "P.PPL", "SY", "05", "03", 29), lyingIn, northOf("v", "P.PPL", "SY", "05", "03", 31), lyingIn},
		{"in a town", northOf("t", "P.PPL", "SY", "05", "", 0), village("SY", 59), lyingIn, village("SY", 61), lyingIn},
		{"by a town", northOf("t", "P.PPL", "SY", "05", "", 0), village("SY", 149), lyingBy, village("SY", 151), lyingBy},
		{"by is wider than in", northOf("t", "P.PPL", "SY", "05", "", 0), village("SY", 100), lyingBy, village("SY", 100), lyingIn},
		{"a town does not hold its list", northOf("t", "P.PPL", "SY", "05", "", 0), village("SY", 5), lyingIn, village("SY", 5), listedIn},
		{"a crossing", northOf("x", "S.PSTB", "SY", "05", "", 0), village("SY", 299), lyingIn, village("SY", 301), lyingIn},
		{"a region near a town", northOf("t", "P.PPL", "SY", "05", "", 0), region(299), lyingIn, region(301), lyingIn},
		{"a region by a town may be farther", northOf("t", "P.PPL", "SY", "05", "", 0), region(499), lyingBy, region(501), lyingBy},
		{"nothing holds itself", northOf("t", "P.PPL", "SY", "05", "", 0), village("SY", 0), lyingIn, northOf("t", "P.PPL", "SY", "05", "", 0), lyingIn},
	} {
		if !r.holds(tt.q, tt.o, tt.relation) {
			t.Errorf("%s: it does not", tt.name)
		}
		if r.holds(tt.q, tt.far, tt.farRelates) {
			t.Errorf("%s: what is not so, too", tt.name)
		}
	}
}

// TestByBorder: a village just outside a division may be said to lie in it, if it is spelt so.
func TestByBorder(t *testing.T) {
	r := resolved(t, "Hama.")
	square := orb.Polygon{{{36, 34}, {38, 34}, {38, 35}, {36, 35}, {36, 34}}}
	for _, tt := range []struct {
		name     string
		country  string
		km       float64
		quality  float64
		relation relation
		want     bool
	}{
		{"just outside", "SY", 9.9, 1, lyingIn, true},
		{"farther outside", "SY", 10.2, 1, lyingIn, false},
		{"without its article", "SY", 5, gazetteer.QualityArticle, lyingIn, true},
		{"by sound", "SY", 5, gazetteer.QualityScript, lyingIn, false},
		{"abroad", "TR", 5, 1, lyingIn, false},
		{"after a comma", "SY", 5, 1, followed, false},
	} {
		governorate := northOf("g", gazetteer.FirstDivision, "SY", "05", "", -100)
		governorate.outline, governorate.outlined = square, true
		village := northOf("v", "P.PPL", tt.country, "12", "", tt.km)
		village.quality = tt.quality
		if got := r.holds(governorate, village, tt.relation); got != tt.want {
			t.Errorf("%s: %t, want %t", tt.name, got, tt.want)
		}
	}
}

// TestLikelySenses: which candidates of a container count, by their score relative to the best.
func TestLikelySenses(t *testing.T) {
	r := resolved(t, "Hama.")
	village := northOf("v", "P.PPL", "SY", "05", "", 0)
	best := northOf("b", "P.PPL", "TR", "01", "", 5000)
	for _, tt := range []struct {
		name   string
		sense  *option
		behind float64
		want   bool
	}{
		{"a town hardly behind", northOf("t", "P.PPL", "SY", "05", "", 0), likelyTown - 0.01, true},
		{"a town far behind", northOf("t", "P.PPL", "SY", "05", "", 0), likelyTown + 0.01, false},
		{"a division may be farther behind", northOf("g", gazetteer.FirstDivision, "SY", "05", "", 0), likelyDivision - 0.01, true},
		{"but not so far", northOf("g", gazetteer.FirstDivision, "SY", "05", "", 0), likelyDivision + 0.01, false},
		{"a country too", northOf("c", "A.PCLI", "SY", "", "", 0), likelyDivision - 0.01, true},
	} {
		first, other := *best, *tt.sense
		first.own, other.own = 3, 3-tt.behind
		if got := r.anyHolds([]option{first, other}, village, lyingIn); got != tt.want {
			t.Errorf("%s: holds %v, want %v", tt.name, got, tt.want)
		}
	}
	namesake := *northOf("h", "P.PPL", "SY", "05", "", 10)
	containers := []option{*northOf("g", gazetteer.FirstDivision, "SY", "12", "", 900), namesake}
	if !r.anyHolds(containers, village, lyingIn) {
		t.Error("a hamlet holds it not")
	}
	if containers[1].overshadowed = true; r.anyHolds(containers, village, lyingIn) {
		t.Error("a hamlet with the name of a great city holds it")
	}
	if r.anyHolds(nil, village, lyingIn) {
		t.Error("nothing holds it")
	}
}

func TestExtendedKinds(t *testing.T) {
	for kind, want := range map[gazetteer.Kind]bool{
		"A.PCLI": true, gazetteer.Continent: true, "H.STM": true, "H.SEA": true, gazetteer.FirstDivision: false, "P.PPL": false, "T.MT": false, "L.RGN": false,
	} {
		if got := isExtended(kind); got != want {
			t.Errorf("%s is too large to lie in one place: %v", kind, got)
		}
	}
}

func TestFromTowns(t *testing.T) {
	far := northOf("v", "P.PPL", "SY", "05", "", 299)
	for _, tt := range []struct {
		name string
		town *option
		want bool
	}{
		{"a town", northOf("t", "P.PPL", "SY", "05", "", 0), true},
		{"too far off", northOf("t", "P.PPL", "SY", "05", "", -2), false},
		{"a region", northOf("r", "L.RGN", "SY", "05", "", 0), false},
	} {
		if got := isFromTown(tt.town, far); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}

// TestPlainNames: a name of everyday words can be that of any city.
func TestPlainNames(t *testing.T) {
	for text, want := range map[string]bool{
		"hospital": true, "National Hospital": true, "Morek Hospital": false, "Hospital Morek": false, "Morek": false,
	} {
		r := &Resolution{Annotated: geoparsetest.Found(t, text)}
		if got := r.isPlain(&toponym.Toponym{First: 0, Last: len(r.Tokens) - 1}); got != want {
			t.Errorf("%s is made of everyday words: %v", text, got)
		}
	}
}

// TestTrust: how much a name may support others.
func TestTrust(t *testing.T) {
	near := func(own ...float64) []option {
		var options []option
		for i, o := range own {
			p := northOf(string(rune('a'+i)), "P.PPL", "SY", "0"+string(rune('1'+i)), "", float64(500*i))
			p.own = o
			options = append(options, *p)
		}
		return options
	}
	for _, tt := range []struct {
		name      string
		choice    choice
		divisions map[string]bool
		want      float64
	}{
		{"for nothing", choice{best: -1, options: near(2)}, nil, 0},
		{"the text says where it lies", choice{best: 1, contained: true, options: near(2, 1)}, nil, 1},
		{"the likeliest by a little", choice{best: 0, options: near(2, 1.75)}, nil, 0.75},
		{"the likeliest by far", choice{best: 0, options: near(3, 1)}, nil, 1},
		{"the only one", choice{best: 0, options: near(2)}, nil, 1},
		{"not the likeliest", choice{best: 1, options: near(2, 1)}, nil, 0.3},
		{"whose division the text names", choice{best: 1, options: near(2, 1)}, map[string]bool{"SY.02": true}, 0.8},
		{"another division", choice{best: 1, options: near(2, 1)}, map[string]bool{"SY.03": true}, 0.3},
	} {
		for i := range tt.choice.options {
			o := &tt.choice.options[i]
			o.codes = codesOf(o.place)
		}
		r := &Resolution{choices: []choice{tt.choice}, divisions: tt.divisions}
		if r.weighTrust(); r.choices[0].trust != tt.want {
			t.Errorf("%s: %v, want %v", tt.name, r.choices[0].trust, tt.want)
		}
	}
}

// TestFarFromAll: the distance from the other places of a text.
func TestFarFromAll(t *testing.T) {
	for _, tt := range []struct {
		name, text, written string
		want                bool
	}{
		{"all lie far", "Lyon and Paris heard of Morek.", "Morek", true},
		{"one lies near", "Lyon, Paris and Hama heard of Morek.", "Morek", false},
		{"its country is named", "Lyon, Syria and Paris heard of Morek.", "Morek", false},
		{"another country is named", "Lyon and France heard of Morek.", "Morek", true},
		{"nothing else is named", "They heard of the village of Morek.", "Morek", false},
		{"a people says nothing", "Syrian men in Lyon and Paris heard of Morek.", "Morek", true},
		{"nor does the same place", "Morek, they said, is Morek.", "Morek", false},
	} {
		r := resolved(t, tt.text)
		i := nameOf(r, tt.written)
		if i < 0 || r.Taken(i) == nil {
			t.Errorf("%s: not found", tt.text)
			continue
		}
		if got := r.isFarFromAll(i); got != tt.want {
			t.Errorf("%s: %s: %v", tt.name, tt.text, got)
		}
	}
}

// TestLists: a name in a list with the name before or after it.
func TestLists(t *testing.T) {
	r := resolved(t, "Morek, Hama and Homs slept; Idlib did not.")
	for i, want := range []bool{true, true, true, false} {
		if got := r.isInList(i); got != want {
			t.Errorf("%s stands in a list: %v", r.Names[i].Written, got)
		}
	}
}

// TestCandidatesAreSorted: the chosen one first, then by score, then by id.
func TestCandidatesAreSorted(t *testing.T) {
	options := []option{}
	for i, score := range []float64{1, 3, 2, 2, 0, -1, 5} {
		o := northOf(string(rune('g'-i)), "P.PPL", "SY", "05", "", float64(i))
		o.ref, o.score = gazetteer.Ref(i), score
		options = append(options, *o)
	}
	list := (&choice{options: options, best: 0}).candidates()
	got := ""
	for _, c := range list {
		got += c.Place.ID
	}
	if got != "gafde" {
		t.Errorf("in the order %s", got)
	}
	if len(list) != maxCandidates {
		t.Errorf("%d of them", len(list))
	}
}

// TestElsewhere: a distant place in another direction than the text says is not the one meant.
func TestElsewhere(t *testing.T) {
	town, village := northOf("t", "P.PPL", "SY", "05", "", 0), northOf("v", "P.PPL", "SY", "05", "", 40)
	for _, tt := range []struct {
		name    string
		from, o *option
		bearing float64
		want    bool
	}{
		{"north, and it lies in the north", town, village, 0, false},
		{"north-east", town, village, 45, false},
		{"north-west, past the full circle", town, village, 315, false},
		{"east", town, village, 90, true},
		{"south", town, village, 180, true},
		{"too near to tell", town, northOf("v", "P.PPL", "SY", "05", "", elsewhereKm-1), 180, false},
		{"of a governorate", northOf("g", gazetteer.FirstDivision, "SY", "05", "", 0), village, 180, true},
		{"of a country, whose seat says nothing", northOf("c", "A.PCLI", "SY", "", "", 0), village, 180, false},
		{"of a river", northOf("r", "H.STM", "SY", "", "", 0), village, 180, false},
		{"a road, which leads all ways", town, northOf("m", "R.RD", "SY", "05", "", 40), 180, false},
	} {
		if got := isElsewhere(tt.from, tt.o, tt.bearing); got != tt.want {
			t.Errorf("%s: elsewhere %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestSaidBearing(t *testing.T) {
	for text, want := range map[string]float64{
		"Saraqib east of Idlib slept.":                  90,
		"Saraqib southeast of the city of Idlib slept.": 135,
		"Saraqib north of Idlib slept.":                 0,
		"Saraqib near Idlib slept.":                     -1,
		"Saraqib in Idlib slept.":                       -1,
		"سراقب شرق إدلب نائمة.":                         90,
	} {
		said := resolved(t, text).containers[0]
		if said.hasBearing != (want >= 0) || said.hasBearing && said.bearing != want {
			t.Errorf("%s: bearing %v %v, want %v", text, said.bearing, said.hasBearing, want)
		}
	}
}
