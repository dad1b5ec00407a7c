package server

import (
	"container/list"
	"context"
	"net/netip"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// maxClients bounds the addresses that are remembered; those that asked last
// stay. One takes some 300 bytes.
const maxClients = 20_000

// clients remembers what each address has asked for. It is safe for concurrent
// use.
type clients struct {
	mu        sync.Mutex
	perSecond int        // steps; 0 for no limit
	order     *list.List // of *client, the last to have asked first
	byAddress map[netip.Prefix]*list.Element
}

func newClients(perSecond int) *clients {
	return &clients{perSecond: perSecond, order: list.New(), byAddress: map[netip.Prefix]*list.Element{}}
}

// client is an address and what it may compute.
type client struct {
	address netip.Prefix
	steps   *rate.Limiter // nil for no limit
	turn    chan struct{} // of one: its heavy requests come one after another
}

// burstSeconds is how many seconds' worth of steps a client may ask for at once.
const burstSeconds = 20

// of returns the client with an address: itself for IPv4; its first 64 bits, which
// is what one subscriber has, for IPv6.
func (c *clients) of(address netip.Addr) *client {
	address = address.Unmap()
	bits := address.BitLen()
	if address.Is6() {
		bits = 64
	}
	prefix, _ := address.Prefix(bits) // one for all that have no address
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

// charge takes steps that were gone off what the client may go. It may come to
// owe some, as what a request costs is known afterwards only.
func (c *client) charge(steps int) {
	if c.steps != nil {
		c.steps.ReserveN(time.Now(), min(steps, c.steps.Burst()))
	}
}

// owes returns how long the client has to wait until it may ask for more, 0 when
// it need not.
func (c *client) owes() time.Duration {
	if c.steps == nil {
		return 0
	}
	return time.Duration(max(0, -c.steps.Tokens()/float64(c.steps.Limit())) * float64(time.Second))
}

type clientKey struct{}

// withClient returns a context that says who asks.
func (s *service) withClient(ctx context.Context, address string) context.Context {
	a, _ := netip.ParseAddr(address) // of a socket there is none
	return context.WithValue(ctx, clientKey{}, s.clients.of(a))
}

// clientOf returns who asks; without withClient somebody new who may do anything.
func clientOf(ctx context.Context) *client {
	if c, known := ctx.Value(clientKey{}).(*client); known {
		return c
	}
	return &client{turn: make(chan struct{}, 1)}
}
