package cli

import "errors"

// Exit statuses besides 0, success.
const (
	SomeDone = 1
	NoneDone = 2
)

// partial is the error of a command that did only a part of its work.
type partial struct{ error }

// Unwrap returns the reason.
func (p partial) Unwrap() error { return p.error }

// Partly returns an error saying that only a part was done, with the reason.
func Partly(err error) error { return partial{err} }

// IsPartial reports whether err is that of a command that did a part of its work.
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

// errSomeFailed is returned if some input could not be read, after the errors were printed.
var errSomeFailed = errors.New("some input could not be read; see above")

// Failure returns the error of a command that has read and failed to read so many inputs; nil if
// it failed with none.
func Failure(read, failed int) error {
	switch {
	case failed == 0:
		return nil
	case read == 0:
		return errors.New("no input could be read; see above")
	}
	return Partly(errSomeFailed)
}
