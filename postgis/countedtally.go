package postgis

import (
	"cmp"
	"context"
	"slices"
	"strconv"

	"dateline/archive"
	"dateline/archive/postgres"
	"dateline/document/rows"
	"dateline/feature"
	"dateline/view"
	"dateline/work"
)

// The properties of each mention that the column days of dateline_counts has.
const (
	eventDay   = "date"
	publishDay = "published"
	confidence = "confidence"
)

// canTally reports whether the tables of counts have all that a Tally groups by.
func (r *reader) canTally(by *view.Grouping) bool {
	return !by.ID && !by.Days && !slices.ContainsFunc(by.Columns, func(name string) bool {
		isDay := name == eventDay || name == publishDay
		return !r.groups.Has(name) && !(isDay && by.Bin != nil) && !(name == confidence && name == by.Most)
	})
}

// fromGroups yields counted groups, and then rows. For days, confidences, or a selection by time it
// reads the groups of parts, in no order.
func (x *tally) fromGroups(ctx context.Context, tx *postgres.Tx, s *selection, c *coverage) error {
	each := x.groupRows
	if x.grouping.Bin == nil && s.days == nil {
		if err := x.wholeGroups(ctx, tx, s, c); err != nil {
			return err
		}
		return each(ctx, tx, s, x.from()+s.with("p.fid > "+number(c.high)))
	}
	if err := x.groupsInTime(ctx, tx, s, c); err != nil {
		return err
	}
	for _, from := range c.uncounted(x.reader) {
		if err := each(ctx, tx, s, " FROM "+from+s.clause()); err != nil {
			return err
		}
	}
	return nil
}

// keys returns the indexes of the wanted properties that groups have, and their columns for SQL,
// each after a comma.
func (x *tally) keys() (keys []int, listed string) {
	for _, i := range x.columns {
		if name := x.table.Properties[i].Name; x.reader.groups.Has(name) {
			keys, listed = append(keys, i), listed+", p."+quoted(name)
		}
	}
	return keys, listed
}

// wholeGroups yields groups, in the order of the first mention of each.
func (x *tally) wholeGroups(ctx context.Context, tx *postgres.Tx, s *selection, c *coverage) error {
	keys, columns := x.keys()
	sql := c.groupsSQL(s.onGroups, "p.geom, ''"+columns+", p.n, p.fid", "p.geom, ''"+columns+", 1::bigint, p.fid")
	ordered := "SELECT * FROM (" + sql + ") x ORDER BY " + strconv.Itoa(len(keys)+4)
	counter := work.Metered(ctx)
	var row rows.Row
	for cells, err := range tx.Rows(ordered, s.onGroups.Values...) {
		if err != nil {
			return err
		}
		if err := x.read(cells, 0, keys, &row); err != nil {
			return err
		}
		x.with(x.add(&row), int(cells.Int(2+len(keys))))
		if err := counter.Add(stepsPerGroup); err != nil {
			return err
		}
	}
	return cmp.Or(counter.Flush(), x.built.Err())
}

// read reads a geometry, an empty id, and properties.
func (x *tally) read(c postgres.Cells, from int, properties []int, row *rows.Row) error {
	row.Values = slices.Grow(row.Values[:0], len(x.table.Properties))[:len(x.table.Properties)]
	clear(row.Values)
	return archive.ReadRow(x.table, c, from, properties, row)
}

// add adds a row as a feature.
func (x *tally) add(row *rows.Row) feature.Feature {
	x.start(row)
	return x.built.At(x.built.Add())
}

func (x *tally) start(row *rows.Row) {
	x.built.Start(row.ID, row.Geometry, feature.Days{})
	for _, i := range x.columns {
		x.built.Value(row.Values[i])
	}
}
