package archive_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"dateline/archive"
	"dateline/corpus/corpustest"
	"dateline/document"
	"dateline/document/documenttest"
	"dateline/document/rows"
)

// Triggers are off while many rows are added: the guards hold before and after, a newer text in
// the same transaction replaces the older, and a trigger that another program made sees each row.
func TestStoreInBulk(t *testing.T) {
	docs := documenttest.New(21).Documents(0, 400)
	for _, c := range []struct {
		name, trigger string
		seen          string
	}{
		{"dateline's own triggers only", "", "0"},
		{"another program's", `CREATE TRIGGER others AFTER INSERT ON mentions BEGIN INSERT INTO seen VALUES (NEW.fid); END`, "all"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			a := newArchive(t, dir)
			store(t, a, docs[:1])
			if err := a.Connection().Exec(`CREATE TABLE seen (fid INTEGER); ` + c.trigger); err != nil {
				t.Fatal(err)
			}
			newer := docs[0]
			newer.Text += "\nA last sentence."
			all := append(append([]document.Document{}, docs[1:]...), newer)
			got := store(t, a, all)
			if got.Mentions < archive.ManyRows || got.Revised != 1 {
				t.Fatalf("%d mentions, %d newer texts", got.Mentions, got.Revised)
			}
			seen := fmt.Sprint(got.Mentions)
			if c.seen != "all" {
				seen = c.seen
			}
			if got := selected(t, a, `SELECT count(*) FROM seen`)[0][0]; got != seen {
				t.Errorf("the other program's trigger saw %s rows, want %s", got, seen)
			}
			err := a.Connection().Exec(`INSERT INTO mentions (id, start, "end", article, confidence) VALUES ('x', 0, 1, 'x', 1)`)
			if err == nil || !strings.Contains(err.Error(), "dateline ingest") {
				t.Errorf("adding a row by hand: %v", err)
			}
			if err := a.Connection().Exec(`DROP TRIGGER IF EXISTS others; DROP TABLE seen`); err != nil {
				t.Fatal(err)
			}
			corpustest.CheckTables(t, dir)
		})
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
	err = a.Connection().Exec(`INSERT INTO mentions (id, start, "end", article, confidence) VALUES ('x', 0, 1, 'x', 1)`)
	if err == nil || !strings.Contains(err.Error(), "dateline ingest") {
		t.Errorf("adding a row by hand: %v", err)
	}
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
