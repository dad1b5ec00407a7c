package serve

import (
	"fmt"
	"net/url"
)

// Validate refuses a public address that links can't begin with, and limits that would mean none.
func (c *Command) Validate() error {
	if u, err := url.Parse(c.Public); c.Public != "" && (err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "") {
		return fmt.Errorf("--public %s: want an address that begins with https:// or http://", c.Public)
	}
	return c.limitFlags.check()
}
