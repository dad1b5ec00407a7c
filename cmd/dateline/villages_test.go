package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestMissingVillages(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	line := func(id int, text string) string { return fmt.Sprintf("{\"id\":%d,\"text\":%q}\n", id, text) }
	ukraine := "Shells hit Kramatorsk, Bakhmut and Sloviansk in Ukraine."
	sudan := "Fighting went on in El Obeid, El Fasher and Nyala in Sudan."
	hint := func(names, codes string) string {
		return "the villages of " + names + " are not installed; to find them too: dateline gazetteer import " + codes + "\n"
	}
	tests := []struct{ name, in, want string }{
		{"one country", line(1, ukraine) + line(2, ukraine), hint("Ukraine", "UA")},
		{"two, that of more texts first", line(1, sudan) + line(2, ukraine) + line(3, ukraine), hint("Ukraine, Sudan", "UA SD")},
		{"too few names", line(1, "He lives in Kyiv."), ""},
		{"no places", line(1, "Nothing happened."), ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := run(t, tt.in, "parse"); got.err != tt.want {
				t.Errorf("got %q, want %q", got.err, tt.want)
			}
		})
	}
	t.Run("quiet", func(t *testing.T) {
		if got := run(t, line(1, ukraine), "parse", "--quiet"); got.err != "" {
			t.Errorf("got %q", got.err)
		}
	})
	t.Run("ingest", func(t *testing.T) {
		file := filepath.Join(t.TempDir(), "a.txt")
		if err := os.WriteFile(file, []byte("Shells in the east\n\n"+strings.Repeat(ukraine+" ", 5)), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := run(t, "", "ingest", "--data", t.TempDir(), file); !strings.Contains(got.err, hint("Ukraine", "UA")) {
			t.Errorf("got %q", got.err)
		}
	})
}
