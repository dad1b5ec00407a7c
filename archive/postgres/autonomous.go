package postgres

import (
	"errors"

	"github.com/jackc/pgx/v5"
)

// Autonomous calls do in an autonomous transaction: on a connection of its own, committed if do
// returns nil, whatever becomes of t. It waits ten seconds at most for a lock, whose holder may be
// waiting for t.
func (t *Tx) Autonomous(do func(*Tx) error) (err error) {
	c, err := pgx.ConnectConfig(t.ctx, t.Conn().Config())
	if err != nil {
		return Explain(err)
	}
	defer func() { err = errors.Join(err, c.Close(t.ctx)) }()
	return Explain(pgx.BeginFunc(t.ctx, c, func(tx pgx.Tx) error {
		if _, err := tx.Exec(t.ctx, `SET LOCAL lock_timeout = '10s'`); err != nil {
			return err
		}
		return do(&Tx{t.ctx, tx})
	}))
}
