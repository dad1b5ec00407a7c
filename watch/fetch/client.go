// Package fetch is a polite and guarded HTTP client for other servers: it obeys robots.txt, is
// slow, makes conditional requests, follows a limited number of redirects, reads a limited
// number of bytes in a limited time, and connects to no address inside a private network unless
// allowed.
//
// It decides when connecting whether an address is private, by the resolved address
// (net.Dialer.Control): so changing DNS answers, redirects, and unusual spellings of addresses
// do not matter. The ranges are those of IANA's registries of special-purpose addresses (RFC
// 6890), from code.dny.dev/ssrf. It uses no proxy, as that would connect in its place.
package fetch

import (
	"bufio"
	"bytes"
	"cmp"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"time"

	"code.dny.dev/ssrf"
)

// Options configure a Client. Zero means the default.
type Options struct {
	Agent    string         // User-Agent; its first word up to a slash is the name in robots.txt: "dateline"
	Allow    []netip.Prefix // private or special networks that are allowed
	MaxBytes int64          // of a response, decompressed: 16 MiB
	Timeout  time.Duration  // of a request, including its body: 30 s
	Pace     time.Duration  // between requests to a host: 1 s
	Clock    Clock          // for pauses and the age of robots.txt; zero: the system's
	resolver *net.Resolver  // of names, for tests; nil: the system's
}

// Limits that are not configurable.
const (
	maxRedirects = 5
	maxHeader    = 32 << 10
)

// Client fetches addresses. It is safe for concurrent use.
type Client struct {
	options Options
	http    *http.Client
	robots  *robots
	pace    *pace
}

// New returns a client.
func New(o Options) *Client {
	o.Agent = cmp.Or(o.Agent, "dateline")
	o.MaxBytes, o.Timeout, o.Pace = cmp.Or(o.MaxBytes, 16<<20), cmp.Or(o.Timeout, 30*time.Second), cmp.Or(o.Pace, time.Second)
	o.Clock = o.Clock.orSystem()
	c := &Client{options: o, pace: newPace(o.Clock, o.Pace)}
	dialer := net.Dialer{Timeout: o.Timeout, Resolver: o.resolver, Control: newGuard(o.Allow).Safe}
	c.http = &http.Client{
		Timeout: o.Timeout,
		Transport: &http.Transport{
			DialContext: dialer.DialContext, ForceAttemptHTTP2: true, TLSHandshakeTimeout: o.Timeout,
			MaxResponseHeaderBytes: maxHeader, MaxIdleConns: 100, MaxIdleConnsPerHost: 1, IdleConnTimeout: time.Minute,
		},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }, // Get follows
	}
	c.robots = newRobots(c)
	return c
}

// newGuard returns the check made before each connection.
func newGuard(allow []netip.Prefix) *ssrf.Guardian {
	var four, six []netip.Prefix
	for _, p := range allow {
		if p.Addr().Is4() {
			four = append(four, p)
		} else {
			six = append(six, p)
		}
	}
	return ssrf.New(ssrf.WithAnyPort(), ssrf.WithAllowedV4Prefixes(four...), ssrf.WithAllowedV6Prefixes(six...))
}

// Close closes idle connections.
func (c *Client) Close() { c.http.CloseIdleConnections() }

// Validators are a response's validators for a conditional request (RFC 9110, 8.8). They may be
// empty.
type Validators struct {
	ETag         string
	LastModified string
}

// Answer is a server's response.
type Answer struct {
	Address     string // after redirects
	NotModified bool   // by the validators; everything but Validators is empty then
	Body        []byte // unpacked
	MediaType   string // Content-Type
	Date        time.Time
	Validators
}

// Delay returns the host of an address and the known delay between requests to it: a host's
// rules are unknown until its robots.txt is read.
func (c *Client) Delay(address string) (host string, apart time.Duration) {
	u, err := parse(address)
	if err != nil {
		return "", c.pace.least
	}
	return u.Host, max(c.pace.least, c.robots.delay(u))
}

// Get fetches an address, unless it is unchanged. Errors are of type *Error, or that of ctx.
func (c *Client) Get(ctx context.Context, address string, known Validators) (*Answer, error) {
	at := address
	for range maxRedirects + 1 {
		u, err := parse(at)
		if err != nil {
			return nil, &Error{Address: at, Err: err}
		}
		if err := c.robots.allow(ctx, u); err != nil {
			return nil, c.explain(ctx, at, err)
		}
		if err := c.pace.wait(ctx, u.Host, c.robots.delay(u)); err != nil {
			return nil, err
		}
		answer, next, err := c.once(ctx, u, known)
		if err != nil {
			return nil, c.explain(ctx, at, err)
		}
		if next == "" {
			answer.Address = at
			return answer, nil
		}
		at = next
	}
	return nil, &Error{Address: address, Err: fmt.Errorf("more than %d redirects", maxRedirects)}
}

// parse parses an address that can be fetched.
func parse(address string) (*url.URL, error) {
	u, err := url.Parse(address)
	switch {
	case err != nil:
		return nil, err
	case u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "":
		return nil, errNoAddress
	}
	u.User, u.Fragment = nil, ""
	return u, nil
}

// once makes one request. For a redirect it returns the target.
func (c *Client) once(ctx context.Context, u *url.URL, known Validators) (a *Answer, next string, err error) {
	ctx, cancel := context.WithTimeout(ctx, c.options.Timeout)
	defer cancel()
	resp, err := c.ask(ctx, u, known)
	if err != nil {
		return nil, "", err
	}
	defer resp.Body.Close()
	switch resp.StatusCode {
	case http.StatusOK:
		a, err = c.read(resp)
		return a, "", err
	case http.StatusNotModified:
		return &Answer{NotModified: true, Validators: known}, "", nil
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		to, err := resp.Location()
		if err != nil {
			return nil, "", fmt.Errorf("the server answers %s without saying where to", resp.Status)
		}
		return nil, to.String(), nil
	}
	return nil, "", &statusError{resp.StatusCode, retryAfter(resp.Header.Get("Retry-After"), c.options.Clock.Now())}
}

func (c *Client) ask(ctx context.Context, u *url.URL, known Validators) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("User-Agent", c.options.Agent)
	if known.ETag != "" {
		req.Header.Set("If-None-Match", known.ETag)
	}
	if known.LastModified != "" {
		req.Header.Set("If-Modified-Since", known.LastModified)
	}
	return c.http.Do(req)
}

// read reads the whole body of a response: a truncated body is an error.
func (c *Client) read(resp *http.Response) (*Answer, error) {
	if resp.ContentLength > c.options.MaxBytes {
		return nil, c.tooLarge()
	}
	body := bufio.NewReader(resp.Body)
	var from io.Reader = body
	if head, _ := body.Peek(2); string(head) == "\x1f\x8b" { // a compressed file, as sitemaps are
		packed, err := gzip.NewReader(body)
		if err != nil {
			return nil, err
		}
		from = packed
	}
	var b bytes.Buffer
	n, err := io.Copy(&b, io.LimitReader(from, c.options.MaxBytes+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("the answer is cut off: %w", err)
	case n > c.options.MaxBytes:
		return nil, c.tooLarge()
	}
	a := &Answer{Body: b.Bytes(), MediaType: resp.Header.Get("Content-Type"), Date: c.options.Clock.Now()}
	a.ETag, a.LastModified = resp.Header.Get("ETag"), resp.Header.Get("Last-Modified")
	if at, err := http.ParseTime(resp.Header.Get("Date")); err == nil {
		a.Date = at
	}
	return a, nil
}

func (c *Client) tooLarge() error {
	return fmt.Errorf("%w: more than %d bytes", ErrTooLarge, c.options.MaxBytes)
}
