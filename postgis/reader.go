package postgis

import (
	"context"
	"slices"
	"time"

	"dateline/archive/postgres"
	"dateline/document/rows"
	"dateline/schema"
)

// reader answers queries on one collection. It is safe for concurrent use.
type reader struct {
	*remote
	table       *rows.Table
	collection  *schema.Collection // with the properties of its features
	columns     []int              // indexes in table of these properties
	stored      []int              // indexes in table of the properties that the database stores
	first, last string             // SQL of a row's first and last day
	begin, end  string             // indexed columns equal or close to these
	dates       []string           // properties from which they are computed
}

func newReader(r *remote, shown *schema.Collection) *reader {
	t := r.tables
	x := &reader{remote: r, collection: shown}
	switch shown.ID {
	case schema.Articles:
		x.table, x.begin, x.end, x.dates = t.Articles, `p."date"`, `p."date"`, []string{"date"}
		x.first, x.last = x.begin, x.end
	case schema.Incidents:
		x.table, x.begin, x.end, x.dates = t.Derived[schema.Incidents], `p."date"`, `p."last"`, []string{"date", "last"}
		x.first, x.last = x.begin, x.end
	case schema.Places:
		x.table, x.begin, x.end, x.dates = t.Places, `p."first"`, `p."last"`, []string{"first", "last"}
		x.first, x.last = x.begin, x.end
	default:
		i := slices.IndexFunc(t.Parts[:], func(p *rows.Part) bool { return p.ID == shown.ID })
		x.table, x.begin, x.end, x.dates = t.Parts[i].Table, `p."date"`, `p."date"`, []string{"date", "date_precision"}
		x.first, x.last = firstDay, lastDay
	}
	for i := range shown.Properties {
		x.columns = append(x.columns, x.table.Index(shown.Properties[i].Name))
	}
	x.stored = slices.Concat(x.table.Stored, x.table.Copied)
	if shown.ID == schema.Articles {
		x.stored = append(x.stored, x.table.Index("story"), x.table.Index("also_in"))
	}
	return x
}

// The first and last day of a date that is precise to the day, month or year (rows.DaysOf).
const (
	firstDay = `(CASE p."date_precision" WHEN 'month' THEN date_trunc('month', p."date"::timestamp)::date WHEN 'year' THEN date_trunc('year', p."date"::timestamp)::date ELSE p."date" END)`
	lastDay  = `(CASE p."date_precision" WHEN 'month' THEN (date_trunc('month', p."date"::timestamp) + interval '1 month - 1 day')::date WHEN 'year' THEN (date_trunc('year', p."date"::timestamp) + interval '1 year - 1 day')::date ELSE p."date" END)`
)

// isStored reports whether the database stores a property.
func (r *reader) isStored(property string) bool {
	return slices.Contains(r.stored, r.table.Index(property))
}

// column returns the SQL of a property in filters; empty if it is not stored. The date of an
// article is derived from its time of publication (view.RowConverter).
func (r *reader) column(property string) string {
	i := r.table.Index(property)
	if i < 0 || !r.isStored(property) {
		return ""
	}
	if r.table.Properties[i].Instant {
		return `p."date"`
	}
	return "p." + quoted(property)
}

// quoted quotes a name of package schema.
func quoted(name string) string { return `"` + name + `"` }

func (r *reader) from() string {
	if r.table.ID == schema.Articles {
		return fromArticles
	}
	return " FROM " + quoted(r.table.ID) + " p"
}

// maxStatement is the statement_timeout if the context has no deadline.
const maxStatement = 15 * time.Second

// readTx calls do in a read-only transaction, with one snapshot, that ends with ctx. For incidents
// it refreshes the table first.
func (r *reader) readTx(ctx context.Context, do func(*postgres.Tx) error) error {
	if r.collection.ID == schema.Incidents {
		if err := r.incidents.ensure(ctx, r.Engine); err != nil {
			return err
		}
	}
	return readTx(ctx, r.db, do)
}

func readTx(ctx context.Context, db *postgres.Database, do func(*postgres.Tx) error) error {
	each := maxStatement
	if deadline, has := ctx.Deadline(); has {
		each = max(time.Until(deadline), time.Millisecond)
	}
	return db.ReadTx(ctx, func(tx *postgres.Tx) error {
		if err := tx.Limit(each); err != nil {
			return err
		}
		return do(tx)
	})
}
