package party

import (
	"slices"
	"strings"
	"testing"

	"dateline/gazetteer"
	"dateline/geoparse/lexicon"
)

// TestGroupsOfTheLexiconAreActors: the groups that the lexicon lists as evidence for a country are
// actors of that country's theatre.
func TestGroupsOfTheLexiconAreActors(t *testing.T) {
	lex, err := lexicon.Read()
	if err != nil {
		t.Fatal(err)
	}
	table, err := New()
	if err != nil {
		t.Fatal(err)
	}
	theatres := map[string][]string{} // of each name, folded without articles as in the lexicon
	for first, names := range table.names {
		for _, n := range names {
			name := gazetteer.Fold(strings.Join(append([]string{first}, n.words...), " "))
			theatres[name] = append(theatres[name], n.party.Theatre)
		}
	}
	checked := 0
	for first, homes := range lex.Homes {
		for _, home := range homes {
			name := strings.Join(append([]string{first}, home.Rest...), " ")
			if theatre := table.theatres[home.Country]; !slices.Contains(theatres[name], theatre) {
				t.Errorf("%s is not an actor of the theatre of %s, but of %v", name, home.Country, theatres[name])
			}
			checked++
		}
	}
	if checked < 50 {
		t.Errorf("only %d groups", checked)
	}
}
