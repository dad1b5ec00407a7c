package archive

import (
	"iter"
	"slices"
	"strings"

	"dateline/archive/postgres"
	"dateline/document/rows"
	"dateline/feature"
	"dateline/schema"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/ewkb"
)

// databaseWriter stores the rows of documents in a transaction. It buffers rows until a query may
// need them, and then copies many at a time.
type databaseWriter struct {
	databaseConnection
	*tables
	articles, documents, keys, counted [][]any // counted are places
	parts                              [rows.Parts][][]any
	put                                int               // rows of parts
	beyond                             [rows.Parts]int64 // first fid known to be without a partition
	indexes                            []string          // statements that create what fill dropped
}

func newDatabaseWriter(t *tables, tx *postgres.Tx) *databaseWriter {
	return &databaseWriter{databaseConnection: databaseConnection{tx}, tables: t}
}

func (w *databaseWriter) rows(sql string, values ...any) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		if err := w.flush(); err != nil {
			yield(Row{}, err)
			return
		}
		w.databaseConnection.rows(sql, values...)(yield)
	}
}

// flush copies the buffered rows.
func (w *databaseWriter) flush() error {
	if err := w.copyRows("articles", w.tables.articles.fields(), &w.articles); err != nil {
		return err
	}
	if err := w.copyRows("dateline_documents", []string{"fid", "hash", "body", "rows", "digest"}, &w.documents); err != nil {
		return err
	}
	if err := w.copyRows("dateline_keys", []string{"key", "article"}, &w.keys); err != nil {
		return err
	}
	if err := w.mergePlaces(); err != nil {
		return err
	}
	for i := range w.parts {
		if err := w.makeRoom(i); err != nil {
			return err
		}
		if err := w.copyRows(w.tables.parts[i].ID, w.tables.parts[i].fields(), &w.parts[i]); err != nil {
			return err
		}
	}
	return nil
}

func (w *databaseWriter) copyRows(table string, columns []string, from *[][]any) error {
	if len(*from) == 0 {
		return nil
	}
	err := w.tx.Copy(table, columns, *from)
	*from = (*from)[:0]
	return err
}

// make does nothing: migrations have created all tables.
func (w *databaseWriter) make(string) error { return nil }

func (w *databaseWriter) startWriting() error { return nil }

func (w *databaseWriter) startBulk() error { return nil }

func (w *databaseWriter) startEdits() error { return nil }

// edited returns nothing: a database is changed by corrections, not by hand.
func (w *databaseWriter) edited() ([]string, error) { return nil, nil }

func (w *databaseWriter) refuse([]error) {}

func (w *databaseWriter) finishWriting() error {
	if err := w.flush(); err != nil {
		return err
	}
	if err := w.index(); err != nil {
		return err
	}
	if err := w.updateStories(); err != nil {
		return err
	}
	return w.tx.Notify()
}

const selectNewestInDatabase = `SELECT
    greatest((SELECT coalesce(max(fid), 0) FROM articles), d.articles),
    (SELECT coalesce(max(seq), 0) FROM dateline_changes),
    (SELECT coalesce(max(fid), 0) FROM places),
    greatest((SELECT coalesce(max(fid), 0) FROM mentions), d.mentions),
    greatest((SELECT coalesce(max(fid), 0) FROM fronts), d.fronts),
    greatest((SELECT coalesce(max(fid), 0) FROM events), d.events)
  FROM dateline_deleted d`

func (w *databaseWriter) newest() (n newest, err error) { return newestInDatabase(w) }

func newestInDatabase(c connection) (n newest, err error) {
	for r, err := range c.rows(selectNewestInDatabase) {
		if err != nil {
			return n, err
		}
		n.articles, n.changes, n.places = int(r.Int(0)), int(r.Int(1)), int(r.Int(2))
		for i := range n.parts {
			n.parts[i] = int(r.Int(3 + i))
		}
	}
	return n, nil
}

func (w *databaseWriter) putArticle(r *rows.Article, body []byte) error {
	row, err := w.tables.articles.record(int64(r.Number), &r.Row)
	w.articles = append(w.articles, row)
	w.documents = append(w.documents, []any{int64(r.Number), r.Hash, body, int64(r.Sum), []byte(r.Digest)})
	if err == nil && len(w.articles) >= mostArticlesKept {
		err = w.flush()
	}
	return err
}

func (w *databaseWriter) putPart(part int, r *rows.Row) error {
	row, err := w.tables.parts[part].record(int64(r.Number), r)
	w.parts[part] = append(w.parts[part], row)
	w.put++
	if err == nil && len(w.parts[part]) >= mostKept {
		err = w.flush()
	}
	return err
}

// How many rows of a table, and how many articles with their documents, are buffered.
const (
	mostKept         = 10_000
	mostArticlesKept = 2000
)

func (w *databaseWriter) countPlace(id string) (*rows.Place, error) {
	counted := rows.NewPlaces(w.Tables)
	properties := slices.Concat(w.Counted, w.Naming)
	err := w.rowsOf(w.tables.parts[rows.Mentions], properties, "place", id, func(m *rows.Row) { counted.Add(m) })
	return counted.Take(id), err
}

func (w *databaseWriter) rowsOf(t *table, properties []int, column, value string, do func(*rows.Row)) error {
	var row rows.Row
	for r, err := range w.rows("SELECT "+strings.Join(t.columns(properties), ", ")+" FROM "+t.ID+" WHERE "+column+" = ?1 ORDER BY fid", value) {
		if err != nil {
			return err
		}
		if err := t.readCells(r.cells.(postgres.Cells), 0, properties, &row); err != nil {
			return err
		}
		do(&row)
	}
	return nil
}

// fields are the names of the columns for which record returns values.
func (t *table) fields() []string {
	names := []string{"fid", "geom", "id"}
	for _, i := range t.written {
		names = append(names, t.Properties[i].Name)
	}
	return names
}

// record returns the values of a row.
func (t *table) record(fid any, r *rows.Row) ([]any, error) {
	geometry, err := geometryOf(r.Geometry)
	record := append(make([]any, 0, 3+len(t.written)), fid, geometry, r.ID)
	for _, i := range t.written {
		record = append(record, valueOf(&t.Properties[i], r.Values[i]))
	}
	return record, err
}

func geometryOf(g orb.Geometry) (any, error) {
	if g == nil {
		return nil, nil
	}
	return ewkb.Marshal(g, 4326)
}

func valueOf(p *schema.Property, v schema.Value) any {
	switch {
	case v.IsNull():
		return nil
	case p.Type.IsText() || p.Type == schema.Records:
		return v.Text()
	case p.Instant:
		return v.Instant()
	case p.Type == schema.Date:
		return feature.Day(v.Int()).Time()
	case p.Type == schema.Number:
		return v.Number()
	case p.Type == schema.Boolean:
		return v.Bool()
	}
	return int64(v.Int())
}
