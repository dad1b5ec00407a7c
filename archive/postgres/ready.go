package postgres

import (
	"context"
	"errors"

	"github.com/jackc/pgx/v5"
)

// Ready returns nil if the server accepts connections, or the *Error that says why not.
// It asks on a connection of its own, as those of the pool may all be in use.
func (d *Database) Ready(ctx context.Context) error {
	c, err := pgx.ConnectConfig(ctx, d.pool.Config().ConnConfig)
	if err != nil {
		return Explain(err)
	}
	return Explain(errors.Join(c.Ping(ctx), c.Close(ctx)))
}
