package main

import (
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
