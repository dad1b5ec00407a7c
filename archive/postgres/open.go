package postgres

import (
	"context"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype"
	"github.com/jackc/pgx/v5/pgxpool"
)

// Database is a pool of connections to a database, which replaces lost ones. It is safe for
// concurrent use.
type Database struct {
	pool    *pgxpool.Pool
	address string // without a password
}

// The oldest versions supported.
const (
	minServer  = 150000
	minPostGIS = "3.3"
)

// Open connects to a database and checks the versions of its server and PostGIS. Errors are of
// type *Error, or that of ctx.
func Open(ctx context.Context, address string) (*Database, error) {
	d, err := connect(ctx, address)
	if err != nil {
		return nil, err
	}
	if err := d.checkServer(ctx); err != nil {
		d.Close()
		return nil, err
	}
	return d, nil
}

func connect(ctx context.Context, address string) (*Database, error) {
	config, err := pgxpool.ParseConfig(address)
	if err != nil {
		return nil, &Error{Reason: "is no address of a database", Hint: "write postgres://USER@HOST:PORT/DATABASE, or host=HOST port=PORT user=USER dbname=DATABASE"} // err may contain the password
	}
	setTimeouts(config)
	parameters := config.ConnConfig.RuntimeParams
	parameters["search_path"] = Tables + ",public,postgis,extensions" // where PostGIS may be; missing schemas are ignored
	if parameters["application_name"] == "" {
		parameters["application_name"] = "dateline"
	}
	config.AfterConnect = readGeometries
	pool, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		return nil, Explain(err)
	}
	if err := pool.Ping(ctx); err != nil {
		pool.Close()
		return nil, Explain(err)
	}
	return &Database{pool: pool, address: Redacted(address)}, nil
}

// readGeometries makes a connection return geometries as the server sends them: as EWKB.
func readGeometries(ctx context.Context, c *pgx.Conn) error {
	found, err := c.Query(ctx, `SELECT oid FROM pg_type WHERE typname = 'geometry'`)
	if err != nil {
		return err
	}
	oids, err := pgx.CollectRows(found, pgx.RowTo[uint32])
	for _, oid := range oids {
		c.TypeMap().RegisterType(&pgtype.Type{Name: "geometry", OID: oid, Codec: pgtype.ByteaCodec{}})
	}
	return err
}

func (d *Database) checkServer(ctx context.Context) error {
	var server int
	var postgis *string
	err := d.pool.QueryRow(ctx, `SELECT current_setting('server_version_num')::int, (SELECT extversion FROM pg_extension WHERE extname = 'postgis')`).Scan(&server, &postgis)
	switch {
	case err != nil:
		return Explain(err)
	case server < minServer:
		return &Error{Reason: "is served by a PostgreSQL that is too old", Hint: "use version 15 or later"}
	case postgis == nil:
		return &Error{Reason: "has no PostGIS", Hint: "run `dateline migrate`, which adds it where the server has the package (Debian postgresql-15-postgis-3)"}
	case isOlder(*postgis, minPostGIS):
		return &Error{Reason: "has PostGIS " + *postgis + ", which is too old", Hint: "use version " + minPostGIS + " or later (ALTER EXTENSION postgis UPDATE)"}
	}
	return nil
}

// Address returns the address without its password.
func (d *Database) Address() string { return d.address }

// Close closes all connections.
func (d *Database) Close() { d.pool.Close() }
