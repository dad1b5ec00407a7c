package main

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// manner is the behaviour of a client.
type manner int

const (
	patient manner = iota // reads each answer
	leaving               // disconnects before the answer
	slow                  // reads slowly
	hostile               // sends expensive filters
)

// client sends one request after another, from its own address.
type client struct {
	*rand.Rand
	server *server
	manner manner
	http   *http.Client
	seen   *answers
}

// newClient returns the nth client: five of eight are patient.
func newClient(s *server, n int, seen *answers) *client {
	dialer := net.Dialer{LocalAddr: &net.TCPAddr{IP: net.IPv4(127, 0, 1, byte(1+n))}, Timeout: 10 * time.Second}
	return &client{
		Rand: rand.New(rand.NewPCG(uint64(n), 7)), server: s, seen: seen,
		manner: [...]manner{patient, patient, patient, patient, patient, leaving, slow, hostile}[n%8],
		http:   &http.Client{Transport: &http.Transport{DialContext: dialer.DialContext, MaxIdleConnsPerHost: 1}},
	}
}

func (c *client) run(ctx context.Context) {
	for wait(ctx, time.Duration(c.IntN(50))*time.Millisecond) {
		c.ask(ctx)
	}
}

// ask sends a request. A broken connection is no failure, as the server is killed from time to
// time.
func (c *client) ask(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, c.stays())
	defer cancel()
	req, err := c.request(ctx)
	if err != nil {
		c.seen.add("unasked", 0)
		return
	}
	resp, err := c.http.Do(req)
	if err != nil {
		c.seen.add("broken", 0)
		return
	}
	defer resp.Body.Close()
	c.seen.add(req.URL.Path, resp.StatusCode)
	c.read(ctx, resp.Body)
}

// stays returns how long a client waits for an answer.
func (c *client) stays() time.Duration {
	switch c.manner {
	case leaving:
		return time.Duration(1+c.IntN(100)) * time.Millisecond
	case slow:
		return 20 * time.Second
	}
	return time.Minute
}

func (c *client) read(ctx context.Context, body io.Reader) {
	if c.manner != slow {
		_, _ = io.Copy(io.Discard, body)
		return
	}
	for wait(ctx, 100*time.Millisecond) {
		if _, err := io.CopyN(io.Discard, body, 1024); err != nil {
			return
		}
	}
}

func (c *client) request(ctx context.Context) (*http.Request, error) {
	if c.manner == hostile {
		return http.NewRequestWithContext(ctx, http.MethodGet, c.server.address(c.hostilePath()), nil)
	}
	if c.IntN(20) == 0 {
		text := strings.Repeat("Shelling hit Morek, Saraqib and the villages of Khan Shaykhun. ", 1+c.IntN(200))
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.server.address("/parse"), strings.NewReader(text))
		if err == nil {
			req.Header.Set("Content-Type", "text/plain; charset=utf-8")
		}
		return req, err
	}
	return http.NewRequestWithContext(ctx, http.MethodGet, c.server.address(c.path()), nil)
}

// pagePaths are the first requests of the page.
var pagePaths = []string{"/", "/collections?f=json", "/collections/mentions/items?limit=1000", "/collections/mentions/sums", "/collections/mentions/facets", "/collections/mentions/articles?limit=20", "/tiles/mentions/6/38/25.mvt"}

// path returns a random path among everything the server offers.
func (c *client) path() string {
	west, south := 35+4*c.Float64(), 34+2*c.Float64()
	box := fmt.Sprintf("%.3f,%.3f,%.3f,%.3f", west, south, west+c.Float64(), south+c.Float64())
	z := 5 + c.IntN(8)
	collection := [...]string{"mentions", "places", "fronts", "articles"}[c.IntN(4)]
	paths := append([]string{
		"/?f=json", "/conformance", "/api", "/collections/" + collection + "?f=json",
		"/collections/" + collection + "/items?limit=100&bbox=" + box,
		"/collections/" + collection + "/items?limit=1000&datetime=2013-01-01/2016-01-01",
		"/collections/mentions/items?f=csv&bbox=" + box, "/collections/places/items?f=gpkg",
		"/collections/mentions/items?f=html&limit=50", "/collections/mentions/items?q=shelling&limit=10",
		"/collections/mentions/queryables", fmt.Sprintf("/tiles/%s/%d/%d/%d.mvt", collection, z, 38<<z>>6, 25<<z>>6),
		"/search?q=" + url.QueryEscape(towns[c.IntN(len(towns))]) + "&format=jsonv2",
		fmt.Sprintf("/reverse?lat=%.3f&lon=%.3f&format=jsonv2", south, west),
		"/collections/mentions/items?filter=" + url.QueryEscape("confidence > 0.5 AND name = 'Morek'"), "/healthz",
	}, pagePaths...)
	return paths[c.IntN(len(paths))]
}

// hostilePath returns a filter that scans every letter of every sentence, or lists a thousand
// values.
func (c *client) hostilePath() string {
	var filter string
	switch c.IntN(3) {
	case 0:
		terms := make([]string, 20+c.IntN(100))
		for i := range terms {
			terms[i] = fmt.Sprintf("ACCENTI(CASEI(sentence)) LIKE ACCENTI(CASEI('%%q%d%d%%'))", i, c.IntN(1000))
		}
		filter = strings.Join(terms, " OR ")
	case 1:
		filter = "sentence LIKE '%" + strings.Join(strings.Split("shelling hit khan shaykhun again", ""), "%") + "%'"
	default:
		values := make([]string, 1000)
		for i := range values {
			values[i] = fmt.Sprintf("'made%d'", c.IntN(100000))
		}
		filter = "place IN (" + strings.Join(values, ",") + ")"
	}
	return "/collections/mentions/items?limit=1&filter=" + url.QueryEscape(filter)
}
