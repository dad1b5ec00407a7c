package postgres_test

import (
	"errors"
	"strings"
	"testing"

	"dateline/archive/postgres"
	"dateline/archive/postgres/postgrestest"
)

func TestMain(m *testing.M) { postgrestest.Main(m) }

// open opens a database with one migration.
func open(t *testing.T) (db *postgres.Database, address string) {
	t.Helper()
	address = postgrestest.New(t)
	if _, _, err := postgres.Migrate(t.Context(), address, []postgres.Migration{{Version: 1, SQL: "SELECT 1"}}); err != nil {
		t.Fatal(err)
	}
	db, err := postgres.Open(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(db.Close)
	return db, address
}

// change calls do in a writing transaction, which must succeed.
func change(t *testing.T, db *postgres.Database, do func(*postgres.Tx) error) {
	t.Helper()
	if err := db.WriteTx(t.Context(), do); err != nil {
		t.Fatal(err)
	}
}

// texts returns the first column of the result of a query.
func texts(t *testing.T, db *postgres.Database, sql string, values ...any) (all []string) {
	t.Helper()
	err := db.ReadTx(t.Context(), func(tx *postgres.Tx) error {
		for c, err := range tx.Rows(sql, values...) {
			if err != nil {
				return err
			}
			all = append(all, c.Text(0))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestOpenErrors: every failure is an *Error with a hint and without the password.
func TestOpenErrors(t *testing.T) {
	good := postgrestest.New(t)
	host := strings.Replace(good[:strings.LastIndex(good, "/")], "dateline@", "dateline:secret@", 1)
	for _, tt := range []struct{ name, address, says string }{
		{"no address", "postgres://ann:secret@[", "is no address of a database"},
		{"a slash too few", "postgres:/ann:secret@127.0.0.1/news", "is no address of a database"},
		{"a quote too few", "host=127.0.0.1 password='secret", "is no address of a database"},
		{"nobody there, by keywords", "host=127.0.0.1 port=1 user=ann password=secret", "can't be reached"},
		{"nobody there", "postgres://ann:secret@127.0.0.1:1/news", "can't be reached"},
		{"no database", host + "/none", "is not there"},
		{"no PostGIS", host + "/postgres", "has no PostGIS"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := postgres.Open(t.Context(), tt.address)
			known, is := errors.AsType[*postgres.Error](err)
			if !is || !strings.Contains(known.Reason, tt.says) || known.Hint == "" || strings.Contains(err.Error(), "secret") {
				t.Errorf("%v", err)
			}
		})
	}
}
