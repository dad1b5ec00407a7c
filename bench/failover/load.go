package main

import (
	"fmt"
	"io"
	"maps"
	"net/http"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// load is the requests of clients to some servers until it is stopped.
type load struct {
	servers []string
	token   string
	client  http.Client
	running sync.WaitGroup
	ended   atomic.Bool
	number  atomic.Int64

	mu          sync.Mutex
	acked       map[string]time.Time // when articles were acknowledged, by title
	took        []time.Duration      // each
	refused     int                  // writes
	reads       int
	failedReads []time.Time
	failed      []time.Time             // end of each failed write
	last        map[string][2]time.Time // last successful write and read of each server
}

// newLoad starts writers and readers for each server.
func newLoad(servers []string, token string) *load {
	l := &load{servers: servers, token: token, client: http.Client{Timeout: 20 * time.Second}, acked: map[string]time.Time{}, last: map[string][2]time.Time{}}
	for _, s := range servers {
		l.running.Go(func() { l.loop(func() { l.write(s) }, 50*time.Millisecond) })
		l.running.Go(func() { l.loop(func() { l.read(s) }, 20*time.Millisecond) })
	}
	return l
}

func (l *load) loop(do func(), pause time.Duration) {
	for !l.ended.Load() {
		do()
		time.Sleep(pause)
	}
}

func (l *load) end() {
	l.ended.Store(true)
	l.running.Wait()
}

// write stores a new article.
func (l *load) write(server string) {
	n := l.number.Add(1)
	body := fmt.Sprintf("Report %d\n\nShelling hit Morek and Khan Shaykhun on Monday, a source said in report %d.", n, n)
	r, err := http.NewRequest(http.MethodPost, server+"/articles", strings.NewReader(body))
	if err != nil {
		return
	}
	r.Header.Set("Authorization", "Bearer "+l.token)
	r.Header.Set("Content-Type", "text/plain")
	began := time.Now()
	resp, err := l.client.Do(r)
	if err == nil {
		_, _ = io.Copy(io.Discard, resp.Body) // the status suffices
		resp.Body.Close()
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if err != nil || resp.StatusCode/100 != 2 {
		l.refused++
		l.failed = append(l.failed, time.Now())
		return
	}
	l.last[server] = [2]time.Time{time.Now(), l.last[server][1]}
	l.acked[fmt.Sprintf("Report %d", n)] = time.Now()
	l.took = append(l.took, time.Since(began))
}

// read requests a page of mentions.
func (l *load) read(server string) {
	resp, err := l.client.Get(server + "/collections/mentions/items?limit=10")
	if err == nil {
		_, err = io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
		if err == nil && resp.StatusCode != http.StatusOK {
			err = fmt.Errorf("%s", resp.Status)
		}
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.reads++; err != nil {
		l.failedReads = append(l.failedReads, time.Now())
		return
	}
	l.last[server] = [2]time.Time{l.last[server][0], time.Now()}
}

// backSince reports whether each server has completed a write and a read since a time.
func (l *load) backSince(at time.Time) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, s := range l.servers {
		if !l.last[s][0].After(at) || !l.last[s][1].After(at) {
			return false
		}
	}
	return true
}

// lateness returns how long after a time the last failed write and read ended.
func (l *load) lateness(after time.Time) (writes, reads time.Duration) {
	l.mu.Lock()
	defer l.mu.Unlock()
	late := func(all []time.Time) (d time.Duration) {
		for _, t := range all {
			d = max(d, t.Sub(after))
		}
		return d
	}
	return late(l.failed), late(l.failedReads)
}

// outage returns the longest interval after a time in which no write was acknowledged.
func (l *load) outage(after time.Time) (from, to time.Time) {
	l.mu.Lock()
	defer l.mu.Unlock()
	last := after
	for _, t := range slices.SortedFunc(maps.Values(l.acked), time.Time.Compare) {
		if t.After(after) {
			if t.Sub(last) > to.Sub(from) {
				from, to = last, t
			}
			last = t
		}
	}
	return from, to
}

// since returns how many writes were acknowledged after a time.
func (l *load) since(at time.Time) (n int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, t := range l.acked {
		if t.After(at) {
			n++
		}
	}
	return n
}

// median returns the median latency of writes after the first n, and their number.
func (l *load) median(from int) (time.Duration, int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	some := slices.Sorted(slices.Values(l.took[min(from, len(l.took)):]))
	if len(some) == 0 {
		return 0, 0
	}
	return some[len(some)/2], len(some)
}
