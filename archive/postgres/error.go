package postgres

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/jackc/pgx/v5/pgconn"
)

// Error says what is wrong with a database and what to do about it.
type Error struct {
	Reason, Hint string
	Err          error // the cause; nil if Reason says it all

	unavailable bool
	unwritable  string
}

// Error returns the message.
func (e *Error) Error() string {
	s := e.Reason
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Unavailable reports whether the database can't answer now but may later: a retry can succeed.
func (e *Error) Unavailable() bool { return e.unavailable }

// Unwritable returns why what was to be written may only be read, in words for anybody; empty for
// any other error.
func (e *Error) Unwritable() string { return e.unwritable }

// writing completes an error of a transaction that writes.
func writing(err error) error {
	if e, is := errors.AsType[*Error](err); is {
		if said, is := errors.AsType[*pgconn.PgError](e.Err); is {
			e.unwritable = map[string]string{"42501": "the database role of this server may not write", "25006": "the database of this server may only be read"}[said.Code]
		}
	}
	return err
}

// Explain converts an error of the server or the network to an *Error. It returns any other error,
// such as that of a context, unchanged.
func Explain(err error) error {
	var known *Error
	if err == nil || errors.As(err, &known) || errors.Is(err, context.Canceled) {
		return err
	}
	if said, is := errors.AsType[*pgconn.PgError](err); is {
		if said.Code == codeQueryCanceled {
			return fmt.Errorf("%w: %w", context.DeadlineExceeded, err)
		}
		if e, found := knownErrors()[said.Code]; found {
			e.Err = err
			return &e
		}
		if e, found := knownErrors()[said.Code[:2]]; found {
			e.Err = err
			return &e
		}
		return &Error{Reason: "refuses what was asked", Err: err}
	}
	if _, is := errors.AsType[*pgconn.ConnectError](err); is {
		return &Error{Reason: "can't be reached", Hint: "see whether the server runs and the address is right", Err: err, unavailable: true}
	}
	if errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	if pgconn.Timeout(err) || pgconn.SafeToRetry(err) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		return &Error{Reason: "was lost while it was used", Hint: "try again; what was acknowledged is kept", Err: err, unavailable: true}
	}
	return err
}

// codeQueryCanceled is the code of statements that exceed Tx.Limit.
const codeQueryCanceled = "57014"

// knownErrors returns the errors that an operator can act on, by PostgreSQL's code or the first two
// characters of it (PostgreSQL manual, appendix A).
func knownErrors() map[string]Error {
	const allow = "let its role do that, or give another in the address"
	return map[string]Error{
		"28":    {Reason: "does not let that role in", Hint: "see the role and the password: in the address, PGPASSWORD or ~/.pgpass"},
		"3D000": {Reason: "is not there", Hint: "make it with createdb"},
		"42501": {Reason: "may not be used so", Hint: allow},
		"42P01": {Reason: "hides its tables from that role", Hint: "give the role that ran `dateline migrate`, or let this one use the schema " + Tables + " too"},
		"55P03": {Reason: "has a table locked by somebody else", Hint: "try again when that is done"},
		"22021": {Reason: "cannot store a text that is not UTF-8 or contains the character U+0000", Hint: "remove that"},
		"25006": {Reason: "may only be read", Hint: "give the address of the primary server"},
		"53100": {Reason: "the disk of the server is full", Hint: "make space and run again; what was stored before is kept"},
		"53300": {Reason: "has no connection left", Hint: "raise max_connections, or give the address pool_max_conns=4", unavailable: true},
		"57":    {Reason: "is being shut down or started", Hint: "try again when that is done", unavailable: true},
		"40":    {Reason: "gave up what was asked for another transaction", Hint: "try again", unavailable: true},
		"08":    {Reason: "was lost while it was used", Hint: "try again; what was acknowledged is kept", unavailable: true},
	}
}

// IsConflict reports whether a WriteSnapshotTx failed because of a concurrent transaction: a
// serialization failure or a deadlock.
func IsConflict(err error) bool {
	said, is := errors.AsType[*pgconn.PgError](err)
	return is && (said.Code == "40001" || said.Code == "40P01")
}
