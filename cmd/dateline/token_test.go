package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestExpiry(t *testing.T) {
	now := time.Date(2026, 11, 29, 12, 0, 0, 0, time.UTC)
	for given, want := range map[string]string{
		"":           "0001-01-01T00:00:00Z",
		"2027-01-31": "2027-02-01T00:00:00Z", // to the end of the day
		"90d":        "2027-02-27T12:00:00Z",
		"12h":        "2026-11-30T00:00:00Z",
	} {
		if at, err := expiry(given, now); err != nil || at.Format(time.RFC3339) != want {
			t.Errorf("%q: %v, %v, want %s", given, at, err, want)
		}
	}
	for _, given := range []string{"tomorrow", "-1d", "0d", "99999999d", "-12h", "2027-13-01"} {
		if at, err := expiry(given, now); err == nil {
			t.Errorf("%q: %v", given, at)
		}
	}
}

// TestTokenList: as a table and as lines of JSON, in a file too, with nothing of the secret.
func TestTokenList(t *testing.T) {
	data := t.TempDir()
	secret := strings.TrimSpace(run(t, "", "token", "add", "--data", data, "--name", "desk", "--rights", "read,add").out)
	if got := run(t, "", "token", "list", "--data", data); !strings.Contains(got.out, "desk  read,add") {
		t.Errorf("%s%s", got.out, got.err)
	}
	file := filepath.Join(data, "tokens.jsonl")
	if got := run(t, "", "token", "list", "--data", data, "--json", "-o", file); got.out != "" || got.err != "" {
		t.Errorf("%s%s", got.out, got.err)
	}
	text, err := os.ReadFile(file)
	if err != nil || !strings.HasPrefix(string(text), `{"name":"desk","rights":["read","add"],"created":"`) || strings.Contains(string(text), "hash") || secret == "" || strings.Contains(string(text), secret) {
		t.Errorf("%v: %s", err, text)
	}
}
