package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestTokenList: as a table and as lines of JSON, also into a file, without the secret.
func TestTokenList(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	t.Parallel()
	data := t.TempDir()
	secret := strings.TrimSpace(run(t, "", "token", "add", "--data", data, "--name", "desk", "--rights", "read,add").out)
	if got := run(t, "", "token", "list", "--data", data); !strings.Contains(got.out, "desk  read,add") {
		t.Errorf("%s%s", got.out, got.err)
	}
	file := filepath.Join(data, "list.jsonl")
	if got := run(t, "", "token", "list", "--data", data, "--json", "-o", file); got.out != "" || got.err != "" {
		t.Errorf("%s%s", got.out, got.err)
	}
	text, err := os.ReadFile(file)
	if err != nil || !strings.HasPrefix(string(text), `{"name":"desk","rights":["read","add"],"created":"`) || strings.Contains(string(text), "hash") || secret == "" || strings.Contains(string(text), secret) {
		t.Errorf("%v: %s", err, text)
	}
}
