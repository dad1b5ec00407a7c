package main

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"github.com/jackc/pgx/v5"
)

// views are those of an archive in PostgreSQL (docs/postgresql.md), which a connection finds
// without their schema.
const views = "?search_path=dateline,public"

// own makes a database with Dateline's own tables beside that of the peers, copies the archive of a
// folder into it, and returns the time taken, including all indexes and counts.
func (db *postgres) own(dateline, archive string) (*postgres, time.Duration, error) {
	u, err := url.Parse(db.url)
	if err != nil {
		return nil, 0, err
	}
	u.Scheme, u.Path = "postgres", "/own"
	own := &postgres{db.process, u.String()}
	if err := db.execute("CREATE DATABASE own"); err != nil {
		return nil, 0, err
	}
	if err := migrate(dateline, own.url); err != nil {
		return nil, 0, err
	}
	began := time.Now()
	if out, err := exec.Command(dateline, "copy", archive, own.url).CombinedOutput(); err != nil {
		return nil, 0, fmt.Errorf("%s copy: %w: %s", dateline, err, out)
	}
	if err := migrate(dateline, own.url); err != nil { // counts what has come
		return nil, 0, err
	}
	took := time.Since(began)
	return own, took, own.execute("VACUUM ANALYZE")
}

// execute runs a statement.
func (db *postgres) execute(sql string) error {
	ctx := context.Background()
	c, err := pgx.Connect(ctx, db.url)
	if err != nil {
		return err
	}
	defer c.Close(ctx)
	_, err = c.Exec(ctx, sql)
	return err
}

// launchEngine starts a second server of Dateline, which answers from the database.
func launchEngine(dateline, dir string, own *postgres) (*server, error) {
	s := site{name: "Dateline, `--engine postgis`", items: itemsPath, tile: tilePath}
	return launch(dir, s, itemsPath+"limit=1", nil, dateline, "serve", "--data", own.url, "--engine", "postgis", "--addr", "127.0.0.1:PORT", "--client-steps", "0")
}

// launchViews starts the handler that queries PostGIS directly, on the views, with the SQL of
// pg_featureserv and pg_tileserv.
func launchViews(dir string, own *postgres) (*server, error) {
	s := site{name: "PostGIS, views", items: itemsPath, tile: "/views/%d/%d/%d"}
	return launchSelf(dir, s, itemsPath+anyBox, "postgis", own.url+views)
}

// martinViews is a configuration of martin for the views, with the properties that the tiles
// of the others have (https://maplibre.org/martin/config-file).
const martinViews = `
listen_addresses: 127.0.0.1:PORT
postgres:
  connection_string: %s
  tables:
    mentions:
      schema: dateline
      table: mentions
      srid: 4326
      geometry_column: geom
      geometry_type: POINT
      properties: {id: text, name: text, date: date, sentence: text}
`

// launchMartinViews starts martin on the views.
func launchMartinViews(dir string, own *postgres) (*server, error) {
	path, err := martin()
	if err != nil {
		return nil, err
	}
	config := filepath.Join(dir, "martin.yaml")
	if err := os.WriteFile(config, fmt.Appendf(nil, martinViews, own.url), 0o644); err != nil {
		return nil, err
	}
	s := site{name: "martin, views", tile: "/mentions/%d/%d/%d"}
	return launch(dir, s, "/health", nil, path, "--config", config, "--listen-addresses", "127.0.0.1:PORT", "--cache-size", "0")
}

// launchTipgViews starts tipg on the views.
func launchTipgViews(dir string, own *postgres) (*server, error) {
	const tiles = "/collections/dateline.mentions/tiles/WebMercatorQuad/%d/%d/%d?properties=id,name,date,sentence"
	s := site{name: "tipg, views", items: "/collections/dateline.mentions/items?f=geojson&", tile: tiles}
	return launchTipgOn(dir, own, s, `TIPG_DB_SCHEMAS=["dateline"]`, "TIPG_MAX_FEATURES_PER_TILE=10000000", "TIPG_TABLE_CONFIG__dateline_mentions__DATETIMECOL=date")
}
