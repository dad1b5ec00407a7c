package archive

import (
	"errors"
	"os"
)

// Reopen switches to the file that has replaced the one in use, if it is an archive, and reports
// whether it did: Read then starts over. The error is an *Error while there is no file.
func (a *Archive) Reopen() (reopened bool, err error) {
	a.using.Lock()
	defer a.using.Unlock()
	if a.closed {
		return false, ErrClosed
	}
	s, is := a.engine.(*session)
	if a.engine != nil && (!is || !s.isReplaced()) {
		return false, nil
	}
	if _, err := os.Stat(a.path); errors.Is(err, os.ErrNotExist) {
		return false, errMissing(a.path)
	}
	// The journal beside it may belong to the old file, and disappears when that is closed.
	if err := a.inspectAlone(); err != nil {
		return false, explain(a.path, err)
	}
	_ = s.close() // the file no longer exists
	a.engine = nil
	if s, err = a.tables.begin(a.path, a.access, false); err != nil {
		return false, explain(a.path, err)
	}
	a.engine = s
	return true, nil
}

// inspectAlone inspects a file without its journal.
func (a *Archive) inspectAlone() error {
	c, err := a.tables.connect(a.path, immutable)
	if errors.Is(err, errOlder) {
		return nil
	}
	return errors.Join(err, disconnect(c, false))
}

func errMissing(path string) error {
	return &Error{Path: path, Reason: "was removed", Hint: "put it back, or ingest again"}
}

func errReplaced(path string) error {
	return &Error{Path: path, Reason: "was removed or replaced while it was open", Hint: "run again"}
}

func errNoFile(path string) error {
	return &Error{Path: path, Reason: "is a database and no file", Hint: "pg_dump and pg_restore save and restore it, VACUUM FULL compacts it; dateline copy makes a file of it"}
}
