package query

import (
	"context"
	"fmt"

	"dateline/feature"
	"dateline/geo"
	"dateline/work"

	"github.com/paulmach/orb"
)

// predicate says whether something is true of the feature at a position.
type predicate func(position int) ternary

// Evaluation is a Query made ready for the features of one Table. It remembers
// what it found out about values that come again. It is not safe for concurrent
// use.
type Evaluation struct {
	table   *feature.Table
	test    predicate
	cost    int // steps a feature, as far as they can be told beforehand
	steps   int // of the feature that was asked of last
	ctx     context.Context
	counter *work.Counter
	limit   int // of steps
	asked   int // features so far
	readers map[string]reader
	room    int // ternaries that may yet be remembered
}

// maxRemembered bounds the ternaries that an Evaluation remembers, to some 2 MB.
const maxRemembered = 1 << 16

// On makes the Query ready for the features of a Table. Asking ends with ctx.
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

// Matches reports whether the feature at a position is selected. Every few
// thousand steps it tells package work of them: the error, that of ctx or a
// *CostError, says why it is of no use to go on.
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

// Afford tells package work what it will take to ask for so many features, and
// returns a *CostError when that is more than work.Limit allows. Where the cost
// can't be told beforehand, Matches returns it as soon as the limit is passed.
func (e *Evaluation) Afford(features int) error {
	e.limit = work.Limit(e.ctx)
	if each := 1 + e.cost; features > e.limit/each {
		return &CostError{Steps: each * features, Features: features, Limit: e.limit}
	}
	return work.Expect(e.ctx, (1+e.cost)*features)
}

// CostError says that a query takes more steps than one may.
type CostError struct {
	Steps    int // that it would take, or took until it was ended
	Features int // that it would look at, or looked at
	Limit    int // of steps
}

// Error names the limit, the cost, and the ways out.
func (e *CostError) Error() string {
	return fmt.Sprintf("it takes %d steps to ask this of %d features, and %d are allowed; give fewer or simpler terms, "+
		"or a bbox or datetime that leaves fewer features", e.Steps, e.Features, e.Limit)
}

// datetime: the feature's days and those asked for share one (17-069r4, 7.15.4,
// requirement fc-time-response). Of an undated one that is undated.
func (e *Evaluation) datetime(asked feature.Days, undated ternary) predicate {
	e.cost++
	return func(i int) ternary {
		if days := e.table.At(i).Days(); days.Known {
			return of(asked.Overlaps(days))
		}
		return undated
	}
}

// box: the geometry, not merely its box, shares a point with the box or its edge
// (17-069r4, 7.15.3, requirement fc-bbox-response). Of a feature without geometry
// that is nowhere.
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
