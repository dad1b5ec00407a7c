package archive

import (
	"context"
	"iter"

	"dateline/document/rows"
)

// engine is what an archive is kept in, and what it uses of that until it is closed.
// What the tables mean, and how an article comes into them, is the same in all.
type engine interface {
	canWrite() error // nil where it may be written to

	// look calls do to read, as of one moment.
	look(ctx context.Context, do func(connection) error) error

	// transact calls do to write. All of it is stored when it returns nil, and else
	// nothing; others that write wait meanwhile.
	transact(ctx context.Context, do func(transaction) error) error

	reader
	close() error
}

// reader reads what is in an archive, in the order of arrival.
type reader interface {
	// read adds all that came since it was last called to a Sink, as of one moment.
	// After an error the next call goes on where this one stopped, but not behind rows
	// that are not as they were stored.
	read(ctx context.Context, to Sink) error

	// poll is read, unless nobody has written since it was last called.
	poll(ctx context.Context, to Sink) error

	mark() Mark
	goOn(Mark)
}

// connection answers queries. Their SQL is what all engines understand, with ?1, ?2 … for
// the values, which are of type string, int64, int, bool or []byte, or nil.
type connection interface {
	rows(sql string, values ...any) iter.Seq2[Row, error]
	has(table string) (bool, error)
	dialect() *dialect
}

// transaction stores the rows of documents.
type transaction interface {
	connection
	make(script string) error // tables that an archive has only where they are used
	newest() (newest, error)

	startWriting() error // comes before the rows
	putArticle(r *rows.Article, body []byte) error
	putPart(part, fid int, r *rows.Row) error
	putPlace(r *rows.Row) error
	startEdits() error    // comes before rows are taken out
	finishWriting() error // comes behind the rows

	// edited returns the articles of which rows were edited by somebody else, and refuse
	// keeps what can't be adopted of that.
	edited() ([]string, error)
	refuse(edits []error)

	// countPlace counts the mentions of a place; nil where there are none.
	countPlace(id string) (*rows.Place, error)

	// rowsOf calls do for each row of a layer that has a value in a column, with some of
	// its properties. do must not keep the row.
	rowsOf(t *table, properties []int, column, value string, do func(*rows.Row)) error
}

// dialect is what engines say in different words.
type dialect struct {
	named     string // articles in which a name ?1 stands, in a source ?2
	overwrite string // has nothing left of what is deleted; empty where that is not to be had
	later     string // a {time} as a text, so many {seconds} later
}

// Row is a row of an answer, until the next is asked for.
type Row struct{ cells }

// cells are the columns of a row, the first being 0; null is 0, "" or nil.
type cells interface {
	Int(column int) int64
	Text(column int) string
	Bytes(column int) []byte
	Value(column int) any // int64, string, or nil
}

// run runs a statement.
func run(c connection, sql string, values ...any) error {
	for _, err := range c.rows(sql, values...) {
		if err != nil {
			return err
		}
	}
	return nil
}

// texts returns the first column of all rows that a query gives.
func texts(c connection, sql string, values ...any) (all []string, err error) {
	for r, err := range c.rows(sql, values...) {
		if err != nil {
			return all, err
		}
		all = append(all, r.Text(0))
	}
	return all, nil
}

// first returns the first column of the first row that a query gives, and whether there
// is one.
func first(c connection, sql string, values ...any) (value string, found bool, err error) {
	for r, err := range c.rows(sql, values...) {
		if err != nil {
			return "", false, err
		}
		return r.Text(0), true, nil
	}
	return "", false, nil
}

// count returns the number that a query gives.
func count(c connection, sql string, values ...any) (n int, err error) {
	for r, err := range c.rows(sql, values...) {
		if err != nil {
			return 0, err
		}
		n = int(r.Int(0))
	}
	return n, nil
}
