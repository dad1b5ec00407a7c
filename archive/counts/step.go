package counts

import (
	"context"
	"strconv"

	"dateline/archive/postgres"
)

// manyUncounted is how many deleted or edited rows there may be before their groups are counted
// again.
const manyUncounted = 1000

// Step counts the next part, or joins parts, or counts again what was deleted or edited, if that is
// many rows or all is set. It reports whether it did anything, so that there may be more to do. If
// another process is counting it does nothing.
func (c *Columns) Step(ctx context.Context, db *postgres.Database, all bool) (done bool, err error) {
	err = db.ReadTx(ctx, func(tx *postgres.Tx) error {
		s, err := lookAt(tx, "")
		done = s != nil && c.next(s, all) != nil
		return err
	})
	if err != nil || !done {
		return false, err
	}
	err = db.WriteSnapshotTx(ctx, func(tx *postgres.Tx) error {
		done = false
		s, err := lookAt(tx, " FOR UPDATE SKIP LOCKED")
		if err != nil || s == nil {
			return err
		}
		do := c.next(s, all)
		if do == nil {
			return nil
		}
		done = true
		for _, sql := range []string{"SET LOCAL work_mem = '256MB'", "SET LOCAL enable_sort = off", "SET LOCAL jit = off", "UPDATE dateline_counting SET times = times + 1"} {
			if err := tx.Run(sql); err != nil {
				return err
			}
		}
		return do(tx)
	})
	if postgres.IsConflict(err) {
		return false, nil
	}
	return done, err
}

// state is the extent of what can be counted.
type state struct {
	step, wide   int64
	high, newest int64 // last fid counted, and last fid
	small        int64 // where the parts not yet joined begin
	uncounted    int64 // at most manyUncounted
	shared       int64 // least mentions per group of a part; below it counting stops
	isGivenUp    bool
}

// lookAt reads the state; nil if it is locked and the clause skips locked rows.
func lookAt(tx *postgres.Tx, lock string) (s *state, err error) {
	for r, err := range tx.Rows(`SELECT step, wide, shared, given_up,
    (SELECT coalesce(max(high), 0) FROM dateline_counted), (SELECT coalesce(max(fid), 0) FROM mentions),
    (SELECT coalesce(min(low), -1) FROM dateline_counted WHERE high - low < step * wide),
    (SELECT count(*) FROM (SELECT 1 FROM dateline_uncounted WHERE fid <= (SELECT max(high) FROM dateline_counted) LIMIT ` + strconv.Itoa(manyUncounted) + `) x)
  FROM dateline_counting` + lock) {
		if err != nil {
			return nil, err
		}
		s = &state{step: r.Int(0), wide: r.Int(1), shared: r.Int(2), isGivenUp: r.Int(3) != 0, high: r.Int(4), newest: r.Int(5), small: r.Int(6), uncounted: r.Int(7)}
	}
	return s, nil
}

// next returns what to do, nil for nothing.
func (c *Columns) next(s *state, all bool) func(*postgres.Tx) error {
	size := s.step * s.wide
	switch {
	case s.uncounted >= manyUncounted || all && s.uncounted > 0:
		return c.countAgain
	case s.small >= 0 && s.high-s.small >= size:
		return func(tx *postgres.Tx) error { return c.join(tx, part{s.small, s.small + size}) }
	case s.isGivenUp:
		return nil
	case s.small < 0 && s.newest-s.high >= size:
		return func(tx *postgres.Tx) error { return c.count(tx, part{s.high, s.high + size}, s) }
	case s.newest-s.high >= s.step:
		return func(tx *postgres.Tx) error { return c.count(tx, part{s.high, s.high + s.step}, s) }
	}
	return nil
}

// count counts a part.
func (c *Columns) count(tx *postgres.Tx, p part, s *state) error {
	low, high := p.low, p.high
	rows := "(SELECT * FROM mentions WHERE fid > " + number(low) + " AND fid <= " + number(high) + ") p"
	if err := tx.Run("INSERT INTO dateline_counts (high, " + c.columns(true) + ") SELECT " + number(high) + ", x.* FROM (" + c.grouped(rows) + ") x"); err != nil {
		return err
	}
	is, err := isWorthIt(tx, high, s.shared)
	if err != nil {
		return err
	}
	if !is {
		return c.giveUp(tx, high)
	}
	groups := "(SELECT * FROM dateline_counts WHERE high = " + number(high) + ") p"
	for _, sql := range []string{
		"INSERT INTO dateline_counted VALUES (" + number(low) + ", " + number(high) + ")",
		c.addTotals("SELECT " + c.columns(false) + " FROM " + groups),
		"DELETE FROM dateline_uncounted WHERE fid > " + number(low) + " AND fid <= " + number(high),
		addValues("'source', role, source, count(*)", rows+" GROUP BY role, source"),
		addValues("'confidence', role, confidence::text, count(*)", rows+" GROUP BY role, confidence"),
		addDates(number(low)+" + ((fid - "+number(low)+" - 1) / "+number(s.step)+" + 1) * "+number(s.step)+", role, date_precision, date, count(*)", rows+" GROUP BY 1, 2, 3, 4"),
	} {
		if err := tx.Run(sql); err != nil {
			return err
		}
	}
	return joinValues(tx)
}

// isWorthIt reports whether the mentions of a part share points.
func isWorthIt(tx *postgres.Tx, high, shared int64) (is bool, err error) {
	for r, err := range tx.Rows(`SELECT coalesce(sum(n), 0) = 0 OR sum(n) >= count(*) * ?2 FROM dateline_counts WHERE high = ?1`, high, shared) {
		if err != nil {
			return false, err
		}
		is = r.Int(0) != 0
	}
	return is, nil
}

// giveUp leaves everything after the counted parts uncounted for good.
func (c *Columns) giveUp(tx *postgres.Tx, high int64) error {
	if err := tx.Run("DELETE FROM dateline_counts WHERE high = ?1", high); err != nil {
		return err
	}
	return tx.Run("UPDATE dateline_counting SET given_up = true")
}

// addValues adds how many mentions have each value of a property.
func addValues(values, from string) string {
	return "INSERT INTO dateline_values (property, role, value, n) SELECT " + values + " FROM " + from
}

// addDates adds to dateline_dates how many mentions of each date there are in a range.
func addDates(values, from string) string {
	return "INSERT INTO dateline_dates (high, role, date_precision, date, n) SELECT " + values + " FROM " + from
}

// joinValues sums the rows that addValues added.
func joinValues(tx *postgres.Tx) error {
	return tx.Run(`WITH gone AS (DELETE FROM dateline_values RETURNING *)
INSERT INTO dateline_values SELECT property, role, value, sum(n) FROM gone GROUP BY 1, 2, 3 HAVING sum(n) <> 0`)
}

// join joins parts into one.
func (c *Columns) join(tx *postgres.Tx, p part) error {
	low, high := p.low, p.high
	within := " WHERE high > " + number(low) + " AND high <= " + number(high)
	joined := c.joined("gone p", true)
	for _, sql := range []string{
		"WITH gone AS (DELETE FROM dateline_counts" + within + " RETURNING *) INSERT INTO dateline_counts (high, " + c.columns(true) + ") SELECT " + number(high) + ", x.* FROM (" + joined + ") x",
		"DELETE FROM dateline_counted" + within,
		"INSERT INTO dateline_counted VALUES (" + number(low) + ", " + number(high) + ")",
	} {
		if err := tx.Run(sql); err != nil {
			return err
		}
	}
	return nil
}

func number(n int64) string { return strconv.FormatInt(n, 10) }

// Forget returns the statements that discard all counts.
func Forget() []string {
	return []string{
		`TRUNCATE dateline_counted, dateline_counts, dateline_totals, dateline_values, dateline_dates, dateline_uncounted`,
		`UPDATE dateline_counting SET given_up = false, times = times + 1`,
	}
}
