package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"sync"
	"time"
)

// connections is the number of concurrent clients.
const connections = 8

// measured is the result of one round of load.
type measured struct {
	took    time.Duration
	bytes   int64           // sum of all bodies
	largest int64           // largest body
	each    []time.Duration // latency of every answer
}

// rate returns answers per second.
func (m *measured) rate() float64 { return float64(len(m.each)) / m.took.Seconds() }

func newClient() *http.Client {
	return &http.Client{
		Timeout: time.Minute,
		Transport: &http.Transport{
			MaxIdleConnsPerHost: connections, MaxConnsPerHost: connections, DisableCompression: true, ReadBufferSize: 64 << 10,
		},
	}
}

// drive asks over all connections until the time is up. Requests then in progress are awaited and
// count. A failed answer is an error.
func drive(ctx context.Context, client *http.Client, s *site, k *kind, slot time.Duration) (measured, error) {
	var (
		mu    sync.Mutex
		group sync.WaitGroup
		out   measured
		first error
		begin = time.Now()
	)
	take := func() (question, bool) {
		mu.Lock()
		defer mu.Unlock()
		if first != nil || ctx.Err() != nil || time.Since(begin) >= slot {
			return question{}, false
		}
		return k.next(), true
	}
	done := func(took time.Duration, n int64, err error) {
		mu.Lock()
		defer mu.Unlock()
		if err != nil && first == nil {
			first = err
		}
		out.each = append(out.each, took)
		out.bytes += n
		out.largest = max(out.largest, n)
	}
	for range connections {
		group.Go(func() {
			for q, more := take(); more; q, more = take() {
				asked := time.Now()
				n, err := ask(client, s, k.of, &q, io.Discard)
				done(time.Since(asked), n, err)
			}
		})
	}
	group.Wait()
	out.took = time.Since(begin)
	return out, errors.Join(first, ctx.Err())
}

// ask sends a question and copies the body of the answer.
func ask(client *http.Client, s *site, of sort, q *question, w io.Writer) (int64, error) {
	req, err := http.NewRequest(http.MethodGet, s.url(of, q), nil)
	if err != nil {
		return 0, err
	}
	if q.host != "" {
		req.Host = q.host
	}
	resp, err := client.Do(req)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	n, err := io.Copy(w, resp.Body)
	if err == nil && resp.StatusCode != http.StatusOK && resp.StatusCode != http.StatusNoContent {
		err = fmt.Errorf("%s: GET %s: %s", s.name, req.URL, resp.Status)
	}
	return n, err
}

// median sorts its argument.
func median[T float64 | time.Duration](all []T) T {
	slices.Sort(all)
	return all[len(all)/2]
}
