package resolve

import (
	"testing"

	"dateline/gazetteer"
	"dateline/geo"
	"dateline/geoparse/toponym"

	"github.com/paulmach/orb"
)

func town(id string, population int) option {
	return option{place: &gazetteer.Place{ID: id, Kind: "P.PPL", Population: population}, quality: 1}
}

func TestOvershadow(t *testing.T) {
	capital := option{place: &gazetteer.Place{ID: "c", Kind: gazetteer.Capital, Population: 80_000}, quality: 1}
	seat := option{place: &gazetteer.Place{ID: "s", Kind: "P.PPLA", Population: 160_000}, quality: 1}
	state := func(admin1 string, population int) option {
		return option{name: "A", place: &gazetteer.Place{ID: "d", Name: "A", Kind: gazetteer.FirstDivision, Country: "US", Admin1: admin1, Population: population}, quality: 1}
	}
	at := func(admin1 string, population int) option {
		o := town("b", population)
		o.place.Country, o.place.Admin1 = "US", admin1
		return o
	}
	for _, tt := range []struct {
		name    string
		options []option
		want    []bool
	}{
		{"a state over a town in another", []option{state("FL", 2_000_000), at("IN", 9_000)}, []bool{false, true}},
		{"not over its own", []option{state("FL", 2_000_000), at("FL", 9_000)}, []bool{false, false}},
		{"nor over a city", []option{state("FL", 2_000_000), at("IN", 260_000)}, []bool{false, false}},
		{"a small state", []option{state("FL", 90_000), at("IN", 900)}, []bool{false, false}},
		{"a city of millions", []option{town("a", 2_000_000), town("b", 9_000), town("c", 240_000)}, []bool{false, true, true}},
		{"less than eight times as large", []option{town("a", 2_000_000), town("b", 260_000)}, []bool{false, false}},
		{"a town shadows none", []option{town("a", 90_000), town("b", 900)}, []bool{false, false}},
		{"a capital", []option{capital, town("b", 70_000)}, []bool{false, true}},
		{"a seat of a division", []option{seat, town("b", 19_000), town("c", 21_000)}, []bool{false, true, false}},
	} {
		(&Resolution{Annotated: &toponym.Annotated{Gaz: &gazetteer.Gazetteer{}}}).overshadow(tt.options)
		for i, want := range tt.want {
			if tt.options[i].overshadowed != want {
				t.Errorf("%s: option %d is overshadowed: %v", tt.name, i, !want)
			}
		}
	}
}

func TestOwnLead(t *testing.T) {
	far := func(id string, own, lat float64) option {
		return option{place: &gazetteer.Place{ID: id, Country: "SY", Point: orb.Point{36, lat}}, own: own}
	}
	for _, tt := range []struct {
		name    string
		options []option
		want    float64
	}{
		{"alone", []option{far("a", 2, 35)}, 1},
		{"before another", []option{far("a", 2, 35), far("b", 1.75, 36)}, 0.25},
		{"its division does not count", []option{far("a", 2, 35), far("b", 1.9, 35.01), far("c", 1, 36)}, 1},
	} {
		if got := (&choice{options: tt.options}).ownLead(); got != tt.want {
			t.Errorf("%s: leads by %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestLead(t *testing.T) {
	at := func(id string, score, lat float64) option {
		return option{place: &gazetteer.Place{ID: id, Country: "SY", Point: orb.Point{36, lat}}, score: score}
	}
	for _, tt := range []struct {
		name    string
		options []option
		want    float64
	}{
		{"alone", []option{at("a", 2, 35)}, maxLead},
		{"near", []option{at("a", 2, 35), at("b", 1.5, 37)}, 0.5},
		{"far behind", []option{at("a", 9, 35), at("b", 1, 37)}, maxLead},
		{"the nearest of several", []option{at("a", 3, 35), at("b", 1, 37), at("c", 2, 38)}, 1},
	} {
		if got := (&choice{options: tt.options}).lead(); got != tt.want {
			t.Errorf("%s: leads by %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestObscurity(t *testing.T) {
	last := 2.0
	for _, population := range []int{0, 100, 10_000, 999_999, 5_000_000} {
		o := town("a", population)
		if got := o.obscurity(); got > last || got < 0 || got > 1 {
			t.Errorf("%d people: %v after %v", population, got, last)
		} else {
			last = got
		}
	}
	if o := town("a", 999_999); o.obscurity() != 0 {
		t.Errorf("a city of a million is obscure by %v", o.obscurity())
	}
}

func TestUsualNames(t *testing.T) {
	for _, tt := range []struct {
		place, name string
		kind        gazetteer.Kind
		usual       bool
		shortened   bool
	}{
		{"Idlib", "idlib", "P.PPLA", true, false}, {"Idlib Governorate", "Idlib", gazetteer.FirstDivision, true, false},
		{"New York City", "New York", "P.PPL", false, true}, {"Washington, D.C.", "Washington", gazetteer.Capital, true, true},
		{"Lemont", "Athens", "P.PPL", false, false},
	} {
		o := option{place: &gazetteer.Place{Name: tt.place, Kind: tt.kind}, name: tt.name, quality: 1}
		if o.hasUsualName() != tt.usual || o.isShortened() != tt.shortened {
			t.Errorf("%s for %s: usual %v, shortened %v", tt.name, tt.place, o.hasUsualName(), o.isShortened())
		}
	}
}

func TestHeldShare(t *testing.T) {
	place := func(id, country, admin1, admin2 string, kind gazetteer.Kind) *option {
		return &option{codes: codesOf(&gazetteer.Place{ID: id, Country: country, Admin1: admin1, Admin2: admin2, Kind: kind})}
	}
	atlanta, macon := place("a", "US", "GA", "121", "P.PPL"), place("m", "US", "GA", "021", "P.PPL")
	h := held{in: map[string]float64{}}
	for _, o := range []*option{atlanta, macon, place("p", "FR", "11", "75", "P.PPL"), place("f", "FR", "", "", "A.PCLI")} {
		h.add(o.codes, 1)
	}
	for _, tt := range []struct {
		name  string
		own   *option
		trust float64
		place *option
		want  float64
	}{
		{"the state of two", nil, 0, place("g", "US", "GA", "", gazetteer.FirstDivision), 2.0 / 3},
		{"without itself", atlanta, 1, place("g", "US", "GA", "", gazetteer.FirstDivision), 1.0 / 2},
		{"another state", nil, 0, place("t", "US", "TX", "", gazetteer.FirstDivision), 0},
		{"the country", nil, 0, place("u", "US", "", "", "A.PCLI"), 2.0 / 3},
	} {
		if got := h.share(tt.own, tt.trust, tt.place.codes); got < tt.want-1e-9 || got > tt.want+1e-9 {
			t.Errorf("%s holds %v, want %v", tt.name, got, tt.want)
		}
	}
	if empty := (&held{in: map[string]float64{}}); empty.share(nil, 0, atlanta.codes) != 0 {
		t.Error("a share of nothing")
	}
}

// TestHolds: the distances at which a place still lies in or near a container.
func TestHolds(t *testing.T) {
	at := func(id string, kind gazetteer.Kind, admin1 string, km float64) *option {
		p := &gazetteer.Place{ID: id, Kind: kind, Country: "SY", Admin1: admin1, Point: orb.Point{37, 35 + km/111.195}}
		return &option{place: p, ray: geo.RayTo(p.Point)}
	}
	r := resolved(t, "Hama.")
	for _, tt := range []struct {
		name     string
		q, o     *option
		relation relation
		want     bool
	}{
		{"a village in its governorate", at("g", gazetteer.FirstDivision, "05", 0), at("v", "P.PPL", "05", 90), lyingIn, true},
		{"one over the border of it", at("g", gazetteer.FirstDivision, "05", 0), at("v", "P.PPL", "12", 20), lyingIn, true},
		{"one far over it", at("g", gazetteer.FirstDivision, "05", 0), at("v", "P.PPL", "12", 50), lyingIn, false},
		{"near a governorate", at("g", gazetteer.FirstDivision, "05", 0), at("v", "P.PPL", "12", 250), lyingBy, true},
		{"in a town", at("t", "P.PPL", "05", 0), at("v", "P.PPL", "05", 55), lyingIn, true},
		{"too far for in a town", at("t", "P.PPL", "05", 0), at("v", "P.PPL", "05", 65), lyingIn, false},
		{"near a town", at("t", "P.PPL", "05", 0), at("v", "P.PPL", "05", 140), lyingBy, true},
		{"too far for near", at("t", "P.PPL", "05", 0), at("v", "P.PPL", "05", 160), lyingBy, false},
		{"a town behind a comma holds none", at("t", "P.PPL", "05", 0), at("v", "P.PPL", "05", 5), followed, false},
		{"in its country", at("c", "A.PCLI", "", 0), at("v", "P.PPL", "05", 400), lyingIn, true},
		{"not in itself", at("v", "P.PPL", "05", 0), at("v", "P.PPL", "05", 0), lyingIn, false},
	} {
		if got := r.holds(tt.q, tt.o, tt.relation); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}
