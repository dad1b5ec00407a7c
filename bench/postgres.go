package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5"
)

// errMissing says why a peer is left out; its text says how to install it.
type errMissing string

func (e errMissing) Error() string { return string(e) }

// postgres is a server with its own database in a temporary folder.
type postgres struct {
	*process
	url string
}

// settings suit a dedicated machine: data stays in memory, nothing is fsynced, and with eight
// connections no core is left for parallel plans.
func settings() []string {
	return []string{
		"listen_addresses=127.0.0.1", "shared_buffers=1GB", "work_mem=64MB", "maintenance_work_mem=512MB", "max_wal_size=8GB",
		"effective_cache_size=4GB", "random_page_cost=1.1", "fsync=off", "synchronous_commit=off", "jit=off",
		"max_parallel_workers_per_gather=0", "unix_socket_directories=", "log_min_messages=fatal",
	}
}

// startPostgres creates a cluster in the folder and starts its server; if this is root, which
// PostgreSQL refuses, as user postgres.
func startPostgres(dir string) (*postgres, error) {
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if len(found) == 0 {
		return nil, errMissing("no PostgreSQL here; Debian: postgresql and postgresql-15-postgis-3")
	}
	bin, data := filepath.Dir(found[len(found)-1]), filepath.Join(dir, "postgres")
	who, err := owner(dir, data)
	if err != nil {
		return nil, err
	}
	initdb := exec.Command(filepath.Join(bin, "initdb"), "-D", data, "-U", "bench", "--auth=trust", "--encoding=UTF8", "--no-locale")
	initdb.SysProcAttr, initdb.Dir = &syscall.SysProcAttr{Credential: who}, data
	if out, err := initdb.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("initdb: %w: %s", err, out)
	}
	port, err := freePort()
	if err != nil {
		return nil, err
	}
	args := []string{"-D", data, "-p", strconv.Itoa(port)}
	for _, s := range settings() {
		args = append(args, "-c", s)
	}
	p, err := start(dir, nil, who, filepath.Join(bin, "postgres"), args...)
	if err != nil {
		return nil, err
	}
	p.signal = syscall.SIGINT // fast shutdown
	db := &postgres{p, fmt.Sprintf("postgresql://bench@127.0.0.1:%d/postgres", port)}
	if err := p.await(db.connects); err != nil {
		p.stop()
		return nil, err
	}
	return db, nil
}

// owner creates the data folder and returns its owner.
func owner(dir, data string) (*syscall.Credential, error) {
	if err := os.MkdirAll(data, 0o700); err != nil || os.Getuid() != 0 {
		return nil, err
	}
	u, err := user.Lookup("postgres")
	if err != nil {
		return nil, errMissing("PostgreSQL does not run as root, and there is no user postgres; Debian: postgresql")
	}
	uid, _ := strconv.Atoi(u.Uid)
	gid, _ := strconv.Atoi(u.Gid)
	who := &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
	return who, errors.Join(os.Chmod(dir, 0o755), os.Chown(data, uid, gid))
}

func (db *postgres) connects() bool {
	c, err := pgx.Connect(context.Background(), db.url)
	if err == nil {
		c.Close(context.Background())
	}
	return err == nil
}

// columns are those of Dateline's mentions; geom is computed from lon and lat.
func columns() []string {
	return []string{
		"id", "place", "name", "phrase", "sentence", "start", "end", "article", "source", "date", "published", "role", "kind", "precision",
		"confidence", "lon", "lat",
	}
}

const (
	createTable = `CREATE EXTENSION IF NOT EXISTS postgis;
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE TABLE mentions (id text, place text, name text, phrase text, sentence text, start int, "end" int, article text, source text,
  date date, published date, role text, kind text, precision text, confidence float8, lon float8, lat float8,
  geom geometry(Point, 4326) GENERATED ALWAYS AS (ST_SetSRID(ST_MakePoint(lon, lat), 4326)) STORED)`

	createIndexes = `ALTER TABLE mentions ADD PRIMARY KEY (id);
CREATE INDEX ON mentions USING gist (geom);
CREATE INDEX ON mentions USING gist (geom, date);
CREATE INDEX ON mentions (date);
ANALYZE mentions`

	// Tiles are made from projected points with few properties.
	createSpots = `CREATE TABLE spots AS SELECT id, name, date, sentence, ST_Transform(geom, 3857)::geometry(Point, 3857) AS geom FROM mentions;
ALTER TABLE spots ADD PRIMARY KEY (id);
CREATE INDEX ON spots USING gist (geom);
ANALYZE spots`
)

// load stores n points and returns the time including all indexes but those of the table for tiles.
func (db *postgres) load(s shape, n int) (time.Duration, error) {
	ctx := context.Background()
	c, err := pgx.Connect(ctx, db.url)
	if err != nil {
		return 0, err
	}
	defer c.Close(ctx)
	if _, err := c.Exec(ctx, createTable); err != nil {
		return 0, errMissing("no PostGIS in this PostgreSQL; Debian: postgresql-15-postgis-3 (" + err.Error() + ")")
	}
	begin := time.Now()
	if _, err := c.CopyFrom(ctx, pgx.Identifier{"mentions"}, columns(), rowsOf(s, n)); err != nil {
		return 0, err
	}
	if _, err := c.Exec(ctx, createIndexes); err != nil {
		return 0, err
	}
	took := time.Since(begin)
	if _, err := c.Exec(ctx, createSpots); err != nil {
		return 0, err
	}
	for _, table := range []string{"mentions", "spots"} {
		if _, err := c.Exec(ctx, "VACUUM "+table); err != nil {
			return 0, err
		}
	}
	return took, nil
}

// rowsOf yields the points that writeLines writes.
func rowsOf(s shape, n int) pgx.CopyFromSource {
	rows := make(chan []any, 1000)
	go func() {
		defer close(rows)
		for points := range newMaker(s).articles(n) {
			for i := range points {
				rows <- points[i].row()
			}
		}
	}()
	return pgx.CopyFromFunc(func() ([]any, error) { return <-rows, nil })
}

// row returns a point in the order of columns.
func (p *point) row() []any {
	return []any{
		p.id, p.town.id, p.town.name, p.town.name, p.title, p.start, p.end, p.article, p.source, p.date, p.published, p.role, p.kind,
		p.size, p.confidence, p.lon, p.lat,
	}
}
