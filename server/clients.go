package server

import (
	"container/list"
	"context"
	"net/netip"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// maxClients limits the number of addresses remembered, by last request. Each takes some 300
// bytes.
const maxClients = 20_000

// clients tracks the use of each address. It is safe for concurrent use.
type clients struct {
	mu        sync.Mutex
	perSecond int        // steps; 0 for no limit
	order     *list.List // of *client, by last request
	byAddress map[netip.Prefix]*list.Element
}

func newClients(perSecond int) *clients {
	return &clients{perSecond: perSecond, order: list.New(), byAddress: map[netip.Prefix]*list.Element{}}
}

// client is an address with its budget.
type client struct {
	address netip.Prefix
	steps   *rate.Limiter // nil for no limit
	turn    chan struct{} // capacity one: its heavy requests are serialised
}

// burstSeconds is how many seconds' worth of steps a client may spend at once.
const burstSeconds = 20

// of returns the client of an address: itself for IPv4; its first 64 bits, a subscriber's
// prefix, for IPv6.
func (c *clients) of(address netip.Addr) *client {
	address = address.Unmap()
	bits := address.BitLen()
	if address.Is6() {
		bits = 64
	}
	prefix, _ := address.Prefix(bits) // the same for all without an address
	c.mu.Lock()
	defer c.mu.Unlock()
	if e, known := c.byAddress[prefix]; known {
		c.order.MoveToFront(e)
		return e.Value.(*client)
	}
	if c.order.Len() == maxClients {
		last := c.order.Remove(c.order.Back()).(*client)
		delete(c.byAddress, last.address)
	}
	x := &client{address: prefix, turn: make(chan struct{}, 1)}
	if c.perSecond > 0 {
		x.steps = rate.NewLimiter(rate.Limit(c.perSecond), burstSeconds*c.perSecond)
	}
	c.byAddress[prefix] = c.order.PushFront(x)
	return x
}

// charge deducts steps already taken from a client's budget. It may go negative, as the cost of
// a request is known only afterwards.
func (c *client) charge(steps int) {
	if c.steps != nil {
		c.steps.ReserveN(time.Now(), min(steps, c.steps.Burst()))
	}
}

// owes returns how long the client has to wait for its budget to be positive, 0 if it is.
func (c *client) owes() time.Duration {
	if c.steps == nil {
		return 0
	}
	return time.Duration(max(0, -c.steps.Tokens()/float64(c.steps.Limit())) * float64(time.Second))
}

type clientKey struct{}

// withClient returns a context with the client.
func (s *service) withClient(ctx context.Context, address string) context.Context {
	a, _ := netip.ParseAddr(address) // sockets have none
	return context.WithValue(ctx, clientKey{}, s.clients.of(a))
}

// clientOf returns the client of a context; without withClient, a new one without limits.
func clientOf(ctx context.Context) *client {
	if c, known := ctx.Value(clientKey{}).(*client); known {
		return c
	}
	return &client{turn: make(chan struct{}, 1)}
}
