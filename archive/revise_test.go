package archive_test

import (
	"context"
	"errors"
	"testing"

	"dateline/archive"
	"dateline/corpus/corpustest"
	"dateline/document/documenttest"
	"dateline/document/rows"
)

// TestPrepareEdits: what a removal needs can be created beforehand, and is created once.
func TestPrepareEdits(t *testing.T) {
	docs := documenttest.New(5).Documents(0, 10)
	dir := corpustest.Made(t, docs)
	a, err := archive.OpenWriter(t.Context(), rows.DefaultModel(), dir)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	const indexes = `SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND name IN
		('dateline_mentions_article', 'dateline_fronts_article', 'dateline_events_article', 'dateline_mentions_counted')`
	for range 2 {
		if err := a.PrepareEdits(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if got := corpustest.Select(t, dir, indexes)[0][0]; got != "4" {
		t.Errorf("%s indexes", got)
	}
	ended, end := context.WithCancel(t.Context())
	if end(); !errors.Is(a.PrepareEdits(ended), context.Canceled) {
		t.Error("indexes are made after the end of the context")
	}
	if done, err := a.Remove(t.Context(), archive.Removal{Articles: []string{docs[0].ID}}); err != nil || done.Articles != 1 {
		t.Errorf("%+v, %v", done, err)
	}
	corpustest.CheckTables(t, dir)
	if err := errors.Join(a.Close(), a.PrepareEdits(t.Context())); !errors.Is(err, archive.ErrClosed) {
		t.Errorf("after Close: %v", err)
	}
}
