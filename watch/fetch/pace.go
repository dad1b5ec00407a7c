package fetch

import (
	"context"
	"sync"
	"time"
)

// pace spaces out requests to a host.
type pace struct {
	clock  Clock
	least  time.Duration
	mu     sync.Mutex
	next   map[string]time.Time // earliest next request by host
	pruned time.Time
}

func newPace(clock Clock, least time.Duration) *pace {
	return &pace{clock: clock, least: least, next: map[string]time.Time{}}
}

// wait waits for the host's turn, and reserves the next one after the host's delay, or the
// minimum.
func (p *pace) wait(ctx context.Context, host string, delay time.Duration) error {
	return p.clock.Sleep(ctx, p.take(host, max(p.least, delay)))
}

// take takes the next turn of a host and returns how long to wait.
func (p *pace) take(host string, delay time.Duration) time.Duration {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := p.clock.Now()
	p.prune(now)
	turn := p.next[host]
	if turn.Before(now) {
		turn = now
	}
	p.next[host] = turn.Add(delay)
	return turn.Sub(now)
}

// prune occasionally forgets the hosts without a pending delay.
func (p *pace) prune(now time.Time) {
	if now.Sub(p.pruned) < time.Hour {
		return
	}
	p.pruned = now
	for host, at := range p.next {
		if at.Before(now) {
			delete(p.next, host)
		}
	}
}
