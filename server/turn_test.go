package server

import (
	"context"
	"errors"
	"net/http"
	"net/netip"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"dateline/work"
)

// compute takes so many slices of steps, each in a millisecond, and calls tell for each slice.
func compute(ctx context.Context, slices int, tell func()) error {
	for range slices {
		if err := work.Spend(ctx, sliceSteps); err != nil {
			return err
		}
		tell()
		time.Sleep(time.Millisecond)
	}
	return nil
}

// TestTurnsAreFair: a client with many heavy requests and one with a single one
// get the same share.
func TestTurnsAreFair(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := bareService(viewOf())
		many, one := newClients(0).of(netip.MustParseAddr("127.0.0.2")), newClients(0).of(netip.MustParseAddr("127.0.0.1"))
		ctx, cancel := context.WithCancel(t.Context())
		slices := map[*client]*atomic.Int64{many: {}, one: {}}
		begin := func(c *client, n int) <-chan struct{} {
			done := make(chan struct{})
			go func() {
				ctx, turn := s.metered(ctx, c)
				defer close(done)
				defer turn.end()
				_ = compute(ctx, n, func() { slices[c].Add(1) })
			}()
			return done
		}
		for range 50 {
			begin(many, 1_000_000)
		}
		synctest.Wait()
		<-begin(one, 100)
		if all, alone := slices[many].Load(), slices[one].Load(); all > 3*alone/2 {
			t.Errorf("one request had %d slices, 50 of another client %d meanwhile", alone, all)
		}
		cancel()
		time.Sleep(time.Second) // until each slice is over
		if len(s.turns) > 0 || len(many.turn) > 0 || len(one.turn) > 0 {
			t.Error("a turn is held by nobody")
		}
	})
}

// TestLightWorkNeverWaits, even when all turns are taken.
func TestLightWorkNeverWaits(t *testing.T) {
	s := bareService(viewOf())
	s.turns <- struct{}{}
	ctx, turn := s.metered(t.Context(), clientOf(t.Context()))
	defer turn.end()
	if err := work.Spend(ctx, lightSteps-1); err != nil {
		t.Error(err)
	}
	ctx, cancel := context.WithCancel(ctx)
	cancel()
	if err := work.Spend(ctx, 1); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// TestTurnRestsWhileWriting: a client that reads slowly does not hold a turn.
func TestTurnRestsWhileWriting(t *testing.T) {
	s := bareService(viewOf())
	ctx, turn := s.metered(t.Context(), clientOf(t.Context()))
	defer turn.end()
	for range 3 {
		if err := work.Spend(ctx, lightSteps); err != nil || len(s.turns) != 1 {
			t.Fatalf("%v, %d turns taken", err, len(s.turns))
		}
		w := between{writerFunc(func(p []byte) (int, error) {
			if len(s.turns) != 0 {
				t.Error("the turn is kept while it is written")
			}
			return len(p), nil
		}), turn}
		if _, err := w.Write([]byte("some")); err != nil {
			t.Error(err)
		}
	}
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(p []byte) (int, error) { return f(p) }

// TestClientAddress: the client's address is the one forwarded by a trusted proxy, and otherwise that of
// the connection.
func TestClientAddress(t *testing.T) {
	for name, c := range map[string]struct {
		remote, forwarded, want string
	}{
		"nobody forwards":           {"192.0.2.7:99", "", "192.0.2.7/32"},
		"a stranger says so":        {"192.0.2.7:99", "198.51.100.1", "192.0.2.7/32"},
		"a proxy says so":           {"10.0.0.9:99", "198.51.100.1", "198.51.100.1/32"},
		"a stranger by a proxy":     {"10.0.0.9:99", "203.0.113.5, 198.51.100.1", "198.51.100.1/32"},
		"two proxies":               {"10.0.0.9:99", "198.51.100.1, 10.0.0.8", "198.51.100.1/32"},
		"IPv6":                      {"[2001:db8:1:2:3:4:5:6]:99", "", "2001:db8:1:2::/64"},
		"IPv6 by a proxy":           {"10.0.0.9:99", "2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"},
		"IPv4 in IPv6":              {"[::ffff:192.0.2.7]:99", "", "192.0.2.7/32"},
		"a proxy that says rubbish": {"10.0.0.9:99", "unknown", "10.0.0.9/32"},
	} {
		s := newService(Config{View: viewOf(), Limits: Limits{TrustedProxies: []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8")}}}, nil)
		var headers []string
		if c.forwarded != "" {
			headers = []string{"X-Forwarded-For", c.forwarded}
		}
		askFrom(s.engine(), c.remote, "/healthz", headers...)
		if got := s.clients.order.Front().Value.(*client).address.String(); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

// TestClientsAreBounded: the number of remembered clients is bounded; the most recent stay.
func TestClientsAreBounded(t *testing.T) {
	c := newClients(1)
	first := c.of(netip.MustParseAddr("10.0.0.1"))
	first.charge(20)
	first.charge(20)
	for i := range 3 * maxClients {
		c.of(netip.AddrFrom4([4]byte{11, byte(i >> 16), byte(i >> 8), byte(i)}))
		if i%1000 == 0 {
			c.of(netip.MustParseAddr("10.0.0.1"))
		}
	}
	if c.order.Len() != maxClients || len(c.byAddress) != maxClients {
		t.Errorf("%d, %d clients", c.order.Len(), len(c.byAddress))
	}
	if c.of(netip.MustParseAddr("10.0.0.1")).owes() < 10*time.Second {
		t.Error("what the first owed is forgotten")
	}
}

// TestShortOfMemory: heavy work is refused, light work is not.
func TestShortOfMemory(t *testing.T) {
	s := bareService(viewOf())
	used := uint64(95)
	s.memory = memory{func() (uint64, uint64) { return used << 20, 100 << 20 }}
	ctx, turn := s.metered(t.Context(), clientOf(t.Context()))
	defer turn.end()
	if err := work.Spend(ctx, 1000); err != nil {
		t.Errorf("light: %v", err)
	}
	var p *Problem
	if err := work.Spend(ctx, lightSteps); !errors.As(err, &p) || p.Status != http.StatusServiceUnavailable || p.header.Get("Retry-After") == "" || !strings.Contains(p.Detail, "memory") {
		t.Errorf("heavy: %v", err)
	}
	if used = 80; work.Spend(ctx, lightSteps) != nil {
		t.Error("refused with room left")
	}
	if used, limit := readMemory(); used > limit || limit == 0 {
		t.Errorf("%d of %d bytes", used, limit)
	}
}
