package archive

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"dateline/archive/postgres"
	"dateline/document/correction"
	"dateline/document/rows"

	"github.com/ncruces/go-sqlite3"
)

// VerifyHandler receives what Verify finds. Its functions may be nil.
type VerifyHandler struct {
	Progress func(done, total int)       // called after each document
	Fault    func(what string)           // a fault: what and where, in one line
	Intact   func(document []byte) error // an undamaged document as JSON; an error ends Verify
}

// Verified counts what Verify checked.
type Verified struct {
	Articles, Mentions, Fronts, Events, Places int // rows of the layers
	Undamaged                                  int // documents that are as they were stored
	Faults                                     int
}

// Verify checks everything in an archive and changes nothing: the structure of the file and its
// indexes, that it is a GeoPackage, the checksum and content of each document, its rows in the
// layers, and the counts of places. The error is an *Error if the archive can't be checked at
// all, or that of ctx.
func Verify(ctx context.Context, dir string, f VerifyHandler) (Verified, error) {
	if postgres.IsAddress(dir) {
		return verifyDatabase(ctx, dir, f)
	}
	path := filepath.Join(dir, FileName)
	t := newTables(rows.DefaultModel())
	conn, damage, err := t.connectToRead(path)
	if err != nil {
		err = explain(path, err)
		if known, is := errors.AsType[*Error](err); is && known.Hint == hintOfDamage {
			known.Hint = hintOfCheck
		}
		return Verified{}, err
	}
	defer disconnect(conn, false)
	conn.SetInterrupt(ctx)
	v := verification{tables: t, VerifyHandler: f, conn: conn}
	if damage != nil {
		v.fault("the structure of the file: %v", damage)
	}
	if v.packer, err = newPacker(); err != nil {
		return v.Verified, err
	}
	err = v.all()
	if ctx.Err() != nil {
		err = ctx.Err()
	}
	return v.Verified, explain(path, err)
}

// connectToRead opens an archive read-only, after upgrading one of an older Dateline. One that
// SQLite finds damaged is opened as far as possible, and SQLite's error is returned too.
func (t *tables) connectToRead(path string) (conn *sqlite3.Conn, damage, err error) {
	s, err := t.begin(path, readOnly, false)
	if err != nil && !errors.Is(err, sqlite3.ERROR) && !errors.Is(err, sqlite3.CORRUPT) {
		return nil, nil, err
	}
	as := readOnly
	if err == nil {
		as = s.access
		if err := s.close(); err != nil {
			return nil, nil, err
		}
	}
	conn, err = t.connect(path, as)
	if errors.Is(err, sqlite3.CORRUPT) {
		damage = err
		conn, err = t.connect(path, salvage)
	}
	return conn, damage, err
}

// verification is a running Verify.
type verification struct {
	*tables
	VerifyHandler
	Verified
	conn   *sqlite3.Conn
	packer *packer

	corrections []correction.Correction
	stale       map[string]bool // places that still have to be counted again

	order      map[string]int // fids of the articles by id
	documented int            // number of articles with a document
	looked     int            // fid of the last document checked
	sums       *rows.Places   // counted from the mentions; nil while they are not read
}

func (v *verification) fault(format string, args ...any) {
	v.Faults++
	if v.Fault != nil {
		v.Fault(fmt.Sprintf(format, args...))
	}
}

// all runs the checks in turn. What SQLite can't read is a fault, and the other checks go on.
func (v *verification) all() error {
	transaction := v.conn.Begin()
	defer transaction.Rollback()
	if err := v.unread("the corrections", v.readCorrections()); err != nil {
		return err
	}
	for _, look := range []struct {
		at string
		do func() error
	}{
		{"the structure of the file", v.structure},
		{"the documents and their rows", v.allDocuments},
		{"the other documents", v.otherDocuments},
		{"the places", v.allPlaces},
	} {
		if err := v.unread(look.at, look.do()); err != nil {
			return err
		}
	}
	return nil
}

// readCorrections reads the corrections, which an archive of an older Dateline lacks.
func (v *verification) readCorrections() error {
	if has, err := columnsOf(v.conn, "dateline_corrections"); err != nil || len(has) == 0 {
		return err
	}
	statement, _, err := v.conn.Prepare(selectCorrections)
	if err != nil {
		return err
	}
	defer statement.Close()
	var bodies []string
	for statement.Step() {
		bodies = append(bodies, statement.ColumnText(0))
	}
	if err := statement.Err(); err != nil {
		return err
	}
	v.corrections, err = readCorrections(bodies)
	return err
}

// unread turns a read error of SQLite into a fault, and returns all other errors.
func (v *verification) unread(at string, err error) error {
	var code sqlite3.ErrorCode
	if err == nil || errors.Is(err, sqlite3.INTERRUPT) || !errors.As(err, &code) {
		return err
	}
	v.fault("%s can't be read: %v", at, err)
	return nil
}

// structure has SQLite check the file and its indexes.
func (v *verification) structure() error {
	for _, sql := range []string{selectIntegrity, selectForeign} {
		statement, _, err := v.conn.Prepare(sql)
		if err != nil {
			return err
		}
		for statement.Step() {
			if said := statement.ColumnText(0); said != "ok" {
				v.fault("the structure of the file: %s", said)
			}
		}
		err = statement.Err()
		if closed := statement.Close(); err == nil { // otherwise it repeats the error
			err = closed
		}
		if err != nil {
			return err
		}
	}
	return nil
}
