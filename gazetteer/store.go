package gazetteer

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
)

// Store is a folder that holds imports, compiled into one index. An import replaces the index
// atomically: readers see the old one or the new one, and a failed import changes nothing. Two
// concurrent imports into one folder are not coordinated: the later one wins.
type Store struct{ dir string }

// NewStore returns the Store in a folder, which need not exist.
func NewStore(dir string) Store { return Store{dir: dir} }

// File returns the path of the compiled index.
func (s Store) File() string { return filepath.Join(s.dir, "imported.idx") }

// Open returns the imported index, nil if nothing was imported. It verifies the checksum of the
// whole file, some 5 ms for the 17 MB of a country.
func (s Store) Open() (*Index, error) {
	data, err := mapFile(s.File())
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	x, err := OpenIndex(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w; delete it and import again", s.File(), err)
	}
	return x, nil
}

// Gazetteer opens the embedded gazetteer with the imports, and with the user's own places on
// top.
func (s Store) Gazetteer(own ...Entry) (*Gazetteer, error) {
	imported, err := s.Open()
	if err != nil {
		return nil, err
	}
	var between []*Index
	if len(own) > 0 {
		x, err := indexOf(own)
		if err != nil {
			return nil, err
		}
		between = append(between, x)
	}
	if imported != nil {
		between = append(between, imported)
	}
	g, err := Default(between...)
	if err == nil && len(own) > 0 {
		g.own = 1
	}
	return g, err
}

func indexOf(entries []Entry) (*Index, error) {
	built, err := Build(entries)
	if err != nil {
		return nil, err
	}
	return OpenIndex(built)
}

// Import adds entries to the imports. An entry with the ID of an earlier one replaces its kind
// and point, and keeps its names and shape. The entries are cleared. If ctx ends first, nothing
// changes.
func (s Store) Import(ctx context.Context, entries []Entry) (*Index, error) {
	old, err := s.Open()
	if err != nil {
		return nil, err
	}
	if old != nil {
		entries = slices.AppendSeq(slices.Clip(entries), old.entries())
	}
	built, err := compile(entries)
	if err != nil {
		return nil, err
	}
	if err := s.write(ctx, &built); err != nil {
		return nil, err
	}
	return s.Open()
}

// entries yields the entries of the index.
func (x *Index) entries() iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		for i := range x.Len() {
			if !yield(Entry{Place: x.Place(i), Names: x.Names(i)[1:], Geometry: x.Geometry(i)}) {
				return
			}
		}
	}
}

// untilDone writes until its context ends.
type untilDone struct {
	ctx context.Context
	to  io.Writer
}

func (u untilDone) Write(b []byte) (int, error) {
	if u.ctx.Err() != nil {
		return 0, context.Cause(u.ctx)
	}
	return u.to.Write(b)
}

// write replaces the index file atomically.
func (s Store) write(ctx context.Context, built *sections) error {
	if err := os.MkdirAll(s.dir, 0o755); err != nil {
		return err
	}
	f, err := os.CreateTemp(s.dir, "import-*.tmp")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // already renamed on success
	if err = built.writeTo(untilDone{ctx, f}); err == nil {
		err = f.Sync()
	}
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	if err == nil {
		err = os.Chmod(f.Name(), 0o644)
	}
	if err != nil {
		return err
	}
	return os.Rename(f.Name(), s.File())
}
