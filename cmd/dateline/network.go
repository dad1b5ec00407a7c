package main

import (
	"net/netip"

	"dateline/watch/fetch"
)

// networkFlag says what may be connected to.
type networkFlag struct {
	AllowNetwork []netip.Prefix `help:"Private networks that addresses may lie in, as 10.0.0.0/8; others are never connected to." placeholder:"CIDR"`
}

// client returns what fetches and calls addresses, within bounds.
func (f networkFlag) client(bounds fetch.Options) *fetch.Client {
	bounds.Agent, bounds.Allow = "dateline/"+version(), f.AllowNetwork
	return fetch.New(bounds)
}
