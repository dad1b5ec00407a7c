package fetch

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"
)

func TestRobots(t *testing.T) {
	for _, tt := range []struct {
		name, robots, path string
		allowed            bool
	}{
		{"empty", "", "/a", true},
		{"for all", "User-agent: *\nDisallow: /a", "/a/b", false},
		{"another path", "User-agent: *\nDisallow: /a", "/b", true},
		{"nothing disallowed", "User-agent: *\nDisallow:", "/a", true},
		{"the longest wins", "User-agent: *\nDisallow: /a\nAllow: /a/feed", "/a/feed.xml", true},
		{"our own group", "User-agent: *\nDisallow: /\n\nUser-agent: Dateline\nDisallow: /private", "/news", true},
		{"our own group forbids", "User-agent: *\nDisallow:\n\nUser-agent: dateline\nDisallow: /", "/news", false},
		{"somebody else's group", "User-agent: other\nDisallow: /", "/news", true},
		{"a group of several", "User-agent: other\nUser-agent: dateline\nDisallow: /", "/news", false},
		{"wild cards", "User-agent: *\nDisallow: /*?print=", "/a?print=1", false},
		{"wild card at the end", "User-agent: *\nDisallow: /*.pdf$", "/a.pdf", false},
		{"broken lines", "rubbish\nDisallow: /before\nUser-agent: *\nCrawl-delay: soon\nDisallow: /a\n<html>", "/a", false},
		{"broken lines forbid nothing", "Disallow: /before\nUser-agent: *\nCrawl-delay: -1\nDisallow: /a", "/before", true},
		{"lines of old Macs", "User-agent: *\rDisallow: /a\r", "/a", false},
		{"comments", "User-agent: * # all\nDisallow: /a # here", "/a", false},
		{"a page", "<!doctype html><title>Not found</title>", "/a", true},
		{"the root", "User-agent: *\nDisallow: /$", "/", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := serve(t, map[string]http.HandlerFunc{"/robots.txt": write(tt.robots), "/": write("page")})
			_, err := newLocal(t, Options{Agent: "dateline/1.0"}).Get(context.Background(), s.URL+tt.path, Validators{})
			if tt.allowed && err != nil || !tt.allowed && !errors.Is(err, ErrRobots) {
				t.Errorf("%v, allowed should be %v", err, tt.allowed)
			}
		})
	}
}

// What happens if robots.txt can't be read, by RFC 9309, 2.3.1.
func TestRobotsUnreadable(t *testing.T) {
	for _, tt := range []struct {
		name    string
		robots  http.HandlerFunc
		allowed bool
	}{
		{"not there", status(http.StatusNotFound), true},
		{"forbidden", status(http.StatusForbidden), true},
		{"the server is broken", status(http.StatusInternalServerError), false},
		{"too many requests", status(http.StatusTooManyRequests), false},
		{"dies", raw("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nUser-agent"), false},
		{"elsewhere", redirect("/rules", http.StatusFound), false},
		{"in circles", redirect("/robots.txt", http.StatusFound), true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := serve(t, map[string]http.HandlerFunc{"/robots.txt": tt.robots, "/rules": write("User-agent: *\nDisallow: /feed"), "/feed": write("feed")})
			if _, err := newLocal(t, Options{}).Get(context.Background(), s.URL+"/feed", Validators{}); (err == nil) != tt.allowed {
				t.Errorf("%v, allowed should be %v", err, tt.allowed)
			}
		})
	}
}

// TestRobotsHold: robots.txt is requested once a day, and sooner if there was no answer; the target
// of a redirect, on this host or another, is checked too.
func TestRobotsHold(t *testing.T) {
	asked, broken := 0, true
	s := serve(t, map[string]http.HandlerFunc{
		"/robots.txt": func(w http.ResponseWriter, _ *http.Request) {
			if asked++; broken {
				w.WriteHeader(http.StatusBadGateway)
				return
			}
			w.Write([]byte("User-agent: *\nDisallow: /private"))
		},
		"/feed": redirect("/private/feed", http.StatusFound),
	})
	now := newManual()
	c := newLocal(t, Options{Clock: now.clock(), Pace: time.Nanosecond})
	get := func(want string, after time.Duration, times int) {
		t.Helper()
		now.now = now.now.Add(after)
		if _, err := c.Get(context.Background(), s.URL+"/feed", Validators{}); err == nil || !strings.Contains(err.Error(), want) || asked != times {
			t.Errorf("%v, asked %d times; want %q, %d", err, asked, want, times)
		}
	}
	get("502", 0, 1)
	get("502", time.Minute, 1)
	broken = false
	get("/private/feed: its robots.txt", 5*time.Minute, 2)
	get("/private/feed: its robots.txt", 23*time.Hour, 2)
	get("/private/feed: its robots.txt", 2*time.Hour, 3)
}

func FuzzRobots(f *testing.F) {
	f.Add([]byte("User-agent: *\nDisallow: /*a$\nCrawl-delay: 1e300\n"), "/a")
	r := newRobots(New(Options{}))
	f.Fuzz(func(t *testing.T, body []byte, path string) {
		group := r.read(body)
		if group == nil {
			t.Fatalf("%q is refused", readable(body))
		}
		group.Test(path)
		if group.CrawlDelay < 0 {
			t.Errorf("a delay of %v", group.CrawlDelay)
		}
	})
}

func FuzzCanonical(f *testing.F) {
	f.Add("HTTP://Example.com:80/a?utm_source=x&b=1#c")
	f.Fuzz(func(t *testing.T, address string) {
		once := Canonical(address)
		if twice := Canonical(once); twice != once {
			t.Errorf("%q, then %q", once, twice)
		}
		if _, err := url.Parse(once); err != nil && once != address {
			t.Error(err)
		}
	})
}

func TestCanonical(t *testing.T) {
	for in, want := range map[string]string{
		"http://Example.com":                          "http://example.com/",
		"HTTPS://example.com:443/A/b?id=2&x=1#top":    "https://example.com/A/b?id=2&x=1",
		"http://example.com:8080/?utm_source=rss&a=b": "http://example.com:8080/?a=b",
		"https://example.com/a?fbclid=1":              "https://example.com/a",
		"https://user:word@example.com/a":             "https://example.com/a",
		"https://example.com/%D8%A7?q=%D8%A8":         "https://example.com/%D8%A7?q=%D8%A8",
		" https://example.com/a ":                     "https://example.com/a",
		"tag:example.com,2019:1":                      "tag:example.com,2019:1",
		"":                                            "",
	} {
		if got := Canonical(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestRetryAfter(t *testing.T) {
	now := time.Date(2019, 6, 12, 9, 0, 0, 0, time.UTC)
	for in, want := range map[string]time.Duration{
		"": 0, "120": 2 * time.Minute, " 5 ": 5 * time.Second, "-5": 0, "soon": 0, "99999999": 24 * time.Hour, "99999999999999999999": 24 * time.Hour, "4294967296": 24 * time.Hour, "99999999999999999999s": 0,
		"Wed, 12 Jun 2019 09:10:00 GMT": 10 * time.Minute, "Wed, 12 Jun 2019 08:00:00 GMT": 0, "Wed, 12 Jun 2030 08:00:00 GMT": 24 * time.Hour,
	} {
		if got := retryAfter(in, now); got != want {
			t.Errorf("%q: %v, want %v", in, got, want)
		}
	}
}

// TestHostsAreForgotten: an endless series of hosts does not fill the memory.
func TestHostsAreForgotten(t *testing.T) {
	r := newRobots(New(Options{}))
	for i := range 2*maxHosts + 1 {
		r.of(&url.URL{Scheme: "https", Host: fmt.Sprintf("h%d.example", i)})
	}
	if n := len(r.hosts); n > maxHosts || n == 0 {
		t.Errorf("%d hosts are remembered, want at most %d", n, maxHosts)
	}
}

// TestNoHost: the error for an unknown host does not name the resolver.
func TestNoHost(t *testing.T) {
	err := plain(&url.Error{Op: "Get", Err: &net.OpError{Op: "dial", Err: &net.DNSError{Err: "no such host", Name: "a.example", Server: "10.0.0.2:53", IsNotFound: true}}})
	if s := err.Error(); strings.Contains(s, "10.0.0.2") || !strings.Contains(s, "no such host") {
		t.Error(s)
	}
}
