package postgis

import (
	"context"
	"errors"

	"dateline/archive/postgres"
	"dateline/view"
)

// away makes an error of the database one that says so to who asks.
func away(err error) error {
	var failed *postgres.Error
	if errors.As(err, &failed) {
		return &view.AwayError{Err: err}
	}
	return err
}

// unready says that what follows from all events is still in the making, where who asks can't
// wait for it.
func unready(what string, err error) error {
	if errors.Is(err, context.DeadlineExceeded) {
		return &view.UnreadyError{What: what}
	}
	return away(err)
}
