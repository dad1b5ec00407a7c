package atlas

import (
	"context"
	"fmt"

	"github.com/ncruces/go-sqlite3"
)

// loader reads what is in an archive, in the order of arrival, through a
// connection of its own. It is not safe for concurrent use.
type loader struct {
	conn *sqlite3.Conn
	data *sqlite3.Stmt // data_version

	articles, mentions, fronts layerReading

	path    string
	rows    rowCheck
	damaged error // found before: nothing more is read
}

// layerReading reads the rows of a layer that came after those read before.
type layerReading struct {
	rows   *reading
	newest *sqlite3.Stmt // fid of the newest row
	last   int           // fid that was read last
}

func newLoader(path string, a access) (*loader, error) {
	conn, err := connect(path, a)
	if err != nil {
		return nil, err
	}
	l := &loader{conn: conn, path: path}
	if err := l.prepare(); err != nil {
		_ = l.close(false) // the first error is the one that says more
		return nil, err
	}
	return l, nil
}

func (l *loader) prepare() (err error) {
	for _, s := range []struct {
		to           *layerReading
		rows, newest string
	}{
		{&l.articles, selectArticles, selectNewestArticle},
		{&l.mentions, selectMentions, selectNewestMention},
		{&l.fronts, selectFronts, selectNewestFront},
	} {
		rows, err := prepare(l.conn, s.rows)
		if err != nil {
			return err
		}
		s.to.rows = newReading(rows)
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
func (l *loader) read(ctx context.Context, g *growth) (err error) {
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

func (l *loader) readAll(g *growth) error {
	err := readLayer(&l.articles, g.articles, (*reading).article, func(r *articleRecord) {
		l.rows.addArticle(r)
		g.addArticle(r)
	})
	if err == nil {
		err = readLayer(&l.mentions, g.mentions, (*reading).mention, func(r *mentionRecord) {
			l.rows.addMention(r)
			g.addMention(r)
		})
	}
	if err == nil {
		err = readLayer(&l.fronts, g.fronts, (*reading).front, func(r *frontRecord) {
			l.rows.addFront(r)
			g.addFront(r)
		})
	}
	return err
}

// readLayer calls add for each row that is new, while read reads those after it.
func readLayer[R any](l *layerReading, to *growingLayer, read func(*reading, *R), add func(*R)) error {
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

func (r *reading) article(a *articleRecord) {
	a.focus = r.geometry()
	a.id, a.title, a.source, a.byline, a.url = r.text(), r.text(), r.name(), r.text(), r.text()
	a.published, a.day, a.language, a.mentions, a.hash, a.sum = r.time(), r.time(), r.name(), r.integer(), r.bytes(), r.integer()
}

func (r *reading) mention(m *mentionRecord) {
	m.point = r.geometry()
	m.id, m.place, m.name, m.phrase, m.sentence = r.text(), r.name(), r.name(), r.name(), r.text()
	m.start, m.end, m.article, m.source, m.language = r.integer(), r.integer(), r.name(), r.name(), ""
	m.date, m.published, m.role, m.kind, m.precision = r.date(), r.time(), r.name(), r.name(), r.name()
	m.confidence = r.real()
}

func (r *reading) front(f *frontRecord) {
	f.geometry = r.geometry()
	f.id, f.kind, f.phrase, f.reading, f.uncertaintyKm = r.text(), r.name(), r.text(), r.text(), r.real()
	f.anchors, f.sentence, f.start, f.end = r.text(), r.text(), r.integer(), r.integer()
	f.article, f.source, f.language = r.name(), r.name(), ""
	f.date, f.published, f.confidence, f.schematic = r.date(), r.time(), r.real(), r.truth()
}
