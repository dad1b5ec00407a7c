package toponym

import (
	"context"
	"slices"
	"strings"
	"sync"
	"testing"

	"dateline/gazetteer"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/token"
	"dateline/work"

	"github.com/paulmach/orb"
)

var (
	testWords = sync.OnceValues(func() (*token.Vocabulary, error) {
		lex, err := lexicon.Read()
		if err != nil {
			return nil, err
		}
		g, err := testGazetteer()
		return token.NewVocabulary(token.Sources{Lexicon: lex, Gazetteer: g}), err
	})
	testGazetteer = sync.OnceValues(func() (*gazetteer.Gazetteer, error) { return gazetteer.Default() })
)

// found returns a text in which the written names were found by name.
func found(t testing.TB, source string, written ...string) *Annotated {
	t.Helper()
	words, err := testWords()
	if err != nil {
		t.Fatal(err)
	}
	g, err := testGazetteer()
	if err != nil {
		t.Fatal(err)
	}
	f := &Annotated{Text: token.NewText(token.Steps{Counter: work.New(context.Background())}, words, source, nil), Gaz: g}
	f.CutLines()
	from := 0
	for _, name := range written {
		start := from + strings.Index(source[from:], name)
		from = start + len(name)
		f.Names = append(f.Names, Toponym{First: f.TokenAt(start), Last: f.TokenFrom(from) - 1, Start: start, End: from, Written: name, Hits: g.ByName(name), Exact: true, Role: RolePlace})
	}
	f.NoteNames()
	return f
}

func TestNoteNames(t *testing.T) {
	f := found(t, "In Khan Sheikhoun and Hama today", "Khan Sheikhoun", "Hama")
	if want := []int32{-1, 0, 0, -1, 1, -1}; !slices.Equal(f.NameOf, want) {
		t.Errorf("names of the tokens: %v, want %v", f.NameOf, want)
	}
}

func TestBetween(t *testing.T) {
	f := found(t, "Hama, and Homs", "Hama", "Homs")
	if got := f.Between(0); got != ", and " {
		t.Errorf("%q", got)
	}
	f.Names[1].Start = 2 // spans that were given may overlap
	if got := f.Between(0); got != "\x00" {
		t.Errorf("of overlapping names %q", got)
	}
}

func TestProminence(t *testing.T) {
	f := found(t, "Paris Hama Morek Qwxzv", "Paris", "Hama", "Morek", "Qwxzv")
	last := 1.1
	for i := range f.Names {
		p := f.Prominence(&f.Names[i])
		if p >= last || p < 0 {
			t.Errorf("%s is as well known as %v, after %v", f.Names[i].Written, p, last)
		}
		last = p
	}
	for _, tt := range []struct {
		name int
		need float64
		want bool
	}{{0, CommonFirstNeeds, true}, {1, CommonNeeds, true}, {2, KnownEnough, true}, {2, CommonNeeds, false}} {
		if got := f.Prominence(&f.Names[tt.name]) >= tt.need; got != tt.want {
			t.Errorf("%s is known as well as %v: %v", f.Names[tt.name].Written, tt.need, got)
		}
	}
}

func TestKinds(t *testing.T) {
	for _, tt := range []struct {
		name          string
		country, site bool
	}{{"Syria", true, false}, {"Hama", false, false}, {"M5", false, true}} {
		f := found(t, tt.name, tt.name)
		if f.IsCountry(&f.Names[0]) != tt.country || f.IsSite(&f.Names[0]) != tt.site {
			t.Errorf("%s: country %v, site %v", tt.name, f.IsCountry(&f.Names[0]), f.IsSite(&f.Names[0]))
		}
	}
}

func TestDemonym(t *testing.T) {
	for word, want := range map[string]string{
		"Syrian": "SY", "Syrians": "SY", "Turkish": "TR", "السوري": "SY", "السورية": "SY", "السوريون": "SY", "والسورية": "SY", "التركي": "TR",
		"Hama": "", "northern": "", "مورك": "",
	} {
		f := found(t, word)
		ref, ok := f.Demonym(0)
		got := ""
		if ok {
			got = f.Gaz.Place(ref).Country
		}
		if got != want || f.IsDemonymToken(0) != (want != "") {
			t.Errorf("%s is of %q, want %q", word, got, want)
		}
	}
}

func TestWordsAround(t *testing.T) {
	f := found(t, "The Hama province, said Ali", "Hama")
	s := &f.Names[0]
	if f.WordAfter(s, 1)&lexicon.Class == 0 || f.WordAfter(s, 2) != 0 || f.EndsPhrase(s) || f.HasPrefix(s) {
		t.Errorf("after it %b and %b, ends a phrase %v, has a prefix %v", f.WordAfter(s, 1), f.WordAfter(s, 2), f.EndsPhrase(s), f.HasPrefix(s))
	}
	for text, want := range map[string]bool{"Hama": true, "Hama, they said": true, "Hama in spring": true, "Hama said so": true, "Hama suburbs": false, "Hama army": false} {
		f := found(t, text, "Hama")
		if got := f.EndsPhrase(&f.Names[0]); got != want {
			t.Errorf("%s: ends a phrase %v", text, got)
		}
	}
	if f := found(t, "وحماة", "حماة"); !f.HasPrefix(&f.Names[0]) {
		t.Error("وحماة has no prefix")
	}
}

func TestRolesOfPlaces(t *testing.T) {
	f := found(t, "Hama", "Hama")
	for role, want := range map[Role]bool{RolePlace: true, RoleMetonym: true, RoleDemonym: false, RolePerson: false, RoleOrganisation: false, RoleNone: false} {
		f.Names[0].Role = role
		if f.IsPlaceRole(0) != want {
			t.Errorf("%q is the role of a place: %v", role, !want)
		}
	}
}

func TestCodes(t *testing.T) {
	for word, want := range map[string]bool{"M4": true, "T4": true, "M5": true, "A380": true, "Hama": false, "m4": false, "M12345": false, "12": false} {
		if got := found(t, word).IsCode(0); got != want {
			t.Errorf("%s is a code: %v", word, got)
		}
	}
}

func TestContains(t *testing.T) {
	place := func(id string, kind gazetteer.Kind, country, admin1, admin2 string) *gazetteer.Place {
		return &gazetteer.Place{ID: id, Kind: kind, Country: country, Admin1: admin1, Admin2: admin2}
	}
	village := place("v", "P.PPL", "SY", "05", "0501")
	for _, tt := range []struct {
		name  string
		outer *gazetteer.Place
		want  bool
	}{
		{"its country", place("c", "A.PCLI", "SY", "", ""), true}, {"another", place("c", "A.PCLI", "TR", "", ""), false},
		{"its governorate", place("g", gazetteer.FirstDivision, "SY", "05", ""), true}, {"another", place("g", gazetteer.FirstDivision, "SY", "12", ""), false},
		{"its district", place("d", gazetteer.SecondDivision, "SY", "05", "0501"), true}, {"another", place("d", gazetteer.SecondDivision, "SY", "05", "0502"), false},
		{"one of that code elsewhere", place("d", gazetteer.SecondDivision, "SY", "12", "0501"), false},
		{"a town", place("t", "P.PPLA", "SY", "05", "0501"), false}, {"itself", place("v", "A.PCLI", "SY", "05", "0501"), false},
		{"a sea", place("s", "H.SEA", "", "", ""), false},
	} {
		if got := Contains(tt.outer, village); got != tt.want {
			t.Errorf("%s holds it: %v", tt.name, got)
		}
	}
}

func TestNamesOfTowns(t *testing.T) {
	for name, want := range map[string]string{"Gaza City": "gaza", "Hama": "hama", "Citytown": "citytown"} {
		if got := TownName(&gazetteer.Place{Name: name}); got != want {
			t.Errorf("%s is called %s, want %s", name, got, want)
		}
	}
	for kind, want := range map[gazetteer.Kind]bool{gazetteer.Capital: true, "P.PPLA": true, "P.PPL": false, "P.PPLA2": false, "A.ADM1": false} {
		if IsSeat(kind) != want {
			t.Errorf("%s is that of a seat: %v", kind, !want)
		}
	}
	if got := DivisionOf(&gazetteer.Place{Country: "SY", Admin1: "05"}); got != "SY.05" {
		t.Errorf("division %s", got)
	}
}

func TestSamePlace(t *testing.T) {
	a := &gazetteer.Place{ID: "a", Country: "SY", Point: orb.Point{36.7, 35}}
	for km, want := range map[float64]bool{0: true, 14: true, 16: false, 100: false} {
		b := &gazetteer.Place{ID: "b", Country: "SY", Point: orb.Point{36.7, 35 + km/111.195}}
		if got := SamePlace(a, b); got != want {
			t.Errorf("%v km apart: the same %v", km, got)
		}
	}
}

func TestBySound(t *testing.T) {
	f := found(t, "")
	for _, tt := range []struct {
		written, want string
		least         float64
	}{
		{"Ltaminna", "Latamneh", MinSound}, {"Khaan Shaykhoon", "Khan Shaykhun", MinSound}, {"Saraqeb", "Saraqib", MinSound}, {"Qwxzv", "", MinSound},
	} {
		names := map[string]bool{}
		for _, h := range f.BySound(tt.written, tt.least) {
			names[f.Gaz.Place(h.Ref).Name] = true
		}
		if tt.want == "" && len(names) > 0 || tt.want != "" && !names[tt.want] {
			t.Errorf("%s sounds like %v, want %s", tt.written, names, tt.want)
		}
	}
}
