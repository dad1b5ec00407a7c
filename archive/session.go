package archive

import (
	"context"
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"github.com/ncruces/go-sqlite3"
)

// session is what an Archive uses of one file, until it is closed or the file is replaced.
type session struct {
	path    string
	access  access
	writer  *writer // nil if the file is read-only
	fetcher *fetcher
	*loader
	file    fs.FileInfo                 // which file it is
	journal atomic.Pointer[fs.FileInfo] // its journal when last checked, nil if none
	seen    int                         // data_version that the View shows
}

// begin opens an existing file, read-only if it may not be written; required makes that an
// error.
func (t *tables) begin(path string, a access, required bool) (*session, error) {
	s, err := t.beginUpgraded(path, a)
	if a == readWrite && !required && isForbidden(err) {
		a = readOnly
		s, err = t.beginUpgraded(path, a)
	}
	if a == readOnly && isForbidden(err) {
		if info, statErr := os.Stat(path + journalSuffix); statErr == nil && info.Size() > 0 {
			return nil, &Error{Path: path, Reason: "has a journal beside it, which can't be read where nothing may be written",
				Hint: "copy it with its " + FileName + journalSuffix + " to another folder", Err: err}
		}
		s, err = t.beginUpgraded(path, immutable)
	}
	return s, err
}

// isForbidden reports whether a file or its folder may not be written to.
func isForbidden(err error) bool {
	for _, e := range []error{sqlite3.READONLY, sqlite3.CANTOPEN, sqlite3.PERM, fs.ErrPermission} {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}

// journalSuffix is the suffix of the journal's name in WAL mode.
const journalSuffix = "-wal"

// beginUpgraded upgrades a file of an older Dateline first.
func (t *tables) beginUpgraded(path string, a access) (*session, error) {
	s, err := t.newSession(path, a)
	if !errors.Is(err, errOlder) {
		return s, err
	}
	if err := t.migrate(path); err != nil {
		if isForbidden(err) {
			err = &Error{Path: path, Reason: "was written by an older Dateline", Hint: "open it once where it may be written to", Err: err}
		}
		return nil, err
	}
	return t.newSession(path, a)
}

func (t *tables) newSession(path string, a access) (s *session, err error) {
	s = &session{path: path, access: a}
	if s.file, err = os.Stat(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	if a == readWrite {
		s.writer, err = t.newWriter(path)
	}
	if err == nil || a != readWrite {
		s.fetcher, err = t.newFetcher(path, a)
	}
	if err == nil {
		s.loader, err = t.newLoader(path, a)
	}
	if err != nil {
		_ = s.close() // the first error matters
		return nil, err
	}
	return s, nil
}

func (s *session) canWrite() error {
	switch {
	case s.writer == nil:
		return sqlite3.READONLY
	case s.isReplaced():
		return errReplaced(s.path)
	}
	return nil
}

func (s *session) readTx(ctx context.Context, do func(connection) error) error {
	return s.fetcher.readTx(ctx, do)
}

func (s *session) writeTx(ctx context.Context, do func(transaction) error) error {
	return s.writer.writeTx(ctx, do)
}

func (s *session) poll(ctx context.Context, to Sink) error {
	version, err := s.loader.dataVersion()
	if err != nil || version == s.seen {
		return err
	}
	if err := s.read(ctx, to); err != nil {
		return err
	}
	s.seen = version
	return nil
}

// isReplaced reports whether the file was replaced or deleted.
func (s *session) isReplaced() bool {
	file, err := os.Stat(s.path)
	if err != nil {
		return errors.Is(err, fs.ErrNotExist)
	}
	if !os.SameFile(file, s.file) {
		return true
	}
	var own *fs.FileInfo
	if journal, err := os.Stat(s.path + journalSuffix); err == nil {
		own = &journal
	}
	s.journal.Store(own)
	return false
}

// close closes all connections. If nobody else has the file open, one file is left: the journal
// is checkpointed and deleted, unless it belongs to a file that has replaced this one.
func (s *session) close() error {
	if s == nil {
		return nil
	}
	end := takeTurn(filepath.Dir(s.path))
	keep := s.hasForeignJournal()
	err := errors.Join(s.loader.close(keep), s.fetcher.close(keep), s.writer.close(keep))
	end()
	if s.writer != nil && !keep {
		s.leaveOneFile()
	}
	return err
}

// closers is how often leaveOneFile looks for an abandoned journal.
const closers = 6

// leaveOneFile checkpoints a journal that was left because others used the file when it was
// closed: they were about to close it themselves, or could only read it. It tries a few times at
// irregular moments, and never while somebody else closes the archive, as each would take the
// other for a user of the file. In that case the other does it.
func (s *session) leaveOneFile() {
	for try := range closers {
		if _, err := os.Stat(s.path + journalSuffix); err != nil || s.isReplaced() {
			return
		}
		time.Sleep(rand.N(time.Millisecond << try))
		end := takeTurn(filepath.Dir(s.path))
		if c, err := sqlite3.OpenFlags(s.path, sqlite3.OPEN_READWRITE); err == nil {
			_ = c.Exec(tearDownArchive) // fails if the file is in use
			_ = disconnect(c, false)
		}
		end()
	}
}

func (s *session) hasForeignJournal() bool {
	if s.file == nil || !s.isReplaced() {
		return false
	}
	journal, err := os.Stat(s.path + journalSuffix)
	own := s.journal.Load()
	return err == nil && (own == nil || !os.SameFile(journal, *own))
}
