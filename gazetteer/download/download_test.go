package download

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// archive makes a zip archive of lines that hardly compress.
func archive(t *testing.T, seed uint64) []byte {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 0))
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create("XX.txt")
	if err != nil {
		t.Fatal(err)
	}
	for range 20_000 {
		fmt.Fprintf(w, "%d\t%d\n", r.Uint64(), r.Uint64())
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// origin is a server of one file that can misbehave.
type origin struct {
	data     []byte
	etag     string
	modified time.Time
	cut      int  // close the connection after so many bytes; 0 sends all
	noRange  bool // ignore Range and send everything
	missing  bool
	hang     bool     // where cut, wait for the client to leave
	requests []string // the Range of each request
}

func (o *origin) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	o.requests = append(o.requests, r.Header.Get("Range"))
	if o.missing {
		http.NotFound(w, r)
		return
	}
	if o.noRange {
		r.Header.Del("Range")
	}
	if o.etag != "" {
		w.Header().Set("ETag", o.etag)
	}
	if o.cut > 0 {
		w = &cutter{w, o.cut, o.hang, r.Context()}
	}
	http.ServeContent(w, r, "XX.zip", o.modified, bytes.NewReader(o.data))
}

// cutter breaks the connection after so many bytes of the body.
type cutter struct {
	http.ResponseWriter
	left int
	hang bool
	ctx  context.Context
}

func (c *cutter) Write(b []byte) (int, error) {
	n, err := c.ResponseWriter.Write(b[:min(len(b), c.left)])
	if c.left -= n; c.left == 0 {
		c.ResponseWriter.(http.Flusher).Flush()
		if c.hang {
			<-c.ctx.Done()
		}
		panic(http.ErrAbortHandler)
	}
	return n, err
}

var changed = time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)

func TestFetch(t *testing.T) {
	first, second := archive(t, 1), archive(t, 2)
	half := len(first) / 2
	rest := "bytes=" + strconv.Itoa(half) + "-"
	tests := []struct {
		name     string
		between  func(o *origin) // what changes after the connection was cut
		requests string
		want     []byte
		says     string // of the second attempt's error
	}{
		{"goes on", func(o *origin) {}, " " + rest, first, ""},
		{"changed", func(o *origin) { o.data, o.etag = second, `"2"` }, " " + rest, second, ""},
		{"without ranges", func(o *origin) { o.noRange = true }, " " + rest, first, ""},
		{"gone", func(o *origin) { o.missing = true }, " " + rest, nil, "404 Not Found"},
		{"shrunk, with its old tag", func(o *origin) { o.data = first[:half] }, " " + rest, nil, "changed since the download began"},
		{"grown, with its old tag", func(o *origin) { o.data = append(bytes.Clone(first), 1) }, " " + rest, nil, "changed since the download began"},
		{"damaged, with its old tag", func(o *origin) { o.data = damaged(first) }, " " + rest, nil, "not a valid zip archive"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			o := &origin{data: first, etag: `"1"`, modified: changed, cut: half}
			f := serve(t, o)
			if err := f.Fetch(t.Context()); err == nil || !strings.Contains(err.Error(), "try again to resume") {
				t.Fatalf("cut in the middle: error %v", err)
			}
			if _, err := os.Stat(f.Path); err == nil {
				t.Fatal("half a file has taken its place")
			}
			o.cut = 0
			tt.between(o)
			checkFetched(t, f, f.Fetch(t.Context()), tt.want, tt.says)
			if got := strings.Join(o.requests, " "); got != tt.requests {
				t.Errorf("requests %q, want %q", got, tt.requests)
			}
		})
	}
}

// damaged flips a bit near the end of the compressed data.
func damaged(data []byte) []byte {
	b := bytes.Clone(data)
	b[len(b)*9/10] ^= 1
	return b
}

// serve serves an origin and returns the file to fetch from it.
func serve(t *testing.T, handler http.Handler) *File {
	t.Helper()
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	return &File{URL: server.URL + "/XX.zip", Path: filepath.Join(t.TempDir(), "XX.zip"), UserAgent: "test"}
}

// checkFetched checks that the file is complete with no other file beside it, or does not exist and
// the error says why.
func checkFetched(t *testing.T, f *File, err error, want []byte, says string) {
	t.Helper()
	got, readErr := os.ReadFile(f.Path)
	if want == nil {
		if err == nil || !strings.Contains(err.Error(), says) || !strings.Contains(err.Error(), f.URL) {
			t.Errorf("error %v, want one that says %q and the address", err, says)
		}
		if readErr == nil {
			t.Error("there is a file all the same")
		}
		return
	}
	if err != nil || readErr != nil || !bytes.Equal(got, want) {
		t.Errorf("%d bytes of %d, error %v, %v", len(got), len(want), err, readErr)
	}
	if left, _ := filepath.Glob(f.Path + ".part*"); len(left) > 0 {
		t.Errorf("%v is left", left)
	}
}

func TestFetchAtOnce(t *testing.T) {
	sound := archive(t, 1)
	tests := []struct {
		name    string
		handler http.Handler
		want    []byte
		says    string
	}{
		{"by tag", &origin{data: sound, etag: `"1"`}, sound, ""},
		{"by time", &origin{data: sound, modified: changed}, sound, ""},
		{"missing", &origin{missing: true}, nil, "the server answers 404"},
		{"damaged", &origin{data: damaged(sound)}, nil, "not a valid zip archive"},
		{"no archive", &origin{data: []byte("<html>sign in</html>")}, nil, "not a valid zip archive"},
		{"unknown length", http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.(http.Flusher).Flush()
			w.Write(sound)
		}), sound, ""},
		{"wrong length", http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", strconv.Itoa(len(sound)+10))
			w.Write(sound)
		}), nil, "interrupted after " + strconv.Itoa(len(sound)) + " of " + strconv.Itoa(len(sound)+10)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := serve(t, tt.handler)
			checkFetched(t, f, f.Fetch(t.Context()), tt.want, tt.says)
		})
	}
}

// TestWeakTagBeginsAgain: a weak tag, which does not promise identical bytes, is not enough to
// resume a download.
func TestWeakTagBeginsAgain(t *testing.T) {
	sound := archive(t, 1)
	o := &origin{data: sound, etag: `W/"1"`, cut: 1000}
	f := serve(t, o)
	if f.Fetch(t.Context()) == nil {
		t.Fatal("a cut connection went unnoticed")
	}
	o.cut = 0
	checkFetched(t, f, f.Fetch(t.Context()), sound, "")
	if o.requests[1] != "" {
		t.Errorf("asked for %s", o.requests[1])
	}
}

// TestComplete: a complete file is not requested again.
func TestComplete(t *testing.T) {
	sound := archive(t, 1)
	f := serve(t, &origin{missing: true})
	said := fmt.Sprintf(`{"url":%q,"etag":"\"1\"","total":%d}`, f.URL, len(sound))
	for name, data := range map[string][]byte{f.Path + ".part": sound, f.Path + ".part.json": []byte(said)} {
		if err := os.WriteFile(name, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	checkFetched(t, f, f.Fetch(t.Context()), sound, "")
}

func TestProgress(t *testing.T) {
	sound := archive(t, 1)
	f := serve(t, &origin{data: sound})
	last := int64(0)
	f.Progress = func(done, total int64) {
		if done < last || total != int64(len(sound)) {
			t.Errorf("%d of %d after %d of %d", done, total, last, len(sound))
		}
		last = done
	}
	if err := f.Fetch(t.Context()); err != nil || last != int64(len(sound)) {
		t.Errorf("progress ends at %d of %d, error %v", last, len(sound), err)
	}
}

func TestStopped(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	o := &origin{data: archive(t, 1), etag: `"1"`, cut: 1000, hang: true}
	f := serve(t, o)
	f.Progress = func(int64, int64) { cancel() }
	if err := f.Fetch(ctx); !errors.Is(err, context.Canceled) || !strings.Contains(err.Error(), "try again to resume") {
		t.Errorf("error %v", err)
	}
	f.Progress, o.cut = nil, 0
	checkFetched(t, f, f.Fetch(t.Context()), o.data, "")
}

func TestRefused(t *testing.T) {
	server := httptest.NewServer(http.NotFoundHandler())
	f := &File{URL: server.URL + "/XX.zip", Path: filepath.Join(t.TempDir(), "XX.zip")}
	server.Close()
	if err := f.Fetch(t.Context()); err == nil || !strings.Contains(err.Error(), f.URL) || !strings.Contains(err.Error(), "connection refused") {
		t.Errorf("error %v", err)
	}
}
