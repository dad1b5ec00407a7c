package archive

import (
	"context"
	"iter"

	"dateline/document/rows"
)

// engine is the storage of an archive. All engines share the meaning of the tables and the way
// an article is stored.
type engine interface {
	canWrite() error // nil if it may be written

	// readTx calls do in a read-only transaction on one snapshot.
	readTx(ctx context.Context, do func(connection) error) error

	// writeTx calls do in a transaction, and commits it if do returns nil. Other writers wait
	// meanwhile.
	writeTx(ctx context.Context, do func(transaction) error) error

	reader
	close() error
}

// reader reads an archive in order of arrival.
type reader interface {
	// read adds everything stored since the last call to a Sink, as of one moment. After an
	// error the next call continues where this one stopped, but not beyond damaged rows.
	read(ctx context.Context, to Sink) error

	// poll is read, unless nobody has written since the last call.
	poll(ctx context.Context, to Sink) error

	mark() Mark
	resumeAt(Mark)
}

// connection runs queries, in SQL that all engines understand. Parameters are ?1, ?2 … of type
// string, int64, int, bool or []byte, or nil.
type connection interface {
	rows(sql string, values ...any) iter.Seq2[Row, error]
	has(table string) (bool, error)
	dialect() *dialect
}

// transaction stores the rows of documents.
type transaction interface {
	connection
	fill() error              // called first if the archive is empty and a lot will be stored
	make(script string) error // creates tables that exist only once they are used
	newest() (newest, error)

	startWriting() error // called before rows are added
	startBulk() error    // called before many rows are added
	putArticle(r *rows.Article, body []byte) error
	putPart(part int, r *rows.Row) error
	putPlace(r *rows.Row) error
	putKey(key, article string) error // a key that the archive lacks

	// lacking returns those article ids and keys that the archive lacks, in engines that answer
	// many at once faster.
	lacking(ids, keys []string) (lacking, error)

	startEdits() error    // called before rows are deleted
	finishWriting() error // called after all rows are written

	// edited returns the articles whose rows were edited outside of Dateline; refuse collects
	// the edits that can't be adopted.
	edited() ([]string, error)
	refuse(edits []error)

	// countPlace counts the mentions of a place; nil if there are none.
	countPlace(id string) (*rows.Place, error)

	// rowsOf calls do for each row of a layer with a value in a column, with some of its
	// properties. do must not keep the row.
	rowsOf(t *table, properties []int, column, value string, do func(*rows.Row)) error
}

// dialect is the SQL that differs between engines.
type dialect struct {
	named     string // selects articles that contain a name ?1, in a source ?2
	overwrite string // overwrites deleted content; empty if the engine can't
	later     string // a {time} plus {seconds}, as text
}

// Row is a row of a result, valid until the next is requested.
type Row struct{ cells }

// Columns count from 0; null is 0, "" or nil.
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

// texts returns the first column of all rows of a query.
func texts(c connection, sql string, values ...any) (all []string, err error) {
	for r, err := range c.rows(sql, values...) {
		if err != nil {
			return all, err
		}
		all = append(all, r.Text(0))
	}
	return all, nil
}

// first returns the first column of the first row of a query, and whether there is one.
func first(c connection, sql string, values ...any) (value string, found bool, err error) {
	for r, err := range c.rows(sql, values...) {
		if err != nil {
			return "", false, err
		}
		return r.Text(0), true, nil
	}
	return "", false, nil
}

// count returns the number that a query selects.
func count(c connection, sql string, values ...any) (n int, err error) {
	for r, err := range c.rows(sql, values...) {
		if err != nil {
			return 0, err
		}
		n = int(r.Int(0))
	}
	return n, nil
}
