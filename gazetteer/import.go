package gazetteer

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"slices"
)

// Import collects sources, and then goes into a Store completely or not at all. Places come
// first, alternate names after all of them.
//
// An Import is not safe for concurrent use.
type Import struct {
	store      Store
	known      *Gazetteer
	entries    []Entry
	existingAt map[string]int // existing places that get names: their index in entries
	sorted     int            // how many of the entries are from sources, sorted by ID
}

// ImportCounts counts the rows of one source.
type ImportCounts struct {
	Added   int // places, or names of known places
	Unknown int // names of unknown places
	Skipped int // invalid rows
}

// NewImport begins an import into the store.
func (s Store) NewImport() (*Import, error) {
	known, err := s.Gazetteer()
	if err != nil {
		return nil, err
	}
	return &Import{store: s, known: known}, nil
}

// Add reads a source. Invalid rows are passed to skipped; an error that ends the reading is
// returned.
func (im *Import) Add(ctx context.Context, s Source, skipped func(*RowError)) (ImportCounts, error) {
	if s.Form == FormAlternates {
		im.sortEntries()
		return count(ctx, s.Name, s.Alternates(), im.addName, skipped)
	}
	return count(ctx, s.Name, s.Entries(), func(e Entry) bool {
		im.entries = append(im.entries, e)
		return true
	}, skipped)
}

func count[T any](ctx context.Context, name string, rows iter.Seq2[T, error], add func(T) bool, skipped func(*RowError)) (ImportCounts, error) {
	var n ImportCounts
	for row, err := range rows {
		bad, isRow := err.(*RowError)
		switch {
		case ctx.Err() != nil:
			return n, fmt.Errorf("%s: %w", name, context.Cause(ctx))
		case isRow:
			n.Skipped++
			skipped(bad)
		case err != nil:
			return n, fmt.Errorf("%s: %w", name, err)
		case add(row):
			n.Added++
		default:
			n.Unknown++
		}
	}
	return n, nil
}

// sortEntries sorts the places of this import by ID, for lookups.
func (im *Import) sortEntries() {
	if im.existingAt == nil {
		slices.SortStableFunc(im.entries, byID)
		im.sorted = len(im.entries)
		im.existingAt = map[string]int{}
	}
}

func byID(a, b Entry) int { return cmp.Compare(a.ID, b.ID) }

// addName adds a name to its place, from this import, an earlier one or the built-in data. It
// reports whether the place exists.
func (im *Import) addName(a AlternateName) bool {
	i, found := slices.BinarySearchFunc(im.entries[:im.sorted], a.PlaceID, func(e Entry, id string) int { return cmp.Compare(e.ID, id) })
	if !found {
		if i, found = im.existing(a.PlaceID); !found {
			return false
		}
	}
	a.addTo(&im.entries[i])
	return true
}

// existing adds a place of an earlier import to this one, and returns its index.
func (im *Import) existing(id string) (int, bool) {
	if i, done := im.existingAt[id]; done {
		return i, true
	}
	r, found := im.known.Find(id)
	if !found {
		return 0, false
	}
	i := len(im.entries)
	im.existingAt[id] = i
	im.entries = append(im.entries, Entry{Place: im.known.Place(r), Names: im.known.Names(r)[1:], Geometry: im.known.Geometry(r)})
	return i, true
}

// Commit compiles the new entries with the earlier imports into the store, unless ctx ends
// first. Places without country and division get those of the outline that contains them.
func (im *Import) Commit(ctx context.Context) (*Index, error) {
	locate(im.entries, im.known.boundaries)
	return im.store.Import(ctx, im.entries)
}
