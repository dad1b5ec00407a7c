package postgis

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"sync"

	"dateline/archive/postgres"
	"dateline/query"
)

// mostCounted is the number up to which rows are counted one by one: where the planner of
// the database expects more, what it expects is the answer.
const mostCounted = 100_000

// count returns how many rows a selection that is whole has.
func (r *reader) count(tx *postgres.Tx, s *selection) (n int, estimated bool, err error) {
	n, err = r.expected(tx, s.loose)
	if err != nil || n > mostCounted {
		return n, true, err
	}
	for c, err := range tx.Rows("SELECT count(*)"+r.from()+s.clause(), s.Values...) {
		if err != nil {
			return 0, false, err
		}
		n = int(c.Int(0))
	}
	return n, false, nil
}

// expected returns how many rows the planner expects.
func (r *reader) expected(tx *postgres.Tx, s *selection) (n int, err error) {
	for c, err := range tx.Rows("EXPLAIN (FORMAT JSON) SELECT 1"+r.from()+s.clause(), s.Values...) {
		if err != nil {
			return 0, err
		}
		var plans []struct {
			Plan struct {
				Rows int `json:"Plan Rows"`
			}
		}
		if err := json.Unmarshal(c.Bytes(0), &plans); err != nil || len(plans) != 1 {
			return 0, errors.Join(errors.New("the database's plan can't be read"), err)
		}
		n = plans[0].Plan.Rows
	}
	return n, nil
}

// Count returns how many features there are, of many about how many.
func (r *reader) Count(ctx context.Context) (n int, err error) {
	q := query.Query{}
	s, err := r.selection(&q)
	if err != nil {
		return 0, err
	}
	key := r.keyOf(s)
	if n, _, known := r.counts.get(key); known {
		return n, nil
	}
	estimated := false
	err = r.look(ctx, func(tx *postgres.Tx) (err error) {
		n, estimated, err = r.count(tx, s)
		return err
	})
	if err == nil {
		r.counts.put(key, n, estimated)
	}
	return n, err
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

// counts remembers what was counted in one version of an archive. It is safe for
// concurrent use.
type counts struct {
	mu    sync.Mutex
	known map[countKey]counted
}

type counted struct {
	n         int
	estimated bool
}

func newCounts() *counts { return &counts{known: map[countKey]counted{}} }

// keptCounts and keptKey bound what is remembered to some megabytes.
const (
	keptCounts = 1000
	keptKey    = 4096
)

func (c *counts) get(key countKey) (n int, estimated, known bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	x, known := c.known[key]
	return x.n, x.estimated, known
}

func (c *counts) put(key countKey, n int, estimated bool) {
	if len(key.conditions) > keptKey {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.known) >= keptCounts {
		clear(c.known)
	}
	c.known[key] = counted{n, estimated}
}
