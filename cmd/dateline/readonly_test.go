//go:build unix

package main

import (
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"dateline/cmd/dateline/cli"
)

// nobody is the number of a user without rights.
const nobody = 65534

// asReader makes a command run as a user who may read data but not write it: nobody, if the test
// runs as root, who may write anywhere.
func asReader(t *testing.T, data string, args ...string) *exec.Cmd {
	t.Helper()
	cmd := command(t, args...)
	if os.Getuid() == 0 {
		cmd.Path = readable(t, os.Args[0])
		cmd.Env = append(cmd.Env, "HOME=/", "TMPDIR="+os.TempDir(), "DATELINE_GAZETTEERS=/none")
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	}
	return cmd
}

// readable copies a file to where all users may read it.
func readable(t *testing.T, file string) string {
	t.Helper()
	dir := openFolder(t)
	from, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer from.Close()
	path := filepath.Join(dir, filepath.Base(file))
	to, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY, 0o755)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(to, from); err != nil {
		t.Fatal(err)
	}
	if err := to.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// openFolder creates a folder that all users may read.
func openFolder(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "dateline-test-*")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	return dir
}

// TestReadOnly: an archive that can't be written can be exported and served, but takes no articles.
func TestReadOnly(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	const lines = shelling + `{"id":"2","mentions":[]}` + "\n"
	for name, protect := range map[string]func(t *testing.T, data string){
		"closed": func(*testing.T, string) {},
		"left by a process that was killed": func(t *testing.T, data string) {
			p := start(t, "ingest", "--data", data, "-")
			io.WriteString(p.in, `{"id":"3","text":"Shelling hit Hama."}`+enough)
			stored(t, data, 3)
			p.cmd.Process.Kill()
			p.cmd.Wait()
		},
	} {
		t.Run(name, func(t *testing.T) {
			data := openFolder(t)
			if got := run(t, lines, "ingest", "--data", data, "-"); got.code != 0 {
				t.Fatal(got.err)
			}
			protect(t, data)
			_, killed := os.Stat(filepath.Join(data, "dateline.gpkg-wal"))
			os.Chmod(filepath.Join(data, "dateline.gpkg"), 0o444)
			os.Chmod(data, 0o555)
			out, err := asReader(t, data, "export", "--data", data, "--collection", "articles").CombinedOutput()
			switch {
			case killed == nil && (err == nil || !strings.Contains(string(out), "dateline.gpkg-wal")):
				t.Errorf("what is in the journal is passed over: %v %s", err, out)
			case killed != nil && (err != nil || strings.Count(string(out), `"Feature"`) != 2):
				t.Errorf("export: %v %s", err, out)
			}
			if killed == nil {
				return
			}
			out, err = asReader(t, data, "ingest", "--data", data, inFile(t, "x.jsonl", lines)).CombinedOutput()
			if err == nil || !strings.Contains(string(out), "may not be written to") {
				t.Errorf("ingest: %v %s", err, out)
			}
			p := begin(t, asReader(t, data, "serve", "--addr", "127.0.0.1:0", "--data", data))
			resp, err := http.Get(strings.TrimSpace(p.line(t)) + "/articles/2")
			if err != nil {
				t.Fatal(err)
			}
			resp.Body.Close()
			p.cmd.Process.Signal(syscall.SIGTERM)
			if code := p.ended(t); resp.StatusCode != http.StatusOK || code != 0 {
				t.Errorf("serve answers %d and ends with %d: %s", resp.StatusCode, code, &p.said)
			}
			if left, _ := os.ReadDir(data); len(left) != 2 { // the archive, and its log of writes
				t.Errorf("%v in the folder", left)
			}
		})
	}
}

// TestExportOfNothing: export creates no archive.
func TestExportOfNothing(t *testing.T) {
	data := t.TempDir()
	got := run(t, "", "export", "--data", data)
	if left, _ := os.ReadDir(data); got.code != cli.NoneDone || got.out != "" || !strings.Contains(got.err, "is not there") || len(left) != 0 {
		t.Errorf("exit %d: %s%s; made %v", got.code, got.out, got.err, left)
	}
}
