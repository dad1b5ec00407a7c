package atlas

import (
	"context"
	"fmt"

	"github.com/ncruces/go-sqlite3"
)

// loader reads what is in an archive, in the order of arrival, through a
// connection of its own. It is not safe for concurrent use.
type loader struct {
	*tables
	conn *sqlite3.Conn
	data *sqlite3.Stmt // data_version

	articles, mentions, fronts layerReader

	path    string
	rows    rowCheck
	damaged error // found before: nothing more is read
}

// layerReader reads the rows of a layer that came after those read before.
type layerReader struct {
	rows   *rowReader
	newest *sqlite3.Stmt // fid of the newest row
	last   int           // fid that was read last
}

func (t *tables) newLoader(path string, a access) (*loader, error) {
	conn, err := t.connect(path, a)
	if err != nil {
		return nil, err
	}
	l := &loader{tables: t, conn: conn, path: path, rows: rowCheck{summing: summing{tables: t}}}
	if err := l.prepare(); err != nil {
		_ = l.close(false) // the first error says more
		return nil, err
	}
	return l, nil
}

func (l *loader) prepare() error {
	articles, err := l.tables.articles.documents(l.conn, "")
	if err != nil {
		return err
	}
	mentions, err := l.tables.mentions.after(l.conn)
	if err != nil {
		return err
	}
	fronts, err := l.tables.fronts.after(l.conn)
	if err != nil {
		return err
	}
	for _, s := range []struct {
		to           *layerReader
		rows, newest string
	}{
		{&l.articles, articles + " WHERE fid > ? ORDER BY fid", selectNewestArticle},
		{&l.mentions, mentions, selectNewestMention},
		{&l.fronts, fronts, selectNewestFront},
	} {
		rows, err := prepare(l.conn, s.rows)
		if err != nil {
			return err
		}
		s.to.rows = newRowReader(rows)
		if s.to.newest, err = prepare(l.conn, s.newest); err != nil {
			return err
		}
	}
	l.data, err = prepare(l.conn, selectDataVersion)
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

// read adds all that came since it was last called to g, as of one moment. After
// an error the next call goes on where this one stopped, but not behind rows that
// are not as they were stored.
func (l *loader) read(ctx context.Context, g *viewBuilder) (err error) {
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
	if err := l.readAll(g); err != nil {
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

// countArticles looks whether there are rows of articles that no document has.
func (l *loader) countArticles() error {
	n, err := selectIntegers(l.conn, selectCount, 1)
	if err == nil && n[0] != l.rows.articles {
		l.damaged = &Error{Path: l.path, WayOut: wayOutOfDamage,
			Reason: fmt.Sprintf("is damaged: it has %d articles and the documents of %d", n[0], l.rows.articles)}
		return l.damaged
	}
	return err
}

func (l *loader) readAll(g *viewBuilder) error {
	t := l.tables
	err := readLayer(&l.articles, g.articles, func(r *rowReader, a *articleRow) { r.article(t.articles, a) }, func(r *articleRow) {
		l.rows.addArticle(r)
		g.addArticle(r)
	})
	if err == nil {
		err = readLayer(&l.mentions, g.mentions, func(r *rowReader, m *row) { r.row(t.mentions, m) }, func(r *row) {
			l.rows.add(t.mentions, t.mention.article, r)
			g.addMention(r)
		})
	}
	if err == nil {
		err = readLayer(&l.fronts, g.fronts, func(r *rowReader, f *row) { r.row(t.fronts, f) }, func(r *row) {
			l.rows.add(t.fronts, t.front.article, r)
			g.addFront(r)
		})
	}
	return err
}

// readLayer calls add for each row that is new, while read reads those after it.
func readLayer[R any](l *layerReader, to *layerBuilder, read func(*rowReader, *R), add func(*R)) error {
	newest, err := selectInteger(l.newest)
	if err != nil || newest <= l.last {
		return err
	}
	to.reserve(newest - l.last)
	if err := l.rows.statement.BindInt(1, l.last); err != nil {
		return err
	}
	ahead(func(r *R) (ok bool) {
		defer l.rows.guard(&ok)
		if !l.rows.step() {
			return false
		}
		l.last = l.rows.integer()
		read(l.rows, r)
		return true
	}, add)
	return l.rows.end()
}

// ahead calls add for all that next reads, in a row, and reads some ahead
// meanwhile. When it returns next is not running any more.
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
