package archive

import (
	"context"
	"fmt"
	"strings"

	"dateline/archive/postgres"
	"dateline/document/rows"
	"dateline/schema"

	"github.com/ncruces/go-sqlite3"
)

// madeLayers are the tables of collections that depend on all events together. Package postgis
// computes their rows.
func (t *tables) madeLayers() (all []*table) {
	for _, id := range []string{schema.Incidents, schema.Control, schema.Contact} {
		all = append(all, newTable(t.Derived[id]))
	}
	return all
}

// Columns of incidents beside their properties: whether only copies of earlier articles report one,
// whether it consists of one report regardless of others, the articles of its reports, and a
// checksum of the row. fid is that of its first report.
const besideIncidents = `ALTER TABLE incidents ADD copy boolean NOT NULL, ADD alone boolean NOT NULL, ADD told_by text[] COLLATE "C" NOT NULL, ADD sum bigint NOT NULL;
CREATE INDEX ON incidents (id);
CREATE INDEX ON incidents (date);
CREATE INDEX ON incidents USING gin (told_by);
`

// asOf is the view that tells up to which change the others of this kind were computed.
const asOf = `CREATE OR REPLACE VIEW dateline.made AS SELECT what, day, at, articles, changes FROM dateline_made;
COMMENT ON VIEW dateline.made IS 'As of when the views are that follow from all articles together.';
COMMENT ON COLUMN dateline.made.what IS 'incidents, control, contact, or stories (story and also_in of articles, which are always up to date)';
COMMENT ON COLUMN dateline.made.day IS 'The day that control and contact are of';
COMMENT ON COLUMN dateline.made.at IS 'When it was made last; null where it never was';
COMMENT ON COLUMN dateline.made.articles IS 'Highest fid of an article that it was made of';
COMMENT ON COLUMN dateline.made.changes IS 'How many changes of articles (removals, corrections, newer texts) had been numbered then';
`

// makeMade creates the tables of what depends on all events, replacing those with other columns:
// their rows can be computed again.
func (t *tables) makeMade(ctx context.Context, address string) error {
	db, err := postgres.Open(ctx, address)
	if err != nil {
		return err
	}
	defer db.Close()
	return db.WriteTx(ctx, func(tx *postgres.Tx) error {
		if err := tx.Lock(); err != nil {
			return err
		}
		for _, layer := range t.madeLayers() {
			if err := t.makeOne(tx, layer); err != nil {
				return err
			}
		}
		return tx.Script(asOf)
	})
}

func (t *tables) makeOne(tx *postgres.Tx, layer *table) error {
	has := ""
	for c, err := range tx.Rows(`SELECT coalesce(string_agg(column_name, ',' ORDER BY ordinal_position), '') FROM information_schema.columns WHERE table_schema = ?1 AND table_name = ?2`, postgres.Tables, layer.ID) {
		if err != nil {
			return err
		}
		has = c.Text(0)
	}
	want := strings.Join(layer.fields(), ",")
	beside := ""
	if layer.ID == schema.Incidents {
		want, beside = want+",copy,alone,told_by,sum", besideIncidents
	}
	if has == want {
		return nil
	}
	return tx.Script(fmt.Sprintf("DROP TABLE IF EXISTS %[1]s CASCADE;\n", layer.ID) + layer.databaseDDL(t.version) + beside + layer.databaseView(t.version) +
		fmt.Sprintf("UPDATE dateline_made SET rules = 0, articles = 0, changes = 0, stories = 0, day = NULL, at = NULL WHERE what = '%s';", layer.ID))
}

// databaseView creates the view of a layer for GIS programs, with a comment on each column.
func (t *table) databaseView(version int) string {
	columns, view := []string{"fid", "geom", "id"}, postgres.Views+"."+t.ID
	comments := ""
	for _, i := range t.written {
		if p := &t.Properties[i]; p.Since <= version {
			name := sqlite3.QuoteIdentifier(p.Name)
			columns = append(columns, name)
			comments += fmt.Sprintf("COMMENT ON COLUMN %s.%s IS %s;\n", view, name, sqlite3.Quote(p.About))
		}
	}
	return fmt.Sprintf("CREATE OR REPLACE VIEW %[1]s AS SELECT %[2]s FROM %[3]s;\nCOMMENT ON VIEW %[1]s IS %[4]s;\n%[5]s",
		view, strings.Join(columns, ", "), t.ID, sqlite3.Quote(t.Description), comments)
}

// ColumnsOf returns the columns of a collection's table in a database.
func ColumnsOf(t *rows.Table) []string { return newTable(t).fields() }

// ValuesOf returns the values of a row for ColumnsOf.
func ValuesOf(t *rows.Table, fid int, r *rows.Row) ([]any, error) {
	return newTable(t).record(int64(fid), r)
}
