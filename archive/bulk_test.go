package archive_test

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"

	"dateline/archive"
	"dateline/corpus/corpustest"
	"dateline/document/documenttest"
	"dateline/document/rows"
)

// Triggers are off while many rows are added: the archive is guarded before and after, a newer text
// in the same transaction replaces the older, and a trigger that another program created sees each
// row.
func TestStoreInBulk(t *testing.T) {
	docs := documenttest.New(21).Documents(0, 400)
	for _, tt := range []struct {
		name, trigger string
		sees          bool
	}{
		{"Dateline's own triggers only", "", false},
		{"another program's", `CREATE TRIGGER others AFTER INSERT ON mentions BEGIN INSERT INTO seen VALUES (NEW.fid); END`, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			a := newArchive(t, dir)
			store(t, a, docs[:1])
			if err := a.Connection().Exec(`CREATE TABLE seen (fid INTEGER); ` + tt.trigger); err != nil {
				t.Fatal(err)
			}
			newer := docs[0]
			newer.Text += "\nA last sentence."
			got := store(t, a, append(slices.Clone(docs[1:]), newer))
			if got.Mentions < archive.ManyRows || got.Revised != 1 {
				t.Fatalf("%d mentions, %d newer texts", got.Mentions, got.Revised)
			}
			want := 0
			if tt.sees {
				want = got.Mentions
			}
			if seen := selected(t, a, `SELECT count(*) FROM seen`)[0][0]; seen != strconv.Itoa(want) {
				t.Errorf("the other program's trigger saw %s rows, want %d", seen, want)
			}
			checkGuarded(t, a)
			if err := a.Connection().Exec(`DROP TRIGGER IF EXISTS others; DROP TABLE seen`); err != nil {
				t.Fatal(err)
			}
			corpustest.CheckTables(t, dir)
		})
	}
}

// checkGuarded checks that a row added by hand is refused.
func checkGuarded(t *testing.T, a *archive.Archive) {
	t.Helper()
	err := a.Connection().Exec(`INSERT INTO mentions (id, start, "end", article, confidence) VALUES ('x', 0, 1, 'x', 1)`)
	if err == nil || !strings.Contains(err.Error(), "dateline ingest") {
		t.Errorf("adding a row by hand: %v", err)
	}
}

// TestBulkIsInterrupted: after a transaction that fails, triggers are on again.
func TestBulkIsInterrupted(t *testing.T) {
	docs := documenttest.New(22).Documents(0, 400)
	a := newArchive(t, t.TempDir())
	packed, refused := a.PackAll(docs)
	if len(refused) > 0 {
		t.Fatal(refused)
	}
	err := a.WriteTx(t.Context(), func(tx *archive.Tx) error {
		if _, err := tx.Store(packed); err != nil {
			return err
		}
		return context.Canceled
	})
	if !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	checkGuarded(t, a)
}

func newArchive(t *testing.T, dir string) *archive.Archive {
	t.Helper()
	a, err := archive.OpenWriter(t.Context(), rows.DefaultModel(), dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = a.Close() })
	return a
}
