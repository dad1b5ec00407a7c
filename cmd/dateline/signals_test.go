//go:build unix

package main

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"dateline/corpus"
	"dateline/schema"
	"dateline/view"
)

// hung is how long tests wait for what should take a moment.
const hung = 20 * time.Second

// process is a command that runs until it is stopped.
type process struct {
	cmd  *exec.Cmd
	in   io.WriteCloser
	out  *bufio.Reader
	said strings.Builder
}

func start(t *testing.T, args ...string) *process {
	t.Helper()
	return begin(t, command(t, args...))
}

func begin(t *testing.T, cmd *exec.Cmd) *process {
	t.Helper()
	p := &process{cmd: cmd}
	var errs [2]error
	var out io.Reader
	p.in, errs[0] = p.cmd.StdinPipe()
	out, errs[1] = p.cmd.StdoutPipe()
	p.out, p.cmd.Stderr = bufio.NewReaderSize(out, 16), &p.said
	if err := p.cmd.Start(); err != nil || errs[0] != nil || errs[1] != nil {
		t.Fatal(err, errs)
	}
	t.Cleanup(func() { p.cmd.Process.Kill() })
	return p
}

// ended waits for the end and returns the exit status as a shell reports it.
func (p *process) ended(t *testing.T) int {
	t.Helper()
	kill := time.AfterFunc(hung, func() { p.cmd.Process.Kill() })
	_ = p.cmd.Wait() // the process state tells
	if !kill.Stop() {
		t.Fatalf("it did not end\n%s", &p.said)
	}
	state := p.cmd.ProcessState.Sys().(syscall.WaitStatus)
	if state.Signaled() {
		return 128 + int(state.Signal())
	}
	return state.ExitStatus()
}

// line reads a line of the output.
func (p *process) line(t *testing.T) string {
	t.Helper()
	line, err := p.out.ReadString('\n')
	if err != nil {
		t.Fatalf("%v\n%s", err, &p.said)
	}
	return line
}

// stored waits until an archive has so many articles.
func stored(t *testing.T, dir string, articles int) {
	t.Helper()
	a, err := corpus.OpenReader(t.Context(), dir, view.Names{})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	go a.Follow(t.Context(), func(string) {})
	for v := a.View(); ; v = a.View() {
		if layer, _ := v.Layer(schema.Articles); layer.Len() >= articles {
			return
		}
		select {
		case <-v.Changed():
		case <-time.After(hung):
			t.Fatalf("%d articles are not stored", articles)
		}
	}
}

// pipe creates a named pipe that never gets data. The function returned waits until it is opened
// for reading.
func pipe(t *testing.T, name string) (path string, opened func()) {
	t.Helper()
	path = filepath.Join(t.TempDir(), name)
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
	return path, func() {
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { f.Close() })
	}
}

// enough follows an article so that the reader of a stream has seen enough to recognise the format.
var enough = strings.Repeat("\n", 8<<10)

// TestSignals: the first signal ends every command, whatever it waits for or is doing.
func TestSignals(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name  string
		begin func(t *testing.T) *process // returns when the command is in the midst of its work
		ended int                         // exit status; 0 stands for that of the signal
	}{
		{"parse waits for input", func(t *testing.T) *process {
			p := start(t, "parse")
			fmt.Fprint(p.in, shelling)
			p.line(t)
			return p
		}, 0},
		{"parse is busy", func(t *testing.T) *process {
			p := start(t, "parse")
			go func() { // until the command has ended
				for err := error(nil); err == nil; _, err = io.WriteString(p.in, shelling) {
				}
			}()
			p.line(t)
			go io.Copy(io.Discard, p.out)
			return p
		}, 0},
		{"ingest waits for input", func(t *testing.T) *process {
			data := archiveOf(t, "")
			p := start(t, "ingest", "--data", data, "-")
			fmt.Fprint(p.in, shelling, enough)
			stored(t, data, 1)
			return p
		}, 0},
		{"ingest waits for a file", func(t *testing.T) *process {
			file, opened := pipe(t, "news.txt")
			p := start(t, "ingest", "--data", t.TempDir(), file)
			opened()
			return p
		}, 0},
		{"serve reads first", func(t *testing.T) *process {
			file, opened := pipe(t, "news.txt")
			p := start(t, "serve", "--addr", "127.0.0.1:0", file)
			opened()
			return p
		}, -1},
		{"serve", func(t *testing.T) *process {
			p := start(t, "serve", "--addr", "127.0.0.1:0", inFile(t, "a.jsonl", shelling))
			p.line(t)
			return p
		}, -1},
		{"export is not read", func(t *testing.T) *process {
			p := start(t, "export", "--data", archiveOf(t, manyArticles()), "--collection", "articles")
			p.line(t)
			return p
		}, 0},
		{"eval", func(t *testing.T) *process {
			file, opened := pipe(t, "gold.jsonl")
			p := start(t, "eval", file)
			opened()
			return p
		}, 0},
		{"import of a file", func(t *testing.T) *process {
			file, opened := pipe(t, "SY.txt")
			p := start(t, "gazetteer", "import", file)
			opened()
			return p
		}, 0},
		{"import of a download", func(t *testing.T) *process {
			asked := make(chan struct{})
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				close(asked)
				<-r.Context().Done()
			}))
			t.Cleanup(server.Close)
			p := start(t, "gazetteer", "import", "SY", "--mirror", server.URL)
			<-asked
			return p
		}, 0},
	} {
		for _, s := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM} {
			t.Run(tt.name+", "+s.String(), func(t *testing.T) {
				t.Parallel()
				p := tt.begin(t)
				p.cmd.Process.Signal(s)
				want := 128 + int(s)
				if tt.ended < 0 {
					want = 0
				}
				if got := p.ended(t); got != want {
					t.Errorf("exit %d, want %d\n%s", got, want, &p.said)
				}
			})
		}
	}
}

// archiveOf ingests lines of JSON into a new archive and returns its folder.
func archiveOf(t *testing.T, lines string) string {
	t.Helper()
	data := t.TempDir()
	if got := run(t, lines, "ingest", "--data", data, "-"); got.code != 0 && lines != "" {
		t.Fatal(got.err)
	}
	return data
}

// manyArticles exceed the buffer of a pipe when exported.
func manyArticles() string {
	var b strings.Builder
	for i := range 1000 {
		fmt.Fprintf(&b, `{"id":"%d","title":%q,"mentions":[]}`+"\n", i, strings.Repeat("Shelling. ", 20))
	}
	return b.String()
}

// TestInterruptedIngest: articles stored before a signal remain, and the same command continues
// after them.
func TestInterruptedIngest(t *testing.T) {
	data := archiveOf(t, "")
	p := start(t, "ingest", "--data", data, "-")
	fmt.Fprint(p.in, shelling, enough)
	stored(t, data, 1)
	p.cmd.Process.Signal(os.Interrupt)
	if code := p.ended(t); code != 128+int(syscall.SIGINT) || !strings.Contains(p.said.String(), "1 article added") ||
		!strings.Contains(p.said.String(), "what was stored stays") {
		t.Errorf("exit %d: %s", code, &p.said)
	}
	got := run(t, shelling+`{"id":"2","text":"Shelling hit Idlib."}`, "ingest", "--data", data, "-")
	if got.code != 0 || !strings.Contains(got.err, "1 article added, 1 known already") {
		t.Errorf("exit %d: %s", got.code, got.err)
	}
}

// TestIgnoredSignal: a signal ends a command that a shell has put into the background, which
// ignores it at first.
func TestIgnoredSignal(t *testing.T) {
	cmd := command(t)
	cmd.Path, cmd.Args = "/bin/sh", []string{"sh", "-c", `trap "" INT; exec "$0" parse`, os.Args[0]}
	p := begin(t, cmd)
	fmt.Fprint(p.in, shelling)
	p.line(t)
	p.cmd.Process.Signal(os.Interrupt)
	if code := p.ended(t); code != 128+int(syscall.SIGINT) {
		t.Errorf("exit %d", code)
	}
}

// TestSecondSignal: a server that waits for a running request ends at once on a second signal.
func TestSecondSignal(t *testing.T) {
	p := start(t, "serve", "--addr", "127.0.0.1:0", "--data", t.TempDir())
	address := strings.TrimPrefix(strings.TrimSpace(p.line(t)), "http://")
	c, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	fmt.Fprintf(c, "POST /parse HTTP/1.1\r\nHost: %s\r\nContent-Type: text/plain\r\nContent-Length: 9\r\nExpect: 100-continue\r\n\r\n", address)
	if _, err := bufio.NewReader(c).ReadString('\n'); err != nil { // 100 Continue: the body is being read
		t.Fatal(err)
	}
	p.cmd.Process.Signal(syscall.SIGTERM)
	for { // until the first signal is received
		c, err := net.Dial("tcp", address)
		if err != nil {
			break
		}
		c.Close()
	}
	p.cmd.Process.Signal(syscall.SIGTERM)
	if code := p.ended(t); code != 128+int(syscall.SIGTERM) {
		t.Errorf("exit %d\n%s", code, &p.said)
	}
}
