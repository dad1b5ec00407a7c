package counts

import (
	"bytes"
	"fmt"
	"slices"

	"dateline/archive/postgres"
)

// Check compares the counts with the mentions and passes each difference to fault, except at
// points with changes that are still to be counted.
func (c *Columns) Check(tx *postgres.Tx, fault func(string)) error {
	parts, err := allParts(tx)
	if err != nil {
		return err
	}
	high := int64(0)
	for _, p := range parts {
		if p.low != high {
			fault(fmt.Sprintf("the counts of mentions lack a part: fid %d to %d", high+1, p.low))
		}
		high = p.high
		if err := c.checkPart(tx, p, fault); err != nil {
			return err
		}
	}
	if err := c.checkTotals(tx, fault); err != nil {
		return err
	}
	if err := checkValues(tx, high, fault); err != nil {
		return err
	}
	return checkDates(tx, high, fault)
}

func allParts(tx *postgres.Tx) (all []part, err error) {
	for r, err := range tx.Rows(`SELECT low, high FROM dateline_counted ORDER BY high`) {
		if err != nil {
			return nil, err
		}
		all = append(all, part{r.Int(0), r.Int(1)})
	}
	return all, nil
}

// checkPart compares the groups of one part with its rows.
func (c *Columns) checkPart(tx *postgres.Tx, p part, fault func(string)) error {
	within := "fid > " + number(p.low) + " AND fid <= " + number(p.high)
	changed := "(SELECT geom FROM dateline_uncounted WHERE " + within + ")"
	unchanged := " AND (geom IS NOT NULL AND geom NOT IN (SELECT geom FROM " + changed + " u WHERE geom IS NOT NULL) OR geom IS NULL AND NOT EXISTS (SELECT 1 FROM " + changed + " u WHERE geom IS NULL))"
	rows := "SELECT x.* FROM (" + c.grouped("(SELECT * FROM mentions WHERE "+within+unchanged+") p") + ") AS x (" + c.columns(true) + ")"
	kept := "SELECT " + c.columns(true) + " FROM dateline_counts WHERE high = " + number(p.high) + unchanged
	for r, err := range tx.Rows(c.differences(rows, kept, ", a.days, b.days")) {
		if err != nil {
			return err
		}
		if r.Int(0) == 0 && sameEntries(r.Bytes(4), r.Bytes(5)) {
			continue
		}
		fault(fmt.Sprintf("the counts of mentions with fid %d to %d differ from the rows at %s: %d are counted, %d exist", p.low+1, p.high, r.Text(1), r.Int(3), r.Int(2)))
	}
	return nil
}

// checkTotals compares the totals with the groups of the parts.
func (c *Columns) checkTotals(tx *postgres.Tx, fault func(string)) error {
	parts := "SELECT x.* FROM (" + c.joined("dateline_counts p", false) + ") AS x (" + c.columns(false) + ")"
	for r, err := range tx.Rows(c.differences(parts, "SELECT "+c.columns(false)+" FROM dateline_totals", "")) {
		if err != nil {
			return err
		}
		if r.Int(0) != 0 {
			fault(fmt.Sprintf("the totals of mentions differ from the counts of their parts at %s: %d and %d", r.Text(1), r.Int(3), r.Int(2)))
		}
	}
	return nil
}

// differences pairs groups by key: whether more than their days differs, where they are, and the
// counts of both.
func (c *Columns) differences(a, b, more string) string {
	same := "n, fid, id, alike, first, last" + listed("", c.Maybe)
	return "SELECT (a.n IS NULL OR b.n IS NULL OR (SELECT ROW(" + same + ")::text FROM (SELECT a.*) x) <> (SELECT ROW(" + same + ")::text FROM (SELECT b.*) x))," +
		" coalesce(ST_AsText(coalesce(a.geom, b.geom)), 'no point') || coalesce(' (' || coalesce(a.place, b.place) || ')', ''), coalesce(a.n, 0), coalesce(b.n, 0)" + more +
		" FROM (" + a + ") a FULL JOIN (" + b + ") b ON a.key = b.key ORDER BY a.key, b.key"
}

// sameEntries reports whether two columns days have the same entries, in any order.
func sameEntries(a, b []byte) bool {
	return len(a) == len(b) && slices.EqualFunc(entriesOf(a), entriesOf(b), bytes.Equal)
}

func entriesOf(b []byte) [][]byte {
	all := slices.Collect(slices.Chunk(b, EntrySize))
	slices.SortFunc(all, bytes.Compare)
	return all
}

// checkValues compares the counts of values with the rows up to a fid.
func checkValues(tx *postgres.Tx, high int64, fault func(string)) error {
	upTo := " WHERE fid <= " + number(high)
	sql := ""
	for _, p := range []struct{ name, value string }{{"source", "source"}, {"confidence", "confidence::text"}} {
		value := "'" + p.name + "', role, " + p.value + ` COLLATE "C"`
		sql += "SELECT " + value + ", count(*) AS exist, 0 AS counted FROM mentions" + upTo + " GROUP BY role, " + p.name +
			" UNION ALL SELECT " + value + ", 0, n FROM dateline_uncounted" + upTo + " UNION ALL "
	}
	sql = "SELECT property, coalesce(role, '-'), coalesce(value, '-'), sum(exist)::bigint, sum(counted)::bigint FROM (" + sql +
		`SELECT property, role, value COLLATE "C", 0, n FROM dateline_values) x (property, role, value, exist, counted) GROUP BY property, role, value HAVING sum(exist) <> sum(counted) ORDER BY 1, 2, 3`
	for r, err := range tx.Rows(sql) {
		if err != nil {
			return err
		}
		fault(fmt.Sprintf("the counts of mentions by %s differ from the rows for %q, role %s: %d are counted, %d exist", r.Text(0), r.Text(2), r.Text(1), r.Int(4), r.Int(3)))
	}
	return nil
}

// checkDates compares the numbers of dates with the rows of each range up to a fid.
func checkDates(tx *postgres.Tx, high int64, fault func(string)) error {
	of := "r.high, p.role, p.date_precision, p.date"
	within := " FROM r JOIN %s p ON p.fid > r.low AND p.fid <= r.high"
	sql := "WITH r AS (SELECT lag(high, 1, 0::bigint) OVER (ORDER BY high) AS low, high FROM (SELECT high FROM dateline_dates UNION SELECT " + number(high) + ") x)" +
		" SELECT high, coalesce(date::text, '-'), sum(exist)::bigint, sum(counted)::bigint FROM (SELECT " + of + ", count(*) AS exist, 0 AS counted" + fmt.Sprintf(within, "mentions") + " GROUP BY 1, 2, 3, 4" +
		" UNION ALL SELECT " + of + ", 0, n" + fmt.Sprintf(within, "dateline_uncounted") +
		" UNION ALL SELECT high, role, date_precision, date, 0, n FROM dateline_dates) x (high, role, date_precision, date, exist, counted)" +
		" GROUP BY high, role, date_precision, date HAVING sum(exist) <> sum(counted) ORDER BY 1, 2"
	for r, err := range tx.Rows(sql) {
		if err != nil {
			return err
		}
		fault(fmt.Sprintf("the counts of mentions by date differ from the rows up to fid %d on %s: %d are counted, %d exist", r.Int(0), r.Text(1), r.Int(3), r.Int(2)))
	}
	return nil
}
