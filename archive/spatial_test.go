package archive_test

import (
	"fmt"
	"path/filepath"
	"testing"

	"dateline/archive"
	"dateline/corpus/corpustest"
	"dateline/document"
	"dateline/document/documenttest"
	"dateline/schema"
	"dateline/view"
)

// GDAL, like QGIS, creates a spatial index of a layer in an archive, which remains readable and
// writable, and whose triggers keep the index up to date.
func TestSpatialIndex(t *testing.T) {
	docs := documenttest.New(71).Documents(0, 30)
	dir := corpustest.Made(t, docs[:10])
	path := filepath.Join(dir, archive.FileName)
	for _, layer := range []string{schema.Mentions, schema.Places, schema.Fronts, schema.Articles} {
		ogr(t, "ogrinfo", path, "-sql", fmt.Sprintf("SELECT CreateSpatialIndex('%s','geom')", layer))
	}
	a, file := opened(t, dir)
	corpustest.CheckSame(t, a.View(), view.New(docs[:10]))
	corpustest.Put(t, a, docs[10:])
	corpustest.CheckSame(t, a.View(), view.New(docs))
	corpustest.CheckTables(t, dir)
	for _, layer := range []string{schema.Mentions, schema.Places, schema.Fronts, schema.Articles} {
		sql := fmt.Sprintf(`SELECT (SELECT count(*) FROM rtree_%[1]s_geom) - (SELECT count(geom) FROM %[1]s), rtreecheck('rtree_%[1]s_geom')`, layer)
		if got := fmt.Sprint(selected(t, file, sql)); got != "[[0 ok]]" {
			t.Errorf("%s: %s", layer, got)
		}
	}
}

// The functions of GeoPackage's annex F.3 return what the standard says.
func TestSpatialFunctions(t *testing.T) {
	a, file := opened(t, t.TempDir())
	corpustest.Put(t, a, []document.Document{documenttest.Valid()})
	for sql, want := range map[string]string{
		`SELECT ST_IsEmpty(NULL), ST_MinX(NULL), ST_IsEmpty('no geometry')`:                                                                                  "[[  ]]",
		`SELECT count(*) FROM fronts WHERE NOT ST_IsEmpty(geom) AND ST_MinX(geom) = 36 AND ST_MaxX(geom) = 36 AND ST_MinY(geom) = 35 AND ST_MaxY(geom) = 35`: "[[1]]",
		`SELECT count(*) FROM mentions WHERE geom NOT NULL AND (ST_MinX(geom) <> ST_MaxX(geom) OR ST_MinX(geom) NOT BETWEEN -180 AND 180)`:                   "[[0]]",
	} {
		if got := fmt.Sprint(selected(t, file, sql)); got != want {
			t.Errorf("%s: %s, want %s", sql, got, want)
		}
	}
}

// selected returns the result of a query on the writer's connection, as text.
func selected(t *testing.T, a *archive.Archive, sql string) (rows [][]string) {
	t.Helper()
	s, _, err := a.Connection().Prepare(sql)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for s.Step() {
		row := make([]string, s.ColumnCount())
		for i := range row {
			row[i] = s.ColumnText(i)
		}
		rows = append(rows, row)
	}
	if err := s.Err(); err != nil {
		t.Fatal(err)
	}
	return rows
}
