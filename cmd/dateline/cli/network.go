package cli

import (
	"net/netip"

	"dateline/watch/fetch"
)

// NetworkFlag allows private networks.
type NetworkFlag struct {
	AllowNetwork []netip.Prefix `help:"Private networks to allow connections to, such as 10.0.0.0/8; others are refused." placeholder:"CIDR"`
}

// Client returns a client that fetches and calls addresses, within limits.
func (f NetworkFlag) Client(bounds fetch.Options) *fetch.Client {
	bounds.Agent, bounds.Allow = "dateline/"+Version(), f.AllowNetwork
	return fetch.New(bounds)
}
