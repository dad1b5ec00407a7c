package publish

import (
	"context"
	"errors"
	"fmt"
	"io"

	"dateline/archive"
	"dateline/document/rows"
)

// exportDocuments writes all documents as read, one JSON line each, which ingest accepts.
func exportDocuments(ctx context.Context, w io.Writer, dir string) (err error) {
	a, err := archive.OpenReader(rows.DefaultModel(), dir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	ids, err := a.IDs()
	if err != nil {
		return err
	}
	for _, id := range ids {
		if err := ctx.Err(); err != nil {
			return err
		}
		d, err := a.JSON(id)
		if err != nil {
			return err
		}
		if d == nil {
			continue // removed meanwhile
		}
		if _, err := d.WriteTo(w); err != nil {
			return err
		}
		if _, err := fmt.Fprintln(w); err != nil {
			return err
		}
	}
	return nil
}
