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

// Look calls do to read from one snapshot.
func (d *Database) Look(ctx context.Context, do func(*Tx) error) error {
	return d.in(ctx, pgx.TxOptions{IsoLevel: pgx.RepeatableRead, AccessMode: pgx.ReadOnly}, do)
}

// Change calls do to write, and commits if do returns nil.
func (d *Database) Change(ctx context.Context, do func(*Tx) error) error {
	return d.in(ctx, pgx.TxOptions{}, do)
}

// Remake calls do to write what it derives from one snapshot. By locking tables first (LOCK TABLE)
// it keeps others from doing the same concurrently.
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

// Rows yields the rows of a statement, whose parameters are ?1, ?2 … or ? one after another.
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

// Some is Rows for callers that may stop early. Only one may run in a transaction at a time.
func (t *Tx) Some(sql string, values ...any) iter.Seq2[Cells, error] {
	return func(yield func(Cells, error) bool) {
		if err := t.Run("DECLARE some_rows NO SCROLL CURSOR FOR "+sql, values...); err != nil {
			yield(Cells{}, err)
			return
		}
		for n := some; n == some; {
			n = 0
			for c, err := range t.rows(fetch, []any{pgx.QueryExecModeDescribeExec}) { // FETCH has other columns each time
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

// Limit cancels longer statements in the rest of the transaction, with the error
// context.DeadlineExceeded.
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

// Script runs statements without parameters.
func (t *Tx) Script(sql string) error {
	_, err := t.Exec(t.ctx, sql)
	return err
}

// Copy adds rows to a table by COPY.
func (t *Tx) Copy(table string, columns []string, rows [][]any) error {
	_, err := t.CopyFrom(t.ctx, pgx.Identifier{table}, columns, pgx.CopyFromRows(rows))
	return err
}

// numbered rewrites parameters as PostgreSQL's: $1, $2 … A ? without a number is the one after the
// highest.
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
