package gazetteer

import (
	"slices"
	"strings"

	"dateline/geo"
)

// How far apart two rows for one thing may be. The point of something wide, as a river, can be
// anywhere on it.
const (
	twinKm     = 5
	wideTwinKm = 70
)

// ownPrefix is the prefix of IDs of rows without a number from another source.
const ownPrefix = "dl-"

// mergeTwins merges rows for one thing: of one class and country, near each other, the usual
// name of one among the names of the other. The first decides where it is; its ID is that of
// GeoNames or Who's On First if either row has one, so that imports match it.
func mergeTwins(entries []Entry) []Entry {
	named := map[string][]int{} // by foldDivision: indexes of entries kept
	kept := entries[:0:0]
	for i := range entries {
		e := entries[i]
		if twin := findTwin(&e, kept, named); twin >= 0 {
			kept[twin].absorb(&e)
			noteNames(&e, twin, named)
			continue
		}
		noteNames(&e, len(kept), named)
		kept = append(kept, e)
	}
	return kept
}

func noteNames(e *Entry, number int, named map[string][]int) {
	for _, name := range e.distinctNames() {
		folded := foldDivision(name)
		if !slices.Contains(named[folded], number) {
			named[folded] = append(named[folded], number)
		}
	}
}

// findTwin returns the index of the entry for the same thing as e, -1 if there is none.
func findTwin(e *Entry, kept []Entry, named map[string][]int) int {
	if e.Kind.Class() == 'A' { // merged by their codes
		return -1
	}
	for _, name := range e.distinctNames() {
		for _, number := range named[foldDivision(name)] {
			if kept[number].isTwin(e) {
				return number
			}
		}
	}
	return -1
}

func (e *Entry) isTwin(other *Entry) bool {
	near := float64(wideTwinKm)
	if class := e.Kind.Class(); class == 'P' || class == 'S' {
		near = twinKm
	}
	return e.Kind.Class() == other.Kind.Class() && (e.Kind == Quarter) == (other.Kind == Quarter) &&
		(e.Country == other.Country || e.Country == "" || other.Country == "") &&
		geo.Distance(e.Point, other.Point) <= near &&
		(e.isCalled(other.Name) || other.isCalled(e.Name))
}

func (e *Entry) isCalled(name string) bool {
	folded := foldDivision(name)
	return slices.ContainsFunc(e.distinctNames(), func(own string) bool { return foldDivision(own) == folded })
}

// absorb adds the names and the ID of a twin.
func (e *Entry) absorb(twin *Entry) {
	if strings.HasPrefix(e.ID, ownPrefix) && !strings.HasPrefix(twin.ID, ownPrefix) {
		e.ID = twin.ID
	}
	e.addNames(twin)
	e.Population = max(e.Population, twin.Population)
}

// adoptID gives a populated place of a table the ID it has in the world's index.
func (e *Entry) adoptID(world *Index) {
	if e.Kind.Class() != 'P' || !strings.HasPrefix(e.ID, ownPrefix) {
		return
	}
	folded := Fold(e.Name)
	first, last := world.prefixRange(folded, 0)
	for i := first; i < last; i++ {
		for _, name := range world.foldNames(nil, i) {
			place := Entry{Place: world.Place(world.namePlace(name))}
			place.Names = []string{world.name(name)}
			if place.Country == e.Country && e.isTwin(&place) {
				e.ID = place.ID
				return
			}
		}
	}
}
