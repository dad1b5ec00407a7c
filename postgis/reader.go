package postgis

import (
	"context"
	"slices"
	"time"

	"dateline/archive/postgres"
	"dateline/document/rows"
	"dateline/schema"
)

// reader answers for one collection. It is safe for concurrent use.
type reader struct {
	*remote
	table       *rows.Table
	shown       *schema.Collection // with the properties that are answered with
	kept        []int              // numbers in table of those
	read        []int              // numbers in table of those that are stored
	first, last string             // SQL of a row's days
	begin, end  string             // the columns that these are, or are near to
	dates       []string           // the properties that they are made of
}

func newReader(r *remote, shown *schema.Collection) *reader {
	t := r.tables
	x := &reader{remote: r, shown: shown}
	switch shown.ID {
	case schema.Articles:
		x.table, x.begin, x.end, x.dates = t.Articles, `p."date"`, `p."date"`, []string{"date"}
		x.first, x.last = x.begin, x.end
	case schema.Incidents:
		x.table, x.begin, x.end, x.dates = t.Made[schema.Incidents], `p."date"`, `p."last"`, []string{"date", "last"}
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
		x.kept = append(x.kept, x.table.Index(shown.Properties[i].Name))
	}
	x.read = slices.Concat(x.table.Stored, x.table.Copied)
	if shown.ID == schema.Articles {
		x.read = append(x.read, x.table.Index("story"), x.table.Index("also_in"))
	}
	return x
}

// The days of what is dated to a day, a month or a year (rows.DaysOf).
const (
	firstDay = `(CASE p."date_precision" WHEN 'month' THEN date_trunc('month', p."date"::timestamp)::date WHEN 'year' THEN date_trunc('year', p."date"::timestamp)::date ELSE p."date" END)`
	lastDay  = `(CASE p."date_precision" WHEN 'month' THEN (date_trunc('month', p."date"::timestamp) + interval '1 month - 1 day')::date WHEN 'year' THEN (date_trunc('year', p."date"::timestamp) + interval '1 year - 1 day')::date ELSE p."date" END)`
)

// isStored reports whether the database has a property.
func (r *reader) isStored(property string) bool {
	return slices.Contains(r.read, r.table.Index(property))
}

// column returns a property as filters name it, empty for one that is not stored. What is
// published of an article is shown as its date (view.RowConverter).
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

// quoted writes a name of the schema table.
func quoted(name string) string { return `"` + name + `"` }

func (r *reader) from() string {
	if r.table.ID == schema.Articles {
		return ofArticles
	}
	return " FROM " + quoted(r.table.ID) + " p"
}

// longest is how long a statement may take where the context has no deadline.
const longest = 15 * time.Second

// look calls do in a transaction that reads, as of one moment, and ends with ctx.
func (r *reader) look(ctx context.Context, do func(*postgres.Tx) error) error {
	if r.shown.ID == schema.Incidents {
		if err := r.told.bringUp(ctx, r.Engine); err != nil {
			return err
		}
	}
	return look(ctx, r.db, do)
}

func look(ctx context.Context, db *postgres.Database, do func(*postgres.Tx) error) error {
	each := longest
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
