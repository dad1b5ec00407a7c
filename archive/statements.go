package archive

import (
	"fmt"
	"slices"
	"strings"

	"dateline/schema"

	"github.com/ncruces/go-sqlite3"
)

// columns lists columns of a layer: geom, id, and the properties with the numbers.
func (t *table) columns(properties []int) []string {
	return append([]string{"geom", "id"}, t.names(properties)...)
}

// names lists the columns of the properties with the numbers.
func (t *table) names(properties []int) []string {
	names := make([]string, len(properties))
	for k, i := range properties {
		names[k] = sqlite3.QuoteIdentifier(t.Properties[i].Name)
	}
	return names
}

// insert stores a row with a given fid, or with the next if it is null.
func (t *table) insert() string {
	columns := t.columns(t.written)
	return "INSERT INTO " + sqlite3.QuoteIdentifier(t.ID) + " (fid, " + strings.Join(columns, ", ") + ") VALUES (?" + strings.Repeat(", ?", len(columns)) + ")"
}

// upsert stores a row, or merges it into the one with its id.
func (t *table) upsert() string { return t.insert() + t.onConflict() }

// upsertFrom is upsert of all rows of the table in another database, with the next fids.
func (t *table) upsertFrom(database string) string {
	columns := strings.Join(t.columns(t.written), ", ")
	return "INSERT INTO main." + t.ID + " (" + columns + ") SELECT " + columns + " FROM " + database + "." + t.ID + " WHERE true" + t.onConflict()
}

func (t *table) onConflict() string {
	return " ON CONFLICT (id) DO UPDATE SET " + t.merged("excluded", "coalesce(min(%[1]s, %[2]s), %[1]s, %[2]s)", "coalesce(max(%[1]s, %[2]s), %[1]s, %[2]s)")
}

// merged says how a row is merged into the one with its id. least and greatest are the lesser and
// the greater of two values, or the one that is not null, in the SQL of an engine.
func (t *table) merged(from, least, greatest string) string {
	sets := []string{}
	for _, i := range t.written {
		name := sqlite3.QuoteIdentifier(t.Properties[i].Name)
		is, new := t.ID+"."+name, from+"."+name
		value := "coalesce(" + is + ", " + new + ")"
		switch p := &t.Properties[i]; {
		case p.Derived:
			value = "coalesce(" + new + ", " + is + ")"
		case p.Merge == schema.Add:
			value = is + " + " + new
		case p.Merge == schema.Earliest:
			value = fmt.Sprintf(least, is, new)
		case p.Merge == schema.Latest:
			value = fmt.Sprintf(greatest, is, new)
		}
		sets = append(sets, name+" = "+value)
	}
	return strings.Join(sets, ", ")
}

// selected lists the columns that are read: fid, geom, id, and the stored properties. A column
// that the file of an older version lacks is null in all rows.
func (t *table) selected(c *sqlite3.Conn) (string, error) {
	has, err := columnsOf(c, t.ID)
	if err != nil || len(has) == 0 && t.Since > 0 {
		return "", err
	}
	columns := append([]string{"fid"}, t.columns(t.Stored)...)
	for k, i := range t.Stored {
		if p := &t.Properties[i]; p.Since > 0 && !slices.Contains(has, p.Name) {
			columns[k+3] = "NULL"
		}
	}
	return strings.Join(columns, ", "), nil
}

// newest selects the fid of the newest row of a layer.
func (t *table) newest() string {
	return "SELECT coalesce(max(fid), 0) FROM " + sqlite3.QuoteIdentifier(t.ID)
}

// after selects the rows of a layer after a fid, in order of arrival. It is empty if the archive
// of an older Dateline lacks the layer.
func (t *table) after(c *sqlite3.Conn) (string, error) {
	columns, err := t.selected(c)
	if err != nil || columns == "" {
		return "", err
	}
	return "SELECT " + columns + " FROM " + sqlite3.QuoteIdentifier(t.ID) + " WHERE fid > ? ORDER BY fid", err
}

// documents selects the rows of articles with what is stored beside their documents, and the
// further columns named.
func (t *table) documents(c *sqlite3.Conn, further string) (string, error) {
	columns, err := t.selected(c)
	if err != nil {
		return "", err
	}
	sum, digest := "coalesce(rows, -1)", "digest"
	has, err := columnsOf(c, "dateline_documents")
	if err != nil {
		return "", err
	}
	if !slices.Contains(has, "rows") {
		sum = "-1"
	}
	if !slices.Contains(has, "digest") {
		digest = "NULL"
	}
	return "SELECT " + columns + ", hash, " + sum + ", " + digest + further + " FROM dateline_documents LEFT JOIN articles USING (fid)", nil
}

// columnsOf lists the columns of a table in the file, none if it does not exist.
func columnsOf(c *sqlite3.Conn, table string) (names []string, err error) {
	statement, _, err := c.Prepare("SELECT name FROM pragma_table_info(" + sqlite3.Quote(table) + ")")
	if err != nil {
		return nil, err
	}
	defer statement.Close()
	for statement.Step() {
		names = append(names, statement.ColumnText(0))
	}
	return names, statement.Err()
}
