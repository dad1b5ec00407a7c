package main

import "errors"

// Exit statuses beside 0, which says that all that was asked for was done.
const (
	someDone = 1
	noneDone = 2
)

// partly is the error of a command that did a part of what was asked for.
type partly struct{ error }

// Unwrap returns what kept it from doing all.
func (p partly) Unwrap() error { return p.error }

// statusOf returns the exit status for the error of a command.
func statusOf(err error) int {
	var signal interrupt
	var part partly
	switch {
	case err == nil:
		return 0
	case errors.As(err, &signal):
		return signal.status()
	case errors.As(err, &part):
		return someDone
	}
	return noneDone
}

// errSomeFailed is returned when some input could not be read; what was wrong
// has been said by then.
var errSomeFailed = errors.New("some input could not be read; see above")

// failure returns the error of a command that has read so many inputs and failed
// with so many others; nil when it failed with none.
func failure(read, failed int) error {
	switch {
	case failed == 0:
		return nil
	case read == 0:
		return errors.New("no input could be read; see above")
	}
	return partly{errSomeFailed}
}
