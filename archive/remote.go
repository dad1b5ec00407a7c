package archive

import (
	"bytes"
	"context"
	"fmt"

	"dateline/archive/postgres"
	"dateline/document/rows"

	"github.com/paulmach/orb/encoding/ewkb"
)

// Ready returns nil if the database of an archive accepts connections, or an *Error that
// says why not; nil for an archive in a folder.
func (a *Archive) Ready(ctx context.Context) error {
	db := a.Postgres()
	if db == nil {
		return nil
	}
	return explain(a.Path(), db.Ready(ctx))
}

// Newest returns the position up to which an archive in a database can be read.
func (a *Archive) Newest(ctx context.Context) (m Mark, err error) {
	err = a.use(func(e engine) error {
		return e.readTx(ctx, func(c connection) error {
			now, err := newestInDatabase(c)
			m = now.mark()
			return err
		})
	})
	return m, err
}

// ReadRow reads a row of a database: the geometry, the id and the properties with the numbers,
// from a column on. r provides the values of all others.
func ReadRow(t *rows.Table, c postgres.Cells, from int, properties []int, into *rows.Row) (err error) {
	into.Geometry = nil
	if b := c.Raw(from); b != nil {
		if into.Geometry, _, err = ewkb.NewDecoder(bytes.NewReader(b)).Decode(); err != nil {
			return fmt.Errorf("the geometry of %q: %w", c.Text(from+1), err)
		}
	}
	into.ID = c.Text(from + 1)
	for k, i := range properties {
		into.Values[i] = cellOf(&t.Properties[i], c, from+2+k)
	}
	return nil
}
