package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestMutationsApply: every text to be replaced occurs in its file once.
func TestMutationsApply(t *testing.T) {
	mutations, err := parse(list)
	if err != nil {
		t.Fatal(err)
	}
	if len(mutations) < 40 {
		t.Errorf("only %d mutations", len(mutations))
	}
	for _, m := range mutations {
		source, err := os.ReadFile(filepath.Join("..", "..", m.file))
		if err != nil {
			t.Error(err)
		} else if n := strings.Count(string(source), m.old); n != 1 {
			t.Errorf("line %d: %q occurs %d times in %s", m.line, m.old, n, m.file)
		}
	}
}

func TestParse(t *testing.T) {
	got, err := parse([]byte("# comment\n\na.go\tx = 1\tx = 2\n"))
	if err != nil || len(got) != 1 || got[0] != (mutation{3, "a.go", "x = 1", "x = 2"}) {
		t.Errorf("%v, %v", got, err)
	}
	for _, broken := range []string{"a.go\tx\n", "a.go\tx\tx\n", "a.go x y\n"} {
		if _, err := parse([]byte(broken)); err == nil {
			t.Errorf("%q is read", broken)
		}
	}
}
