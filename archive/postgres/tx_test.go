package postgres_test

import (
	"bytes"
	"errors"
	"math"
	"strconv"
	"testing"
	"time"

	"dateline/archive/postgres"

	"golang.org/x/sync/errgroup"
)

// TestCells: values of each type, and nulls, are read from the binary format.
func TestCells(t *testing.T) {
	db, _ := open(t)
	const day = 18_000
	noon := time.Date(2019, 4, 14, 12, 0, 0, 123_000, time.UTC)
	rows := 0
	err := db.ReadTx(t.Context(), func(tx *postgres.Tx) error {
		for c, err := range tx.Rows(`SELECT true, (-7)::int2, (-70000)::int4, (-7000000000)::int8, 0.25::float8, 'Morek'::text, '\x0001'::bytea, '2019-04-14'::date,
			'2019-04-14T12:00:00.000123Z'::timestamptz, null::int8, null::text, ST_MakePoint(36.5, 35.25)`) {
			if err != nil {
				return err
			}
			rows++
			for i, want := range []int64{1, -7, -70000, -7000000000} {
				if c.Int(i) != want || c.IsNull(i) {
					t.Errorf("column %d: %d, want %d", i, c.Int(i), want)
				}
			}
			if c.Number(4) != 0.25 || c.Text(5) != "Morek" || c.Value(5) != "Morek" || !bytes.Equal(c.Bytes(6), []byte{0, 1}) || c.Text(3) != "-7000000000" || c.Value(3) != int64(-7000000000) {
				t.Errorf("%v %q %v %x %q", c.Number(4), c.Text(5), c.Value(5), c.Bytes(6), c.Text(3))
			}
			if c.Day(7) != day || !c.Time(8).Equal(noon) {
				t.Errorf("day %d, time %v", c.Day(7), c.Time(8))
			}
			for _, i := range []int{9, 10} {
				if !c.IsNull(i) || c.Int(i) != 0 || c.Text(i) != "" || c.Bytes(i) != nil || c.Value(i) != nil {
					t.Errorf("column %d is no null", i)
				}
			}
			if g := c.Raw(11); len(g) != 21 || g[0] != 1 { // EWKB of a point without an SRID
				t.Errorf("geometry %x", g)
			}
		}
		return nil
	})
	if err != nil || rows != 1 {
		t.Error(rows, err)
	}
}

// TestValues: parameters may be written ? or ?1, ?2 …, and be repeated.
func TestValues(t *testing.T) {
	db, _ := open(t)
	for _, tt := range []struct {
		sql    string
		values []any
		want   string
	}{
		{`SELECT 1`, nil, "1"},
		{`SELECT ? || ?`, []any{"a", "b"}, "ab"},
		{`SELECT ?2 || ?1 || ?2`, []any{"a", "b"}, "bab"},
		{`SELECT ?1 || ?`, []any{"a", "b"}, "ab"},
		{`SELECT ?::int8 + 1`, []any{int64(math.MaxInt32)}, strconv.Itoa(math.MaxInt32 + 1)},
	} {
		if got := texts(t, db, tt.sql, tt.values...); len(got) != 1 || got[0] != tt.want {
			t.Errorf("%s: %v, want %s", tt.sql, got, tt.want)
		}
	}
}

// TestWriteTx: a transaction is stored completely or not at all; a read-only one can't write.
func TestWriteTx(t *testing.T) {
	db, _ := open(t)
	change(t, db, func(tx *postgres.Tx) error { return tx.Run(`CREATE TABLE towns (name text PRIMARY KEY, number int8)`) })
	change(t, db, func(tx *postgres.Tx) error {
		return tx.Copy("towns", []string{"name", "number"}, [][]any{{"Morek", int64(1)}, {"Hama", nil}})
	})
	wrong := errors.New("wrong")
	err := db.WriteTx(t.Context(), func(tx *postgres.Tx) error {
		return errors.Join(tx.Run(`DELETE FROM towns`), wrong)
	})
	if !errors.Is(err, wrong) {
		t.Error(err)
	}
	if got := texts(t, db, `SELECT name FROM towns ORDER BY name`); len(got) != 2 {
		t.Errorf("after a change that failed: %v", got)
	}
	err = db.ReadTx(t.Context(), func(tx *postgres.Tx) error { return tx.Run(`DELETE FROM towns`) })
	if known, is := errors.AsType[*postgres.Error](err); !is || known.Reason != "may only be read" {
		t.Errorf("%v", err)
	}
	err = db.WriteTx(t.Context(), func(tx *postgres.Tx) error { return tx.Run(`INSERT INTO towns VALUES ('Morek')`) })
	if _, is := errors.AsType[*postgres.Error](err); !is {
		t.Errorf("%v", err)
	}
}

// TestLock: one transaction at a time holds the lock.
func TestLock(t *testing.T) {
	db, _ := open(t)
	change(t, db, func(tx *postgres.Tx) error {
		return errors.Join(tx.Run(`CREATE TABLE counter (n int8)`), tx.Run(`INSERT INTO counter VALUES (0)`))
	})
	var all errgroup.Group
	const writers, turns = 3, 10
	for range writers {
		all.Go(func() error {
			for range turns {
				err := db.WriteTx(t.Context(), func(tx *postgres.Tx) error {
					if err := tx.Lock(); err != nil {
						return err
					}
					n := int64(0)
					for c, err := range tx.Rows(`SELECT n FROM counter`) {
						if err != nil {
							return err
						}
						n = c.Int(0)
					}
					return tx.Run(`UPDATE counter SET n = ?1`, n+1)
				})
				if err != nil {
					return err
				}
			}
			return nil
		})
	}
	if err := all.Wait(); err != nil {
		t.Fatal(err)
	}
	if got := texts(t, db, `SELECT n FROM counter`); got[0] != strconv.Itoa(writers*turns) {
		t.Errorf("counted to %s", got[0])
	}
}
