package server

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"dateline/geoparse"
	"dateline/query"
	"dateline/view"
)

// Problem is the only kind of error that clients see: RFC 9457 problem details. Any other error
// is an internal failure and is not disclosed.
type Problem struct {
	Type      string `json:"type"`
	Title     string `json:"title"`
	Status    int    `json:"status"`
	Detail    string `json:"detail,omitempty"`
	Parameter string `json:"parameter,omitempty"` // the one at fault

	header http.Header
}

func (p *Problem) Error() string { return p.Title + ": " + p.Detail }

// NewProblem makes a problem of a status and a detail.
func NewProblem(status int, format string, args ...any) *Problem {
	return &Problem{
		Type: "about:blank", Title: http.StatusText(status), Status: status,
		Detail: fmt.Sprintf(format, args...), header: http.Header{},
	}
}

// With adds a header to the answer.
func (p *Problem) With(name, value string) *Problem {
	p.header.Set(name, value)
	return p
}

// BadParameter reports an invalid parameter.
func BadParameter(name, format string, args ...any) *Problem {
	p := NewProblem(http.StatusBadRequest, "%s: %s", name, fmt.Sprintf(format, args...))
	p.Parameter = name
	return p
}

// NotFound reports an unknown path.
func NotFound(path string) *Problem {
	return NewProblem(http.StatusNotFound, "nothing is at %s; /api lists all paths", path)
}

func notAllowed(method, allow string) *Problem {
	return NewProblem(http.StatusMethodNotAllowed, "the method %s is not allowed here; use one of %s", method, allow).With("Allow", allow)
}

// Unavailable reports that a request can't be answered now, but may be later.
func Unavailable(format string, args ...any) *Problem {
	return NewProblem(http.StatusServiceUnavailable, format, args...).With("Retry-After", "10")
}

// TimeoutError returns an error, or Unavailable if a deadline caused it.
func TimeoutError(err error, format string, args ...any) error {
	if errors.Is(err, context.DeadlineExceeded) {
		return Unavailable(format, args...)
	}
	return err
}

func notAcceptable(offers []string) *Problem {
	return NewProblem(http.StatusNotAcceptable, "this resource is available as %s; choose with Accept or f", strings.Join(offers, " or "))
}

// isUnavailable reports whether an error says that the database is unavailable.
func isUnavailable(err error) bool {
	var e interface {
		error
		Unavailable() bool
	}
	return errors.As(err, &e) && e.Unavailable()
}

// unwritable returns why an archive may not be written, in words for clients; empty for any other
// error.
func unwritable(err error) string {
	var only interface {
		error
		Unwritable() string
	}
	if errors.As(err, &only) {
		return only.Unwritable()
	}
	return ""
}

// failure turns any error into an answer: the only place that does.
func (s *service) failure(err error) *Answer {
	var p *Problem
	var tooLarge *http.MaxBytesError
	var cost *query.CostError
	var cursor *view.CursorError
	var unready *view.NotReadyError
	switch {
	case errors.As(err, &p):
	case errors.As(err, &tooLarge):
		p = NewProblem(http.StatusRequestEntityTooLarge, "the body is larger than %d bytes; send it in parts", tooLarge.Limit)
	case errors.As(err, &cost):
		p = BadParameter("filter", "%v", cost)
	case errors.As(err, &cursor):
		p = BadParameter("position", "%v", cursor)
	case errors.As(err, &unready):
		p = Unavailable("%v", unready)
	case isUnavailable(err):
		s.Log.Error("request failed", "error", err)
		p = Unavailable("the database of this server does not answer; try again later")
	case unwritable(err) != "":
		s.Log.Error("request failed", "error", err)
		p = NewProblem(http.StatusForbidden, "nothing was changed: %s", unwritable(err))
	case errors.Is(err, context.DeadlineExceeded):
		p = Unavailable("the answer was not ready after %v and was given up; ask for less, as by bbox or datetime where these can be given, or try again later", s.Limits.Timeout)
	case errors.Is(err, context.Canceled):
		p = NewProblem(http.StatusServiceUnavailable, "the request was cancelled")
	default:
		s.Log.Error("request failed", "error", withStack(err))
		p = NewProblem(http.StatusInternalServerError, "the server failed; its log has the details")
	}
	return &Answer{Status: p.Status, Media: TypeProblem, Body: JSON(p), Header: p.header, Private: true}
}

// withStack adds the stack to a panic of the parser, for the log.
func withStack(err error) error {
	if fault, is := errors.AsType[*geoparse.PanicError](err); is {
		return fmt.Errorf("%w\n%s", err, fault.Stack)
	}
	return err
}
