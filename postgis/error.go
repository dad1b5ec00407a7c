package postgis

import (
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
