package fetch

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync"
	"testing"
	"time"
)

// manual is a clock that advances when sleeping.
type manual struct {
	mu    sync.Mutex
	now   time.Time
	slept []time.Duration
}

func newManual() *manual { return &manual{now: time.Date(2019, 6, 12, 9, 0, 0, 0, time.UTC)} }

func (m *manual) clock() Clock {
	return Clock{
		Now: func() time.Time { m.mu.Lock(); defer m.mu.Unlock(); return m.now },
		Sleep: func(ctx context.Context, d time.Duration) error {
			m.mu.Lock()
			defer m.mu.Unlock()
			if d > 0 {
				m.now = m.now.Add(d)
				m.slept = append(m.slept, d)
			}
			return ctx.Err()
		},
	}
}

// local allows the addresses of test servers.
func local() []netip.Prefix { return []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")} }

func newLocal(t *testing.T, o Options) *Client {
	t.Helper()
	o.Allow = local()
	if o.Clock.Now == nil {
		o.Clock = newManual().clock()
	}
	c := New(o)
	t.Cleanup(c.Close)
	return c
}

func serve(t *testing.T, handlers map[string]http.HandlerFunc) *httptest.Server {
	t.Helper()
	mux := http.NewServeMux()
	for path, h := range handlers {
		mux.HandleFunc(path, h)
	}
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s
}

func write(s string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, s) }
}

func status(code int) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(code) }
}

func redirect(to string, code int) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, to, code) }
}

// raw answers with the given bytes, and then hangs up.
func raw(answer string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		conn, _, err := w.(http.Hijacker).Hijack()
		if err != nil {
			panic(err)
		}
		defer conn.Close()
		io.WriteString(conn, answer)
	}
}

func packed(s string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		z := gzip.NewWriter(w)
		io.WriteString(z, s)
		z.Close()
	}
}

func TestGet(t *testing.T) {
	s := serve(t, map[string]http.HandlerFunc{
		"/feed":  write("hello"),
		"/moved": redirect("/hop", http.StatusMovedPermanently),
		"/hop":   redirect("/feed", http.StatusTemporaryRedirect),
		"/loop":  redirect("/loop", http.StatusFound),
		"/file":  redirect("file:///etc/passwd", http.StatusFound),
		"/empty-redirect": func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(http.StatusFound)
		},
		"/packed": packed("unpacked"),
		"/encoded": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			packed("decoded")(w, r)
		},
		"/bomb":     packed(strings.Repeat("0", 1<<20)),
		"/large":    write(strings.Repeat("x", 5000)),
		"/boasting": raw("HTTP/1.1 200 OK\r\nContent-Length: 900000000\r\n\r\nshort"),
		"/long":     raw("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nshort"),
		"/chunks":   raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nshort"),
		"/dies":     raw("HTTP/1.1 200 O"),
		"/silent":   raw(""),
		"/headers":  raw("HTTP/1.1 200 OK\r\nX: " + strings.Repeat("x", 64<<10) + "\r\n\r\n"),
		"/half":     raw("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\n\x1f\x8b\x08"),
		"/busy": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Retry-After", "120")
			w.WriteHeader(http.StatusTooManyRequests)
		},
		"/broken": status(http.StatusInternalServerError),
		"/gone":   status(http.StatusGone),
	})
	c := newLocal(t, Options{MaxBytes: 4000, Pace: time.Nanosecond})
	for _, tt := range []struct {
		path, body, found, fails string
		temporary                bool
		retry                    time.Duration
	}{
		{path: "/feed", body: "hello", found: "/feed"},
		{path: "/feed#part", body: "hello", found: "/feed#part"},
		{path: "/moved", body: "hello", found: "/feed"},
		{path: "/packed", body: "unpacked", found: "/packed"},
		{path: "/encoded", body: "decoded", found: "/encoded"},
		{path: "/loop", fails: "more than 5 redirects"},
		{path: "/file", fails: "not an address that begins with http:// or https://"},
		{path: "/empty-redirect", fails: "without saying where to", temporary: true},
		{path: "/bomb", fails: "too large"},
		{path: "/large", fails: "too large"},
		{path: "/boasting", fails: "too large"},
		{path: "/long", fails: "/long: the answer is shorter than the server announced", temporary: true},
		{path: "/chunks", fails: "shorter than the server announced", temporary: true},
		{path: "/dies", fails: "shorter than the server announced", temporary: true},
		{path: "/silent", fails: "closed the connection without an answer", temporary: true},
		{path: "/headers", fails: "header", temporary: true},
		{path: "/half", fails: "shorter than the server announced", temporary: true},
		{path: "/busy", fails: "429 Too Many Requests", temporary: true, retry: 2 * time.Minute},
		{path: "/broken", fails: "500 Internal Server Error", temporary: true},
		{path: "/gone", fails: "410 Gone"},
		{path: "/absent", fails: "404 Not Found"},
	} {
		t.Run(tt.path[1:], func(t *testing.T) {
			a, err := c.Get(context.Background(), s.URL+tt.path, Validators{})
			if tt.found != "" {
				if err != nil {
					t.Fatal(err)
				}
				if string(a.Body) != tt.body || a.Address != s.URL+tt.found {
					t.Errorf("%q at %s, want %q at %s", a.Body, a.Address, tt.body, tt.found)
				}
				return
			}
			var e *Error
			if !errors.As(err, &e) {
				t.Fatalf("%v, want an Error", err)
			}
			if !strings.Contains(e.Error(), tt.fails) || e.Temporary != tt.temporary || e.RetryAfter != tt.retry {
				t.Errorf("%v, temporary %v, after %v; want %q, %v, %v", e, e.Temporary, e.RetryAfter, tt.fails, tt.temporary, tt.retry)
			}
		})
	}
}

func TestGetUnchanged(t *testing.T) {
	version := "1"
	s := serve(t, map[string]http.HandlerFunc{"/feed": func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"`+version+`"`)
		w.Header().Set("Last-Modified", "Wed, 12 Jun 2019 08:00:00 GMT")
		if r.Header.Get("If-None-Match") == `"`+version+`"` && r.Header.Get("If-Modified-Since") == "Wed, 12 Jun 2019 08:00:00 GMT" {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		io.WriteString(w, "version "+version)
	}})
	c := newLocal(t, Options{})
	first, err := c.Get(context.Background(), s.URL+"/feed", Validators{})
	if err != nil || string(first.Body) != "version 1" {
		t.Fatal(first, err)
	}
	again, err := c.Get(context.Background(), s.URL+"/feed", first.Validators)
	if err != nil || !again.NotModified || again.Validators != first.Validators {
		t.Fatalf("%+v %v, want not modified with the same validators", again, err)
	}
	version = "2"
	if changed, err := c.Get(context.Background(), s.URL+"/feed", again.Validators); err != nil || string(changed.Body) != "version 2" {
		t.Fatalf("%+v %v, want version 2", changed, err)
	}
}

// A server that accepts a connection and says nothing, or stops in the middle of its response.
func TestGetStalled(t *testing.T) {
	end := make(chan struct{})
	stall := func(first string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			if first != "" {
				io.WriteString(w, first)
				w.(http.Flusher).Flush()
			}
			<-end
		}
	}
	s := serve(t, map[string]http.HandlerFunc{"/robots.txt": status(http.StatusNotFound), "/mute": stall(""), "/stops": stall("begin")})
	t.Cleanup(func() { close(end) })
	c := newLocal(t, Options{Timeout: 50 * time.Millisecond})
	for _, path := range []string{"/mute", "/stops"} {
		_, err := c.Get(context.Background(), s.URL+path, Validators{})
		var e *Error
		if !errors.As(err, &e) || !e.Temporary || !strings.Contains(err.Error(), "no answer within the time limit") && !strings.Contains(err.Error(), "shorter than the server announced") {
			t.Errorf("%s: %v", path, err)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := c.Get(ctx, s.URL+"/mute", Validators{}); !errors.Is(err, context.Canceled) {
		t.Errorf("%v, want that the context ended", err)
	}
}

// Whatever an address looks like, and whatever redirects there, no connection is made to a private
// network that is not allowed.
func TestGuard(t *testing.T) {
	reached := false
	s := serve(t, map[string]http.HandlerFunc{"/": func(http.ResponseWriter, *http.Request) { reached = true }})
	_, port, _ := net.SplitHostPort(s.Listener.Addr().String())
	c := New(Options{Clock: newManual().clock(), Timeout: time.Second})
	t.Cleanup(c.Close)
	for _, host := range []string{"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "127.1.2.3", "169.254.169.254", "10.0.0.1", "192.168.1.1",
		"172.16.0.1", "100.64.0.1", "[fe80::1]", "[fd00::1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]"} {
		_, err := c.Get(context.Background(), fmt.Sprintf("http://%s:%s/", host, port), Validators{})
		var e *Error
		if !errors.As(err, &e) || !errors.Is(err, ErrPrivate) || e.Temporary {
			t.Errorf("%s: %v, want ErrPrivate", host, err)
		}
	}
	if reached {
		t.Error("the server was reached")
	}
}

// A public name that resolves to a private address is caught when connecting.
func TestGuardAgainstNames(t *testing.T) {
	guard := newGuard(local())
	for address, ok := range map[string]bool{"127.0.0.1:80": true, "10.1.1.1:80": false, "93.184.216.34:8080": true, "[2606:2800:220:1::1]:443": true, "[::1]:80": false} {
		network := "tcp4"
		if address[0] == '[' {
			network = "tcp6"
		}
		if err := guard.Safe(network, address, nil); (err == nil) != ok {
			t.Errorf("%s: %v", address, err)
		}
	}
}

func TestPace(t *testing.T) {
	s := serve(t, map[string]http.HandlerFunc{"/robots.txt": write("User-agent: *\nCrawl-delay: 7\n"), "/": write("page")})
	time0 := newManual()
	c := newLocal(t, Options{Clock: time0.clock(), Pace: 2 * time.Second})
	for range 3 {
		if _, err := c.Get(context.Background(), s.URL+"/", Validators{}); err != nil {
			t.Fatal(err)
		}
	}
	if got, want := fmt.Sprint(time0.slept), "[2s 7s 7s]"; got != want {
		t.Errorf("slept %s, want %s", got, want)
	}
}
