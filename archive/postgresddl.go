package archive

import (
	"context"
	_ "embed" // postgres.sql
	"fmt"
	"strings"

	"dateline/archive/postgres"
	"dateline/document/rows"
	"dateline/schema"

	"github.com/ncruces/go-sqlite3"
)

// databaseTables creates the tables that an archive in PostgreSQL has beside its layers.
//
//go:embed postgres.sql
var databaseTables string

// databaseWork creates what servers and workers on several machines share.
//
//go:embed postgreswork.sql
var databaseWork string

// databaseMade creates the tables of what depends on all articles together.
//
//go:embed postgresmade.sql
var databaseMade string

// jobTables is the version of the tables of River, the job queue.
const jobTables = 8

// firstInDatabase is the version of the first archives in PostgreSQL.
const firstInDatabase = 11

// firstCounted is the version of the first archives with counts. They are made again when mentions
// get new properties.
const firstCounted = 12

// toldTables are those of version 12: what each subscriber may know of each article, and the last
// change up to which removals were sent.
const toldTables = `CREATE TABLE dateline_told (subscription bigint NOT NULL, article text COLLATE "C" NOT NULL, features text NOT NULL, PRIMARY KEY (subscription, article));
CREATE TABLE dateline_told_removals (subscription bigint PRIMARY KEY, told bigint NOT NULL, telling bigint NOT NULL);
`

// Migrate creates the tables of an archive in a database, or upgrades them to this version of
// Dateline, with their indexes. It returns the version before, 0 if there was none, and after.
func Migrate(ctx context.Context, address string) (before, after int, err error) {
	t := newTables(rows.DefaultModel())
	before, after, err = postgres.Migrate(ctx, address, t.databaseMigrations())
	if err == nil {
		err = postgres.Run(ctx, address, t.databaseIndexes())
	}
	if err == nil {
		err = t.makeMade(ctx, address)
	}
	if err == nil {
		err = updateAllStories(ctx, address, t)
	}
	if err == nil {
		err = countAll(ctx, t, address)
	}
	return before, after, explain(postgres.Redacted(address), err)
}

// databaseIndexes creates missing indexes of those with which the database answers queries (package
// postgis): of a layer's dates, and of the ids that do not begin with that of their article. Other
// ids are found by article; an index of all ids would be the largest of all.
func (t *tables) databaseIndexes() (statements []string) {
	for _, part := range t.parts {
		statements = append(statements, fmt.Sprintf(`DROP INDEX IF EXISTS %s_by_id, %[1]s_1_by_id`, part.ID),
			fmt.Sprintf(`ALTER TABLE IF EXISTS %s_1 DROP CONSTRAINT IF EXISTS %[1]s_1_id_key`, part.ID), // from before it was a partition
			fmt.Sprintf(`CREATE INDEX IF NOT EXISTS %s_other_ids ON %[1]s (id) WHERE %s`, part.ID, OtherID))
	}
	for _, layer := range t.layers() {
		if layer.Index("date") >= 0 {
			statements = append(statements, fmt.Sprintf(`CREATE INDEX IF NOT EXISTS %s_by_date ON %[1]s (date)`, layer.ID))
		}
		if layer.Index("date_precision") >= 0 {
			statements = append(statements, fmt.Sprintf(`CREATE INDEX IF NOT EXISTS %s_roughly_dated ON %[1]s (date) WHERE date_precision IN ('month', 'year')`, layer.ID))
		}
	}
	return append(statements, `CREATE INDEX IF NOT EXISTS events_by_published ON events (published)`,
		`CREATE INDEX IF NOT EXISTS events_claiming ON events (place, fid) WHERE type IN ('capture', 'withdrawal', 'control')`)
}

// OtherID is an SQL condition on rows of mentions, fronts and events: the id does not begin with
// that of the article and a hyphen, which documents from elsewhere may do. These ids have an index.
const OtherID = `NOT starts_with(id, article || '-')`

// databaseMigrations returns the steps from one version to the next. The first creates what the
// file of the same number has; later ones have two more digits, for what only databases have.
func (t *tables) databaseMigrations() []postgres.Migration {
	first := ""
	for _, layer := range t.layers() {
		first += layer.databaseDDL(firstInDatabase)
	}
	all := []postgres.Migration{{Version: firstInDatabase, SQL: first + databaseTables + t.databaseViews(firstInDatabase)},
		{Version: 100*firstInDatabase + 1, SQL: databaseWork}, {Version: 100*firstInDatabase + 2, Jobs: jobTables}}
	for version := firstInDatabase + 1; version <= t.version; version++ {
		sql := ""
		if version == 12 {
			sql = toldTables
		}
		for _, layer := range t.layers() {
			if layer.Since == version {
				sql += layer.databaseDDL(version)
				continue
			}
			for _, i := range layer.written {
				if p := &layer.Properties[i]; p.Since == version {
					sql += "ALTER TABLE " + layer.ID + " ADD COLUMN " + databaseColumn(p, true) + ";\n"
				}
			}
		}
		all = append(all, postgres.Migration{Version: 100 * version, SQL: sql + t.dropViews() + t.databaseViews(version)})
		if version == 12 {
			all = append(all, postgres.Migration{Version: 100*version + 1, SQL: t.partitioned(version)}, postgres.Migration{Version: 100*version + 2, SQL: databaseMade})
		}
		if version == firstCounted || version > firstCounted && t.parts[rows.Mentions].hasNew(version) {
			all = append(all, postgres.Migration{Version: 100*version + 4, SQL: t.countsAt(version).DDL()}) // those of 3 had no dates
		}
	}
	return all
}

// databaseVersion is the version of the last migration.
func (t *tables) databaseVersion() int {
	all := t.databaseMigrations()
	return all[len(all)-1].Version
}

// databaseDDL creates the table of a layer as of a version.
func (t *table) databaseDDL(version int) string {
	shape, unique := "Geometry", ""
	if t.Points {
		shape = "Point"
	}
	if t.Indexed {
		unique = " UNIQUE"
	}
	columns := []string{"fid bigint PRIMARY KEY", "geom geometry(" + shape + ", 4326)", `id text COLLATE "C" NOT NULL` + unique}
	for _, i := range t.written {
		if p := &t.Properties[i]; p.Since <= version {
			columns = append(columns, databaseColumn(p, false))
		}
	}
	return fmt.Sprintf("CREATE TABLE %s (%s);\n", t.ID, strings.Join(columns, ", ")) + t.databaseFinders()
}

// databaseFinders creates the indexes that a layer had in its first version.
func (t *table) databaseFinders() string {
	sql := fmt.Sprintf("CREATE INDEX ON %s USING gist (geom);\n", t.ID)
	for _, property := range []string{"article", "place"} {
		if t.Index(property) >= 0 {
			sql += fmt.Sprintf("CREATE INDEX ON %s (%s);\n", t.ID, property)
		}
	}
	return sql
}

// databaseColumn declares a column. One added later may be null.
func databaseColumn(p *schema.Property, later bool) string {
	sql := sqlite3.QuoteIdentifier(p.Name) + " " + databaseType(p)
	if p.Never && !later {
		sql += " NOT NULL"
	}
	return sql
}

func databaseType(p *schema.Property) string {
	switch {
	case p.Instant:
		return "timestamptz"
	case p.Type == schema.Date:
		return "date"
	case p.Type == schema.Integer:
		return "bigint"
	case p.Type == schema.Number:
		return "double precision"
	case p.Type == schema.Boolean:
		return "boolean"
	case p.Type == schema.Code:
		return `text COLLATE "C"`
	}
	return "text"
}

// dropViews drops the views: in them new columns would not be the last.
func (t *tables) dropViews() (sql string) {
	for _, layer := range t.layers() {
		sql += "DROP VIEW IF EXISTS " + postgres.Views + "." + layer.ID + ";\n"
	}
	return sql
}

// databaseViews creates the views for GIS programs, with a comment on each column. Existing
// privileges to read them are kept.
func (t *tables) databaseViews(version int) string {
	var sql strings.Builder
	for _, layer := range t.layers() {
		sql.WriteString(layer.databaseView(version))
	}
	return sql.String()
}
