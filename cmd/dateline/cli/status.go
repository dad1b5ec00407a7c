package cli

import "errors"

// Exit statuses beside 0, which says that all that was asked for was done.
const (
	SomeDone = 1
	NoneDone = 2
)

// partial is the error of a command that did a part of what was asked for.
type partial struct{ error }

// Unwrap returns what kept it from doing all.
func (p partial) Unwrap() error { return p.error }

// Partly returns an error that says that a part was done, and what kept the command from
// doing all.
func Partly(err error) error { return partial{err} }

// IsPartial reports whether a command that returns err did a part of what was asked for.
func IsPartial(err error) bool {
	var part partial
	return errors.As(err, &part)
}

// StatusOf returns the exit status for the error of a command.
func StatusOf(err error) int {
	var signal interrupt
	switch {
	case err == nil:
		return 0
	case errors.As(err, &signal):
		return signal.status()
	case IsPartial(err):
		return SomeDone
	}
	return NoneDone
}

// errSomeFailed is returned when some input could not be read; what was wrong
// has been said by then.
var errSomeFailed = errors.New("some input could not be read; see above")

// Failure returns the error of a command that has read so many inputs and failed
// with so many others; nil when it failed with none.
func Failure(read, failed int) error {
	switch {
	case failed == 0:
		return nil
	case read == 0:
		return errors.New("no input could be read; see above")
	}
	return Partly(errSomeFailed)
}
