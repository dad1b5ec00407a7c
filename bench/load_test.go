package main

import (
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

func TestDriveCountsWhatIsAnswered(t *testing.T) {
	var served atomic.Int64
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if served.Add(1); r.Host != "pass0.localhost" {
			t.Errorf("asked for host %s", r.Host)
		}
		_, _ = w.Write([]byte("seven b"))
	}))
	defer s.Close()
	k := kind{of: tile, next: again(question{host: "pass0.localhost"})}
	m, err := drive(t.Context(), newClient(), &site{base: s.URL, tile: "/%d/%d/%d"}, &k, 20*time.Millisecond)
	if err != nil {
		t.Fatal(err)
	}
	if n := served.Load(); n == 0 || n != int64(len(m.each)) || m.bytes != 7*n || m.largest != 7 {
		t.Errorf("%d were answered, of 7 bytes each; counted %d, %d bytes, largest %d", n, len(m.each), m.bytes, m.largest)
	}
}

func TestDriveEndsAtTheFirstFailure(t *testing.T) {
	s := httptest.NewServer(http.NotFoundHandler())
	defer s.Close()
	k := kind{of: tile, next: again(question{})}
	m, err := drive(t.Context(), newClient(), &site{name: "peer", base: s.URL, tile: "/%d/%d/%d"}, &k, time.Minute)
	if err == nil || !strings.Contains(err.Error(), "peer: GET "+s.URL+"/0/0/0: 404") {
		t.Errorf("error %v", err)
	}
	if len(m.each) > 2*connections {
		t.Errorf("went on for %d questions", len(m.each))
	}
}

func TestReport(t *testing.T) {
	b := bench{n: 10, servers: []*server{{site: site{name: "ours"}}, {site: site{name: "theirs"}}}, found: make([][][]measured, 2)}
	for i, ms := range []time.Duration{1, 4} {
		b.found[i] = make([][]measured, len(kinds()))
		b.found[i][0] = []measured{{took: 10 * ms * time.Millisecond, bytes: 20000, largest: 3000, each: slices.Repeat([]time.Duration{ms * time.Millisecond}, 10)}}
	}
	var out strings.Builder
	b.report(&out)
	for _, want := range []string{"| ours | 1000.0 | 1.00 ms | 2, 3 | 1.00 |", "| theirs | 250.0 | 4.00 ms | 2, 3 | 4.00 |"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, &out)
		}
	}
}
