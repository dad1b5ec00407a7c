package corpus_test

import (
	"testing"

	"dateline/archive"
	"dateline/corpus/corpustest"
	"dateline/document"
	"dateline/document/correction"
)

// TestPlainCopyIsWhole: a copy of the file alone, made while a server has it open, has every
// change.
func TestPlainCopyIsWhole(t *testing.T) {
	dir := t.TempDir()
	a := corpustest.Open(t, dir)
	corpustest.Open(t, dir) // another process: closing it does not checkpoint the file
	var made archive.Corrected
	for _, step := range []struct {
		name string
		do   func() error
	}{
		{"put", func() error {
			corpustest.Put(t, a, []document.Document{told("a1", "example.org/1", "Morek was shelled."), told("b1", "example.org/2", "Hama is far.")})
			return nil
		}},
		{"remove", func() error { _, err := a.Remove(t.Context(), archive.Removal{Articles: []string{"a1"}}); return err }},
		{"undo", func() error { _, err := a.Undo(t.Context(), []string{"a1"}); return err }},
		{"correct", func() (err error) {
			made, err = a.Correct(t.Context(), []correction.Correction{{ID: "c1", Article: "a1", Of: correction.Mention, Quote: "Morek", Change: correction.Change{NotAPlace: true}}})
			return err
		}},
		{"retract", func() error { _, err := a.Retract(t.Context(), made.IDs); return err }},
	} {
		before := a.View().Version
		if err := step.do(); err != nil {
			t.Fatalf("%s: %v", step.name, err)
		}
		if a.View().Version == before {
			t.Fatalf("%s changes nothing", step.name)
		}
		if got := corpustest.Open(t, corpustest.PlainCopy(t, dir)).View().Version; got != a.View().Version {
			t.Errorf("the copy lacks what %s changed", step.name)
		}
	}
}
