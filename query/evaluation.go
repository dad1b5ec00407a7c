package query

import (
	"context"
	"fmt"

	"dateline/feature"
	"dateline/geo"
	"dateline/work"

	"github.com/paulmach/orb"
)

// predicate evaluates a condition on the feature at a position.
type predicate func(position int) ternary

// Evaluation is a Query prepared for the features of one Table. It caches results for repeated
// values. It is not safe for concurrent use.
type Evaluation struct {
	table   *feature.Table
	test    predicate
	cost    int // estimated steps a feature
	steps   int // for the current feature
	ctx     context.Context
	counter *work.Counter
	limit   int // maximum steps
	asked   int // features evaluated so far
	readers map[string]reader
	room    int // ternaries that may still be cached
}

// maxRemembered limits the cached ternaries, to some 2 MB.
const maxRemembered = 1 << 16

// On prepares the Query for the features of a Table. Evaluation ends with ctx.
func (q *Query) On(ctx context.Context, t *feature.Table) *Evaluation {
	e := &Evaluation{table: t, ctx: ctx, counter: work.Metered(ctx), readers: map[string]reader{}, room: maxRemembered, limit: noLimit}
	var parts []predicate
	if q.Datetime != nil {
		parts = append(parts, e.datetime(*q.Datetime, of(q.Strict)))
	}
	if q.BBox != nil {
		parts = append(parts, e.box(*q.BBox, of(q.Strict)))
	}
	if len(q.Text) > 0 {
		parts = append(parts, e.words(q.Text))
	}
	if q.Filter != nil {
		parts = append(parts, e.once(q.Filter))
	}
	e.test = all(parts)
	return e
}

const noLimit = 1<<63 - 1

// Matches reports whether the feature at a position is selected. Every few thousand steps it
// reports them to package work: an error, that of ctx or a *CostError, means that evaluation
// must stop.
func (e *Evaluation) Matches(position int) (bool, error) {
	e.asked++
	e.steps = 1
	selected := e.test(position) == yes
	if err := e.counter.Add(e.steps); err != nil {
		return false, err
	}
	if total := e.counter.Total(); total > e.limit {
		return false, &CostError{Steps: total, Features: e.asked, Limit: e.limit}
	}
	return selected, nil
}

// CheckCost announces to package work the estimated cost of evaluating a number of features, and
// returns a *CostError if that exceeds work.Limit. If the cost can't be estimated, Matches returns
// the error once the limit is exceeded.
func (e *Evaluation) CheckCost(features int) error {
	e.limit = work.Limit(e.ctx)
	if each := 1 + e.cost; features > e.limit/each {
		return &CostError{Steps: each * features, Features: features, Limit: e.limit}
	}
	return work.Reserve(e.ctx, (1+e.cost)*features)
}

// CostError reports a query that takes too many steps.
type CostError struct {
	Steps    int // needed, or taken until it was stopped
	Features int // to be evaluated, or evaluated
	Limit    int // steps allowed
}

// Error names the limit, the cost, and what to do.
func (e *CostError) Error() string {
	return fmt.Sprintf("it takes %d steps to ask this of %d features, and %d are allowed; give fewer or simpler terms, "+
		"or a bbox or datetime that leaves fewer features", e.Steps, e.Features, e.Limit)
}

// datetime: the feature's days and the requested ones overlap (17-069r4, 7.15.4, requirement
// fc-time-response); undated applies to undated features.
func (e *Evaluation) datetime(asked feature.Days, undated ternary) predicate {
	e.cost++
	return func(i int) ternary {
		if days := e.table.At(i).Days(); days.Known {
			return of(asked.Overlaps(days))
		}
		return undated
	}
}

// box: the geometry, not merely its bound, shares a point with the box or its edge (17-069r4,
// 7.15.3, requirement fc-bbox-response); nowhere applies to features without geometry.
func (e *Evaluation) box(b orb.Bound, nowhere ternary) predicate {
	e.cost++
	parts := geo.SplitAntimeridian(b)
	return func(i int) ternary {
		f := e.table.At(i)
		if !f.HasGeometry() {
			return nowhere
		}
		at, isPoint := f.Point()
		for _, part := range parts {
			if isPoint && part.Contains(at) || !isPoint && part.Intersects(f.Bound()) && geo.Touches(f.Geometry(), part) {
				return yes
			}
		}
		return no
	}
}
