package sources

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"testing"
	"time"

	"dateline/archive"
	"dateline/document"
	"dateline/document/documenttest"
	"dateline/document/rows"
)

var noon = time.Date(2019, 6, 12, 12, 0, 0, 0, time.UTC)

func open(t *testing.T, dir string) *archive.Archive {
	t.Helper()
	a, err := archive.OpenWriter(context.Background(), rows.DefaultModel(), dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	return a
}

func add(t *testing.T, a *archive.Archive, address string, due time.Time) {
	t.Helper()
	if added, err := Add(t.Context(), a, Source{Address: address, Every: time.Hour, State: State{Due: due}}); err != nil || !added.New {
		t.Fatal(added, err)
	}
}

func all(t *testing.T, a *archive.Archive) []Source {
	t.Helper()
	list, err := All(t.Context(), a)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestNoSources(t *testing.T) {
	a := open(t, t.TempDir())
	if list := all(t, a); len(list) != 0 {
		t.Error(list)
	}
	if s, next, err := Claim(t.Context(), a, noon, noon); s != nil || !next.IsZero() || err != nil {
		t.Error(s, next, err)
	}
	for _, err := range []error{Remove(t.Context(), a, "x"), Pause(t.Context(), a, "x", true, noon)} {
		if !errors.Is(err, ErrUnknown) {
			t.Error(err)
		}
	}
}

func TestAdd(t *testing.T) {
	a := open(t, t.TempDir())
	want := Source{ID: 1, Address: "https://news.example/rss", Name: "Example", Kind: "feed", Language: "en", Every: time.Hour, State: State{Due: noon}}
	if added, err := Add(t.Context(), a, want); err != nil || !added.New {
		t.Fatal(added, err)
	}
	if got := all(t, a); !reflect.DeepEqual(got, []Source{want}) {
		t.Errorf("%+v", got)
	}
	want.Name, want.Every, want.Pages = "Example News", time.Minute, []string{"https://news.example/", "https://news.example/world"}
	if added, err := Add(t.Context(), a, want); err != nil || added.New {
		t.Fatal(added, err)
	}
	if got := all(t, a); !reflect.DeepEqual(got, []Source{want}) {
		t.Errorf("%+v", got)
	}
	for r, err := range lookAt(t, a, `SELECT count(*) FROM gpkg_extensions WHERE table_name LIKE 'dateline_se%' OR table_name = 'dateline_sources'`) {
		if err != nil || r != 2 {
			t.Error(r, err)
		}
	}
}

// lookAt yields the first column of the result of a query.
func lookAt(t *testing.T, a *archive.Archive, sql string) map[int64]error {
	t.Helper()
	out := map[int64]error{}
	err := a.ReadTx(t.Context(), func(tx *archive.Tx) error {
		for r, err := range tx.Rows(sql) {
			out[r.Int(0)] = err
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// One process at a time has a source; if a claim expires before the source is done, the source is
// due again.
func TestClaim(t *testing.T) {
	a := open(t, t.TempDir())
	add(t, a, "second", noon.Add(-time.Minute))
	add(t, a, "first", noon.Add(-time.Hour))
	add(t, a, "later", noon.Add(time.Hour))
	until := noon.Add(5 * time.Minute)
	claim := func(now time.Time) string {
		s, next, err := Claim(t.Context(), a, now, now.Add(5*time.Minute))
		if err != nil {
			t.Fatal(err)
		}
		if s == nil {
			return fmt.Sprint("next ", next.Sub(noon))
		}
		return s.Address
	}
	for _, want := range []string{"first", "second", "next 5m0s"} {
		if got := claim(noon); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	first := all(t, a)[1]
	first.Due, first.Checked, first.ETag, first.Failures, first.Error = noon.Add(time.Hour), noon, `"1"`, 2, "no answer"
	if err := Done(t.Context(), a, &first, until); err != nil {
		t.Fatal(err)
	}
	if got := all(t, a)[1]; !reflect.DeepEqual(got, first) {
		t.Errorf("%+v", got)
	}
	if got := claim(until); got != "second" {
		t.Errorf("%s, want the one that was never done", got)
	}
	second := all(t, a)[0]
	second.Error = "late"
	if err := Done(t.Context(), a, &second, until); err != nil { // by the process whose claim expired
		t.Fatal(err)
	}
	if got := all(t, a)[0]; got.Error != "" {
		t.Errorf("%+v was changed by one whose claim had passed", got)
	}
	if err := Pause(t.Context(), a, "later", true, noon); err != nil {
		t.Fatal(err)
	}
	if got := claim(noon.Add(3 * time.Hour)); got == "later" {
		t.Error("a paused source is due")
	}
}

func TestStore(t *testing.T) {
	a := open(t, t.TempDir())
	add(t, a, "source", noon)
	docs := documenttest.New(1).Documents(0, 2)
	store := func(source int64, docs []document.Document, seen ...Seen) (archive.PutResult, error) {
		t.Helper()
		ready, refused := a.PackAll(docs)
		if len(refused) > 0 {
			t.Fatal(refused)
		}
		return Store(t.Context(), a, source, ready, seen)
	}
	big := Seen{Key: 1<<64 - 1, Mark: 1 << 63}
	if r, err := store(1, docs, Seen{Key: 1, Tries: 2}, big); err != nil || r.Added != 2 {
		t.Fatal(r, err)
	}
	if r, err := store(1, docs, Seen{Key: 1, Mark: 7}); err != nil || r.Added != 0 {
		t.Fatal(r, err)
	}
	seen, err := SeenOf(t.Context(), a, 1, []uint64{1, 2, big.Key})
	if want := map[uint64]Seen{1: {Key: 1, Mark: 7}, big.Key: big}; err != nil || fmt.Sprint(seen) != fmt.Sprint(want) {
		t.Errorf("%v %v, want %v", seen, err, want)
	}
	if s := all(t, a)[0]; s.Articles != 2 {
		t.Errorf("%d articles", s.Articles)
	}
	if err := Remove(t.Context(), a, "source"); err != nil {
		t.Fatal(err)
	}
	if _, err := store(1, documenttest.New(1).Documents(5, 1), Seen{Key: 9, Mark: 9}); !errors.Is(err, ErrUnknown) {
		t.Errorf("%v, want ErrUnknown", err)
	}
	if seen, err := SeenOf(t.Context(), a, 1, []uint64{1, 9}); err != nil || len(seen) > 0 {
		t.Error(seen, err)
	}
}
