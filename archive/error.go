package archive

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
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
	for _, known := range knownErrors() {
		if slices.ContainsFunc(known.causes, func(cause error) bool { return errors.Is(err, cause) }) {
			e := known.Error
			e.Path, e.Err = path, err
			return &e
		}
	}
	return &Error{Path: path, Reason: "can't be used", Err: err}
}

// What to do about a damaged file: hintOfCheck where the damage was located.
const (
	hintOfDamage = "`dateline check` says what is; " + hintOfCheck
	hintOfCheck  = "restore it from a copy, or move it away and ingest again"
)

// knownError is an error that users can do something about.
type knownError struct {
	causes []error
	Error
}

// knownErrors lists the known ones; the first match counts. A full disk has several names: the
// driver reports it as a failed write.
func knownErrors() []knownError {
	const makeRoom = "make space and run again; what was stored before is kept"
	return []knownError{
		{[]error{feature.ErrFull}, Error{Reason: "holds more than can be shown at once", Hint: "divide the articles between two archives"}},
		{[]error{syscall.ENOSPC, sqlite3.FULL}, Error{Reason: "the disk is full", Hint: makeRoom}},
		{[]error{sqlite3.IOERR_WRITE, sqlite3.IOERR_SHMSIZE}, Error{Reason: "can't be written to; the disk may be full", Hint: makeRoom}},
		{[]error{sqlite3.IOERR}, Error{Reason: "can't be read or written", Hint: "look after the disk; what was stored before is kept"}},
		{[]error{sqlite3.NOTADB}, Error{Reason: "is no GeoPackage", Hint: "move the file away or choose another folder"}},
		{[]error{sqlite3.CORRUPT, sqlite3.ERROR}, Error{Reason: "is damaged", Hint: hintOfDamage}}, // ERROR: a table or column is missing
		{[]error{sqlite3.BUSY, sqlite3.LOCKED}, Error{Reason: "another process is writing to it", Hint: "try again when that is done"}},
		{[]error{syscall.EROFS, fs.ErrPermission, sqlite3.READONLY, sqlite3.PERM}, Error{
			Reason: "may not be written to", Hint: "allow it or choose another folder", unwritable: "the archive of this server may not be written to",
		}},
		{[]error{fs.ErrNotExist}, Error{Reason: "can't be made", Hint: "choose another folder"}},
		{[]error{syscall.ENOTDIR}, Error{Reason: "can't be made, as its folder is a file", Hint: "choose another folder"}},
		{[]error{sqlite3.CANTOPEN}, Error{Reason: "can't be opened or made", Hint: "look whether the folder may be written to, or choose another"}},
	}
}
