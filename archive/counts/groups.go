package counts

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// An entry of the column days: the dates and the confidence of a mention.
const (
	EntrySize = 16          // bytes: of the date 4, of the day of publication 4, of the confidence 8
	NoDay     = -2147483648 // stands for no day; others count from 1970-01-01
)

const entry = `int4send(coalesce(p.date - DATE '1970-01-01', -2147483648)) || int4send(coalesce(p.published - DATE '1970-01-01', -2147483648)) || float8send(p.confidence)`

// grouped selects the groups of rows of mentions p, with the columns of dateline_counts.
func (c *Columns) grouped(from string) string {
	return c.group(from, "count(*)", "p.date", entry, "")
}

// joined selects the groups of groups p of dateline_counts, with or without their days.
func (c *Columns) joined(from string, days bool) string {
	entries := ""
	if days {
		entries = "p.days"
	}
	return c.group(from, "sum(p.n)::bigint", "", entries, "p.alike")
}

// columns lists the columns of grouped and joined.
func (c *Columns) columns(days bool) string {
	all := "geom, key, n, fid, id, alike" + listed("", c.Keys) + listed("", c.Maybe) + ", first, last"
	if days {
		all += ", days"
	}
	return all
}

// group selects groups, given SQL for how many mentions a row has, their date or first and last
// date, their days, and the bits in which they agree.
func (c *Columns) group(from, n, date, entries, bits string) string {
	keys := "p.geom" + listed("p.", c.Keys)
	first, last := "p.first", "p.last"
	if date != "" {
		first, last = date, date
	}
	alike, values := []string{}, ""
	for _, p := range c.Maybe {
		same, value := c.alike(p, bits)
		alike = append(alike, fmt.Sprintf("CASE WHEN %s THEN %d ELSE 0 END", same, c.Bit(p)))
		values += fmt.Sprintf(", CASE WHEN %s THEN %s END", same, value)
	}
	if entries != "" {
		entries = ", string_agg(" + entries + ", '')"
	}
	return fmt.Sprintf(`SELECT p.geom, sha256(convert_to(ROW(%[1]s)::text, 'UTF8')), %[2]s, min(p.fid), CASE WHEN %[2]s = 1 THEN min(p.id) END, (%[3]s)::bigint%[4]s%[5]s, min(%[6]s), max(%[7]s)%[8]s FROM %[9]s GROUP BY %[1]s`,
		keys, n, strings.Join(alike, " + "), listed("p.", c.Keys), values, first, last, entries, from)
}

// alike is SQL that is true where a group has a single value of a property, null included, and SQL
// for that value.
func (c *Columns) alike(property, bits string) (same, value string) {
	column := "p." + quoted(property)
	least, most := "min("+column+")", "max("+column+")"
	if c.texts[property] {
		least, most = "min("+column+` COLLATE "C")`, "max("+column+` COLLATE "C")`
	}
	same = "(count(" + column + ") = 0 OR count(" + column + ") = count(*) AND " + least + " = " + most + ")"
	if bits != "" {
		same = "(bit_and(" + bits + ") & " + strconv.FormatInt(c.Bit(property), 10) + " <> 0 AND " + same + ")"
	}
	return same, least
}

// addTotals adds groups, selected by joined or grouped without days, to dateline_totals.
func (c *Columns) addTotals(groups string) string {
	sets := []string{"n = t.n + excluded.n", "fid = least(t.fid, excluded.fid)", "id = NULL", "first = least(t.first, excluded.first)", "last = greatest(t.last, excluded.last)"}
	alike := []string{}
	for _, p := range c.Maybe {
		same := fmt.Sprintf("(t.alike & excluded.alike & %d <> 0 AND t.%[2]s IS NOT DISTINCT FROM excluded.%[2]s)", c.Bit(p), quoted(p))
		alike = append(alike, fmt.Sprintf("CASE WHEN %s THEN %d ELSE 0 END", same, c.Bit(p)))
		sets = append(sets, fmt.Sprintf("%s = CASE WHEN %s THEN t.%[1]s END", quoted(p), same))
	}
	sets = append(sets, "alike = "+strings.Join(alike, " + "))
	return "INSERT INTO dateline_totals AS t (" + c.columns(false) + ") " + groups + " ON CONFLICT (key) DO UPDATE SET " + strings.Join(sets, ", ")
}

// Single lists, for rows of mentions p, the columns of a group of one: geom, id, properties, n and
// alike.
func (c *Columns) Single(properties []string) string {
	return "p.geom, p.id" + listed("p.", properties) + ", 1::bigint AS n, " + c.all() + "::bigint AS alike"
}

// Groups lists the same columns for groups p.
func (c *Columns) Groups(properties []string) string {
	return "p.geom, p.id" + listed("p.", properties) + ", p.n, p.alike"
}

// Has reports whether a property is one of Keys.
func (c *Columns) Has(property string) bool { return slices.Contains(c.Keys, property) }
