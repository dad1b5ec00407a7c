package party

import "testing"

func TestTablesAreRead(t *testing.T) {
	actors, err := readActorTables()
	if err != nil {
		t.Fatal(err)
	}
	if len(actors) == 0 {
		t.Fatal("no actors")
	}
	ids := map[string]bool{}
	for _, a := range actors {
		if ids[a.ID] {
			t.Errorf("two actors are called %s", a.ID)
		}
		ids[a.ID] = true
		if a.Source == "" {
			t.Errorf("%s has no source", a.ID)
		}
	}
	for _, a := range actors {
		if a.Successor != "" && !ids[a.Successor] {
			t.Errorf("%s became %s, which is not in its table", a.ID, a.Successor)
		}
	}
}
