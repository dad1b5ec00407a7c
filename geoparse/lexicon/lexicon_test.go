package lexicon

import (
	"strings"
	"testing"

	"dateline/gazetteer"
)

func TestWords(t *testing.T) {
	lex, err := Read()
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]Set{
		"governorate": Class | SpanClass | Definite, "village": Class | Settlement | Definite | Village, "northern": Direction, "in": Preposition | Locative | Stop,
		"said": Say, "monday": Calendar, "virus": Thing, "steel": Goods, "duke": Noble, "frigate": Vessel, "treaty": Agreement, "peace": AgreementKind,
		"villages": Plural, "backed": Participle, "resigned": Deed, "aide": Attached, "kafr": NameHead, "abu": OpenHead, "university": OrgTail | OrgHead,
		"قريه": Class | Settlement, "في": Preposition, "شمال": Direction,
	} {
		if got := lex.Words[word]; got&want != want {
			t.Errorf("%s is %b, want %b", word, got, want)
		}
	}
	if lex.Words["morek"] != 0 || lex.Knows("morek") || !lex.Knows("governorate") || !lex.Knows("ريف") {
		t.Error("what the lexicon knows")
	}
}

func TestFit(t *testing.T) {
	lex, err := Read()
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		class string
		kind  gazetteer.Kind
		want  float64
	}{
		{"governorate", gazetteer.FirstDivision, 1}, {"governorate", "P.PPL", 0}, {"city", "P.PPLA", 1}, {"city", gazetteer.FirstDivision, 0},
		{"district", "A.ADM2", 1}, {"district", "P.PPLX", 0.75}, {"district", "P.PPLX", 0.75}, {"area", "P.PPL", 1}, {"area", "H.STM", 1},
		{"airport", "S.AIRP", 1}, {"river", "H.STM", 1}, {"river", "P.PPL", 0}, {"nonsense", "P.PPL", 0}, {"", "P.PPL", 0},
	} {
		if got := lex.Fit(tt.class, tt.kind); got != tt.want || lex.Fits(tt.class, tt.kind) != (tt.want > 0) {
			t.Errorf("%s fits %s by %v, want %v", tt.kind, tt.class, got, tt.want)
		}
	}
}

func TestListClasses(t *testing.T) {
	lex, err := Read()
	if err != nil {
		t.Fatal(err)
	}
	for class, want := range map[string]string{"villages": "villages", "village": "", "towns": "towns", "": "", "قري": "قري"} {
		if got := lex.ListClass(class); got != want {
			t.Errorf("the items after one of %q are %q, want %q", class, got, want)
		}
	}
	for class, want := range map[string]bool{"area": true, "state": true, "region": true, "village": false, "airport": false} {
		if got := lex.IsVague(class); got != want {
			t.Errorf("%s is said of anything: %v", class, got)
		}
	}
}

func TestBrokenTables(t *testing.T) {
	for _, tt := range []struct{ table, want string }{
		{"[nosuch]\nword meaning\n", "line 2: unknown section \"nosuch\""},
		{"[class]\nvillage\n", "line 2: \"village\" has no meaning"},
		{"[unit]\nkm x\n", "line 2: \"km\" means no number above zero"},
		{"[unit]\nkm -1\n", "line 2: \"km\" means no number above zero"},
		{"# words\n\nword meaning\n", "line 3: unknown section \"\""},
	} {
		lex := empty()
		if err := lex.add(tt.table); err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%q: %v, want %s", tt.table, err, tt.want)
		}
	}
}

func TestTables(t *testing.T) {
	lex := empty()
	if err := lex.add("# a comment\n[direction]\n Northern  SOUTHERN\n\n[class]\nVillage P,L\n[unit]\nkm 1\n[bearing]\nnorth 0\n[organisation]\nJund al-Aqsa\n"); err != nil {
		t.Fatal(err)
	}
	if lex.Words["northern"] != Direction || lex.Words["southern"] != Direction || lex.Words["village"] != Class || strings.Join(lex.Classes["village"], " ") != "P L" ||
		lex.Units["km"] != 1 || lex.Bearings["north"] != "0" || len(lex.Organisations["jund"]) != 1 {
		t.Errorf("%+v", lex)
	}
}

// empty returns a lexicon without words.
func empty() *Lexicon {
	lex := &Lexicon{
		Words: map[string]Set{}, Classes: map[string][]string{}, Bearings: map[string]string{}, Compass: map[string]string{}, Regions: map[string]string{},
		Routes: map[string]string{}, Amounts: map[string]string{}, Units: map[string]float64{}, Duals: map[string]float64{}, Numbers: map[string]float64{},
		Organisations: map[string][][]string{},
	}
	for _, set := range lex.wordLists() {
		*set = map[string]bool{}
	}
	return lex
}
