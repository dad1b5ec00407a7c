package postgis

import (
	"context"
	"strings"
	"sync"

	"dateline/archive/postgres"
	"dateline/document/rows"
	"dateline/feature"
	"dateline/postgis/background"
	"dateline/query"
	"dateline/schema"
	"dateline/view"
	"dateline/work"
)

// dailies has what differs by the day, of the events that claim who holds their places. It
// is safe for concurrent use.
type dailies struct {
	making *background.Group[dayKey, madeDay]

	mu   sync.Mutex
	of   claimsKey
	kept *view.Daily // of these claims
}

// claimsKey tells states of the claims apart: their newest fid, and the newest change of an
// article; and the last day that anything was written of.
type claimsKey struct {
	claims, changes int
	last            feature.Day
}

type dayKey struct {
	of claimsKey
	on feature.Day
}

type madeDay struct {
	layers map[string]*view.Layer
	claims int // how many were read
}

// daily returns a collection as it is on the last of the days asked for.
func (r *remote) daily(ctx context.Context, name string, asked *feature.Days) (view.Reader, error) {
	of, err := r.claims.of(ctx, r.Engine)
	if err != nil {
		return nil, err
	}
	return r.days.at(of, r.Engine).Layer(ctx, name, asked)
}

// at returns what there is of a state of the claims.
func (d *dailies) at(of claimsKey, e *Engine) *view.Daily {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.kept == nil || d.of != of {
		last := func() feature.Day { return of.last }
		d.of, d.kept = of, view.NewDaily(last, func(ctx context.Context, on feature.Day) (map[string]*view.Layer, error) {
			made, err := d.making.Do(ctx, dayKey{of, on}, func(ctx context.Context) (madeDay, error) { return e.makeDay(ctx, on) })
			if err != nil {
				return nil, unready(schema.Control, err)
			}
			return made.layers, work.Spend(ctx, made.claims*stepsPerGroup)
		})
	}
	return d.kept
}

// claimsOf remembers the state of the claims in one version of an archive. It is safe for
// concurrent use.
type claimsOf struct {
	mu    sync.Mutex
	known bool
	key   claimsKey
}

func (c *claimsOf) of(ctx context.Context, e *Engine) (claimsKey, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.known {
		return c.key, nil
	}
	var key claimsKey
	err := look(ctx, e.db, func(tx *postgres.Tx) (err error) {
		key, err = stateOfClaims(tx)
		return err
	})
	if err == nil {
		c.key, c.known = key, true
	}
	return key, err
}

// claiming is true of the events that may claim who holds their places.
func claiming() string {
	types, statuses, precisions := view.Claiming()
	return "p.type IN (" + literals(types) + ") AND p.status IN (" + literals(statuses) + ") AND p.precision IN (" + literals(precisions) + ")" +
		" AND p.place IS NOT NULL AND p.geom IS NOT NULL AND p.date IS NOT NULL"
}

// literals writes words of the schema table for SQL, in which conditions of indexes have
// no values.
func literals(words []string) string { return "'" + strings.Join(words, "', '") + "'" }

// stateOfClaims reads which state the claims are in. The last day is that of the latest
// claim where no event says when it was published.
func stateOfClaims(tx *postgres.Tx) (key claimsKey, err error) {
	sql := "SELECT (SELECT coalesce(max(p.fid), 0) FROM events p WHERE " + claiming() + "), (SELECT coalesce(max(seq), 0) FROM dateline_changes), " +
		"greatest((SELECT max(published) FROM events) - DATE '1970-01-01', 0)"
	for c, err := range tx.Rows(sql) {
		if err != nil {
			return key, err
		}
		key = claimsKey{int(c.Int(0)), int(c.Int(1)), feature.Day(c.Int(2))}
	}
	if key.last != 0 {
		return key, nil
	}
	for c, err := range tx.Rows("SELECT coalesce(max(" + lastDay + ") - DATE '1970-01-01', 0) FROM events p WHERE " + claiming()) {
		if err != nil {
			return key, err
		}
		key.last = feature.Day(c.Int(0))
	}
	return key, nil
}

// makeDay makes control and contact of a day.
func (e *Engine) makeDay(ctx context.Context, on feature.Day) (made madeDay, err error) {
	err = look(ctx, e.db, func(tx *postgres.Tx) error {
		made, err = e.readDay(ctx, tx, on)
		return err
	})
	return made, err
}

func (e *Engine) readDay(ctx context.Context, tx *postgres.Tx, on feature.Day) (made madeDay, err error) {
	events := e.part(rows.Events)
	maker := view.NewDayBuilder(e.tables, e.names, on, func(_ context.Context, articles []string, add func(*rows.Row)) error {
		return e.courses(tx, articles, add)
	})
	s := events.everything()
	s.and(claiming())
	s.and("p.date <= " + s.BindDay(on))
	var failed error
	for _, row := range events.ordered(tx, s, ` ORDER BY p.place COLLATE "C", p.fid`, &failed) {
		if made.claims++; made.claims%chunk == 0 && ctx.Err() != nil {
			return made, ctx.Err()
		}
		if err := maker.Add(ctx, row); err != nil {
			return made, err
		}
	}
	if failed != nil {
		return made, failed
	}
	made.layers, err = maker.Layers(ctx)
	return made, err
}

// courses reads the mentions of rivers and roads in articles.
func (e *Engine) courses(tx *postgres.Tx, articles []string, add func(*rows.Row)) error {
	mentions := e.part(rows.Mentions)
	s := mentions.everything()
	s.and("p.article = ANY (" + s.Bind(query.Storable(articles), "text[]") + ")")
	var kinds []string
	for _, k := range view.CourseKinds() {
		kinds = append(kinds, "p.kind LIKE "+s.Bind(k+"%", "text"))
	}
	s.and("(" + strings.Join(kinds, " OR ") + ")")
	var failed error
	for _, row := range mentions.numbered(tx, s, &failed) {
		add(row)
	}
	return failed
}

// part returns a reader of what stands in articles.
func (e *Engine) part(part int) *reader {
	return newReader(&remote{Engine: e}, e.tables.Parts[part].Collection)
}

// isDaily reports whether a collection differs by the day.
func isDaily(name string) bool { return name == schema.Control || name == schema.Contact }
