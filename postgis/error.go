package postgis

import (
	"context"
	"errors"

	"dateline/view"
)

// unready says that what follows from all events is still in the making, where who asks can't
// wait for it.
func unready(what string, err error) error {
	if errors.Is(err, context.DeadlineExceeded) {
		return &view.UnreadyError{What: what}
	}
	return err
}
