package postgis

import (
	"context"
	"iter"
	"strings"

	"dateline/archive"
	"dateline/archive/postgres"
	"dateline/document/rows"
	"dateline/feature"
	"dateline/query"
	"dateline/schema"
	"dateline/view"
	"dateline/work"
)

// converter turns rows into features. It is not safe for concurrent use.
type converter struct {
	*reader
	rows *view.RowConverter
}

func (r *reader) converter() *converter {
	return &converter{r, view.NewRowConverter(r.tables, r.names)}
}

// builder returns a Builder with the properties of the collection.
func (r *reader) builder() *feature.Builder {
	return feature.NewBuilder(feature.Columns(r.collection))
}

// add converts a row, in place, and adds it as a feature.
func (m *converter) add(row *rows.Row, to *feature.Builder) {
	days := m.rows.Convert(m.table.ID, row)
	to.Start(row.ID, row.Geometry, days)
	for _, i := range m.columns {
		to.Value(row.Values[i])
	}
	to.Add()
}

// selectSQL selects what scan reads: fid, geometry, id and the stored properties.
func (r *reader) selectSQL() string {
	names := make([]string, len(r.stored))
	for k, i := range r.stored {
		names[k] = "p." + quoted(r.table.Properties[i].Name)
	}
	return "SELECT p.fid, p.geom, p.id, " + strings.Join(names, ", ") + r.from()
}

// scan reads a row selected by selectSQL.
func (r *reader) scan(c postgres.Cells) (fid int, row *rows.Row, err error) {
	row = &rows.Row{Values: make([]schema.Value, len(r.table.Properties))}
	err = archive.ReadRow(r.table, c, 1, r.stored, row)
	return int(c.Int(0)), row, err
}

// byFid yields the selected rows as stored, with their fids, in order of fid. A row is valid until
// the next. An error ends the sequence and is put into failed.
func (r *reader) byFid(tx *postgres.Tx, s *selection, failed *error) iter.Seq2[int, *rows.Row] {
	return r.ordered(tx, s, " ORDER BY p.fid", failed)
}

func (r *reader) ordered(tx *postgres.Tx, s *selection, order string, failed *error) iter.Seq2[int, *rows.Row] {
	return func(yield func(int, *rows.Row) bool) {
		for c, err := range tx.Rows(r.selectSQL()+s.clause()+order, s.Values...) {
			fid, row := 0, (*rows.Row)(nil)
			if err == nil {
				fid, row, err = r.scan(c)
			}
			if err != nil {
				*failed = err
				return
			}
			if !yield(fid, row) {
				return
			}
		}
	}
}

const (
	// batchRows is how many rows are read before the residual query is evaluated on them.
	batchRows = 500

	// stepsPerRow is roughly the cost of transferring and decoding a row.
	stepsPerRow = 300
)

// each reads the selected rows in an order, and calls with for those that match the residual query
// until it returns false. A feature is valid during the call only.
func (r *reader) each(ctx context.Context, tx *postgres.Tx, s *selection, order string, with func(fid int, f feature.Feature) bool) error {
	x := &rowFilter{converter: r.converter(), ctx: ctx, residual: &s.residual, with: with}
	x.batch = r.builder()
	read := tx.Rows
	if !s.isExact() { // with may end it early
		read = tx.Fetch
	}
	for c, err := range read(r.selectSQL()+s.clause()+order, s.Values...) {
		if err != nil {
			return err
		}
		fid, row, err := r.scan(c)
		if err != nil {
			return err
		}
		x.fids = append(x.fids, fid)
		if x.add(row, x.batch); len(x.fids) < batchRows {
			continue
		}
		if goOn, err := x.flush(); err != nil || !goOn {
			return err
		}
	}
	_, err := x.flush()
	return err
}

// rowFilter evaluates the residual query on rows, in batches.
type rowFilter struct {
	*converter
	ctx      context.Context
	residual *query.Query
	with     func(fid int, f feature.Feature) bool
	batch    *feature.Builder
	fids     []int
	total    int
}

// flush evaluates the query on the rows read so far. It returns false if with needs no more.
func (x *rowFilter) flush() (bool, error) {
	if err := x.batch.Err(); err != nil {
		return false, err
	}
	t := x.batch.Table()
	x.total += t.Len()
	if limit := work.Limit(x.ctx); x.total > limit/stepsPerRow {
		return false, &query.CostError{Steps: x.total * stepsPerRow, Features: x.total, Limit: limit}
	}
	if err := work.Spend(x.ctx, t.Len()*stepsPerRow); err != nil {
		return false, err
	}
	e := x.residual.On(x.ctx, t)
	for i, fid := range x.fids {
		is, err := e.Matches(i)
		if err != nil {
			return false, err
		}
		if is && !x.with(fid, t.At(i)) {
			return false, nil
		}
	}
	x.batch, x.fids = x.builder(), x.fids[:0]
	return true, nil
}
