package gazetteer

import (
	"cmp"
	"fmt"
	"iter"
	"math"
	"slices"
)

// merged yields the places of entries in order of ID, clearing entries as it goes. A place is
// valid until the next is yielded.
func merged(entries []Entry) iter.Seq2[*Entry, error] {
	order := make([]uint32, len(entries)) // entries are large: sort their indexes
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(i, j uint32) int {
		return cmp.Or(cmp.Compare(entries[i].ID, entries[j].ID), cmp.Compare(i, j))
	})
	return func(yield func(*Entry, error) bool) {
		for i := 0; i < len(order); {
			e := entries[order[i]]
			entries[order[i]] = Entry{}
			err := e.check()
			for i++; i < len(order) && err == nil && entries[order[i]].ID == e.ID; i++ {
				other := &entries[order[i]]
				err = other.check()
				e.add(other)
				*other = Entry{}
			}
			if !yield(&e, err) || err != nil {
				return
			}
		}
	}
}

// add adds to e what another entry of the same ID knows in addition.
func (e *Entry) add(other *Entry) {
	e.addNames(other)
	e.Country = cmp.Or(e.Country, other.Country)
	if e.Country == other.Country && e.Admin1 == "" {
		e.Admin1, e.Admin2 = other.Admin1, other.Admin2
	}
	e.Population = cmp.Or(e.Population, other.Population)
}

// addNames adds the names of another entry, and its geometry if e has none.
func (e *Entry) addNames(other *Entry) {
	e.Names = slices.Concat(e.Names, []string{other.Name}, other.Names)
	if e.Geometry == nil {
		e.Geometry = other.Geometry
	}
}

func (e *Entry) check() error {
	lon, lat := e.Point[0], e.Point[1]
	switch {
	case e.ID == "":
		return fmt.Errorf("place %q has no ID", e.Name)
	case e.Name == "":
		return fmt.Errorf("place %s has no name", e.ID)
	case !(math.Abs(lon) <= 180 && math.Abs(lat) <= 90):
		return fmt.Errorf("place %s (%s): lon %v, lat %v is not on the globe", e.ID, e.Name, lon, lat)
	case len(e.Country) != 0 && len(e.Country) != 2:
		return fmt.Errorf("place %s (%s): country %q is not two letters", e.ID, e.Name, e.Country)
	}
	return nil
}
