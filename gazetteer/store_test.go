package gazetteer

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/paulmach/orb"
)

func TestStoreKeepsWhatWasImported(t *testing.T) {
	s := NewStore(filepath.Join(t.TempDir(), "not", "there", "yet"))
	if x, err := s.Open(); x != nil || err != nil {
		t.Fatalf("an empty store opens as %v, error %v", x, err)
	}
	line := orb.LineString{{1, 2}, {3, 4}}
	first := []Entry{
		{Place: Place{ID: "gn1", Name: "Halab", Kind: "P.PPL", Country: "SY", Admin1: "09", Population: 5}, Names: []string{"حلب"}, Geometry: line},
		{Place: Place{ID: "gn2", Name: "Hama", Kind: "P.PPL"}},
	}
	if _, err := s.Import(t.Context(), first); err != nil {
		t.Fatal(err)
	}
	x, err := s.Import(t.Context(), []Entry{{Place: Place{ID: "gn1", Name: "Aleppo", Kind: "P.PPLA", Country: "SY"}}, {Place: Place{ID: "wof1", Name: "Homs"}}})
	if err != nil || x.Len() != 3 {
		t.Fatalf("%d places, error %v", x.Len(), err)
	}
	i, _ := x.Find("gn1")
	want := Place{ID: "gn1", Name: "Aleppo", Kind: "P.PPLA", Country: "SY", Admin1: "09", Population: 5}
	if got := x.Place(i); got != want || !slices.Equal(x.Names(i), []string{"Aleppo", "Halab", "حلب"}) || !orb.Equal(x.Geometry(i), line) {
		t.Errorf("the later import and the earlier make %+v %q %v", got, x.Names(i), x.Geometry(i))
	}
}

func TestStoreRefusesWhatIsDamaged(t *testing.T) {
	s := NewStore(t.TempDir())
	if _, err := s.Import(t.Context(), someEntries(20)); err != nil {
		t.Fatal(err)
	}
	good, err := os.ReadFile(s.File())
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"empty": nil, "cut off": good[:len(good)-8], "longer": append(slices.Clone(good), 0), "another": []byte("SQLite format 3"), "a flipped bit": flipped(good, len(good)-1)} {
		replace(t, s.File(), data)
		if _, err := s.Gazetteer(); !errors.Is(err, ErrIndex) || !strings.Contains(err.Error(), s.File()) {
			t.Errorf("%s: error %v", name, err)
		}
	}
	for at := 0; at < len(good); at += 97 {
		good[at] ^= 1 << (at % 8)
		if x, err := OpenIndex(good); x != nil || !errors.Is(err, ErrIndex) {
			t.Fatalf("byte %d of %d: a flipped bit goes unnoticed: %v", at, len(good), err)
		}
		good[at] ^= 1 << (at % 8)
	}
}

// flipped returns data with one bit changed.
func flipped(data []byte, at int) []byte {
	data = slices.Clone(data)
	data[at] ^= 1
	return data
}

// replace replaces a file that may be mapped.
func replace(t *testing.T, file string, data []byte) {
	t.Helper()
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestImportStopped: an import that is stopped leaves the earlier one as it was, and no other
// files.
func TestImportStopped(t *testing.T) {
	dir := t.TempDir()
	s := NewStore(dir)
	if _, err := s.Import(t.Context(), someEntries(20)); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(s.File())
	if err != nil {
		t.Fatal(err)
	}
	dump := filepath.Join(t.TempDir(), "XX.txt")
	if err := os.WriteFile(dump, []byte(strings.Repeat(line(nil)+"\n", 10)), 0o600); err != nil {
		t.Fatal(err)
	}
	sources, err := OpenSources(dump, "")
	if err != nil {
		t.Fatal(err)
	}
	im, err := s.NewImport()
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := im.Add(ctx, sources[0], func(*RowError) {}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	if _, err := s.Import(t.Context(), []Entry{{Place: Place{ID: "bad"}}}); err == nil {
		t.Error("a place without a name is imported")
	}
	after, err := os.ReadFile(s.File())
	if err != nil || !slices.Equal(after, before) {
		t.Errorf("the import of before has changed, error %v", err)
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Errorf("%v in the folder", left)
	}
}
