package cli

import (
	"net/netip"

	"dateline/watch/fetch"
)

// NetworkFlag says what may be connected to.
type NetworkFlag struct {
	AllowNetwork []netip.Prefix `help:"Private networks to allow connections to, such as 10.0.0.0/8; others are refused." placeholder:"CIDR"`
}

// Client returns what fetches and calls addresses, within bounds.
func (f NetworkFlag) Client(bounds fetch.Options) *fetch.Client {
	bounds.Agent, bounds.Allow = "dateline/"+Version(), f.AllowNetwork
	return fetch.New(bounds)
}
