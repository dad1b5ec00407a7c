package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"code.dny.dev/ssrf"
)

// Reasons of an Error.
var (
	ErrRobots   = errors.New("its robots.txt does not allow it")
	ErrPrivate  = errors.New("its address lies in a private network")
	ErrTooLarge = errors.New("the answer is too large")

	errNoAddress = errors.New("not an address that begins with http:// or https://")
)

// Error says what could not be fetched, and why.
type Error struct {
	Address string
	Err     error

	// Passing says that the same may work later: the server is busy, or did not answer.
	Passing bool

	// RetryAfter is how long the server asks to be left alone; 0 where it doesn't say.
	RetryAfter time.Duration
}

// Error returns one line.
func (e *Error) Error() string { return e.Address + ": " + e.Err.Error() }

// Unwrap returns the reason.
func (e *Error) Unwrap() error { return e.Err }

// explain makes an Error of what kept an address from being fetched.
func (c *Client) explain(ctx context.Context, address string, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	e := &Error{Address: address, Err: plain(err)}
	var status *statusError
	var own *Error
	switch {
	case errors.As(err, &own):
		return own
	case errors.Is(err, ssrf.ErrProhibitedIP), errors.Is(err, ssrf.ErrProhibitedNetwork):
		e.Err = fmt.Errorf("%w; allow it by --allow-network if it is meant", ErrPrivate)
	case errors.Is(err, ErrRobots), errors.Is(err, ErrTooLarge):
	case errors.As(err, &status):
		e.Passing, e.RetryAfter = status.isPassing(), status.retryAfter
	default:
		e.Passing = true
	}
	return e
}

// plain leaves out of an error what was called with what.
func plain(err error) error {
	var request *url.Error
	if errors.As(err, &request) {
		err = request.Err
	}
	var lookup *net.DNSError // which says whom we asked
	if errors.As(err, &lookup) && lookup.IsNotFound {
		return errNoHost
	}
	var timeout net.Error
	if errors.Is(err, context.DeadlineExceeded) || errors.As(err, &timeout) && timeout.Timeout() {
		return errTimeout
	}
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF):
		return errBroken
	case errors.Is(err, io.EOF):
		return errSilent
	}
	return err
}

var (
	errTimeout = errors.New("no answer in time")
	errNoHost  = errors.New("there is no server of that name")
	errBroken  = errors.New("the answer breaks off before it is as long as the server said")
	errSilent  = errors.New("the server hung up without an answer")
)

// statusError is an answer that is none.
type statusError struct {
	status     int
	retryAfter time.Duration
}

func (e *statusError) Error() string {
	return strings.TrimSpace(fmt.Sprintf("the server answers %d %s", e.status, http.StatusText(e.status)))
}

// isPassing reports whether it may be otherwise later.
func (e *statusError) isPassing() bool {
	return e.status >= 500 || e.status == http.StatusTooManyRequests || e.status == http.StatusRequestTimeout || e.status == http.StatusTooEarly
}

// maxRetryAfter is the longest that a server is obeyed when it asks to be left alone.
const maxRetryAfter = 24 * time.Hour

// retryAfter reads the header (RFC 9110, 10.2.3): seconds, or a date.
func retryAfter(s string, now time.Time) time.Duration {
	if s = strings.TrimSpace(s); s == "" {
		return 0
	}
	if strings.Trim(s, "0123456789") == "" {
		if seconds, err := strconv.ParseUint(s, 10, 32); err == nil {
			return min(time.Duration(seconds)*time.Second, maxRetryAfter)
		}
		return maxRetryAfter
	}
	at, err := http.ParseTime(s)
	if err != nil {
		return 0
	}
	return min(max(at.Sub(now), 0), maxRetryAfter)
}
