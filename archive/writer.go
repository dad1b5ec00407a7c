package archive

import (
	"context"
	"errors"
	"strings"
	"sync"

	"dateline/document/rows"
	"dateline/schema"
)

// writer stores documents through a connection of its own.
type writer struct {
	*tables
	sqlite
	mu       sync.Mutex
	article  *rowWriter
	document *rowWriter
	part     [rows.Parts]*rowWriter
	place    *rowWriter
	contents *rowWriter
	refused  []error // edits that no correction can express, for Adopt
	adopted  int     // the last change up to which all edits of the file are adopted

	bulk *bulk // nil unless rows are added in bulk

	placesAt, articlesAt *extent // bounds of what a transaction adds
	partsAt              [rows.Parts]*extent
}

func (t *tables) newWriter(path string) (w *writer, err error) {
	conn, err := t.connect(path, readWrite)
	if err != nil {
		return nil, err
	}
	w = &writer{tables: t, sqlite: sqlite{conn: conn}}
	if err := errors.Join(w.prepare(), w.fillCopies()); err != nil {
		_ = w.close(false) // the first error matters
		return nil, err
	}
	return w, nil
}

func (w *writer) prepare() error {
	err := w.conn.Exec(setUpWriter)
	if err != nil {
		return err
	}
	type prepared struct {
		to  **rowWriter
		sql string
	}
	all := []prepared{{&w.article, w.tables.articles.insert()}, {&w.document, insertDocument}, {&w.place, w.tables.places.upsert()}, {&w.contents, updateContents}}
	for i, part := range w.tables.parts {
		all = append(all, prepared{&w.part[i], part.insert()})
	}
	for _, s := range all {
		statement, err := prepare(w.conn, s.sql)
		if err != nil {
			return err
		}
		*s.to = newRowWriter(statement)
	}
	return nil
}

// withoutOthers calls do while nobody else writes through the writer.
func (w *writer) withoutOthers(do func() error) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.conn == nil {
		return ErrClosed
	}
	return do()
}

// writeTx calls do in a transaction, which is committed if do returns nil.
func (w *writer) writeTx(ctx context.Context, do func(transaction) error) (err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.conn == nil {
		return ErrClosed
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.dropBulk()) }()
	defer interruptible(ctx, w.conn, &err)()
	transaction, err := w.conn.BeginImmediate()
	if err != nil {
		return err
	}
	defer transaction.End(&err)
	return do(w)
}

func (w *writer) startWriting() error {
	w.placesAt, w.articlesAt = &extent{layer: schema.Places}, &extent{layer: schema.Articles}
	for i, part := range w.Parts {
		w.partsAt[i] = &extent{layer: part.ID}
	}
	return w.conn.Exec(beginWriting)
}

func (w *writer) putArticle(r *rows.Article, body []byte) error {
	w.articlesAt.add(r.Geometry)
	if err := w.article.integer(r.Number).row(w.tables.articles, &r.Row).exec(); err != nil {
		return err
	}
	return w.document.integer(r.Number).bytes(r.Hash).bytes(body).integer(r.Sum).bytes([]byte(r.Digest)).exec()
}

func (w *writer) putPart(part int, r *rows.Row) error {
	w.partsAt[part].add(r.Geometry)
	if added, err := w.addInBulk(part, w.tables.parts[part], r.Number, r); added || err != nil {
		return err
	}
	return w.part[part].integer(r.Number).row(w.tables.parts[part], r).exec()
}

func (w *writer) putPlace(r *rows.Row) error {
	w.placesAt.add(r.Geometry)
	if added, err := w.addInBulk(bulkPlaces, w.tables.places, w.placesAt.rows, r); added || err != nil {
		return err
	}
	return w.place.null().row(w.tables.places, r).exec()
}

func (w *writer) fill() error { return nil }

func (w *writer) putKey(key, article string) error { return run(w, insertKey, key, article) }

// lacking returns nothing: asking for one at a time is as quick.
func (w *writer) lacking(_, _ []string) (lacking, error) { return lacking{}, nil }

// startEdits makes the indexes for deleting rows, and turns on the triggers that do the rest.
func (w *writer) startEdits() error {
	if err := w.endBulk(); err != nil {
		return err
	}
	for _, sql := range indexEdits() {
		if err := w.conn.Exec(sql); err != nil {
			return err
		}
	}
	return nil
}

// finishWriting updates the layers in gpkg_contents.
func (w *writer) finishWriting() error {
	if err := w.copyBulk(); err != nil {
		return err
	}
	for _, e := range append(w.partsAt[:], w.placesAt, w.articlesAt) {
		if e.rows == 0 {
			continue
		}
		if err := w.putExtent(e); err != nil {
			return err
		}
	}
	return w.conn.Exec(endWriting)
}

func (w *writer) rowsOf(t *table, properties []int, column, value string, do func(*rows.Row)) error {
	var row rows.Row
	sql := "SELECT " + strings.Join(t.columns(properties), ", ") + " FROM " + t.ID + " WHERE " + column + " = ?1 ORDER BY fid"
	return w.eachRow(sql, value, func(r *rowReader) {
		r.byHand = true
		r.columns(t, properties, &row)
		do(&row)
	})
}

// newest returns the position at the end of the file.
func (w *writer) newest() (newest, error) {
	n, err := selectIntegers(w.conn, selectNewest, 3+rows.Parts)
	if err != nil {
		return newest{}, err
	}
	return newest{articles: n[0], changes: n[1], places: n[2], parts: [rows.Parts]int(n[3:])}, nil
}

func (w *writer) close(keepJournal bool) error {
	if w == nil {
		return nil
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.conn == nil {
		return nil
	}
	if !keepJournal {
		_ = w.conn.Exec(bringHome)       // so that a plain copy is complete, even if
		_ = w.conn.Exec(tearDownArchive) // this fails: others use the file, and do it later
	}
	err := disconnect(w.conn, keepJournal)
	w.conn = nil
	return err
}
