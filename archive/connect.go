package archive

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"time"

	"dateline/geopackage"

	"github.com/ncruces/go-sqlite3"
)

// access is how a connection uses a file.
type access int

const (
	readWrite access = iota
	readOnly         // while others may write
	immutable        // where nothing may be written, not even the journal's index: nobody else writes then
	salvage          // likewise, of a damaged file whose end may be missing
)

// busyTimeout is how long a writer waits for another's transaction.
const busyTimeout = 10 * time.Second

// longestPause is the longest a writer waits before it tries the lock again.
const longestPause = 100 * time.Millisecond

// errOlder says that the archive must be upgraded first.
var errOlder = errors.New("it was written by an older Dateline")

// connect opens a file that is an archive of this version. It changes nothing in any other file.
func (t *tables) connect(path string, a access) (*sqlite3.Conn, error) {
	c, err := openFile(path, a)
	if err != nil {
		return nil, err
	}
	if err := t.setUp(c, path, a); err != nil {
		_ = disconnect(c, false) // the first error matters
		return nil, err
	}
	return c, nil
}

func openFile(path string, a access) (*sqlite3.Conn, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, &Error{Path: path, Reason: "is not there", Hint: "give the folder of an archive, or make one with `dateline ingest`"}
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, &Error{Path: path, Reason: "is no file", Hint: "move it away or choose another folder"}
	case info.Size() == 0:
		return nil, &Error{Path: path, Reason: "is empty, and so no archive", Hint: "restore it from a copy, or remove it and ingest again"}
	}
	flags := sqlite3.OPEN_READWRITE
	switch a {
	case readOnly:
		flags = sqlite3.OPEN_READONLY
	case immutable, salvage:
		full, err := filepath.Abs(path)
		if err != nil {
			return nil, err
		}
		path, flags = immutableURI(full), sqlite3.OPEN_READONLY|sqlite3.OPEN_URI
	}
	return sqlite3.OpenFlags(path, flags)
}

// immutableURI names a file so that SQLite reads it without locks or journal
// (https://sqlite.org/uri.html).
func immutableURI(path string) string {
	u := url.URL{Scheme: "file", Path: filepath.ToSlash(path), RawQuery: "immutable=1"}
	return u.String()
}

func (t *tables) setUp(c *sqlite3.Conn, path string, a access) error {
	if err := errors.Join(c.BusyTimeout(busyTimeout), registerSpatial(c)); err != nil {
		return err
	}
	if a == salvage {
		if err := c.Exec(readCutShort); err != nil {
			return err
		}
	}
	return untilFree(func() error {
		if err := t.inspect(c, path, a); err != nil || a != readWrite {
			return err
		}
		if only, _ := c.ReadOnly("main"); only {
			return sqlite3.READONLY
		}
		return c.Exec(setUpConnection)
	})
}

// untilFree retries do while the file is busy: SQLite does not wait when it changes the journal
// mode, to avoid a deadlock.
func untilFree(do func() error) error {
	end := time.Now().Add(busyTimeout)
	for pause := time.Millisecond; ; pause = min(2*pause, longestPause) {
		err := do()
		if !errors.Is(err, sqlite3.BUSY) || time.Now().After(end) {
			return err
		}
		time.Sleep(pause)
	}
}

// inspect returns an error if a file is no archive of this version. An older archive that can't
// be upgraded is read as it is.
func (t *tables) inspect(c *sqlite3.Conn, path string, a access) error {
	header, err := selectIntegers(c, selectHeader, 2)
	if err != nil {
		return err
	}
	switch id, own := header[0], header[1]; {
	case id != geopackage.ApplicationID:
		return &Error{Path: path, Reason: "is no GeoPackage", Hint: "move the file away or choose another folder"}
	case own == 0:
		return &Error{Path: path, Reason: "is a GeoPackage, but no archive of Dateline", Hint: "move the file away or choose another folder"}
	}
	version, err := selectIntegers(c, selectVersion, 1)
	switch {
	case err != nil:
		return err
	case version[0] > t.version:
		return &Error{Path: path, Reason: "was written by a newer Dateline", Hint: "use that one, or choose another folder"}
	case version[0] < 1:
		return sqlite3.CORRUPT
	case version[0] < t.version && a != immutable && a != salvage:
		return errOlder
	}
	return nil
}

// migrate upgrades an archive of an older schema in one transaction, unless another process
// already did. Stored values do not change.
func (t *tables) migrate(path string) (err error) {
	c, err := openFile(path, readWrite)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, disconnect(c, false)) }()
	if err := c.BusyTimeout(busyTimeout); err != nil {
		return err
	}
	transaction, err := c.BeginImmediate()
	if err != nil {
		return err
	}
	defer transaction.End(&err)
	version, err := selectIntegers(c, selectVersion, 1)
	for err == nil && version[0] < t.version {
		err = c.Exec(t.migration(version[0]))
		version[0]++
	}
	return err
}

// selectIntegers returns the first row of a query.
func selectIntegers(c *sqlite3.Conn, sql string, columns int) ([]int, error) {
	statement, _, err := c.Prepare(sql)
	if err != nil {
		return nil, err
	}
	defer statement.Close()
	row := make([]int, columns)
	if statement.Step() {
		for i := range row {
			row[i] = statement.ColumnInt(i)
		}
	}
	return row, statement.Err()
}

// prepare compiles a statement for repeated use.
func prepare(c *sqlite3.Conn, sql string) (*sqlite3.Stmt, error) {
	statement, _, err := c.PrepareFlags(sql, sqlite3.PREPARE_PERSISTENT)
	return statement, err
}

// disconnect closes a connection, which may be nil, and its statements. The caller decides
// whether to keep the journal or, as the last user of the file, to checkpoint it.
func disconnect(c *sqlite3.Conn, keepJournal bool) error {
	if c == nil {
		return nil
	}
	if _, err := c.Config(sqlite3.DBCONFIG_NO_CKPT_ON_CLOSE, keepJournal); err != nil {
		return err
	}
	for _, s := range slices.Collect(c.Stmts()) {
		_ = s.Close() // repeats the last error of the statement
	}
	return c.Close()
}

// quickCheck checks the structure of a file, except its indexes, and changes nothing. It takes
// about 5 ms a megabyte.
func quickCheck(ctx context.Context, path string) (err error) {
	c, err := openFile(path, readOnly)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, disconnect(c, true)) }()
	if err := errors.Join(c.BusyTimeout(busyTimeout), registerSpatial(c)); err != nil {
		return err
	}
	c.SetInterrupt(ctx)
	statement, _, err := c.Prepare(selectQuickCheck)
	if err != nil {
		return err
	}
	said := "nothing"
	if statement.Step() {
		said = statement.ColumnText(0)
	}
	switch err := statement.Close(); {
	case ctx.Err() != nil:
		return ctx.Err()
	case err != nil:
		return err
	case said != "ok":
		return fmt.Errorf("%w: %s", sqlite3.CORRUPT, said)
	}
	return nil
}
