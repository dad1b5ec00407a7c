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

// ReadTx calls do in a read-only transaction on one snapshot of the database.
func (d *Database) ReadTx(ctx context.Context, do func(*Tx) error) error {
	return d.beginTx(ctx, pgx.TxOptions{IsoLevel: pgx.RepeatableRead, AccessMode: pgx.ReadOnly}, do)
}

// WriteTx calls do in a transaction, and commits it if do returns nil.
func (d *Database) WriteTx(ctx context.Context, do func(*Tx) error) error {
	return d.beginTx(ctx, pgx.TxOptions{}, do)
}

// WriteSnapshotTx is WriteTx under snapshot isolation (REPEATABLE READ), to store what is derived
// from one snapshot. Lock tables first (LOCK TABLE) to keep others from doing the same.
func (d *Database) WriteSnapshotTx(ctx context.Context, do func(*Tx) error) error {
	return d.beginTx(ctx, pgx.TxOptions{IsoLevel: pgx.RepeatableRead}, do)
}

func (d *Database) beginTx(ctx context.Context, options pgx.TxOptions, do func(*Tx) error) error {
	err := pgx.BeginTxFunc(ctx, d.pool, options, func(tx pgx.Tx) error { return do(&Tx{ctx, tx}) })
	if err != nil && ctx.Err() != nil {
		return ctx.Err()
	}
	if err = Explain(err); options.AccessMode != pgx.ReadOnly {
		err = writing(err)
	}
	return err
}

// Rows yields the rows of a statement, whose parameters are ?1, ?2 … or ? one after another.
func (t *Tx) Rows(sql string, values ...any) iter.Seq2[Cells, error] {
	return t.rows(dollarParameters(sql), values)
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

// fetchSize is the number of rows that Fetch fetches at a time.
const (
	fetchSize = 500
	fetchNext = "FETCH 500 FROM fetched"
)

// Fetch is Rows through a server-side cursor, for callers that may stop early. A transaction can
// have one at a time.
func (t *Tx) Fetch(sql string, values ...any) iter.Seq2[Cells, error] {
	return func(yield func(Cells, error) bool) {
		if err := t.Run("DECLARE fetched NO SCROLL CURSOR FOR "+sql, values...); err != nil {
			yield(Cells{}, err)
			return
		}
		for n := fetchSize; n == fetchSize; {
			n = 0
			for c, err := range t.rows(fetchNext, []any{pgx.QueryExecModeDescribeExec}) { // each cursor has other columns
				if n++; !yield(c, err) || err != nil {
					return
				}
			}
		}
		if err := t.Run("CLOSE fetched"); err != nil {
			yield(Cells{}, err)
		}
	}
}

// Limit sets a timeout for each statement in the rest of the transaction; the error is then
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

// dollarParameters rewrites ?1, ?2 … as PostgreSQL's $1, $2 … A ? without a number takes the one
// after the highest so far.
func dollarParameters(sql string) string {
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
