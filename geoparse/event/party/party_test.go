package party

import (
	"strings"
	"testing"
)

func TestParties(t *testing.T) {
	parties, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ phrase, country, actor, group string }{
		{"FSA fighters", "SY", "syria/fsa", "syria/opposition"},
		{"the Free Syrian Army", "SY", "syria/fsa", "syria/opposition"},
		{"the Syrian Army", "SY", "syria/saa", "syria/government"},
		{"government troops", "SY", "syria/saa", "syria/government"},
		{"government troops", "UA", "ukraine/zsu", "ukraine/ukraine"},
		{"government troops", "NG", "", ""},
		{"the army", "SD", "sudan/saf", "sudan/army"},
		{"rebel", "SY", "syria/opposition", "syria/opposition"},
		{"rebel", "YE", "yemen/houthis", "yemen/houthis"},
		{"Russian forces", "SY", "syria/russia", "syria/government"},
		{"Russian forces", "UA", "ukraine/vsrf", "ukraine/russia"},
		{"Jabhat al-Nusra", "SY", "syria/nusra", "syria/hts"},
		{"Turkish-backed rebels", "SY", "syria/sna", "syria/turkish"},
		{"ISIL", "", "syria/is", "syria/is"},
		{"Rapid Support Forces", "", "sudan/rsf", "sudan/rsf"},
		{"قوات الدعم السريع", "SD", "sudan/rsf", "sudan/rsf"},
		{"الجيش", "SD", "sudan/saf", "sudan/army"},
		{"فصائل المعارضة", "SY", "syria/opposition", "syria/opposition"},
		{"villagers", "SY", "", ""},
		{"", "SY", "", ""},
	} {
		got, ok := parties.Find(test.phrase, test.country)
		if ok != (test.actor != "") || ok && (got.ID != test.actor || got.Group.ID != test.group) {
			t.Errorf("%q in %q: %+v, want %s of %s", test.phrase, test.country, got, test.actor, test.group)
		}
	}
}

// TestPartyWords: each general word means its actor in each country of its theatre, or another that
// has it as a name.
func TestPartyWords(t *testing.T) {
	parties, err := New()
	if err != nil {
		t.Fatal(err)
	}
	actors, _ := readActorTables()
	groups, _ := Groups()
	_, general, err := readPartyTable(actors, groups)
	if err != nil {
		t.Fatal(err)
	}
	for i := range groups {
		theatre, _, _ := strings.Cut(groups[i].ID, "/")
		actors = append(actors, Actor{ID: groups[i].ID, Theatre: theatre})
	}
	for country, theatre := range parties.theatres {
		for i := range actors {
			if actors[i].Theatre != theatre {
				continue
			}
			for _, words := range general[actors[i].ID] {
				if got, ok := parties.Find(words, country); words != "" && (!ok || got.Theatre != theatre) {
					t.Errorf("%q in %s means %+v, not %s", words, country, got, actors[i].ID)
				}
			}
		}
	}
}

// TestCountryOf: actors show which war a text without places is about.
func TestCountryOf(t *testing.T) {
	parties, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		names []string
		want  string
	}{
		{[]string{"Russian forces", "Ukrainian army"}, "RU"}, // the first of its theatre
		{[]string{"Rapid Support Forces"}, "SD"},
		{[]string{"army", "rebels"}, ""},
		{nil, ""},
	} {
		if got := parties.CountryOf(test.names); got != test.want {
			t.Errorf("%q: %q, want %q", test.names, got, test.want)
		}
	}
}
