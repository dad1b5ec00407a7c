package counts

import "dateline/archive/postgres"

// Uncounted selects the parts and points with rows deleted or edited since they were counted, as
// low, high, geom.
const Uncounted = `SELECT DISTINCT c.low, c.high, u.geom FROM dateline_uncounted u JOIN dateline_counted c ON u.fid > c.low AND u.fid <= c.high`

// points selects the points of such rows in all parts.
const points = `SELECT DISTINCT geom FROM dateline_uncounted WHERE fid <= (SELECT max(high) FROM dateline_counted)`

// countAgain counts again the groups whose rows were deleted or edited.
func (c *Columns) countAgain(tx *postgres.Tx) error {
	parts, err := partsOf(tx)
	if err != nil {
		return err
	}
	for _, p := range parts {
		if err := c.countPart(tx, p); err != nil {
			return err
		}
	}
	for _, sql := range []string{
		"DELETE FROM dateline_totals t USING (" + points + ") a WHERE t.geom = a.geom",
		"DELETE FROM dateline_totals t USING (" + points + ") a WHERE t.geom IS NULL AND a.geom IS NULL",
		c.addTotals(c.joined("(SELECT c.* FROM dateline_counts c JOIN ("+points+") a ON c.geom = a.geom UNION ALL SELECT c.* FROM dateline_counts c JOIN ("+points+") a ON c.geom IS NULL AND a.geom IS NULL) p", false)),
		signed("source", "source"), signed("confidence", "confidence::text"),
		addDates(rangeOf+", role, date_precision, date, sum(n)", "dateline_uncounted u WHERE fid <= (SELECT max(high) FROM dateline_counted) GROUP BY 1, 2, 3, 4"), joinDates,
		"DELETE FROM dateline_uncounted WHERE fid <= (SELECT max(high) FROM dateline_counted)",
	} {
		if err := tx.Run(sql); err != nil {
			return err
		}
	}
	return joinValues(tx)
}

const (
	// rangeOf is the last fid of the range of dateline_dates that has the fid of u.
	rangeOf = "coalesce((SELECT min(high) FROM dateline_dates WHERE high >= u.fid), (SELECT max(high) FROM dateline_counted))"

	// joinDates adds up the ranges in which rows were deleted or edited.
	joinDates = `WITH gone AS (DELETE FROM dateline_dates WHERE high IN (SELECT high FROM dateline_dates WHERE n < 0) RETURNING *)
INSERT INTO dateline_dates SELECT high, role, date_precision, date, sum(n) FROM gone GROUP BY 1, 2, 3, 4 HAVING sum(n) <> 0`
)

// part is a range of fids: those above low up to high.
type part struct{ low, high int64 }

func partsOf(tx *postgres.Tx) (all []part, err error) {
	for r, err := range tx.Rows("SELECT DISTINCT low, high FROM (" + Uncounted + ") u ORDER BY low") {
		if err != nil {
			return nil, err
		}
		all = append(all, part{r.Int(0), r.Int(1)})
	}
	return all, nil
}

// countPart counts the groups of a part again.
func (c *Columns) countPart(tx *postgres.Tx, p part) error {
	points := "(SELECT DISTINCT geom FROM dateline_uncounted WHERE fid > " + number(p.low) + " AND fid <= " + number(p.high) + ") a"
	rows := " WHERE m.fid > " + number(p.low) + " AND m.fid <= " + number(p.high)
	high := number(p.high)
	from := "(SELECT m.* FROM mentions m JOIN " + points + " ON m.geom && a.geom AND m.geom = a.geom" + rows +
		" UNION ALL SELECT m.* FROM mentions m" + rows + " AND m.geom IS NULL AND EXISTS (SELECT 1 FROM " + points + " WHERE a.geom IS NULL)) p"
	for _, sql := range []string{
		"DELETE FROM dateline_counts c USING " + points + " WHERE c.high = " + high + " AND c.geom = a.geom",
		"DELETE FROM dateline_counts c USING " + points + " WHERE c.high = " + high + " AND c.geom IS NULL AND a.geom IS NULL",
		"INSERT INTO dateline_counts (high, " + c.columns(true) + ") SELECT " + high + ", x.* FROM (" + c.grouped(from) + ") x",
	} {
		if err := tx.Run(sql); err != nil {
			return err
		}
	}
	return nil
}

// signed adds the edited values of a property and subtracts the deleted ones.
func signed(property, value string) string {
	return addValues("'"+property+"', role, "+value+", sum(n)", "dateline_uncounted WHERE fid <= (SELECT max(high) FROM dateline_counted) GROUP BY role, "+property)
}
