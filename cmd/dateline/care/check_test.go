package care

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"dateline/archive"
	"dateline/cmd/dateline/cli"
	"dateline/document/rows"
)

// TestInterruptedRescue leaves no file that looks like a complete one.
func TestInterruptedRescue(t *testing.T) {
	dir := t.TempDir()
	a, err := archive.OpenWriter(t.Context(), rows.DefaultModel(), dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	c := CheckCommand{Data: dir, Rescue: filepath.Join(dir, "saved.jsonl")}
	if err := c.run(ctx, cli.NewConsole(true)); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	for _, name := range []string{c.Rescue, c.Rescue + keptSuffix} {
		if _, err := os.Stat(name); err == nil {
			t.Errorf("%s is left", name)
		}
	}
}
