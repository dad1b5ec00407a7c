package postgres

import (
	"context"
	"iter"
	"strconv"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
)

// Tx is a transaction.
type Tx struct {
	ctx context.Context
	pgx.Tx
}

// Look calls do to read, as of one moment.
func (d *Database) Look(ctx context.Context, do func(*Tx) error) error {
	return d.in(ctx, pgx.TxOptions{IsoLevel: pgx.RepeatableRead, AccessMode: pgx.ReadOnly}, do)
}

// Change calls do to write. It is stored when do returns nil, and else nothing.
func (d *Database) Change(ctx context.Context, do func(*Tx) error) error {
	return d.in(ctx, pgx.TxOptions{}, do)
}

// Remake calls do to write what follows from what it reads, as of one moment. What it locks
// first (LOCK TABLE) keeps others from doing the same at the same time.
func (d *Database) Remake(ctx context.Context, do func(*Tx) error) error {
	return d.in(ctx, pgx.TxOptions{IsoLevel: pgx.RepeatableRead}, do)
}

func (d *Database) in(ctx context.Context, options pgx.TxOptions, do func(*Tx) error) error {
	err := pgx.BeginTxFunc(ctx, d.pool, options, func(tx pgx.Tx) error { return do(&Tx{ctx, tx}) })
	if err != nil && ctx.Err() != nil {
		return ctx.Err()
	}
	return Explain(err)
}

// Rows yields the rows that a statement answers with. Its values stand in it as ?1, ?2 …
// or as ? one after another.
func (t *Tx) Rows(sql string, values ...any) iter.Seq2[Cells, error] {
	return t.rows(numbered(sql), values)
}

func (t *Tx) rows(sql string, values []any) iter.Seq2[Cells, error] {
	return func(yield func(Cells, error) bool) {
		rows, err := t.Query(t.ctx, sql, values...)
		if err != nil {
			yield(Cells{}, err)
			return
		}
		defer rows.Close()
		c := NewCells(rows)
		for rows.Next() {
			if c.read(); !yield(c, nil) {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(Cells{}, err)
		}
	}
}

// some is how many rows Some fetches at a time.
const (
	some  = 500
	fetch = "FETCH 500 FROM some_rows"
)

// Some is Rows for who may not want them all. In a transaction it is used by one at a time.
func (t *Tx) Some(sql string, values ...any) iter.Seq2[Cells, error] {
	return func(yield func(Cells, error) bool) {
		if err := t.Run("DECLARE some_rows NO SCROLL CURSOR FOR "+sql, values...); err != nil {
			yield(Cells{}, err)
			return
		}
		for n := some; n == some; {
			n = 0
			for c, err := range t.rows(fetch, []any{pgx.QueryExecModeDescribeExec}) { // its columns are others each time
				if n++; !yield(c, err) || err != nil {
					return
				}
			}
		}
		if err := t.Run("CLOSE some_rows"); err != nil {
			yield(Cells{}, err)
		}
	}
}

// Limit ends what takes longer, in the rest of the transaction: the error is
// context.DeadlineExceeded then.
func (t *Tx) Limit(each time.Duration) error {
	return t.Run(`SELECT set_config('statement_timeout', ?1, true)`, strconv.FormatInt(each.Milliseconds(), 10))
}

// Run runs a statement.
func (t *Tx) Run(sql string, values ...any) error {
	for _, err := range t.Rows(sql, values...) {
		if err != nil {
			return err
		}
	}
	return nil
}

// Script runs statements without values.
func (t *Tx) Script(sql string) error {
	_, err := t.Exec(t.ctx, sql)
	return err
}

// Copy adds rows to a table.
func (t *Tx) Copy(table string, columns []string, rows [][]any) error {
	_, err := t.CopyFrom(t.ctx, pgx.Identifier{table}, columns, pgx.CopyFromRows(rows))
	return err
}

// numbered writes the values of a statement as PostgreSQL does: $1, $2 … A ? without a
// number is the next behind the highest.
func numbered(sql string) string {
	var b strings.Builder
	highest := 0
	for {
		before, behind, found := strings.Cut(sql, "?")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		digits := len(behind) - len(strings.TrimLeft(behind, "0123456789"))
		n, err := strconv.Atoi(behind[:digits])
		if err != nil {
			n = highest + 1
		}
		highest = max(highest, n)
		b.WriteString("$" + strconv.Itoa(n))
		sql = behind[digits:]
	}
}
