package postgres_test

import (
	"errors"
	"fmt"
	"io"
	"testing"

	"dateline/archive/postgres"

	"github.com/jackc/pgx/v5/pgconn"
)

// TestUnavailable: a database is unavailable if a retry can succeed, but not if somebody has to
// change something.
func TestUnavailable(t *testing.T) {
	for _, tt := range []struct {
		err         error
		unavailable bool
	}{
		{&pgconn.ConnectError{Config: &pgconn.Config{}}, true},
		{io.ErrUnexpectedEOF, true},
		{&pgconn.PgError{Code: "57P03"}, true},  // starting up
		{&pgconn.PgError{Code: "53300"}, true},  // too many connections
		{&pgconn.PgError{Code: "40001"}, true},  // in the way of what a standby replays
		{&pgconn.PgError{Code: "28P01"}, false}, // password
		{&pgconn.PgError{Code: "42501"}, false}, // privilege
		{&pgconn.PgError{Code: "42P01"}, false}, // table
		{&pgconn.PgError{Code: "22021"}, false}, // encoding
		{&pgconn.PgError{Code: "53100"}, false}, // disk
		{&pgconn.PgError{Code: "XX000"}, false},
	} {
		known, is := errors.AsType[*postgres.Error](postgres.Explain(fmt.Errorf("asking: %w", tt.err)))
		if !is || known.Unavailable() != tt.unavailable {
			t.Errorf("%v: %v, want unavailable: %t", tt.err, known, tt.unavailable)
		}
	}
}
