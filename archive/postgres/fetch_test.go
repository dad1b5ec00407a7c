package postgres_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"dateline/archive/postgres"
	"dateline/archive/postgres/postgrestest"
)

func TestFetchAndLimit(t *testing.T) {
	d, err := postgres.Open(t.Context(), postgrestest.New(t))
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	for name, want := range map[string]int{"all": 1234, "none": 0, "a whole number of fetches": 1000} {
		err := d.ReadTx(t.Context(), func(tx *postgres.Tx) error {
			n := 0
			for c, err := range tx.Fetch(`SELECT g, 'x' FROM generate_series(1, ?1::int) g`, want) {
				if n++; err != nil || int(c.Int(0)) != n {
					t.Fatalf("%s: row %d: %v", name, n, err)
				}
			}
			if n != want {
				t.Errorf("%s: %d rows, want %d", name, n, want)
			}
			return nil
		})
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	err = d.ReadTx(t.Context(), func(tx *postgres.Tx) error {
		if err := tx.Limit(10 * time.Millisecond); err != nil {
			return err
		}
		return tx.Run(`SELECT pg_sleep(60)`)
	})
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("what takes too long: %v", err)
	}
}
