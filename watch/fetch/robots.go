package fetch

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/temoto/robotstxt"
)

// Limits of robots.txt (RFC 9309): how much is read, how long it is cached, and how soon it is
// retried after a failure.
const (
	maxRobots     = 500 << 10
	robotsHold    = 24 * time.Hour
	robotsRetry   = 5 * time.Minute
	maxCrawlDelay = time.Minute
	maxHosts      = 10_000 // that are remembered
)

// robots caches the robots.txt of each host.
type robots struct {
	client *Client
	agent  string
	mu     sync.Mutex
	hosts  map[string]*rules // by scheme and host
}

// rules are a host's rules for this client; err why they could not be read.
type rules struct {
	mu    sync.Mutex // held while it is fetched
	until time.Time
	group *robotstxt.Group // nil: everything is allowed
	err   error
}

func newRobots(c *Client) *robots {
	agent, _, _ := strings.Cut(c.options.Agent, "/")
	return &robots{client: c, agent: agent, hosts: map[string]*rules{}}
}

func (r *robots) of(u *url.URL) *rules {
	r.mu.Lock()
	defer r.mu.Unlock()
	key := u.Scheme + "://" + u.Host
	if r.hosts[key] == nil {
		if len(r.hosts) == maxHosts {
			clear(r.hosts)
		}
		r.hosts[key] = &rules{}
	}
	return r.hosts[key]
}

// allow returns why an address may not be fetched: ErrRobots, or the error of reading
// robots.txt, which forbids everything while it lasts (RFC 9309, 2.3.1.4).
func (r *robots) allow(ctx context.Context, u *url.URL) error {
	host := r.of(u)
	host.mu.Lock()
	defer host.mu.Unlock()
	if now := r.client.options.Clock.Now(); !now.Before(host.until) {
		host.group, host.err = r.fetch(ctx, u)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		host.until = now.Add(robotsHold)
		if host.err != nil {
			host.until = now.Add(robotsRetry)
		}
	}
	path := cmp.Or(u.EscapedPath(), "/")
	if u.RawQuery != "" {
		path += "?" + u.RawQuery
	}
	switch {
	case host.err != nil:
		return host.err
	case host.group != nil && !host.group.Test(path):
		return ErrRobots
	}
	return nil
}

// delay returns the host's delay between requests.
func (r *robots) delay(u *url.URL) time.Duration {
	host := r.of(u)
	host.mu.Lock()
	defer host.mu.Unlock()
	if host.group == nil {
		return 0
	}
	return min(host.group.CrawlDelay, maxCrawlDelay)
}

// fetch reads the robots.txt of a host; nil if it has none.
func (r *robots) fetch(ctx context.Context, u *url.URL) (*robotstxt.Group, error) {
	at := &url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}
	address := at.String()
	for range maxRedirects + 1 {
		if err := r.client.pace.wait(ctx, at.Host, 0); err != nil {
			return nil, err
		}
		answer, next, err := r.client.once(ctx, at, Validators{})
		var status *statusError
		switch {
		case errors.As(err, &status) && status.status < 500 && status.status != http.StatusTooManyRequests:
			return nil, nil
		case err != nil:
			return nil, r.unreadable(ctx, address, err)
		case next == "":
			return r.read(answer.Body), nil
		}
		if at, err = parse(next); err != nil {
			return nil, r.unreadable(ctx, address, err)
		}
	}
	return nil, nil // as if there were none (RFC 9309, 2.3.1.2)
}

func (r *robots) unreadable(ctx context.Context, address string, err error) error {
	return r.client.explain(ctx, address, err)
}

// read returns the rules of a robots.txt for this client.
func (r *robots) read(body []byte) *robotstxt.Group {
	data, err := robotstxt.FromBytes(readable(body))
	if err != nil {
		return nil // readable has removed what it refuses
	}
	return data.FindGroup(r.agent)
}

// readable returns the valid lines of a robots.txt, which are to be followed whatever the others
// are (RFC 9309, 2.2).
func readable(body []byte) []byte {
	body = body[:min(len(body), maxRobots)]
	var out bytes.Buffer
	addressed := false
	for line := range bytes.Lines(bytes.ReplaceAll(body, []byte("\r"), []byte("\n"))) {
		text, _, _ := strings.Cut(string(line), "#")
		key, value, found := strings.Cut(text, ":")
		value = strings.TrimSpace(value)
		switch key = strings.ToLower(strings.TrimSpace(key)); {
		case !found || value == "" && key != "disallow":
			continue
		case key == "user-agent":
			addressed = true
		case key == "crawl-delay":
			if seconds, err := strconv.ParseFloat(value, 64); err != nil || !(seconds >= 0 && seconds <= maxCrawlDelay.Seconds()*60) {
				continue
			}
		case key != "allow" && key != "disallow":
			continue
		}
		if addressed {
			fmt.Fprintf(&out, "%s: %s\n", key, value)
		}
	}
	return out.Bytes()
}
