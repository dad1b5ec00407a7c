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

// maker makes features of rows. It is not safe for concurrent use.
type maker struct {
	*reader
	shown *view.RowConverter
}

func (r *reader) maker() *maker { return &maker{r, view.NewRowConverter(r.tables, r.names)} }

// builder returns a Builder of what is answered with.
func (r *reader) builder() *feature.Builder {
	return feature.NewBuilder(feature.Columns(r.shown))
}

// add adds a row of the database, which it changes into what is shown.
func (m *maker) add(row *rows.Row, to *feature.Builder) {
	days := m.shown.Convert(m.table.ID, row)
	to.Start(row.ID, row.Geometry, days)
	for _, i := range m.kept {
		to.Value(row.Values[i])
	}
	to.Add()
}

// listed lists what of reads: the fid, the geometry, the id and what is stored.
func (r *reader) listed() string {
	names := make([]string, len(r.read))
	for k, i := range r.read {
		names[k] = "p." + quoted(r.table.Properties[i].Name)
	}
	return "SELECT p.fid, p.geom, p.id, " + strings.Join(names, ", ") + r.from()
}

// of reads a row of listed.
func (r *reader) of(c postgres.Cells) (fid int, row *rows.Row, err error) {
	row = &rows.Row{Values: make([]schema.Value, len(r.table.Properties))}
	err = archive.ReadRow(r.table, c, 1, r.read, row)
	return int(c.Int(0)), row, err
}

// numbered yields the fids and the rows of a selection in their order, as they are stored. A
// row is valid until the next. failed is why there are no more.
func (r *reader) numbered(tx *postgres.Tx, s *selection, failed *error) iter.Seq2[int, *rows.Row] {
	return r.ordered(tx, s, " ORDER BY p.fid", failed)
}

func (r *reader) ordered(tx *postgres.Tx, s *selection, order string, failed *error) iter.Seq2[int, *rows.Row] {
	return func(yield func(int, *rows.Row) bool) {
		for c, err := range tx.Rows(r.listed()+s.clause()+order, s.Values...) {
			fid, row := 0, (*rows.Row)(nil)
			if err == nil {
				fid, row, err = r.of(c)
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
	// chunk is how many rows are read before what is left of a query is asked of them.
	chunk = 500

	// stepsPerRow is about what it costs to have a row sent and to read it.
	stepsPerRow = 300
)

// each reads the rows of a selection in an order and calls with for those of which what is
// left is true, until it returns false. A row is valid during the call only.
func (r *reader) each(ctx context.Context, tx *postgres.Tx, s *selection, order string, with func(fid int, f feature.Feature) bool) error {
	x := &sieve{maker: r.maker(), ctx: ctx, rest: &s.rest, with: with}
	x.built = r.builder()
	read := tx.Rows
	if !s.isWhole() { // not all may be wanted
		read = tx.Fetch
	}
	for c, err := range read(r.listed()+s.clause()+order, s.Values...) {
		if err != nil {
			return err
		}
		fid, row, err := r.of(c)
		if err != nil {
			return err
		}
		x.fids = append(x.fids, fid)
		if x.add(row, x.built); len(x.fids) < chunk {
			continue
		}
		if goOn, err := x.flush(); err != nil || !goOn {
			return err
		}
	}
	_, err := x.flush()
	return err
}

// sieve asks what is left of a query of rows, some at a time.
type sieve struct {
	*maker
	ctx   context.Context
	rest  *query.Query
	with  func(fid int, f feature.Feature) bool
	built *feature.Builder
	fids  []int
	total int
}

// flush asks of the rows that were read; false where no more are wanted.
func (x *sieve) flush() (bool, error) {
	if err := x.built.Err(); err != nil {
		return false, err
	}
	t := x.built.Table()
	x.total += t.Len()
	if limit := work.Limit(x.ctx); x.total > limit/stepsPerRow {
		return false, &query.CostError{Steps: x.total * stepsPerRow, Features: x.total, Limit: limit}
	}
	if err := work.Spend(x.ctx, t.Len()*stepsPerRow); err != nil {
		return false, err
	}
	e := x.rest.On(x.ctx, t)
	for i, fid := range x.fids {
		is, err := e.Matches(i)
		if err != nil {
			return false, err
		}
		if is && !x.with(fid, t.At(i)) {
			return false, nil
		}
	}
	x.built, x.fids = x.builder(), x.fids[:0]
	return true, nil
}
