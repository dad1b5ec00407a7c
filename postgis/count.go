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

// Where the groups that are counted do not tell how many rows a selection has, the rows are
// counted one by one, unless the planner of the database expects too many of them, or too high a
// cost. Then the number that it expects is the answer.
const (
	mostCounted = 100_000

	// mostCost is in the planner's units: an index finds some 100,000 rows at that cost, and
	// without an index some two million mentions are read.
	mostCost = 100_000
)

// count returns how many rows a selection that is whole has.
func (r *reader) count(tx *postgres.Tx, s *selection) (n counted, err error) {
	if s.counted != nil {
		if c, err := r.covered(tx); err != nil {
			return n, err
		} else if c != nil {
			return c.count(r, tx, s)
		}
	}
	e, err := r.expected(tx, s.loose)
	n.n, n.cost = e.rows, e.cost
	if n.estimated = n.cost > r.most || n.n > mostCounted; err != nil || n.estimated {
		return n, err
	}
	n.n, err = sum(tx, "SELECT count(*)"+r.from()+s.clause(), s.Values)
	return n, err
}

// expectation is what the planner of the database expects of a selection.
type expectation struct {
	rows int
	cost float64 // of finding all of them
}

// expected asks the planner.
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

// Count returns how many features there are, of many about how many; of incidents as many as the
// table has, which may be about to change.
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
	err = look(ctx, r.db, func(tx *postgres.Tx) (err error) {
		known, err = r.count(tx, s)
		return err
	})
	if err == nil && r.shown.ID != schema.Incidents {
		r.counts.put(key, known)
	}
	return known.n, err
}

// countKey tells selections apart. That of a filter that is asked of rows serves who has the
// same Filter at hand, as a download by pages.
type countKey struct {
	collection, conditions string
	filter                 *query.Filter
}

func (r *reader) keyOf(s *selection) countKey {
	conditions := fmt.Sprintf("%s %q", s.clause(), s.Values)
	if !s.isWhole() {
		conditions += fmt.Sprint(s.rest.BBox, s.rest.Text)
	}
	return countKey{r.table.ID, conditions, s.rest.Filter}
}

// remembered is what was counted in one version of an archive. It is safe for concurrent
// use.
type remembered struct {
	mu    sync.Mutex
	known map[countKey]counted
}

type counted struct {
	n         int
	estimated bool
	cost      float64  // of finding all of them, if groups were not counted
	of        int64    // the last fid of all, if groups were counted
	ends      []int64  // and of each partition
	parts     []inPart // of selections by days: where they are, in the order of fids
}

// inPart is how many of a selection have fids above low up to high.
type inPart struct {
	low, high int64
	n         int
}

func newRemembered() *remembered { return &remembered{known: map[countKey]counted{}} }

// keptCounts and keptKey bound what is remembered to some megabytes.
const (
	keptCounts = 1000
	keptKey    = 4096
)

func (c *remembered) get(key countKey) (n counted, known bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	n, known = c.known[key]
	return n, known
}

func (c *remembered) put(key countKey, n counted) {
	if len(key.conditions) > keptKey {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.known) >= keptCounts {
		clear(c.known)
	}
	c.known[key] = n
}
