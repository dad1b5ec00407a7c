package postgis

import (
	"context"
	"errors"

	"dateline/archive/postgres"
	"dateline/view"
)

// unready says that what follows from all events is still in the making, where who asks can't
// wait for it, or where somebody else has to make it, as this role may not write.
func unready(what string, err error) error {
	if said, is := errors.AsType[*postgres.Error](err); errors.Is(err, context.DeadlineExceeded) || is && said.Unwritable() != "" {
		return &view.NotReadyError{What: what}
	}
	return err
}
