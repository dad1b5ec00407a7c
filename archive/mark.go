package archive

import (
	"context"
	"os"
	"path/filepath"

	"dateline/document/rows"
)

// SnapshotName is the name of the file beside an archive that may hold a saved View, so that the
// next start need not read all rows. It can be deleted at any time.
const SnapshotName = "dateline.view"

// Mark is the position up to which an archive was read: fids and change numbers only grow.
type Mark struct {
	Articles, Changes, Places int
	Parts                     [rows.Parts]int
}

// Mark returns the position that Read has reached.
func (a *Archive) Mark() (m Mark, err error) {
	err = a.use(func(e engine) error {
		m = e.mark()
		return nil
	})
	return m, err
}

// ResumeAt makes Read continue from a Mark of the same archive.
func (a *Archive) ResumeAt(m Mark) error {
	return a.use(func(e engine) error {
		e.resumeAt(m)
		return nil
	})
}

func (l *loader) resumeAt(m Mark) {
	l.articles.last, l.changes.last, l.lastPlace = m.Articles, m.Changes, m.Places
	for i := range l.parts {
		l.parts[i].last = m.Parts[i]
	}
}

func (l *loader) mark() Mark {
	m := Mark{Articles: l.articles.last, Changes: l.changes.last, Places: l.lastPlace}
	for i := range l.parts {
		m.Parts[i] = l.parts[i].last
	}
	return m
}

const (
	ddlSnapshot = `CREATE TABLE IF NOT EXISTS dateline_snapshot (stamp TEXT NOT NULL);
DELETE FROM dateline_snapshot;
INSERT INTO gpkg_extensions SELECT 'dateline_snapshot', NULL, 'dateline_archive', 'mark.go of the package archive of Dateline', 'read-write'
  WHERE NOT EXISTS (SELECT 1 FROM gpkg_extensions WHERE table_name = 'dateline_snapshot');`
	insertSnapshot = `INSERT INTO dateline_snapshot VALUES (?1)`
	selectSnapshot = `SELECT stamp FROM dateline_snapshot`
)

// Stamp returns the stamp that InstallSnapshot left in the archive, "" if none. A file with the
// same stamp belongs to this archive, which since then has only grown and noted its changes.
func (a *Archive) Stamp(ctx context.Context) (stamp string, err error) {
	err = a.ReadTx(ctx, func(tx *Tx) error {
		if has, err := tx.Has("dateline_snapshot"); err != nil || !has {
			return err
		}
		for r, err := range tx.Rows(selectSnapshot) {
			if err != nil {
				return err
			}
			stamp = r.Text(0)
		}
		return nil
	})
	return stamp, err
}

// InstallSnapshot renames a file, which holds what was read up to a Mark and has a stamp of its
// own, to the archive's snapshot. It does nothing if anything was deleted from the archive
// since, which the snapshot must not keep.
func (a *Archive) InstallSnapshot(ctx context.Context, file, stamp string, m Mark) error {
	return a.WriteTx(ctx, func(tx *Tx) error {
		for r, err := range tx.Rows(selectNewestChange) {
			if err != nil || int(r.Int(0)) != m.Changes {
				return err
			}
		}
		if err := tx.MakeTables(ddlSnapshot); err != nil {
			return err
		}
		if err := tx.Exec(insertSnapshot, stamp); err != nil {
			return err
		}
		return os.Rename(file, a.SnapshotPath()) // last: a failure after it would leave two stamps
	})
}

// Dir returns the folder of the archive.
func (a *Archive) Dir() string { return filepath.Dir(a.path) }

// SnapshotPath returns the path of the snapshot.
func (a *Archive) SnapshotPath() string { return filepath.Join(a.Dir(), SnapshotName) }

// dropSnapshot deletes the snapshot, which may hold what was removed.
func (a *Archive) dropSnapshot() error {
	err := os.Remove(a.SnapshotPath())
	if os.IsNotExist(err) {
		return nil
	}
	return err
}
