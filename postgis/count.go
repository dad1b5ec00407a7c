package postgis

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"sync"

	"dateline/archive/postgres"
	"dateline/query"
	"dateline/schema"
)

// If the tables of counts don't say how many rows are selected, the rows are counted, unless the
// planner expects too many of them, or too high a cost; then its estimate is the answer.
const (
	maxExactCount = 100_000

	// maxCost, in the planner's units, is the cost of some 100,000 rows by index, or of a
	// sequential scan of two million mentions.
	maxCost = 100_000
)

// count counts the rows of an exact selection.
func (r *reader) count(tx *postgres.Tx, s *selection) (n countResult, err error) {
	if s.onGroups != nil {
		if c, err := r.coverage(tx); err != nil {
			return n, err
		} else if c != nil {
			return c.count(r, tx, s)
		}
	}
	e, err := r.expected(tx, s.estimate)
	n.n, n.cost = e.rows, e.cost
	if n.estimated = n.cost > r.maxCost || n.n > maxExactCount; err != nil || n.estimated {
		return n, err
	}
	n.n, err = sum(tx, "SELECT count(*)"+r.from()+s.clause(), s.Values)
	return n, err
}

// expectation is the planner's estimate for a selection.
type expectation struct {
	rows int
	cost float64 // of finding all of them
}

// expected returns the planner's estimate.
func (r *reader) expected(tx *postgres.Tx, s *selection) (e expectation, err error) {
	for c, err := range tx.Rows("EXPLAIN (FORMAT JSON) SELECT 1"+r.from()+s.clause(), s.Values...) {
		if err != nil {
			return e, err
		}
		var plans []struct {
			Plan struct {
				Rows int     `json:"Plan Rows"`
				Cost float64 `json:"Total Cost"`
			}
		}
		if err := json.Unmarshal(c.Bytes(0), &plans); err != nil || len(plans) != 1 {
			return e, errors.Join(errors.New("the database's plan can't be read"), err)
		}
		e = expectation{plans[0].Plan.Rows, plans[0].Plan.Cost}
	}
	return e, nil
}

// Count returns the number of features, an estimate if there are many. Incidents are counted
// without being refreshed.
func (r *reader) Count(ctx context.Context) (n int, err error) {
	q := query.Query{}
	s, err := r.selection(&q)
	if err != nil {
		return 0, err
	}
	key := r.keyOf(s)
	known, is := r.counts.get(key)
	if is {
		return known.n, nil
	}
	err = readTx(ctx, r.db, func(tx *postgres.Tx) (err error) {
		known, err = r.count(tx, s)
		return err
	})
	if err == nil && r.collection.ID != schema.Incidents {
		r.counts.put(key, known)
	}
	return known.n, err
}

// countKey identifies a selection. If part of the filter is evaluated in Go, equal keys need the
// same *query.Filter, as the pages of one download have.
type countKey struct {
	collection, conditions string
	filter                 *query.Filter
}

func (r *reader) keyOf(s *selection) countKey {
	conditions := fmt.Sprintf("%s %q", s.clause(), s.Values)
	if !s.isExact() {
		conditions += fmt.Sprint(s.residual.BBox, s.residual.Text)
	}
	return countKey{r.table.ID, conditions, s.residual.Filter}
}

// countCache caches the counts of one version. It is safe for concurrent use.
type countCache struct {
	mu    sync.Mutex
	known map[countKey]countResult
}

type countResult struct {
	n         int
	estimated bool
	cost      float64      // of finding all of them, if groups were not counted
	of        int64        // the last fid of all, if groups were counted
	ends      []int64      // and of each partition
	ranges    []rangeCount // of selections by days: where they are, in the order of fids
}

// rangeCount is the number of selected rows with fids above low, up to high.
type rangeCount struct {
	low, high int64
	n         int
}

func newCountCache() *countCache { return &countCache{known: map[countKey]countResult{}} }

// maxCachedCounts and maxCachedKey (bytes) bound the cache to some megabytes.
const (
	maxCachedCounts = 1000
	maxCachedKey    = 4096
)

func (c *countCache) get(key countKey) (n countResult, known bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	n, known = c.known[key]
	return n, known
}

func (c *countCache) put(key countKey, n countResult) {
	if len(key.conditions) > maxCachedKey {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.known) >= maxCachedCounts {
		clear(c.known)
	}
	c.known[key] = n
}
