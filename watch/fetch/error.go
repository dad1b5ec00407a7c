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

	// Temporary means that a retry may succeed: the server is busy, or did not answer.
	Temporary bool

	// RetryAfter is the delay that the server asks for; 0 if it doesn't.
	RetryAfter time.Duration
}

// Error returns one line.
func (e *Error) Error() string { return e.Address + ": " + e.Err.Error() }

// Unwrap returns the reason.
func (e *Error) Unwrap() error { return e.Err }

// explain makes an Error of the reason that an address could not be fetched.
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
		e.Temporary, e.RetryAfter = status.isTemporary(), status.retryAfter
	default:
		e.Temporary = true
	}
	return e
}

// plain removes the operation and address from an error.
func plain(err error) error {
	var request *url.Error
	if errors.As(err, &request) {
		err = request.Err
	}
	var lookup *net.DNSError // which names the server asked
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
	errTimeout = errors.New("no answer within the time limit")
	errNoHost  = errors.New("no such host")
	errBroken  = errors.New("the answer is shorter than the server announced")
	errSilent  = errors.New("the server closed the connection without an answer")
)

// statusError is a status other than success.
type statusError struct {
	status     int
	retryAfter time.Duration
}

func (e *statusError) Error() string {
	return strings.TrimSpace(fmt.Sprintf("the server answers %d %s", e.status, http.StatusText(e.status)))
}

// isTemporary reports whether a retry may succeed.
func (e *statusError) isTemporary() bool {
	return e.status >= 500 || e.status == http.StatusTooManyRequests || e.status == http.StatusRequestTimeout || e.status == http.StatusTooEarly
}

// maxRetryAfter is the longest delay that is honoured.
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
