package api_test

import (
	"context"
	"dateline/server"
	"dateline/server/servertest"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// BenchmarkFairness measures the time of a plain page that is not in the cache: alone; while one
// other address sends only hostile filters, over as many connections as it likes, for 300,000
// mentions; and while a hundred other addresses do so, none of which owes anything yet. Run it on
// two cores with -benchtime 400x.
func BenchmarkFairness(b *testing.B) {
	h := servertest.New(b, servertest.ManyDocuments(100_000))
	ctx, cancel := context.WithCancel(b.Context())
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		b.Fatal(err)
	}
	served := make(chan error, 1)
	go func() { served <- server.Serve(ctx, listener, h) }()
	defer func() {
		cancel()
		if err := <-served; err != nil {
			b.Error(err)
		}
	}()
	base := "http://" + listener.Addr().String()
	for _, company := range []int{0, 1, 100} {
		b.Run(fmt.Sprintf("hostile=%d", company), func(b *testing.B) {
			stop := beHostile(b, base, company)
			defer stop()
			client := from("127.0.0.1")
			defer client.CloseIdleConnections()
			var took []time.Duration
			for b.Loop() {
				begun := time.Now()
				fetchPage(b, client, fmt.Sprintf("%s/collections/mentions/items?limit=100&position=%d&q=", base, pages.Add(1)))
				took = append(took, time.Since(begun))
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "ms-median")
			b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "ms-p99")
			b.ReportMetric(float64(took[len(took)-1].Microseconds())/1000, "ms-max")
		})
	}
}

// pages makes each page a different one.
var pages atomic.Int64

// from returns a client with an address of this machine.
func from(address string) *http.Client {
	dialer := &net.Dialer{LocalAddr: &net.TCPAddr{IP: net.ParseIP(address)}}
	return &http.Client{Transport: &http.Transport{DialContext: dialer.DialContext, MaxIdleConnsPerHost: 16}}
}

func fetchPage(b *testing.B, client *http.Client, address string) {
	b.Helper()
	resp, err := client.Get(address)
	if err != nil {
		b.Fatal(err)
	}
	defer resp.Body.Close()
	if _, err := io.Copy(io.Discard, resp.Body); err != nil || resp.StatusCode != http.StatusOK {
		b.Fatal(resp.Status, err)
	}
}

// beHostile sends filters as costly as allowed, from so many addresses, over 16 connections or one
// for each, until it is stopped.
func beHostile(b *testing.B, base string, addresses int) (stop func()) {
	b.Helper()
	ctx, cancel := context.WithCancel(b.Context())
	var all sync.WaitGroup
	var n atomic.Int64
	for i := range max(16, addresses) {
		if addresses == 0 {
			break
		}
		client := from(fmt.Sprintf("127.0.1.%d", 1+i%addresses))
		all.Go(func() {
			defer client.CloseIdleConnections()
			for ctx.Err() == nil {
				r, err := http.NewRequestWithContext(ctx, http.MethodGet, base+hostilePath(n.Add(1)), nil)
				if err != nil {
					b.Error(err)
					return
				}
				if resp, err := client.Do(r); err == nil {
					_, _ = io.Copy(io.Discard, resp.Body) // ends when the context does
					resp.Body.Close()
				}
			}
		})
	}
	return func() {
		cancel()
		all.Wait()
	}
}

// hostilePath asks for everything without any of 30 words, on each route that filters.
func hostilePath(n int64) string {
	terms := make([]string, 30)
	for i := range terms {
		terms[i] = fmt.Sprintf("ACCENTI(CASEI(sentence)) LIKE ACCENTI(CASEI('%%zq%d-%d%%'))", n, i)
	}
	filter := "filter=" + url.QueryEscape(strings.Join(terms, " OR "))
	routes := []string{"/collections/mentions/items?limit=1&", "/collections/mentions/items?f=csv&", "/tiles/mentions/0/0/0.mvt?", "/collections/mentions/sums?", "/collections/mentions/facets?"}
	return routes[n%int64(len(routes))] + filter
}
