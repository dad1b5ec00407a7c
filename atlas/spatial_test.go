package atlas

import (
	"fmt"
	"path/filepath"
	"testing"

	"dateline/document"
	"dateline/schema"
)

// GDAL, as QGIS does, makes a spatial index of a layer in an archive, which is
// then read and written on, and kept up to date by its triggers.
func TestSpatialIndex(t *testing.T) {
	docs := newCorpus(71).documents(0, 30)
	dir := madeArchive(t, docs[:10])
	path := filepath.Join(dir, FileName)
	for _, layer := range []string{schema.Mentions, schema.Places, schema.Fronts, schema.Articles} {
		ogr(t, "ogrinfo", path, "-sql", fmt.Sprintf("SELECT CreateSpatialIndex('%s','geom')", layer))
	}
	a := mustOpen(t, dir)
	checkSame(t, a.View(), NewView(docs[:10]))
	mustPut(t, a, docs[10:])
	checkSame(t, a.View(), NewView(docs))
	checkTables(t, a)
	for _, layer := range []string{schema.Mentions, schema.Places, schema.Fronts, schema.Articles} {
		sql := fmt.Sprintf(`SELECT (SELECT count(*) FROM rtree_%[1]s_geom) - (SELECT count(geom) FROM %[1]s), rtreecheck('rtree_%[1]s_geom')`, layer)
		if got := fmt.Sprint(selectRows(t, a, sql)); got != "[[0 ok]]" {
			t.Errorf("%s: %s", layer, got)
		}
	}
}

// The functions of GeoPackage's annex F.3 answer as the standard has it.
func TestSpatialFunctions(t *testing.T) {
	a := mustOpen(t, t.TempDir())
	mustPut(t, a, []document.Document{sound()})
	for sql, want := range map[string]string{
		`SELECT ST_IsEmpty(NULL), ST_MinX(NULL), ST_IsEmpty('no geometry')`:                                                                                  "[[  ]]",
		`SELECT count(*) FROM fronts WHERE NOT ST_IsEmpty(geom) AND ST_MinX(geom) = 36 AND ST_MaxX(geom) = 36 AND ST_MinY(geom) = 35 AND ST_MaxY(geom) = 35`: "[[1]]",
		`SELECT count(*) FROM mentions WHERE geom NOT NULL AND (ST_MinX(geom) <> ST_MaxX(geom) OR ST_MinX(geom) NOT BETWEEN -180 AND 180)`:                   "[[0]]",
	} {
		if got := fmt.Sprint(selectRows(t, a, sql)); got != want {
			t.Errorf("%s: %s, want %s", sql, got, want)
		}
	}
}
