package archive

import (
	"slices"
	"strings"

	"dateline/document/rows"
	"dateline/schema"

	"github.com/paulmach/orb"
)

const (
	selectStale = `SELECT place FROM dateline_stale ORDER BY place`
	deletePlace = `DELETE FROM places WHERE id = ?1`
	forgetStale = `DELETE FROM dateline_stale`
)

// recount counts the mentions of places anew of which rows were taken out or edited.
func (b *batch) recount() error {
	if n, err := selectIntegers(b.conn, selectAnyStale, 1); err != nil || n[0] == 0 {
		return err
	}
	if err := b.startEdits(); err != nil {
		return err
	}
	stale, err := b.texts(selectStale)
	if err != nil {
		return err
	}
	c, err := b.newCounting()
	if err != nil {
		return err
	}
	defer c.close()
	for _, id := range stale {
		if err := b.run(deletePlace, id); err != nil {
			return err
		}
		s, err := c.count(id)
		if s != nil && err == nil {
			err = b.putPlace(s)
		}
		if err != nil {
			return err
		}
	}
	return b.conn.Exec(forgetStale)
}

// counting counts the mentions of places anew.
type counting struct {
	*tables
	counted *rowReader // of a place: their fids, and by what they are counted
	naming  *rowReader // of one mention
}

func (b *batch) newCounting() (*counting, error) {
	mentions := b.tables.parts[rows.Mentions]
	counted, err := prepare(b.conn, `SELECT fid, `+strings.Join(mentions.names(b.Counted), ", ")+` FROM mentions WHERE place = ?1 AND geom NOT NULL ORDER BY article`)
	if err != nil {
		return nil, err
	}
	naming, err := prepare(b.conn, `SELECT `+strings.Join(mentions.columns(b.Naming), ", ")+` FROM mentions WHERE fid = ?1`)
	if err != nil {
		_ = counted.Close() // the first error says more
		return nil, err
	}
	return &counting{b.tables, newRowReader(counted), newRowReader(naming)}, nil
}

func (c *counting) close() { _, _ = c.counted.statement.Close(), c.naming.statement.Close() }

// count counts the mentions of a place; nil where there are none.
func (c *counting) count(place string) (*rows.Place, error) {
	if err := c.counted.statement.BindText(1, place); err != nil {
		return nil, err
	}
	places, table := rows.NewPlaces(c.Tables), c.parts[rows.Mentions]
	m := rows.Row{Geometry: orb.Point{}, Values: make([]schema.Value, len(table.Properties))}
	var fids []int // of those that count
	for c.counted.step() {
		fid := c.counted.integer()
		c.counted.values(table, c.Counted, &m)
		if places.Count(&m) != nil {
			fids = append(fids, fid)
		}
	}
	s := places.Take(place)
	if err := c.counted.end(); s == nil || err != nil {
		return nil, err
	}
	slices.Sort(fids)
	for _, fid := range fids {
		if all, err := c.describe(places, s, fid); all || err != nil {
			return s, err
		}
	}
	return s, nil
}

// describe says of a place what the mention with a fid says of it.
func (c *counting) describe(places *rows.Places, s *rows.Place, fid int) (all bool, err error) {
	if err := c.naming.statement.BindInt(1, fid); err != nil {
		return false, err
	}
	var m rows.Row
	if c.naming.step() {
		c.naming.columns(c.parts[rows.Mentions], c.Naming, &m)
		all = places.Describe(s, &m)
	}
	return all, c.naming.end()
}

// texts returns the first column of all rows that a query gives.
func (w *writer) texts(sql string, values ...string) (all []string, err error) {
	statement, _, err := w.conn.Prepare(sql)
	if err != nil {
		return nil, err
	}
	defer statement.Close()
	for i, v := range values {
		if err := statement.BindText(i+1, v); err != nil {
			return nil, err
		}
	}
	for statement.Step() {
		all = append(all, statement.ColumnText(0))
	}
	return all, statement.Err()
}
