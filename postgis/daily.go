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

// dayCache has the collections that differ by day, computed from the claims of one state. It is
// safe for concurrent use.
type dayCache struct {
	group *background.Group[dayKey, dayLayers]

	mu   sync.Mutex
	of   claimsState
	kept *view.Daily // of these claims
}

// claimsState identifies a state of the claims: their newest fid, the newest change of an article,
// and the last day on which anything was published.
type claimsState struct {
	claims, changes int
	last            feature.Day
}

type dayKey struct {
	of claimsState
	on feature.Day
}

type dayLayers struct {
	layers map[string]*view.Layer
	claims int // how many were read
}

// daily returns a collection on the last of the requested days.
func (r *remote) daily(ctx context.Context, name string, asked *feature.Days) (view.Reader, error) {
	of, err := r.claims.of(ctx, r.Engine)
	if err != nil {
		return nil, err
	}
	return r.days.at(of, r.Engine).Layer(ctx, name, asked)
}

// at returns the collections of a state of the claims.
func (d *dayCache) at(of claimsState, e *Engine) *view.Daily {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.kept == nil || d.of != of {
		last := func() feature.Day { return of.last }
		d.of, d.kept = of, view.NewDaily(last, func(ctx context.Context, on feature.Day) (map[string]*view.Layer, error) {
			made, err := d.group.Do(ctx, dayKey{of, on}, func(ctx context.Context) (dayLayers, error) { return e.buildDay(ctx, on) })
			if err != nil {
				return nil, notReady(schema.Control, err)
			}
			return made.layers, work.Spend(ctx, made.claims*stepsPerGroup)
		})
	}
	return d.kept
}

// claimsCheck caches the state of the claims in one version. It is safe for concurrent use.
type claimsCheck struct {
	mu    sync.Mutex
	known bool
	key   claimsState
}

func (c *claimsCheck) of(ctx context.Context, e *Engine) (claimsState, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.known {
		return c.key, nil
	}
	var key claimsState
	err := readTx(ctx, e.db, func(tx *postgres.Tx) (err error) {
		key, err = readClaimsState(tx)
		return err
	})
	if err == nil {
		c.key, c.known = key, true
	}
	return key, err
}

// claimsSQL returns the condition that an event may be a claim.
func claimsSQL() string {
	types, statuses, precisions := view.Claiming()
	return "p.type IN (" + literals(types) + ") AND p.status IN (" + literals(statuses) + ") AND p.precision IN (" + literals(precisions) + ")" +
		" AND p.place IS NOT NULL AND p.geom IS NOT NULL AND p.date IS NOT NULL"
}

// literals writes words of package schema as SQL literals: conditions of partial indexes take no
// parameters.
func literals(words []string) string { return "'" + strings.Join(words, "', '") + "'" }

// readClaimsState reads the state of the claims. If no event has a date of publication, the last day
// is that of the latest claim.
func readClaimsState(tx *postgres.Tx) (key claimsState, err error) {
	sql := "SELECT (SELECT coalesce(max(p.fid), 0) FROM events p WHERE " + claimsSQL() + "), (SELECT coalesce(max(seq), 0) FROM dateline_changes), " +
		"greatest((SELECT max(published) FROM events) - DATE '1970-01-01', 0)"
	for c, err := range tx.Rows(sql) {
		if err != nil {
			return key, err
		}
		key = claimsState{int(c.Int(0)), int(c.Int(1)), feature.Day(c.Int(2))}
	}
	if key.last != 0 {
		return key, nil
	}
	for c, err := range tx.Rows("SELECT coalesce(max(" + lastDay + ") - DATE '1970-01-01', 0) FROM events p WHERE " + claimsSQL()) {
		if err != nil {
			return key, err
		}
		key.last = feature.Day(c.Int(0))
	}
	return key, nil
}

// buildDay computes control and contact of a day.
func (e *Engine) buildDay(ctx context.Context, on feature.Day) (made dayLayers, err error) {
	err = readTx(ctx, e.db, func(tx *postgres.Tx) error {
		made, err = e.readDay(ctx, tx, on)
		return err
	})
	return made, err
}

func (e *Engine) readDay(ctx context.Context, tx *postgres.Tx, on feature.Day) (made dayLayers, err error) {
	events := e.part(rows.Events)
	builder := view.NewDayBuilder(e.tables, e.names, on, func(_ context.Context, articles []string, add func(*rows.Row)) error {
		return e.courses(tx, articles, add)
	})
	s := events.everything()
	s.and(claimsSQL())
	s.and("p.date <= " + s.BindDay(on))
	var failed error
	for _, row := range events.ordered(tx, s, ` ORDER BY p.place COLLATE "C", p.fid`, &failed) {
		if made.claims++; made.claims%batchRows == 0 && ctx.Err() != nil {
			return made, ctx.Err()
		}
		if err := builder.Add(ctx, row); err != nil {
			return made, err
		}
	}
	if failed != nil {
		return made, failed
	}
	made.layers, err = builder.Layers(ctx)
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
	for _, row := range mentions.byFid(tx, s, &failed) {
		add(row)
	}
	return failed
}

// part returns a reader of a part of articles: mentions, fronts or events.
func (e *Engine) part(part int) *reader {
	return newReader(&remote{Engine: e}, e.tables.Parts[part].Collection)
}

// isByDay reports whether a collection differs by day.
func isByDay(name string) bool { return name == schema.Control || name == schema.Contact }
