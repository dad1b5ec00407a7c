package postgres_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"dateline/archive/postgres"
	"dateline/archive/postgres/postgrestest"

	"golang.org/x/sync/errgroup"
)

// TestMigrate: when many processes migrate at once, each step is done once, and the versions are
// reported.
func TestMigrate(t *testing.T) {
	address := postgrestest.New(t)
	steps := []postgres.Migration{{Version: 11, SQL: `CREATE TABLE towns (name text)`}, {Version: 12, SQL: `INSERT INTO towns VALUES ('Morek')`}}
	var all errgroup.Group
	for range 4 {
		all.Go(func() error {
			before, after, err := postgres.Migrate(t.Context(), address, steps)
			if err == nil && (after != 12 || before != 0 && before != 12) {
				err = fmt.Errorf("from %d to %d", before, after)
			}
			return err
		})
	}
	if err := all.Wait(); err != nil {
		t.Fatal(err)
	}
	db, err := postgres.Open(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if got := texts(t, db, `SELECT name FROM towns`); len(got) != 1 {
		t.Errorf("%v", got)
	}
	if _, _, err := postgres.Migrate(t.Context(), address, steps[:1]); err == nil || !strings.Contains(err.Error(), "of a newer Dateline") {
		t.Errorf("an old program migrated newer tables: %v", err)
	}
	for version, says := range map[int]string{11: "of a newer Dateline", 12: "", 13: "of an older Dateline"} {
		err := db.CheckVersion(t.Context(), version)
		if known, is := errors.AsType[*postgres.Error](err); is != (says != "") || is && !strings.Contains(known.Reason, says) {
			t.Errorf("version %d: %v", version, err)
		}
	}
}

// TestMigrateHalfDone: a failed step leaves nothing behind, earlier steps remain, and the next
// migration continues there.
func TestMigrateHalfDone(t *testing.T) {
	address := postgrestest.New(t)
	first := postgres.Migration{Version: 11, SQL: `CREATE TABLE towns (name text)`}
	broken := postgres.Migration{Version: 12, SQL: `ALTER TABLE towns ADD kind text; INSERT INTO towns VALUES ('Morek', 1/0)`}
	if _, _, err := postgres.Migrate(t.Context(), address, []postgres.Migration{first, broken}); err == nil {
		t.Fatal("a division by zero was no error")
	}
	db, err := postgres.Open(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if err := db.CheckVersion(t.Context(), 11); err != nil {
		t.Error(err)
	}
	mended := postgres.Migration{Version: 12, SQL: `ALTER TABLE towns ADD kind text; INSERT INTO towns VALUES ('Morek', 'town')`}
	if before, after, err := postgres.Migrate(t.Context(), address, []postgres.Migration{first, mended}); before != 11 || after != 12 || err != nil {
		t.Error(before, after, err)
	}
	if got := texts(t, db, `SELECT kind FROM towns`); len(got) != 1 || got[0] != "town" {
		t.Errorf("%v", got)
	}
}

// TestRoles: a role that may not create tables, or not read them, gets an error with a hint.
func TestRoles(t *testing.T) {
	address := postgrestest.New(t)
	steps := []postgres.Migration{{Version: 11, SQL: `CREATE TABLE towns (name text)`}}
	db, err := postgres.Open(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if err := db.WriteTx(t.Context(), func(tx *postgres.Tx) error {
		return tx.Script(`DROP ROLE IF EXISTS stranger; CREATE ROLE stranger LOGIN`)
	}); err != nil {
		t.Fatal(err)
	}
	stranger := strings.Replace(address, "dateline@", "stranger@", 1)
	if _, _, err := postgres.Migrate(t.Context(), stranger, steps); err == nil || !strings.Contains(err.Error(), "does not let its role make tables") {
		t.Error(err)
	}
	if _, _, err := postgres.Migrate(t.Context(), address, steps); err != nil {
		t.Fatal(err)
	}
	other, err := postgres.Open(t.Context(), stranger)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	if err := other.CheckVersion(t.Context(), 11); err == nil || !strings.Contains(err.Error(), "hides its tables from that role") {
		t.Error(err)
	}
}
