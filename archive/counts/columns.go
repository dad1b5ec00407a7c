package counts

import (
	_ "embed" // tables.sql
	"slices"
	"strconv"
	"strings"

	"dateline/schema"
)

// Keys are the properties in which all mentions of a group agree.
func Keys() []string {
	return []string{"place", "name", "role", "kind", "precision", "language", "date_precision", "country", "admin1"}
}

// Columns are the columns of the tables, for a collection with some properties.
type Columns struct {
	Keys  []string // properties in which a group agrees
	Maybe []string // those with a bit in the column alike, set if the group agrees; the first bit is 1

	types map[string]string
	texts map[string]bool
}

// Of returns the columns for the properties of mentions, of which typed gives the PostgreSQL types.
func Of(properties []schema.Property, typed func(*schema.Property) string) *Columns {
	c := &Columns{types: map[string]string{}, texts: map[string]bool{}}
	for i := range properties {
		p := &properties[i]
		c.types[p.Name], c.texts[p.Name] = typed(p), p.Type.IsText()
		switch {
		case slices.Contains(Keys(), p.Name):
			c.Keys = append(c.Keys, p.Name)
		case !p.Long:
			c.Maybe = append(c.Maybe, p.Name)
		}
	}
	return c
}

// Bit returns the bit of a property of Maybe, 0 for any other.
func (c *Columns) Bit(property string) int64 {
	if i := slices.Index(c.Maybe, property); i >= 0 {
		return 1 << i
	}
	return 0
}

// all is the bits of all of Maybe.
func (c *Columns) all() string { return strconv.FormatInt(1<<len(c.Maybe)-1, 10) }

func quoted(name string) string { return `"` + name + `"` }

// listed lists properties, each with a prefix.
func listed(before string, properties []string) string {
	var b strings.Builder
	for _, p := range properties {
		b.WriteString(", " + before + quoted(p))
	}
	return b.String()
}

//go:embed tables.sql
var tables string

// DDL creates the tables, replacing existing ones.
func (c *Columns) DDL() string {
	columns := "geom geometry(Point, 4326), key bytea NOT NULL, n bigint NOT NULL, fid bigint NOT NULL, id text COLLATE \"C\", alike bigint NOT NULL"
	for _, p := range slices.Concat(c.Keys, c.Maybe) {
		columns += ", " + quoted(p) + " " + c.types[p]
	}
	const drop = `DROP TABLE IF EXISTS dateline_counting, dateline_counted, dateline_uncounted, dateline_values, dateline_dates, dateline_counts, dateline_totals;
DROP TRIGGER IF EXISTS dateline_uncounted ON mentions;
DROP TRIGGER IF EXISTS dateline_recounted ON mentions;
DROP TRIGGER IF EXISTS dateline_emptied ON mentions;
DROP FUNCTION IF EXISTS dateline_mentions_uncounted, dateline_mentions_emptied;
`
	return drop + tables + `
CREATE TABLE dateline_totals (` + columns + `, first date, last date);
CREATE UNIQUE INDEX ON dateline_totals (key);
CREATE INDEX ON dateline_totals USING gist (geom);
CREATE TABLE dateline_counts (high bigint NOT NULL, ` + columns + `, first date, last date, days bytea);
ALTER TABLE dateline_counts ALTER days SET STORAGE EXTERNAL;
CREATE INDEX ON dateline_counts (high);
CREATE INDEX ON dateline_counts USING gist (geom);
`
}
