package archive

import (
	_ "embed" // schema.sql
	"fmt"
	"strings"

	"dateline/geopackage"
	"dateline/schema"

	"github.com/ncruces/go-sqlite3"
)

// ownTables are the tables besides the layers.
//
//go:embed schema.sql
var ownTables string

// versionOf returns the version of an archive with these collections. An archive of a newer
// version is not touched.
func versionOf(collections []schema.Collection) int {
	version := schema.Version
	for _, c := range collections {
		for _, p := range c.Properties {
			version = max(version, p.Since)
		}
	}
	return version
}

// schema returns the statements that create an empty archive.
func (t *tables) schema() string {
	sql := geopackage.Tables + ownTables
	for _, layer := range t.layers() {
		sql += layer.ddl(t.version)
	}
	return sql + changeTables + correctionTables + fmt.Sprintf("INSERT INTO dateline_archive (version) VALUES (%d);\n", t.version) + t.guards(t.version)
}

// ddl returns the statements that create and register a layer's table in a version. fid is the
// order of arrival.
//
// Ids have an index where they come from outside. The id of a mention contains its article's and
// is unique because of that; an index would take a quarter of the time of storing one. Archives
// made when it had an index are used as they are.
func (t *table) ddl(version int) string {
	return fmt.Sprintf("INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES (%s, 'features', %s, %s, 4326);\n"+
		"INSERT INTO gpkg_geometry_columns VALUES (%s, 'geom', '%s', 4326, 0, 0);\n%s;\n",
		sqlite3.Quote(t.ID), sqlite3.Quote(t.ID), sqlite3.Quote(t.Description), sqlite3.Quote(t.ID), t.shape(), t.create(version, t.Indexed))
}

// shape is the type of the geometries of a layer.
func (t *table) shape() string {
	if t.Points {
		return "POINT"
	}
	return "GEOMETRY"
}

// create returns the statement that creates a layer's table in a version, with an index of ids or
// without.
func (t *table) create(version int, indexed bool) string {
	unique := ""
	if indexed {
		unique = " UNIQUE"
	}
	columns := []string{"fid INTEGER PRIMARY KEY", "geom " + t.shape(), "id TEXT NOT NULL" + unique}
	for _, i := range t.written {
		if p := &t.Properties[i]; p.Since <= version {
			columns = append(columns, columnDDL(p, false))
		}
	}
	return "CREATE TABLE " + sqlite3.QuoteIdentifier(t.ID) + " (" + strings.Join(columns, ", ") + ")"
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

// migration returns the statements that upgrade an archive from a version to the next.
func (t *tables) migration(version int) string {
	var sql string
	copies := false // whether there are copied columns to fill
	switch version {
	case 2:
		sql = `ALTER TABLE dateline_documents ADD COLUMN rows INTEGER;`
	case 8:
		sql = `ALTER TABLE dateline_archive ADD COLUMN copied BOOLEAN NOT NULL DEFAULT 1; ALTER TABLE dateline_documents ADD COLUMN digest BLOB;`
	}
	for _, layer := range t.layers() {
		if layer.Since > version {
			if layer.Since == version+1 {
				sql += layer.ddl(version + 1)
			}
			continue
		}
		for _, i := range layer.written {
			if p := &layer.Properties[i]; p.Since == version+1 {
				sql += "ALTER TABLE " + sqlite3.QuoteIdentifier(layer.ID) + " ADD COLUMN " + columnDDL(p, true) + ";"
				copies = copies || p.Derived
			}
		}
	}
	if version == 3 {
		sql += migrateDates("mentions") + migrateDates("fronts") + `UPDATE dateline_documents SET rows = NULL;`
	}
	switch version {
	case 5:
		sql += changeTables
	case 6:
		sql += correctionTables
	}
	if version == 10 {
		sql += `ALTER TABLE dateline_archive ADD COLUMN writing BOOLEAN NOT NULL DEFAULT 0;` + t.guards(11)
	}
	if copies {
		sql += `UPDATE dateline_archive SET copied = 0;`
	}
	return sql + fmt.Sprintf("UPDATE dateline_archive SET version = %d;", version+1)
}

// migrateDates records, for the dates of a layer, whether they come from the sentence or from
// the day of publication.
func migrateDates(table string) string {
	return `UPDATE ` + table + ` SET date_precision = 'day', date_from = iif(date IS published, 'published', 'text') WHERE date IS NOT NULL;`
}
