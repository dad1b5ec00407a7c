package archive

import (
	"cmp"
	"context"
	"fmt"
	"math"

	"dateline/document/rows"
	"dateline/schema"

	"github.com/ncruces/go-sqlite3"
)

// loader reads an archive in order of arrival, through a connection of its own. It is not safe
// for concurrent use.
type loader struct {
	*tables
	conn *sqlite3.Conn
	data *sqlite3.Stmt // data_version

	articles layerReader
	parts    [rows.Parts]layerReader

	places    *rowReader // numbers of new ones
	lastPlace int        // highest number of those that were read
	changes   changeReader

	path    string
	rows    rowCheck
	damaged error // found earlier: nothing more is read
}

// layerReader reads the rows of a layer that came after those already read.
type layerReader struct {
	rows   *rowReader    // nil in an archive of an older Dateline without the layer
	newest *sqlite3.Stmt // fid of the newest row
	last   int           // fid of the last row read
}

func (t *tables) newLoader(path string, a access) (*loader, error) {
	conn, err := t.connect(path, a)
	if err != nil {
		return nil, err
	}
	l := &loader{tables: t, conn: conn, path: path, rows: rowCheck{summing: summing{tables: t}}}
	if err := l.prepare(); err != nil {
		_ = l.close(false) // the first error matters
		return nil, err
	}
	return l, nil
}

func (l *loader) prepare() error {
	articles, err := l.tables.articles.documents(l.conn, "")
	if err != nil {
		return err
	}
	if err := l.articles.prepare(l.conn, articles+" WHERE fid > ? ORDER BY fid", selectNewestArticle); err != nil {
		return err
	}
	for i, part := range l.tables.parts {
		after, err := part.after(l.conn)
		if err != nil {
			return err
		}
		if after == "" {
			continue
		}
		if err := l.parts[i].prepare(l.conn, after, part.newest()); err != nil {
			return err
		}
	}
	places, err := prepare(l.conn, selectIndexedPlaces)
	if err != nil {
		return err
	}
	l.places = newRowReader(places)
	if l.data, err = prepare(l.conn, selectDataVersion); err != nil {
		return err
	}
	return l.prepareChanges(articles)
}

func (l *layerReader) prepare(conn *sqlite3.Conn, after, newest string) error {
	rows, err := prepare(conn, after)
	if err != nil {
		return err
	}
	l.rows = newRowReader(rows)
	l.newest, err = prepare(conn, newest)
	return err
}

func (l *loader) close(keepJournal bool) error {
	if l == nil {
		return nil
	}
	return disconnect(l.conn, keepJournal)
}

// dataVersion changes when another connection commits something.
func (l *loader) dataVersion() (int, error) { return selectInteger(l.data) }

// selectInteger returns the first column of the first row.
func selectInteger(statement *sqlite3.Stmt) (int, error) {
	n := 0
	if statement.Step() {
		n = statement.ColumnInt(0)
	}
	return n, statement.Reset()
}

// read adds everything stored since the last call to a Sink, as of one moment. After an error
// the next call continues where this one stopped, but not beyond damaged rows.
func (l *loader) read(ctx context.Context, to Sink) (err error) {
	if l.damaged != nil {
		return l.damaged
	}
	l.conn.SetInterrupt(ctx)
	defer func() {
		l.conn.SetInterrupt(context.Background())
		if ctx.Err() != nil {
			err = ctx.Err()
		}
	}()
	transaction := l.conn.Begin()
	defer transaction.End(&err)
	first := l.articles.last == 0
	if err := l.readChanges(to); err != nil {
		return err
	}
	if err := l.readAll(to); err != nil {
		return err
	}
	if err := l.readPlaces(to); err != nil {
		return err
	}
	if first {
		if err := l.countArticles(); err != nil {
			return err
		}
	}
	l.damaged = l.rows.end(l.path)
	return l.damaged
}

// selectIndexedPlaces is selectPlaces, and whether the index of ids has the same.
const selectIndexedPlaces = `SELECT id, fid, EXISTS (SELECT 1 FROM places i WHERE i.id = p.id AND +i.fid = p.fid) FROM places p NOT INDEXED WHERE fid > ?1 ORDER BY fid`

// readPlaces passes on the numbers of new places. They are in no checksum: damage shows by the
// index.
func (l *loader) readPlaces(to Sink) error {
	from := l.lastPlace
	if from == 0 {
		from = math.MinInt // including numbers that are impossible
	}
	if err := l.places.statement.BindInt(1, from); err != nil {
		return err
	}
	for l.places.step() && l.damaged == nil {
		id, number := l.places.text(), l.places.integer()
		if l.places.integer() == 0 || number <= l.lastPlace {
			l.damaged = &Error{Path: l.path, Hint: hintOfDamage, Reason: fmt.Sprintf("is damaged: the place %q differs from its index", id)}
		}
		l.lastPlace = number
		to.AddPlace(id, number)
	}
	return cmp.Or(l.places.end(), l.damaged)
}

// countArticles reports rows of articles that have no document.
func (l *loader) countArticles() error {
	n, err := selectIntegers(l.conn, selectCount, 1)
	if err == nil && n[0] != l.rows.articles {
		l.damaged = &Error{Path: l.path, Hint: hintOfDamage,
			Reason: fmt.Sprintf("is damaged: it has %d articles and the documents of %d", n[0], l.rows.articles)}
		return l.damaged
	}
	return err
}

func (l *loader) readAll(to Sink) error {
	err := l.articles.readNew(schema.Articles, to, func() (int, error) { return l.readArticles(l.articles.rows, to) })
	for i := range l.parts {
		if part := &l.parts[i]; err == nil && part.rows != nil {
			err = part.readNew(l.tables.parts[i].ID, to, func() (int, error) { return l.readPart(i, part.rows, to) })
		}
	}
	return err
}

// readNew reads the new rows of a layer through read.
func (l *layerReader) readNew(collection string, to Sink, read func() (last int, err error)) error {
	newest, err := selectInteger(l.newest)
	if err != nil || newest <= l.last {
		return err
	}
	to.Reserve(collection, newest-l.last)
	if err := l.rows.statement.BindInt(1, l.last); err != nil {
		return err
	}
	last, err := read()
	l.last = max(l.last, last)
	return err
}

// readArticles reads the article rows that a statement selects, and returns the last fid.
func (l *loader) readArticles(from *rowReader, to Sink) (last int, err error) {
	return readRows(from, func(r *rowReader, a *rows.Article) int {
		r.article(l.tables.articles, a)
		return a.Number
	}, func(r *rows.Article) {
		l.rows.addArticle(r)
		to.AddArticle(r)
	})
}

// readPart reads likewise the rows of what articles contain.
func (l *loader) readPart(part int, from *rowReader, to Sink) (last int, err error) {
	t := l.tables.parts[part]
	return readRows(from, func(r *rowReader, into *rows.Row) int {
		into.Number = r.integer()
		r.byHand = t.ID == schema.Mentions || t.ID == schema.Events // whose points may be edited; unedited rows have checksums
		r.row(t, into)
		return into.Number
	}, func(r *rows.Row) {
		l.rows.add(t, l.Parts[part].Article, r)
		to.AddPart(part, r)
	})
}

// readRows calls add for each row that a statement selects, while read prefetches the following
// ones and returns their fids. It returns the last fid.
func readRows[R any](from *rowReader, read func(*rowReader, *R) int, add func(*R)) (last int, err error) {
	ahead(func(r *R) (ok bool) {
		defer from.guard(&ok)
		if !from.step() {
			return false
		}
		last = read(from, r)
		return true
	}, add)
	return last, from.end()
}

// ahead calls add, in order, for everything that next reads, which runs some steps ahead. When
// it returns, next is no longer running.
func ahead[R any](next func(*R) bool, add func(*R)) {
	const size = 64
	empty, full := make(chan []R, 2), make(chan []R, 2)
	empty <- make([]R, size)
	empty <- make([]R, size)
	go func() {
		defer close(full)
		for n := size; n == size; {
			batch := <-empty
			for n = 0; n < size && next(&batch[n]); {
				n++
			}
			full <- batch[:n]
		}
	}()
	for batch := range full {
		for i := range batch {
			add(&batch[i])
		}
		empty <- batch[:size]
	}
}
