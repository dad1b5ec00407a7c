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

// databaseTables is what an archive in PostgreSQL has beside its layers.
//
//go:embed postgres.sql
var databaseTables string

// databaseWork is what has come to it for those who work on several machines.
//
//go:embed postgreswork.sql
var databaseWork string

// databaseMade is what follows from all articles together.
//
//go:embed postgresmade.sql
var databaseMade string

// jobTables is the version of the tables of River, the queue of jobs.
const jobTables = 8

// firstInDatabase is the version of the first archives that PostgreSQL had.
const firstInDatabase = 11

// firstCounted is the version of the first archives that have counts; they are made anew where
// mentions get new properties.
const firstCounted = 12

// toldTables are of version 12: what each subscriber may know of each article, and up to
// which change removals were told of.
const toldTables = `CREATE TABLE dateline_told (subscription bigint NOT NULL, article text COLLATE "C" NOT NULL, features text NOT NULL, PRIMARY KEY (subscription, article));
CREATE TABLE dateline_told_removals (subscription bigint PRIMARY KEY, told bigint NOT NULL, telling bigint NOT NULL);
`

// Migrate makes the tables of an archive in a database, or brings them to the version of
// this Dateline, with their indexes, and returns the versions before, 0 for none, and after.
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
		err = tellAllStories(ctx, address, t)
	}
	if err == nil {
		err = countAll(ctx, t, address)
	}
	return before, after, explain(postgres.Shown(address), err)
}

// databaseIndexes makes the indexes by which the database answers questions (package postgis),
// where they are missing: of a layer's dates, and of those of its ids that do not begin with
// that of their article. The others are found by their article; an index of all ids would be
// the largest of all.
func (t *tables) databaseIndexes() (statements []string) {
	for _, part := range t.parts {
		statements = append(statements, fmt.Sprintf(`DROP INDEX IF EXISTS %s_by_id, %[1]s_1_by_id`, part.ID),
			fmt.Sprintf(`ALTER TABLE IF EXISTS %s_1 DROP CONSTRAINT IF EXISTS %[1]s_1_id_key`, part.ID), // of when it was no partition
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

// OtherID is true in SQL of rows of mentions, fronts and events whose id does not begin with
// that of their article and a hyphen: a document may give others. There is an index of these.
const OtherID = `NOT starts_with(id, article || '-')`

// databaseMigrations makes what each version has that the one before it had not. The first
// has the number of the file that is like it; behind it numbers have two digits more, for
// what databases alone have.
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
			all = append(all, postgres.Migration{Version: 100*version + 3, SQL: t.countsAt(version).DDL()})
		}
	}
	return all
}

// databaseVersion is that of the last migration.
func (t *tables) databaseVersion() int {
	all := t.databaseMigrations()
	return all[len(all)-1].Version
}

// databaseDDL makes the table of a layer as a version has it.
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

// databaseFinders makes the indexes of a layer that its first version had.
func (t *table) databaseFinders() string {
	sql := fmt.Sprintf("CREATE INDEX ON %s USING gist (geom);\n", t.ID)
	for _, property := range []string{"article", "place"} {
		if t.Index(property) >= 0 {
			sql += fmt.Sprintf("CREATE INDEX ON %s (%s);\n", t.ID, property)
		}
	}
	return sql
}

// databaseColumn declares a column; one that rows get later may be null.
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
	case p.Type == schema.Truth:
		return "boolean"
	case p.Type == schema.Code:
		return `text COLLATE "C"`
	}
	return "text"
}

// dropViews drops the views: new columns are no longer the last.
func (t *tables) dropViews() (sql string) {
	for _, layer := range t.layers() {
		sql += "DROP VIEW IF EXISTS " + postgres.Views + "." + layer.ID + ";\n"
	}
	return sql
}

// databaseViews makes the views that GIS programs are shown, with words on each column. Who
// may read them stays who may.
func (t *tables) databaseViews(version int) string {
	var sql strings.Builder
	for _, layer := range t.layers() {
		sql.WriteString(layer.databaseView(version))
	}
	return sql.String()
}
