package atlas

import (
	_ "embed" // schema.sql
	"fmt"
	"strings"

	"dateline/geopackage"
	"dateline/schema"

	"github.com/ncruces/go-sqlite3"
)

// ownTables is what an archive has beside its layers.
//
//go:embed schema.sql
var ownTables string

// versionOf returns the version of an archive with these collections. One of a newer
// version is not touched.
func versionOf(collections []schema.Collection) int {
	version := 4
	for _, c := range collections {
		for _, p := range c.Properties {
			version = max(version, p.Since)
		}
	}
	return version
}

// schema returns what makes an empty archive.
func (t *tables) schema() string {
	sql := geopackage.Tables + ownTables
	for _, layer := range t.layers() {
		sql += layer.ddl()
	}
	return sql + fmt.Sprintf("INSERT INTO dateline_archive VALUES (%d);", t.version)
}

// ddl makes the table of a layer, and registers it. Rows are added, never taken out;
// the order of fid is that of arrival.
//
// An index of ids serves where they come from outside. The id of a mention is made of
// its article's and is unique as that is: an index would cost a quarter of the time it
// takes to store one. Archives made before have it, and are used as they are.
func (t *table) ddl() string {
	shape, unique := "GEOMETRY", ""
	if t.Points {
		shape = "POINT"
	}
	if t.Indexed {
		unique = " UNIQUE"
	}
	columns := []string{"fid INTEGER PRIMARY KEY", "geom " + shape, "id TEXT NOT NULL" + unique}
	for _, i := range t.stored {
		columns = append(columns, columnDDL(&t.Properties[i], false))
	}
	return fmt.Sprintf("INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES (%s, 'features', %s, %s, 4326);\n"+
		"INSERT INTO gpkg_geometry_columns VALUES (%s, 'geom', '%s', 4326, 0, 0);\nCREATE TABLE %s (%s);\n",
		sqlite3.Quote(t.ID), sqlite3.Quote(t.ID), sqlite3.Quote(t.Description), sqlite3.Quote(t.ID), shape, sqlite3.QuoteIdentifier(t.ID), strings.Join(columns, ", "))
}

// columnDDL declares a column; one that rows get later may be null.
func columnDDL(p *schema.Property, later bool) string {
	sql := sqlite3.QuoteIdentifier(p.Name) + " " + p.Type.SQL()
	if p.Instant {
		sql += "TIME"
	}
	if p.Never && !later {
		sql += " NOT NULL"
	}
	return sql
}

// migration brings an archive from a version to the one after it.
func (t *tables) migration(version int) string {
	var sql string
	if version == 2 {
		sql = `ALTER TABLE dateline_documents ADD COLUMN rows INTEGER;`
	}
	for _, layer := range t.layers() {
		for _, i := range layer.stored {
			if p := &layer.Properties[i]; p.Since == version+1 {
				sql += "ALTER TABLE " + sqlite3.QuoteIdentifier(layer.ID) + " ADD COLUMN " + columnDDL(p, true) + ";"
			}
		}
	}
	if version == 3 {
		sql += migrateDates("mentions") + migrateDates("fronts") + `UPDATE dateline_documents SET rows = NULL;`
	}
	return sql + fmt.Sprintf("UPDATE dateline_archive SET version = %d;", version+1)
}

// migrateDates says of a layer's dates, which were days of the sentence or else of
// publication, which of the two they are.
func migrateDates(table string) string {
	return `UPDATE ` + table + ` SET date_precision = 'day', date_from = iif(date IS published, 'published', 'text') WHERE date IS NOT NULL;`
}
