package archive

import (
	"context"
	"errors"
	"time"

	"dateline/document"
)

const (
	insertRevision = `INSERT INTO dateline_revisions
  SELECT id, 1 + (SELECT coalesce(max(number), 0) FROM dateline_revisions WHERE article = id), ?2, hash, body
  FROM articles JOIN dateline_documents USING (fid) WHERE id = ?1`
	deleteArticle  = `DELETE FROM articles WHERE id = ?1`
	deleteRemoved  = `DELETE FROM dateline_removed WHERE article = ?1`
	selectAnyStale = `SELECT count(*) FROM dateline_stale`
)

// putNewer stores a document as the newer text of an article, unless its own text is the same
// and only its surroundings changed.
func (b *batch) putNewer(article string, p *Packed) error {
	older, err := b.read(selectDocument, article)
	if err != nil {
		return err
	}
	newer, err := b.packer.unpack(p.article.Hash, p.body)
	if err != nil {
		return err
	}
	keys := p.names()
	if newer.ID != article {
		keys = append(keys, newKey(keyOfID, newer.ID))
	}
	if older.Text == newer.Text || older.Title == newer.Title && coreOf(older) == coreOf(newer) && len(newer.Text) > 0 {
		b.PutResult.Known++
		return b.remember(article, keys...)
	}
	newer.ID = article
	document.KeepIDs(older, newer)
	again, err := b.tables.pack(b.packer, newer)
	if err != nil {
		return err
	}
	if err := run(b, insertRevision, article, now()); err != nil {
		return err
	}
	if err := b.remember(article, append(keys, textKey(article, older))...); err != nil {
		return err
	}
	b.PutResult.Revised++
	return b.replace(article, again)
}

// replace deletes the rows of an article and adds those of a document.
func (b *batch) replace(article string, with *Packed) error {
	if err := b.deleteRows(article); err != nil {
		return err
	}
	if err := run(b, deleteRemoved, article); err != nil {
		return err
	}
	return b.addRows(article, with)
}

// deleteRows deletes the row of an article; triggers delete what belongs to it and record the
// removal. Edits made in the rows are kept.
func (b *batch) deleteRows(article string) error {
	if err := b.startEdits(); err != nil {
		return err
	}
	if err := b.adoptArticle(article); err != nil {
		return err
	}
	return run(b, deleteArticle, article)
}

// startEdits makes the indexes for deleting rows, once.
func (b *batch) startEdits() error {
	if b.edits {
		return nil
	}
	b.edits = true
	return b.transaction.startEdits()
}

// indexEdits makes the indexes that find the rows of an article, and that count the mentions of
// a place without reading their rows, which are scattered over the file. Most archives only grow
// and do without: the indexes take a quarter of the time of storing a mention.
func indexEdits() []string {
	return []string{
		`CREATE INDEX IF NOT EXISTS dateline_mentions_article ON mentions (article)`,
		`CREATE INDEX IF NOT EXISTS dateline_fronts_article ON fronts (article)`,
		`CREATE INDEX IF NOT EXISTS dateline_events_article ON events (article)`,
		`CREATE INDEX IF NOT EXISTS dateline_mentions_counted ON mentions (place, article, role, date, date_precision) WHERE geom NOT NULL`,
		`DROP INDEX IF EXISTS dateline_mentions_place`, // from an older Dateline
	}
}

// PrepareEdits makes these indexes ahead of the first removal, revision or correction: a second
// or more for half a million mentions. Others may write in between.
func (a *Archive) PrepareEdits(ctx context.Context) error {
	return a.writeFile(func(s *session) error { return s.writer.prepareEdits(ctx, s.path) })
}

// prepareEdits makes the indexes through a connection of their own: the memory that SQLite sorts
// in is returned only when a connection is closed, 90 MB for a million mentions.
func (w *writer) prepareEdits(ctx context.Context, path string) (err error) {
	conn, err := w.connect(path, readWrite)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, disconnect(conn, true)) }()
	defer interruptible(ctx, conn, &err)()
	for _, sql := range indexEdits() {
		if err := w.withoutOthers(func() error { return conn.Exec(sql) }); err != nil {
			return err
		}
	}
	return nil
}

// read reads the document of an article through a query; nil if there is none.
func (b *batch) read(sql, article string) (*document.Document, error) {
	for r, err := range b.rows(sql, article) {
		if err != nil {
			return nil, err
		}
		return b.packer.unpack(r.Bytes(0), r.Bytes(1))
	}
	return nil, nil
}

// now is the present time as the tables store it.
func now() string { return time.Now().UTC().Format(timeLayout) }
