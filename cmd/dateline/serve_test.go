package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"dateline/cmd/dateline/cli"
)

// serving is a running server.
type serving struct {
	cmd     *exec.Cmd
	out     *bufio.Reader
	said    *bytes.Buffer
	address string
}

// serve starts dateline serve and waits for the line with its address.
func serve(t testing.TB, args ...string) *serving {
	t.Helper()
	s := &serving{cmd: command(t, append([]string{"serve", "--addr", "127.0.0.1:0"}, args...)...), said: &bytes.Buffer{}}
	s.cmd.Stderr = s.said
	out, err := s.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.cmd.Process.Kill() })
	s.out = bufio.NewReader(out)
	line, err := s.out.ReadString('\n')
	if err != nil {
		s.cmd.Wait()
		t.Fatalf("no address: %v\n%s", err, s.said)
	}
	s.address = strings.TrimSuffix(line, "\n")
	return s
}

// stop ends the server with SIGTERM and returns what it printed after its address.
func (s *serving) stop(t testing.TB) string {
	t.Helper()
	s.cmd.Process.Signal(syscall.SIGTERM)
	rest, _ := io.ReadAll(s.out)
	if err := s.cmd.Wait(); err != nil {
		t.Errorf("after SIGTERM: %v\n%s", err, s.said)
	}
	return string(rest)
}

func (s *serving) get(t testing.TB, path string) (status int, body []byte) {
	t.Helper()
	resp, err := http.Get(s.address + path)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err = io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, body
}

func (s *serving) matched(t *testing.T, path string) int {
	t.Helper()
	var page struct{ NumberMatched int }
	if _, body := s.get(t, path); json.Unmarshal(body, &page) != nil {
		t.Fatalf("%s", body)
	}
	return page.NumberMatched
}

func TestServe(t *testing.T) {
	t.Parallel()
	s := serve(t)
	var port int
	if _, err := fmt.Sscanf(s.address, "http://127.0.0.1:%d", &port); err != nil || port == 0 {
		t.Fatalf("address %q", s.address)
	}
	if status, _ := s.get(t, "/healthz"); status != http.StatusOK {
		t.Errorf("/healthz answers %d", status)
	}
	if n := s.matched(t, "/collections/articles/items?limit=1"); n < 40 {
		t.Errorf("%d articles of the sample", n)
	}
	if n := s.matched(t, "/collections/mentions/items?bbox=36.5,35.3,36.8,35.5&limit=1"); n == 0 {
		t.Error("no mentions around Morek")
	}
	if rest := s.stop(t); rest != "" {
		t.Errorf("more than one line on stdout: %s", rest)
	}
}

func TestServePortInUse(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	got := run(t, "", "serve", "--addr", l.Addr().String())
	if got.code != cli.NoneDone || got.out != "" || strings.Count(got.err, "\n") != 1 || !strings.Contains(got.err, l.Addr().String()) || !strings.Contains(got.err, "in use") {
		t.Errorf("exit %d: %s%s", got.code, got.out, got.err)
	}
}

func TestServeGoesOnWithoutWhatIsMissing(t *testing.T) {
	t.Parallel()
	s := serve(t, "no-such-file.txt", inFile(t, "good.txt", "Shelling hits Morek\n12 June 2019\n\nShelling hit Morek in northern Hama.\n"))
	if n := s.matched(t, "/collections/articles/items"); n != 1 {
		t.Errorf("%d articles", n)
	}
	s.stop(t)
	if !strings.Contains(s.said.String(), "no-such-file.txt: no such file") {
		t.Errorf("says %s", s.said)
	}
}

func TestServeShowsWhatIsIngestedMeanwhile(t *testing.T) {
	t.Parallel()
	data := t.TempDir()
	s := serve(t, "--data", data)
	if n := s.matched(t, "/collections/articles/items"); n != 0 {
		t.Fatalf("%d articles", n)
	}
	if got := run(t, `{"id":"1","text":"Shelling hit Morek."}`, "ingest", "--data", data, "-"); got.code != 0 {
		t.Fatal(got.err)
	}
	for s.matched(t, "/collections/articles/items") == 0 {
		if s.cmd.ProcessState != nil {
			t.Fatal("it ended")
		}
	}
	s.stop(t)
}

func TestServeRemovesItsTemporaryArchive(t *testing.T) {
	tmp := t.TempDir()
	t.Setenv("TMPDIR", tmp)
	s := serve(t, inFile(t, "a.jsonl", `{"id":"1","text":"Shelling hit Morek."}`))
	s.stop(t)
	left, err := os.ReadDir(tmp)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range left {
		if strings.HasPrefix(f.Name(), "dateline-") {
			t.Errorf("%s is left", f.Name())
		}
	}
}

func TestServeToken(t *testing.T) {
	t.Parallel()
	token := inFile(t, "token", "a-long-word\n")
	s := serve(t, "--token-file", token, "--data", t.TempDir())
	for _, tt := range []struct {
		token  string
		status int
	}{{"", http.StatusUnauthorized}, {"another", http.StatusUnauthorized}, {"a-long-word", http.StatusOK}} {
		req, _ := http.NewRequest(http.MethodPost, s.address+"/articles", strings.NewReader(`{"id":"1","text":"Shelling hit Morek."}`))
		req.Header.Set("Content-Type", "application/x-ndjson")
		if tt.token != "" {
			req.Header.Set("Authorization", "Bearer "+tt.token)
		}
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		if resp.StatusCode != tt.status {
			t.Errorf("token %q: %d, want %d", tt.token, resp.StatusCode, tt.status)
		}
	}
	if n := s.matched(t, "/collections/articles/items"); n != 1 {
		t.Errorf("%d articles", n)
	}
	s.stop(t)
	if got := run(t, "", "serve", "--token-file", inFile(t, "empty", " \n")); got.code != cli.NoneDone || !strings.Contains(got.err, "empty") {
		t.Errorf("exit %d: %s", got.code, got.err)
	}
}

func TestServeLayer(t *testing.T) {
	t.Parallel()
	s := serve(t, "--data", t.TempDir(), "--layer", "https://tiles.example/{z}/{x}/{y}.png", "--layer-credit", "Tiles & makers")
	if _, body := s.get(t, "/?f=html"); !strings.Contains(string(body), `content="https://tiles.example/{z}/{x}/{y}.png" data-credit="Tiles &amp; makers"`) {
		t.Errorf("%s", body)
	}
	s.stop(t)
	got := run(t, "", "serve", "--layer", "tiles.example/{z}/{x}/{y}.png")
	if got.code != cli.NoneDone || got.out != "" || strings.Count(got.err, "\n") != 1 || !strings.Contains(got.err, "--layer") || !strings.Contains(got.err, "https://") {
		t.Errorf("exit %d: %s%s", got.code, got.out, got.err)
	}
}

// TestServeSaysWhatItReadOfAFolder serves a folder of typical files.
func TestServeSaysWhatItReadOfAFolder(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"a.txt":        "Shelling hits Morek\n12 June 2019\n\nShelling hit Morek in northern Hama.\n",
		"b.html":       "<html><body><article><h1>Idlib</h1><p>Shelling hit Saraqib and Idlib, residents said.</p></article></body></html>",
		"c.jsonl":      shelling,
		"photo.jpg":    "\xff\xd8\xff\xe0\x00\x10JFIF",
		"style.css":    "body {}",
		"empty.txt":    "",
		"unknown.csv":  "a,b\n1,2\n",
		"._sidecar":    "x",
		"program.bin":  "\x7fELF\x00\x00",
		"contacts.vcf": "BEGIN:VCARD\r\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s := serve(t, dir)
	if n := s.matched(t, "/collections/articles/items"); n < 3 {
		t.Errorf("%d articles", n)
	}
	s.stop(t)
	for _, part := range []string{"files read: ", ".html 1", ".jsonl 1", "articles without a date", "skipped: ", "photo.jpg: image/jpeg", "empty.txt: nothing to read", "unknown.csv: no text column"} {
		if !strings.Contains(s.said.String(), part) {
			t.Errorf("no %q in\n%s", part, s.said)
		}
	}
}

func TestServeRefusesAFolderThatIsNotThere(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	missing := filepath.Join(t.TempDir(), "typo")
	got := run(t, "", "serve", "--addr", "127.0.0.1:0", "--data", missing)
	if got.code != cli.NoneDone || got.out != "" || !strings.Contains(got.err, "no such folder") {
		t.Errorf("exit %d: %s%s", got.code, got.out, got.err)
	}
	if found, _ := filepath.Glob(missing); found != nil {
		t.Error("it was made")
	}
	file := inFile(t, "file", "")
	if got := run(t, "", "serve", "--addr", "127.0.0.1:0", "--data", file); got.code != cli.NoneDone || !strings.Contains(got.err, "that is a file") {
		t.Errorf("exit %d: %s", got.code, got.err)
	}
}
