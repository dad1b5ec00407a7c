package serve

import (
	"fmt"
	"net/netip"
	"time"

	"dateline/server"
)

// limitFlags limit the cost of requests and clients.
type limitFlags struct {
	Timeout      time.Duration  `help:"Maximum time for a request; streams continue while they are read." default:"15s"`
	QuerySteps   int            `help:"Maximum steps for a filter, each some 10 ns of a core; 0 for no limit." default:"400000000"`
	ClientSteps  int            `help:"Maximum steps per second and client address; 0 for no limit." default:"40000000"`
	TrustedProxy []netip.Prefix `help:"Proxies whose X-Forwarded-For, -Proto, -Host and -Prefix are trusted, such as 10.0.0.0/8." placeholder:"CIDR"`
}

// check refuses limits that would mean none.
func (f *limitFlags) check() error {
	switch {
	case f.Timeout <= 0:
		return fmt.Errorf("--timeout %v: give more than 0", f.Timeout)
	case f.QuerySteps < 0:
		return fmt.Errorf("--query-steps %d: give 0 or more", f.QuerySteps)
	case f.ClientSteps < 0:
		return fmt.Errorf("--client-steps %d: give 0 or more", f.ClientSteps)
	}
	return nil
}

func (f *limitFlags) limits() server.Limits {
	l := server.Limits{Timeout: f.Timeout, QuerySteps: f.QuerySteps, ClientSteps: f.ClientSteps, TrustedProxies: f.TrustedProxy}
	for _, n := range []*int{&l.QuerySteps, &l.ClientSteps} {
		if *n == 0 {
			*n = -1
		}
	}
	return l
}
