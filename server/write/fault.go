package write

import (
	"errors"
	"fmt"

	"dateline/document"
	"dateline/geoparse"
)

// fault is a text that a bug of the parser made unreadable. The others of its request are read.
type fault struct {
	Line  int    `json:"line,omitempty"` // of the body; 0 if it has none
	ID    string `json:"id,omitempty"`   // as given, else the one it would get
	Error string `json:"error"`
}

// unread is the error of a fault.
type unread struct {
	fault
	cause *geoparse.PanicError
}

// Error is the line of the log.
func (u *unread) Error() string { return fmt.Sprintf("line %d, id %q: %v", u.Line, u.ID, u.cause) }

// Unwrap returns the panic.
func (u *unread) Unwrap() error { return u.cause }

// withFault turns the error of a panic into a fault of one text.
func withFault(err error, line int, id string) error {
	if cause, is := errors.AsType[*geoparse.PanicError](err); is {
		return &unread{fault{line, id, "the parser failed on this text, which is a fault of the server; its log has the details"}, cause}
	}
	return err
}

// guarded calls read and turns a panic into an error.
func guarded(read func() (document.Document, error)) (d document.Document, err error) {
	defer func() {
		if v := recover(); v != nil {
			err = geoparse.Recovered(v)
		}
	}()
	return read()
}

// faults are those of a request.
type faults []*unread

// take notes an error that is a fault, and reports whether it is one.
func (f *faults) take(err error) bool {
	u, is := errors.AsType[*unread](err)
	if is {
		*f = append(*f, u)
	}
	return is
}

// list returns the faults for the client.
func (f faults) list() []fault {
	var list []fault
	for _, u := range f {
		list = append(list, u.fault)
	}
	return list
}

// errors returns the faults for the log.
func (f faults) errors() []error {
	var all []error
	for _, u := range f {
		all = append(all, u)
	}
	return all
}
