package lexicon

import (
	"slices"
	"testing"

	"dateline/geoparse/event"
)

// TestTypesAreDescribed compares the list of types with the words.
func TestTypesAreDescribed(t *testing.T) {
	lex, err := Read()
	if err != nil {
		t.Fatal(err)
	}
	known := map[event.Type]bool{}
	for _, k := range event.Types() {
		known[k.Type] = true
		if k.Group != event.GroupOf(k.Type) {
			t.Errorf("%s is in group %s and %s", k.Type, k.Group, event.GroupOf(k.Type))
		}
	}
	for word, list := range lex.Triggers {
		for _, e := range list {
			if !known[event.Type(e.Class)] && !slices.Contains(decided, e.Class) {
				t.Errorf("%s is of unknown class %q", word, e.Class)
			}
		}
	}
}

// decided are the classes whose type depends on their context.
var decided = []Class{
	AttackClass, StrikeClass, HitClass, KillClass, TakeClass, OccupyClass, FallClass, LoseClass, RaidClass, SendClass, OustClass,
	CutClass, FleeClass, HoldClass, EnterClass, ServeClass, NoneClass, WeaponClass, BombClass, BombsClass, AirWeaponClass, LandClass,
}

// TestTermsHaveWords finds terms without words in any table.
func TestTermsHaveWords(t *testing.T) {
	lex, err := Read()
	if err != nil {
		t.Fatal(err)
	}
	var said event.TermSet
	for _, w := range lex.Words {
		for i := range said {
			said[i] |= w.Terms[i]
		}
	}
	for name, term := range termSections {
		if !said.Has(term) {
			t.Errorf("term %s has no words", name)
		}
	}
}
