package archive

import (
	"context"
	"os"
)

// shrinkExtents updates the extent of each layer.
func (w *writer) shrinkExtents() error {
	for _, t := range w.tables.layers() {
		e := &extent{layer: t.ID, rows: 1}
		statement, _, err := w.conn.Prepare("SELECT geom FROM " + t.ID + " WHERE geom NOT NULL")
		if err != nil {
			return err
		}
		r := newRowReader(statement)
		for r.step() {
			e.add(r.geometry())
		}
		if err := r.end(); err != nil {
			return err
		}
		if err := statement.Close(); err != nil {
			return err
		}
		if err := run(w, forgetExtent, t.ID); err != nil {
			return err
		}
		if err := w.putExtent(e); err != nil {
			return err
		}
	}
	return nil
}

const forgetExtent = `UPDATE gpkg_contents SET min_x = NULL, min_y = NULL, max_x = NULL, max_y = NULL WHERE table_name = ?1`

// Compact deletes what can no longer be restored, updates the extents of the layers and returns
// free space to the disk. Meanwhile the disk holds the file twice; readers go on, writers wait.
// It returns the size of the file before and after, in bytes.
func (a *Archive) Compact(ctx context.Context) (before, after int64, err error) {
	if !a.IsFile() {
		return 0, 0, errNoFile(a.path)
	}
	if before, err = a.size(); err != nil {
		return 0, 0, explain(a.path, err)
	}
	if _, err := a.edit(ctx, func(b *batch) error {
		if err := b.expire(); err != nil {
			return err
		}
		return b.transaction.(*writer).shrinkExtents()
	}); err != nil {
		return 0, 0, err
	}
	if err := a.writeFile(func(s *session) error { return s.writer.vacuum(ctx) }); err != nil {
		return 0, 0, err
	}
	if err := a.dropSnapshot(); err != nil {
		return 0, 0, explain(a.path, err)
	}
	after, err = a.size()
	return before, after, explain(a.path, err)
}

func (a *Archive) size() (int64, error) {
	info, err := os.Stat(a.path)
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}

// vacuum rewrites the file without its free pages.
func (w *writer) vacuum(ctx context.Context) (err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.conn == nil {
		return ErrClosed
	}
	defer interruptible(ctx, w.conn, &err)()
	if err := w.conn.Exec(`VACUUM`); err != nil {
		return err
	}
	return w.conn.Exec(emptyJournal)
}
