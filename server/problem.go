package server

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"dateline/geoparse"
	"dateline/query"
)

// problem is the one kind of error that clients are told of: RFC 9457 problem
// details. Any other error is a failure of ours and stays inside.
type problem struct {
	Type      string `json:"type"`
	Title     string `json:"title"`
	Status    int    `json:"status"`
	Detail    string `json:"detail,omitempty"`
	Parameter string `json:"parameter,omitempty"` // the one at fault

	header http.Header
}

func (p *problem) Error() string { return p.Title + ": " + p.Detail }

func newProblem(status int, format string, args ...any) *problem {
	return &problem{
		Type: "about:blank", Title: http.StatusText(status), Status: status,
		Detail: fmt.Sprintf(format, args...), header: http.Header{},
	}
}

// with adds a header to the answer.
func (p *problem) with(name, value string) *problem {
	p.header.Set(name, value)
	return p
}

// badParameter says what is wrong with one parameter.
func badParameter(name, format string, args ...any) *problem {
	p := newProblem(http.StatusBadRequest, "%s: %s", name, fmt.Sprintf(format, args...))
	p.Parameter = name
	return p
}

func notFound(path string) *problem {
	return newProblem(http.StatusNotFound, "there is nothing at %s; see /api for what there is", path)
}

func notAllowed(method, allow string) *problem {
	return newProblem(http.StatusMethodNotAllowed, "%s is not possible here; use one of %s", method, allow).with("Allow", allow)
}

// late says what was not ready in time, and how to ask for less.
func late(format string, args ...any) *problem {
	return newProblem(http.StatusServiceUnavailable, format, args...).with("Retry-After", "10")
}

// lateError returns an error, or that something was late (late) where a deadline was
// the reason.
func lateError(err error, format string, args ...any) error {
	if errors.Is(err, context.DeadlineExceeded) {
		return late(format, args...)
	}
	return err
}

func notAcceptable(offers []string) *problem {
	return newProblem(http.StatusNotAcceptable, "this resource comes as %s; ask with Accept or f", strings.Join(offers, " or "))
}

// failure makes an answer of any error: the one place that does.
func (s *service) failure(err error) *answer {
	var p *problem
	var tooLarge *http.MaxBytesError
	var cost *query.CostError
	switch {
	case errors.As(err, &p):
	case errors.As(err, &tooLarge):
		p = newProblem(http.StatusRequestEntityTooLarge, "the body is larger than %d bytes; send it in parts", tooLarge.Limit)
	case errors.As(err, &cost):
		p = badParameter("filter", "%v", cost)
	case errors.Is(err, context.DeadlineExceeded):
		p = late("the answer was not ready after %v and was given up; ask for less, as by bbox or datetime where these can be given, or try again later", s.Limits.Timeout)
	case errors.Is(err, context.Canceled):
		p = newProblem(http.StatusServiceUnavailable, "the request was given up")
	default:
		var fault *geoparse.PanicError
		if errors.As(err, &fault) {
			err = fmt.Errorf("%w\n%s", err, fault.Stack)
		}
		s.Log.Error("request failed", "error", err)
		p = newProblem(http.StatusInternalServerError, "the server failed; what happened is in its log")
	}
	return &answer{status: p.Status, media: typeProblem, body: toJSON(p), header: p.header, private: true}
}
