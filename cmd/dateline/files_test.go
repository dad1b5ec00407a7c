package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/cmd/dateline/cli"
)

// TestNamesOfFiles: an error about a named file has that name and a hint, and no system call.
func TestNamesOfFiles(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	file, dir := inFile(t, "a.txt", "Shelling hit Morek."), t.TempDir()
	const none = "NOPE: no such folder; create an archive with: dateline ingest --data NOPE"
	folder, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	here := folder + string(filepath.Separator)
	for _, tt := range []struct {
		args []string
		says string
	}{
		{[]string{"check", "NOPE"}, none},
		{[]string{"check", "--data", "NOPE"}, none},
		{[]string{"compact", "NOPE"}, none},
		{[]string{"compact", "--data", "NOPE"}, none},
		{[]string{"compact"}, "give the folder of an archive"},
		{[]string{"export", "--data", "NOPE"}, none},
		{[]string{"publish", "--data", "NOPE", dir}, none},
		{[]string{"serve", "--addr", "127.0.0.1:0", "--data", "NOPE"}, none},
		{[]string{"check", file}, "a.txt: that is a file; give the folder that it is in"},
		{[]string{"export", "--data", file}, "a.txt: that is a file; give the folder that it is in"},
		{[]string{"check", dir, "--rescue", file}, "a.txt: file exists; give the name of a new file"},
		{[]string{"serve", "--token-file", "NOPE"}, "NOPE: no such file or directory; check the name"},
		{[]string{"serve", "--config", "NOPE"}, "NOPE: no such file or directory; check the name"},
		{[]string{"parse", "NOPE"}, "NOPE: no such file or directory; check the name"},
		{[]string{"parse", file, "-o", "NOPE/b.txt"}, "NOPE/b.txt: no such file or directory; check the name"},
		{[]string{"eval", "NOPE"}, "NOPE: no such file or directory; check the name"},
		{[]string{"check", "--data", "host=127.0.0.1 port=1 password=secret dbname=d"}, `"host=127.0.0.1 port=1 dbname=d": can't be reached`},
		{[]string{"ingest", "--data", dir, "host=db password=secret"}, `"host=db": that is a database; give it with --data`},
		{[]string{"parse", "host=db password=secret"}, `"host=db": that is a database; give it with --data`},
		{[]string{"ingest", "--data", dir, "NOPE"}, "NOPE: no such file or directory; check the name"},
	} {
		t.Run(strings.Join(tt.args, " "), func(t *testing.T) {
			got := run(t, "", tt.args...)
			said := strings.ReplaceAll(got.err, here, "")
			if got.code != cli.NoneDone || got.out != "" || !strings.Contains(said, tt.says) || strings.Contains(said, "secret") || strings.Contains(said, "stat ") || strings.Contains(said, "open ") {
				t.Errorf("exit %d: %s%s", got.code, got.out, got.err)
			}
		})
	}
}

// TestOutputIsNotWhatIsRead: no command replaces the archive that it reads, or an input, also where
// a link leads to it.
func TestOutputIsNotWhatIsRead(t *testing.T) {
	dir := t.TempDir()
	data, text := filepath.Join(dir, "news"), filepath.Join(dir, "p.txt")
	if err := os.WriteFile(text, []byte("Morek was hit."), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := run(t, "", "ingest", "--data", data, text); got.code != 0 {
		t.Fatal(got.err)
	}
	link, hard, folder := filepath.Join(dir, "link.gpkg"), filepath.Join(dir, "hard.txt"), filepath.Join(dir, "folder")
	file := filepath.Join(data, "dateline.gpkg")
	if err := errors.Join(os.Symlink(file, link), os.Link(text, hard), os.Symlink(data, folder)); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"export", "--data", data, "--format", "csv", "-o", file}, {"export", "--data", data, "--format", "gpkg", "-o", link},
		{"export", "--data", data, "--collection", "documents", "-o", filepath.Join(folder, "dateline.gpkg")},
		{"export", "--data", data, "-o", file + "-wal"}, {"check", data, "-o", file}, {"parse", text, "-o", text}, {"parse", text, "-o", hard},
	} {
		if got := run(t, "", args...); got.code != cli.NoneDone || !strings.Contains(got.err, "--output") {
			t.Errorf("%q: exit %d: %s", args, got.code, got.err)
		}
	}
	after, err := os.ReadFile(file)
	if text, err2 := os.ReadFile(text); err != nil || err2 != nil || !bytes.Equal(after, before) || string(text) != "Morek was hit." {
		t.Error("an input has changed", err, err2)
	}
	t.Chdir(dir)
	for _, args := range [][]string{
		{"export", "--data", data, "--format", "csv", "-o", filepath.Join(data, "mentions.csv")},
		{"geocode", "Morek", "-o", "Morek"}, {"geocode", "Morek", "-o", "Morek"}, // a name is no file
	} {
		if got := run(t, "", args...); got.code != 0 {
			t.Error(got.err)
		}
	}
}

// TestFlagsWithoutAMeaning are refused.
func TestFlagsWithoutAMeaning(t *testing.T) {
	for _, args := range [][]string{
		{"serve", "--timeout", "-1s"}, {"serve", "--query-steps=-1"}, {"serve", "--client-steps=-5"}, {"serve", "--public", "javascript:x"}, {"ingest", "--data=", "p.txt"},
	} {
		flag, _, _ := strings.Cut(args[1], "=")
		if got := run(t, "", args...); got.code != cli.NoneDone || !strings.Contains(got.err, flag) {
			t.Errorf("%q: exit %d: %s", args, got.code, got.err)
		}
	}
}
