package postgis

import (
	"context"
	"errors"

	"dateline/archive/postgres"
	"dateline/view"
)

// notReady returns a *view.NotReadyError if a derived collection is still being computed when the
// request's time is over, or if this role may not write it; other errors unchanged.
func notReady(what string, err error) error {
	if said, is := errors.AsType[*postgres.Error](err); errors.Is(err, context.DeadlineExceeded) || is && said.Unwritable() != "" {
		return &view.NotReadyError{What: what}
	}
	return err
}
