package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"sync/atomic"
	"testing"

	"golang.org/x/net/dns/dnsmessage"
)

// A name whose address is public when first resolved and private the next time, or both at once,
// never leads to a private address. The public one here is 127.0.0.1, which is allowed; 127.0.0.2,
// which is not, has what no stranger may read.
func TestRebinding(t *testing.T) {
	const public, private = "127.0.0.1", "127.0.0.2"
	reached := false
	secret := serveAt(t, private+":0", func(http.ResponseWriter, *http.Request) { reached = true })
	_, port, _ := net.SplitHostPort(secret.Listener.Addr().String())
	asked := 0
	serveAt(t, public+":"+port, func(w http.ResponseWriter, r *http.Request) {
		asked++
		w.Header().Set("Connection", "close") // or the next request resolves no name
		fmt.Fprint(w, "User-agent: *\n")
	})
	for name, c := range map[string]struct {
		answers [][]string // one after another, the last repeatedly
		asked   int        // how often the public one is requested
	}{
		"private from the first":          {[][]string{{private}}, 0},
		"private once robots.txt is read": {[][]string{{public}, {private}}, 1},
		"private at the third":            {[][]string{{public}, {public}, {private}}, 2},
	} {
		asked = 0
		client := New(Options{Clock: newManual().clock(), Allow: []netip.Prefix{netip.MustParsePrefix(public + "/32")}, resolver: names(t, c.answers)})
		var err error
		for range 2 { // a page, and again a little later
			if _, err = client.Get(context.Background(), "http://news.example:"+port+"/", Validators{}); err != nil {
				break
			}
		}
		client.Close()
		if !errors.Is(err, ErrPrivate) || asked != c.asked || reached {
			t.Errorf("%s: %v, asked %d times, want %d; the private one %v", name, err, asked, c.asked, reached)
		}
	}
}

// A name with a public and a private address at once leads to the public one, or fails.
func TestPrivateBesidePublic(t *testing.T) {
	reached := false
	s := serveAt(t, "127.0.0.2:0", func(http.ResponseWriter, *http.Request) { reached = true })
	_, port, _ := net.SplitHostPort(s.Listener.Addr().String())
	for _, answer := range [][]string{{"127.0.0.1", "127.0.0.2"}, {"127.0.0.2", "127.0.0.1"}} { // nobody listens at the first
		client := New(Options{Clock: newManual().clock(), Allow: []netip.Prefix{netip.MustParsePrefix("127.0.0.1/32")}, resolver: names(t, [][]string{answer})})
		if _, err := client.Get(context.Background(), "http://news.example:"+port+"/", Validators{}); err == nil || reached {
			t.Errorf("%q: %v, reached %v", answer, err, reached)
		}
		client.Close()
	}
}

// serveAt listens on an address of this computer, if it has that address.
func serveAt(t *testing.T, address string, h http.HandlerFunc) *httptest.Server {
	t.Helper()
	l, err := net.Listen("tcp", address)
	if err != nil {
		t.Skip(err)
	}
	s := httptest.NewUnstartedServer(h)
	_ = s.Listener.Close() // another port is used
	s.Listener = l
	s.Start()
	t.Cleanup(s.Close)
	return s
}

// names returns a resolver that uses a name server of this test, which returns one list of
// addresses after another, for any name.
func names(t *testing.T, answers [][]string) *net.Resolver {
	t.Helper()
	server, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { server.Close() })
	var next atomic.Int32
	go func() {
		buffer := make([]byte, 512)
		for {
			n, from, err := server.ReadFrom(buffer)
			if err != nil {
				return // closed
			}
			if reply, err := reply(buffer[:n], func() []string { return answers[min(int(next.Add(1)), len(answers))-1] }); err == nil {
				_, _ = server.WriteTo(reply, from) // the resolver retries without an answer
			}
		}
	}()
	return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return new(net.Dialer).DialContext(ctx, "udp", server.LocalAddr().String())
	}}
}

// reply answers a query for IPv4 addresses with those that next returns.
func reply(query []byte, next func() []string) ([]byte, error) {
	var m dnsmessage.Message
	if err := m.Unpack(query); err != nil {
		return nil, err
	}
	if len(m.Questions) != 1 {
		return nil, io.ErrUnexpectedEOF
	}
	q := m.Questions[0]
	m = dnsmessage.Message{Header: dnsmessage.Header{ID: m.ID, Response: true, Authoritative: true}, Questions: m.Questions}
	if q.Type == dnsmessage.TypeA {
		for _, a := range next() {
			m.Answers = append(m.Answers, dnsmessage.Resource{
				Header: dnsmessage.ResourceHeader{Name: q.Name, Type: q.Type, Class: q.Class},
				Body:   &dnsmessage.AResource{A: netip.MustParseAddr(a).As4()},
			})
		}
	}
	return m.Pack()
}
