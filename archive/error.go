package archive

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"

	"dateline/archive/postgres"
	"dateline/feature"

	"github.com/ncruces/go-sqlite3"
)

// Error says what is wrong with an archive and what to do about it. Stored content is
// unaffected.
type Error struct {
	Path   string // of the file
	Reason string // what is wrong
	Hint   string // what to do; empty if unknown
	Err    error  // the cause; nil if Reason says it all

	unavailable bool
	unwritable  string
}

// Error returns one line: the file, what is wrong, what to do.
func (e *Error) Error() string {
	s := e.Path + ": " + e.Reason
	if e.Hint != "" {
		s += ": " + e.Hint
	}
	if e.Err != nil {
		s += fmt.Sprintf(" (%s)", strings.ReplaceAll(e.Err.Error(), "\n", "; "))
	}
	return s
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Unavailable reports whether the archive is in a database that can't answer now but may later.
func (e *Error) Unavailable() bool { return e.unavailable }

// Unwritable returns why the archive may be read but not written, in words for anybody, without its
// path; empty for any other error.
func (e *Error) Unwritable() string { return e.unwritable }

// ErrClosed is returned by all methods after Close.
var ErrClosed = errors.New("archive: the archive is closed")

// explain turns errors of SQLite and the file system into an Error.
func explain(path string, err error) error {
	if err == nil {
		return nil
	}
	var known *Error
	for _, as := range []error{ErrClosed, context.Canceled, context.DeadlineExceeded} {
		if errors.Is(err, as) {
			return err
		}
	}
	if errors.As(err, &known) {
		return err
	}
	if said, is := errors.AsType[*postgres.Error](err); is {
		return &Error{Path: path, Reason: said.Reason, Hint: said.Hint, Err: said.Err, unavailable: said.Unavailable(), unwritable: said.Unwritable()}
	}
	for _, c := range knownErrors() {
		if errors.Is(err, c.err) {
			e := &Error{Path: path, Reason: c.reason, Hint: c.wayOut, Err: err}
			if c.reason == readOnlyReason {
				e.unwritable = "the archive of this server " + c.reason
			}
			return e
		}
	}
	return &Error{Path: path, Reason: "can't be used", Err: err}
}

// What to do about a damaged file: wayOutOfCheck where the damage was located.
const (
	wayOutOfDamage = "`dateline check` says what is; " + wayOutOfCheck
	wayOutOfCheck  = "restore it from a copy, or move it away and ingest again"
)

const readOnlyReason = "may not be written to"

// knownError is an error that users can do something about.
type knownError struct {
	err            error
	reason, wayOut string
}

// knownErrors lists the known ones; the first match counts. A full disk has several names: the
// driver reports it as a failed write.
func knownErrors() []knownError {
	const (
		makeRoom = "make space and run again; what was stored before is kept"
		busy     = "another process is writing to it"
		later    = "try again when that is done"
		allow    = "allow it or choose another folder"
	)
	return []knownError{
		{feature.ErrFull, "holds more than can be shown at once", "divide the articles between two archives"},
		{syscall.ENOSPC, "the disk is full", makeRoom},
		{sqlite3.FULL, "the disk is full", makeRoom},
		{sqlite3.IOERR_WRITE, "can't be written to; the disk may be full", makeRoom},
		{sqlite3.IOERR_SHMSIZE, "can't be written to; the disk may be full", makeRoom},
		{sqlite3.IOERR, "can't be read or written", "look after the disk; what was stored before is kept"},
		{sqlite3.NOTADB, "is no GeoPackage", "move the file away or choose another folder"},
		{sqlite3.CORRUPT, "is damaged", wayOutOfDamage},
		{sqlite3.ERROR, "is damaged", wayOutOfDamage}, // a table or column is missing
		{sqlite3.BUSY, busy, later},
		{sqlite3.LOCKED, busy, later},
		{syscall.EROFS, readOnlyReason, allow},
		{fs.ErrPermission, readOnlyReason, allow},
		{sqlite3.READONLY, readOnlyReason, allow},
		{sqlite3.PERM, readOnlyReason, allow},
		{fs.ErrNotExist, "can't be made", "choose another folder"},
		{syscall.ENOTDIR, "can't be made, as its folder is a file", "choose another folder"},
		{sqlite3.CANTOPEN, "can't be opened or made", "look whether the folder may be written to, or choose another"},
	}
}
