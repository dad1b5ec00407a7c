package fetch

import (
	"bytes"
	"context"
	"io"
	"net/http"
)

// Post sends a body to an address that asked for it, without robots.txt or pacing. It does not
// follow redirects; any response but 2xx is an *Error.
func (c *Client) Post(ctx context.Context, address string, header http.Header, body []byte) error {
	u, err := parse(address)
	if err != nil {
		return &Error{Address: address, Err: err}
	}
	within, cancel := context.WithTimeout(ctx, c.options.Timeout)
	defer cancel()
	req, err := http.NewRequestWithContext(within, http.MethodPost, u.String(), bytes.NewReader(body))
	if err != nil {
		return &Error{Address: address, Err: err}
	}
	req.Header = header.Clone()
	req.Header.Set("User-Agent", c.options.Agent)
	resp, err := c.http.Do(req)
	if err != nil {
		return c.explain(ctx, address, err)
	}
	defer resp.Body.Close()
	_, _ = io.CopyN(io.Discard, resp.Body, 64<<10) // so that the connection can be reused
	if resp.StatusCode < 200 || resp.StatusCode > 299 {
		return c.explain(ctx, address, &statusError{resp.StatusCode, retryAfter(resp.Header.Get("Retry-After"), c.options.Clock.Now())})
	}
	return nil
}
