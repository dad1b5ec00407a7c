package fetch

import (
	"context"
	"sync"
	"time"
)

// pace keeps requests to a host apart.
type pace struct {
	clock  Clock
	least  time.Duration
	mu     sync.Mutex
	next   map[string]time.Time // when a host may be asked next
	pruned time.Time
}

func newPace(clock Clock, least time.Duration) *pace {
	return &pace{clock: clock, least: least, next: map[string]time.Time{}}
}

// wait waits until a host may be asked, which then may not be asked again for the
// delay that it wants, or the least.
func (p *pace) wait(ctx context.Context, host string, delay time.Duration) error {
	return p.clock.Sleep(ctx, p.take(host, max(p.least, delay)))
}

// take takes the next turn of a host and returns how long that is off.
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

// prune forgets, now and then, the hosts that may be asked.
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
