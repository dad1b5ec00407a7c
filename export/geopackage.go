package export

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"dateline/feature"
	"dateline/geopackage"
	"dateline/work"

	"github.com/ncruces/go-sqlite3"
	"github.com/paulmach/orb"
)

// GeoPackage writes a GeoPackage 1.3 (OGC 12-128r17) whose layers have spatial indexes (its
// annex F.3). It is made in a temporary file first, as a database cannot be streamed. Its
// last_change is 1970, so that the same features give the same bytes.
func GeoPackage(ctx context.Context, w io.Writer, layers ...Layer) (err error) {
	dir, err := os.MkdirTemp("", "dateline-export-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "export.gpkg")
	if err := writeGeoPackage(ctx, path, layers); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	os.RemoveAll(dir) // w may block as long as the process lives; not every system can delete an open file
	_, err = io.Copy(w, f)
	return err
}

func writeGeoPackage(ctx context.Context, path string, layers []Layer) (err error) {
	db, err := sqlite3.Open(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	db.SetInterrupt(ctx)
	defer func() {
		if errors.Is(err, sqlite3.INTERRUPT) {
			err = ctx.Err()
		}
	}()
	if err := db.Exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 4096;" + geopackage.Tables + geopackage.Extensions + "BEGIN;"); err != nil {
		return err
	}
	for _, l := range layers {
		if err := l.store(ctx, db); err != nil {
			return err
		}
	}
	return db.Exec("COMMIT")
}

// store creates a layer: its table, index and metadata.
func (l *Layer) store(ctx context.Context, db *sqlite3.Conn) error {
	if err := db.Exec(l.createSQL()); err != nil {
		return err
	}
	index := geopackage.NewIndex(l.ID, "geom", "fid")
	bound, err := l.insert(ctx, db, index)
	if err != nil {
		return err
	}
	if err := db.Exec(l.indexSQL()); err != nil {
		return err
	}
	if err := l.register(db, bound); err != nil {
		return err
	}
	return index.Write(db)
}

// createSQL creates the layer's table.
func (l *Layer) createSQL() string {
	var b strings.Builder
	b.WriteString("CREATE TABLE " + sqlite3.QuoteIdentifier(l.ID) + " (fid INTEGER PRIMARY KEY, geom " + l.geometryType() + ", id TEXT NOT NULL")
	for _, p := range l.Properties {
		b.WriteString(", " + sqlite3.QuoteIdentifier(p.Name) + " " + p.Type.SQL())
	}
	return b.String() + ");"
}

// indexSQL indexes the ids after all rows are inserted, which takes half the time.
func (l *Layer) indexSQL() string {
	return "CREATE UNIQUE INDEX " + sqlite3.QuoteIdentifier(l.ID+"_id") + " ON " + sqlite3.QuoteIdentifier(l.ID) + " (id)"
}

func (l *Layer) geometryType() string {
	if l.Points {
		return "POINT"
	}
	return "GEOMETRY"
}

// stepsPerInsert is about the cost of storing a feature.
const stepsPerInsert = 1500

// insert stores the features, and returns the bound of all.
func (l *Layer) insert(ctx context.Context, db *sqlite3.Conn, index *geopackage.Index) (bound *orb.Bound, err error) {
	row := "INSERT INTO " + sqlite3.QuoteIdentifier(l.ID) + " VALUES (?, ?, ?" + strings.Repeat(", ?", len(l.Properties)) + ")"
	statement, _, err := db.Prepare(row)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, statement.Close()) }()
	var values []any
	steps := work.Metered(ctx)
	fid := int64(0)
	for f := range l.Features {
		if err := steps.Add(stepsPerInsert); err != nil {
			return nil, err
		}
		fid++
		values = valuesOf(l.Collection, f, values)
		if err := bindRow(statement, fid, f, values); err != nil {
			return nil, err
		}
		if err := statement.Exec(); err != nil {
			return nil, err
		}
		if !f.HasGeometry() {
			continue
		}
		b := f.Bound()
		index.Add(fid, b)
		if bound == nil {
			bound = &b
		}
		*bound = bound.Union(b)
	}
	return bound, nil
}

func bindRow(s *sqlite3.Stmt, fid int64, f feature.Feature, values []any) error {
	blob, err := geopackage.AppendBlob(nil, f.Geometry())
	if err != nil {
		return err
	}
	err = errors.Join(s.BindInt64(1, fid), s.BindBlob(2, blob), s.BindText(3, f.ID()))
	if blob == nil {
		err = errors.Join(err, s.BindNull(2))
	}
	for i, v := range values {
		err = errors.Join(err, bind(s, i+4, v))
	}
	return err
}

// register writes the metadata of a layer, without the bound if there is none.
func (l *Layer) register(db *sqlite3.Conn, bound *orb.Bound) error {
	s, _, err := db.Prepare(`INSERT INTO gpkg_contents VALUES (?, 'features', ?, ?, '1970-01-01T00:00:00.000Z', ?, ?, ?, ?, 4326)`)
	if err != nil {
		return err
	}
	err = errors.Join(s.BindText(1, l.ID), s.BindText(2, l.Title), s.BindText(3, l.Description))
	if bound != nil {
		err = errors.Join(err, s.BindFloat(4, bound.Min[0]), s.BindFloat(5, bound.Min[1]), s.BindFloat(6, bound.Max[0]), s.BindFloat(7, bound.Max[1]))
	}
	if err := errors.Join(err, s.Exec(), s.Close()); err != nil {
		return err
	}
	return db.Exec("INSERT INTO gpkg_geometry_columns VALUES (" + sqlite3.Quote(l.ID) + ", 'geom', '" + l.geometryType() + "', 4326, 0, 0)")
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
	}
	return s.BindNull(column)
}
