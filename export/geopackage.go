package export

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"time"

	"dateline/feature"
	"dateline/geopackage"
	"dateline/schema"
	"dateline/work"

	"github.com/ncruces/go-sqlite3"
	"github.com/paulmach/orb"
)

// GeoPackage writes a GeoPackage 1.3 (OGC 12-128r17) with one layer. It is made
// in a temporary file first, as a database cannot be written from its beginning
// to its end. Its last_change is 1970, so that the same features give the same
// bytes.
func GeoPackage(ctx context.Context, w io.Writer, t *schema.Collection, features iter.Seq[feature.Feature]) (err error) {
	dir, err := os.MkdirTemp("", "dateline-export-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "export.gpkg")
	if err := writeGeoPackage(ctx, path, t, features); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	os.RemoveAll(dir) // w may block for as long as the process lives; not every system lets an open file go
	_, err = io.Copy(w, f)
	return err
}

func writeGeoPackage(ctx context.Context, path string, t *schema.Collection, features iter.Seq[feature.Feature]) (err error) {
	db, err := sqlite3.Open(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if err := db.Exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 4096;" + geopackage.Tables + "BEGIN;" + createSQL(t)); err != nil {
		return err
	}
	bound, err := insert(t, ctx, db, features)
	if err != nil {
		return err
	}
	if err := register(t, db, bound); err != nil {
		return err
	}
	return db.Exec("COMMIT")
}

// createSQL makes the layer's table.
func createSQL(t *schema.Collection) string {
	var b strings.Builder
	b.WriteString("CREATE TABLE " + sqlite3.QuoteIdentifier(t.ID) + " (fid INTEGER PRIMARY KEY, geom GEOMETRY, id TEXT NOT NULL UNIQUE")
	for _, c := range t.Properties {
		b.WriteString(", " + sqlite3.QuoteIdentifier(c.Name) + " " + c.Type.SQL())
	}
	return b.String() + ");"
}

// stepsPerInsert is about what it costs to store a feature.
const stepsPerInsert = 1500

// insert stores the features and returns the bound of all.
func insert(t *schema.Collection, ctx context.Context, db *sqlite3.Conn, features iter.Seq[feature.Feature]) (bound *orb.Bound, err error) {
	row := "INSERT INTO " + sqlite3.QuoteIdentifier(t.ID) + " VALUES (NULL, ?, ?" + strings.Repeat(", ?", len(t.Properties)) + ")"
	statement, _, err := db.Prepare(row)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, statement.Close()) }()
	var values []any
	steps := work.Metered(ctx)
	for f := range features {
		if err := steps.Add(stepsPerInsert); err != nil {
			return nil, err
		}
		values = valuesOf(t, f, values)
		if err := bindRow(statement, f, values); err != nil {
			return nil, err
		}
		if err := statement.Exec(); err != nil {
			return nil, err
		}
		switch {
		case !f.HasGeometry():
		case bound == nil:
			b := f.Bound()
			bound = &b
		default:
			*bound = bound.Union(f.Bound())
		}
	}
	return bound, nil
}

func bindRow(s *sqlite3.Stmt, f feature.Feature, values []any) error {
	blob, err := geopackage.AppendBlob(nil, f.Geometry())
	if err != nil {
		return err
	}
	err = errors.Join(s.BindBlob(1, blob), s.BindText(2, f.ID()))
	if blob == nil {
		err = errors.Join(s.BindNull(1), s.BindText(2, f.ID()))
	}
	for i, v := range values {
		err = errors.Join(err, bind(s, i+3, v))
	}
	return err
}

func bind(s *sqlite3.Stmt, column int, v any) error {
	switch v := v.(type) {
	case string:
		return s.BindText(column, v)
	case int:
		return s.BindInt(column, v)
	case float64:
		return s.BindFloat(column, v)
	case bool:
		return s.BindBool(column, v)
	case time.Time:
		return s.BindText(column, v.Format(time.DateOnly))
	case json.RawMessage:
		return s.BindText(column, string(v))
	}
	return s.BindNull(column)
}

// register tells of the layer, the bound left out where there is none.
func register(t *schema.Collection, db *sqlite3.Conn, bound *orb.Bound) error {
	s, _, err := db.Prepare(`INSERT INTO gpkg_contents VALUES (?, 'features', ?, ?, '1970-01-01T00:00:00.000Z', ?, ?, ?, ?, 4326)`)
	if err != nil {
		return err
	}
	err = errors.Join(s.BindText(1, t.ID), s.BindText(2, t.Title), s.BindText(3, t.Description))
	if bound != nil {
		err = errors.Join(err, s.BindFloat(4, bound.Min[0]), s.BindFloat(5, bound.Min[1]), s.BindFloat(6, bound.Max[0]), s.BindFloat(7, bound.Max[1]))
	}
	if err := errors.Join(err, s.Exec(), s.Close()); err != nil {
		return err
	}
	return db.Exec("INSERT INTO gpkg_geometry_columns VALUES (" + sqlite3.Quote(t.ID) + ", 'geom', 'GEOMETRY', 4326, 0, 0)")
}
