package atlas

import (
	"errors"
	"slices"
	"time"

	"dateline/geopackage"

	"github.com/ncruces/go-sqlite3"
)

// busyTimeout is how long a writer waits for another to finish a transaction.
const busyTimeout = 10 * time.Second

// connect opens the file, which is made when there is none, and looks whether it
// is an archive. It changes nothing in a file that is not.
func connect(path string) (*sqlite3.Conn, error) {
	c, err := sqlite3.OpenFlags(path, sqlite3.OPEN_READWRITE|sqlite3.OPEN_CREATE)
	if err != nil {
		return nil, explain(path, err)
	}
	if err := c.BusyTimeout(busyTimeout); err != nil {
		_ = disconnect(c) // the first error is the one that says more
		return nil, explain(path, err)
	}
	if err := untilFree(func() error { return setUp(c, path) }); err != nil {
		_ = disconnect(c) // the first error is the one that says more
		return nil, explain(path, err)
	}
	return c, nil
}

// untilFree calls do again while others are in its way: SQLite does not wait
// where it would change the mode of the journal, for fear of a deadlock.
func untilFree(do func() error) error {
	end := time.Now().Add(busyTimeout)
	for pause := time.Millisecond; ; pause = min(2*pause, 100*time.Millisecond) {
		err := do()
		if !errors.Is(err, sqlite3.BUSY) || time.Now().After(end) {
			return err
		}
		time.Sleep(pause)
	}
}

// setUp makes a connection ready, and an archive of an empty file. The archive is
// made before WAL mode is on, as GDAL looks at the header of the file itself.
func setUp(c *sqlite3.Conn, path string) error {
	empty, err := inspect(c, path)
	if err == nil && empty {
		err = create(c, path)
	}
	if err != nil {
		return err
	}
	return c.Exec(setUpConnection)
}

// inspect reports whether the file is empty; an error when it is neither that
// nor an archive.
func inspect(c *sqlite3.Conn, path string) (empty bool, err error) {
	header, err := selectIntegers(c, selectHeader, 3)
	if err != nil {
		return false, err
	}
	id, tables, own := header[0], header[1], header[2]
	switch {
	case tables == 0 && id == 0:
		return true, nil
	case id != geopackage.ApplicationID:
		return false, &Error{Path: path, Reason: "is no GeoPackage", WayOut: "move the file away or choose another folder"}
	case own == 0:
		return false, &Error{Path: path, Reason: "is a GeoPackage, but no archive of Dateline", WayOut: "move the file away or choose another folder"}
	}
	return false, checkVersion(c, path)
}

func checkVersion(c *sqlite3.Conn, path string) error {
	version, err := selectIntegers(c, selectVersion, 1)
	if err != nil {
		return err
	}
	switch {
	case version[0] > schemaVersion:
		return &Error{Path: path, Reason: "was written by a newer Dateline", WayOut: "use that one, or choose another folder"}
	case version[0] < 1:
		return sqlite3.CORRUPT
	case version[0] < schemaVersion:
		return bring(c)
	}
	return nil
}

// bring makes an archive of an older Dateline one of this, unless another process
// was faster. Nothing that is stored changes.
func bring(c *sqlite3.Conn) (err error) {
	transaction, err := c.BeginImmediate()
	if err != nil {
		return err
	}
	defer transaction.End(&err)
	version, err := selectIntegers(c, selectVersion, 1)
	if err == nil && version[0] < schemaVersion {
		err = c.Exec(upgrade)
	}
	return err
}

// create makes an empty archive, unless another process was faster.
func create(c *sqlite3.Conn, path string) (err error) {
	if err := c.Exec(setPageSize); err != nil {
		return err
	}
	transaction, err := c.BeginImmediate()
	if err != nil {
		return err
	}
	defer transaction.End(&err)
	empty, err := inspect(c, path)
	if err == nil && empty {
		err = c.Exec(schema)
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

// prepare makes one statement ready to be run many times.
func prepare(c *sqlite3.Conn, sql string) (*sqlite3.Stmt, error) {
	statement, _, err := c.PrepareFlags(sql, sqlite3.PREPARE_PERSISTENT)
	return statement, err
}

// disconnect closes a connection, which may be nil, and its statements.
func disconnect(c *sqlite3.Conn) error {
	if c == nil {
		return nil
	}
	for _, s := range slices.Collect(c.Stmts()) {
		_ = s.Close() // repeats the last error of the statement
	}
	return c.Close()
}
