package counts_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"dateline/archive"
	"dateline/archive/counts"
	"dateline/archive/postgres"
	"dateline/archive/postgres/postgrestest"
	"dateline/document/rows"
)

func TestMain(m *testing.M) { postgrestest.Main(m) }

// mention is a row of mentions with the columns that are counted.
type mention struct {
	point                    int // its longitude, 0 for no geometry
	role, name, source, date string
	confidence               float64
}

// counted is a database whose mentions are counted, with the rows that it should have.
type counted struct {
	t       *testing.T
	db      *postgres.Database
	columns *counts.Columns
	rows    map[int]mention // by fid
	last    int
	random  *rand.Rand
}

func newCounted(t *testing.T, step, wide, shared int) *counted {
	t.Helper()
	address := postgrestest.New(t)
	if _, _, err := archive.Migrate(t.Context(), address); err != nil {
		t.Fatal(err)
	}
	db, err := postgres.Open(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(db.Close)
	c := &counted{t: t, db: db, columns: archive.CountedColumns(rows.NewTables(rows.DefaultModel())), rows: map[int]mention{}, random: rand.New(rand.NewPCG(3, 0))}
	c.run(`UPDATE dateline_counting SET step = ?, wide = ?, shared = ?`, int64(step), int64(wide), int64(shared))
	return c
}

func (c *counted) run(sql string, values ...any) {
	c.t.Helper()
	if err := c.db.WriteTx(context.Background(), func(tx *postgres.Tx) error { return tx.Run(sql, values...) }); err != nil {
		c.t.Fatal(err)
	}
}

// lines returns the first column of a query, sorted.
func (c *counted) lines(sql string) (all []string) {
	c.t.Helper()
	err := c.db.ReadTx(context.Background(), func(tx *postgres.Tx) error {
		for r, err := range tx.Rows(sql) {
			if err != nil {
				return err
			}
			all = append(all, r.Text(0))
		}
		return nil
	})
	if err != nil {
		c.t.Fatal(err)
	}
	slices.Sort(all)
	return all
}

func (c *counted) step(all bool) bool {
	c.t.Helper()
	done, err := c.columns.Step(c.t.Context(), c.db, all)
	if err != nil {
		c.t.Fatal(err)
	}
	return done
}

func (c *counted) any() mention {
	return mention{c.random.IntN(4), []string{"", "anchor"}[c.random.IntN(2)], []string{"A", "B"}[c.random.IntN(2)], []string{"", "x", "y"}[c.random.IntN(3)],
		fmt.Sprintf("2020-01-0%d", 1+c.random.IntN(3)), float64(1+c.random.IntN(2)) / 2}
}

func (c *counted) insert(n int) {
	for range n {
		m := c.any()
		c.last++
		c.rows[c.last] = m
		c.run(`INSERT INTO mentions (fid, id, article, start, "end", geom, role, name, source, date, confidence) VALUES (?1, ?1::bigint::text, 'a', 0, 1, `+
			`CASE WHEN ?2::bigint > 0 THEN ST_SetSRID(ST_MakePoint(?2::bigint, 0), 4326) END, nullif(?3, ''), ?4, nullif(?5, ''), ?6::text::date, ?7)`,
			int64(c.last), int64(m.point), m.role, m.name, m.source, m.date, m.confidence)
	}
}

func (c *counted) remove() {
	fid := 1 + c.random.IntN(c.last)
	delete(c.rows, fid)
	c.run(`DELETE FROM mentions WHERE fid = ?`, int64(fid))
}

func (c *counted) edit() {
	fid := 1 + c.random.IntN(c.last)
	m, is := c.rows[fid]
	if !is {
		return
	}
	m.source, m.confidence = "z", .25
	c.rows[fid] = m
	c.run(`UPDATE mentions SET source = 'z', confidence = .25 WHERE fid = ?`, int64(fid))
}

// group identifies rows that are counted together.
type group struct {
	n, fid      int
	first, last string
}

// groups counts the rows with fids in (low, high], except at points marked as changed, by
// point/role/name.
func (c *counted) groups(low, high int, changed map[string]bool) map[string]group {
	all := map[string]group{}
	for fid, m := range c.rows {
		if fid <= low || fid > high || changed[fmt.Sprint(m.point)] {
			continue
		}
		key := fmt.Sprintf("%d/%s/%s", m.point, m.role, m.name)
		g, is := all[key]
		if !is {
			g = group{0, fid, m.date, m.date}
		}
		all[key] = group{g.n + 1, min(g.fid, fid), min(g.first, m.date), max(g.last, m.date)}
	}
	return all
}

func written(all map[string]group) (lines []string) {
	for key, g := range all {
		lines = append(lines, fmt.Sprintf("%s %d %d %s %s", key, g.n, g.fid, g.first, g.last))
	}
	slices.Sort(lines)
	return lines
}

const (
	asPoint = `coalesce(ST_X(geom), 0)::text`
	asGroup = `SELECT ` + asPoint + ` || '/' || coalesce(role, '') || '/' || name || ' ' || n || ' ' || fid || ' ' || first || ' ' || last FROM `
)

// check compares all counts with the rows.
func (c *counted) check(at string) {
	c.t.Helper()
	low, changes := 0, map[string]bool{}
	for _, part := range c.lines(`SELECT lpad(low::text, 5) || ' ' || high FROM dateline_counted`) {
		var from, to int
		if _, err := fmt.Sscan(part, &from, &to); err != nil || from != low {
			c.t.Fatalf("%s: a part %s behind %d: %v", at, part, low, err)
		}
		changed := map[string]bool{}
		for _, point := range c.lines(fmt.Sprintf(`SELECT DISTINCT %s FROM dateline_uncounted WHERE fid > %d AND fid <= %d`, asPoint, from, to)) {
			changed[point], changes[point] = true, true
		}
		got := slices.DeleteFunc(c.lines(fmt.Sprintf(asGroup+`dateline_counts WHERE high = %d`, to)), func(s string) bool { return changed[s[:1]] })
		if want := written(c.groups(from, to, changed)); !slices.Equal(got, want) {
			c.t.Errorf("%s: part %s has\n%s, want\n%s", at, part, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
		low = to
	}
	got := slices.DeleteFunc(c.lines(asGroup+`dateline_totals`), func(s string) bool { return changes[s[:1]] })
	if want := written(c.groups(0, low, changes)); !slices.Equal(got, want) {
		c.t.Errorf("%s: totals up to %d\n%s, want\n%s", at, low, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	c.checkValues(at, low)
	if faults := c.faults(); len(faults) > 0 {
		c.t.Errorf("%s: %q", at, faults)
	}
}

func (c *counted) checkValues(at string, high int) {
	c.t.Helper()
	n := map[string]int{}
	for fid, m := range c.rows {
		if fid <= high {
			n["source/"+m.role+"/"+m.source]++
			n[fmt.Sprintf("confidence/%s/%v", m.role, m.confidence)]++
		}
	}
	var want []string
	for value, n := range n {
		want = append(want, fmt.Sprint(value, " ", n))
	}
	slices.Sort(want)
	changed := fmt.Sprintf(`role, %%s, n FROM dateline_uncounted WHERE fid <= %d`, high)
	got := c.lines(`SELECT property || '/' || coalesce(role, '') || '/' || coalesce(value, '') || ' ' || sum(n) FROM (SELECT property, role, value, n FROM dateline_values
		UNION ALL SELECT 'source', ` + fmt.Sprintf(changed, "source") + ` UNION ALL SELECT 'confidence', ` + fmt.Sprintf(changed, "confidence::text") + `) x GROUP BY property, role, value HAVING sum(n) <> 0`)
	if !slices.Equal(got, want) {
		c.t.Errorf("%s: values %q, want %q", at, got, want)
	}
}

// faults are the differences that Check reports.
func (c *counted) faults() (all []string) {
	c.t.Helper()
	err := c.db.ReadTx(c.t.Context(), func(tx *postgres.Tx) error {
		return c.columns.Check(tx, func(s string) { all = append(all, s) })
	})
	if err != nil {
		c.t.Fatal(err)
	}
	return all
}

// TestStep: whatever is stored, deleted and edited between steps, the counts equal the rows except
// at points marked as changed; after the last step, everywhere.
func TestStep(t *testing.T) {
	c := newCounted(t, 5, 3, 0)
	c.insert(12)
	for i := range 24 {
		at := "insert"
		switch c.random.IntN(4) {
		case 0:
			c.insert(1 + c.random.IntN(9))
		case 1:
			at = "delete"
			c.remove()
		case 2:
			at = "edit"
			c.edit()
		default:
			at = "step"
			c.step(c.random.IntN(2) == 0)
		}
		c.check(fmt.Sprintf("%d, %s", i, at))
	}
	for c.step(true) {
	}
	c.check("end")
	if left := c.lines(`SELECT fid::text FROM dateline_uncounted WHERE fid <= (SELECT max(high) FROM dateline_counted)`); len(left) > 0 {
		t.Errorf("left uncounted: %v", left)
	}
	if high := c.lines(`SELECT max(high)::text FROM dateline_counted`)[0]; high != fmt.Sprint(c.last/5*5) {
		t.Errorf("counted up to %s of %d", high, c.last)
	}
	if wide := c.lines(`SELECT high::text FROM dateline_counted WHERE high - low = 15`); len(wide) != c.last/15 {
		t.Errorf("parts %v were joined of %d rows", wide, c.last)
	}
}

// TestGiveUp: if few mentions share a point, counting stops, and existing counts remain.
func TestGiveUp(t *testing.T) {
	c := newCounted(t, 5, 3, 5)
	for range 5 {
		c.last++
		c.rows[c.last] = mention{1, "", "A", "", "2020-01-01", .5}
		c.run(`INSERT INTO mentions (fid, id, article, start, "end", geom, name, date, confidence) VALUES (?1, ?1::bigint::text, 'a', 0, 1, ST_SetSRID(ST_MakePoint(1, 0), 4326), 'A', '2020-01-01', .5)`, int64(c.last))
	}
	for c.step(true) {
	}
	c.insert(20)
	for c.step(true) {
	}
	c.check("given up")
	if got := c.lines(`SELECT given_up || ' ' || (SELECT string_agg(high::text, ' ') FROM dateline_counted) FROM dateline_counting`); got[0] != "true 5" {
		t.Errorf("given up, parts: %q", got)
	}
	c.run(`DELETE FROM mentions WHERE fid = 2`)
	delete(c.rows, 2)
	c.check("deleted")
	for c.step(true) {
	}
	c.check("counted again")
}

// TestCheck: wrong counts are reported.
func TestCheck(t *testing.T) {
	c := newCounted(t, 5, 3, 0)
	c.insert(23)
	for c.step(true) {
	}
	c.check("sound")
	for _, sql := range []string{
		`UPDATE dateline_totals SET n = n + 1 WHERE ctid = (SELECT min(ctid) FROM dateline_totals)`,
		`UPDATE dateline_totals SET alike = 0 WHERE ctid = (SELECT min(ctid) FROM dateline_totals)`,
		`DELETE FROM dateline_totals WHERE ctid = (SELECT max(ctid) FROM dateline_totals)`,
		`UPDATE dateline_counts SET days = set_byte(days, 3, 255 - get_byte(days, 3)) WHERE ctid = (SELECT min(ctid) FROM dateline_counts WHERE high = 15)`,
		`UPDATE dateline_counts SET last = last + 1 WHERE ctid = (SELECT min(ctid) FROM dateline_counts WHERE high = 20)`,
		`DELETE FROM dateline_counts WHERE high = 20`,
		`DELETE FROM dateline_counted WHERE high = 15`,
		`UPDATE dateline_values SET n = n + 1`,
		`DELETE FROM dateline_values WHERE property = 'confidence'`,
		`UPDATE dateline_dates SET n = n + 1 WHERE high = 5`,
		`UPDATE dateline_dates SET high = 5 WHERE high = 10`,
	} {
		faults, undone := 0, errors.New("undone")
		err := c.db.WriteTx(t.Context(), func(tx *postgres.Tx) error {
			if err := tx.Run(sql); err != nil {
				return err
			}
			if err := c.columns.Check(tx, func(string) { faults++ }); err != nil {
				return err
			}
			return undone
		})
		if faults == 0 || !errors.Is(err, undone) {
			t.Errorf("%s: %d faults, %v", sql, faults, err)
		}
	}
	c.check("as before")
}
