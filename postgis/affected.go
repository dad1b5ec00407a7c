package postgis

import (
	"context"
	"strconv"
	"time"

	"dateline/document/rows"
	"dateline/feature"
	"dateline/incident"
	"dateline/view"

	"github.com/paulmach/orb"
)

// replaceDays recomputes the incidents that begin on a range of days.
func (t *incidentRefresh) replaceDays(ctx context.Context, d feature.Days) error {
	s := t.part(rows.Events).everything()
	s.and("p.date_precision = 'day' AND p.date BETWEEN " + s.BindDay(d.First-incident.ReachDays) + " AND " + s.BindDay(d.Last+incident.ReachDays))
	records, err := t.group(ctx, s, func(x *view.IncidentRow) bool { return x.Days.First >= d.First && x.Days.First <= d.Last })
	if err != nil {
		return err
	}
	old := &selection{}
	old.and("date_precision = 'day' AND date BETWEEN " + old.BindDay(d.First) + " AND " + old.BindDay(d.Last))
	return t.replace(old, records)
}

// undated adds the incidents of events that are not dated to a day, one for each.
func (t *incidentRefresh) undated(ctx context.Context) error {
	for last := int64(0); ; {
		var to int64
		n := 0
		for c, err := range t.tx.Rows(`SELECT count(*), coalesce(max(fid), 0) FROM (SELECT fid FROM events WHERE fid > ?1 AND (date IS NULL OR date_precision IS DISTINCT FROM 'day') ORDER BY fid LIMIT ?2) x`, last, int64(t.maxEvents)) {
			if err != nil {
				return err
			}
			n, to = int(c.Int(0)), c.Int(1)
		}
		if n == 0 {
			return nil
		}
		s := t.part(rows.Events).everything()
		s.and("p.fid > " + s.Bind(last, "bigint") + " AND p.fid <= " + s.Bind(to, "bigint") + " AND (p.date IS NULL OR p.date_precision IS DISTINCT FROM 'day')")
		records, err := t.group(ctx, s, func(*view.IncidentRow) bool { return true })
		if err == nil {
			err = t.add(records)
		}
		if err != nil {
			return err
		}
		last = to
	}
}

// zone is a set of days and of grid cells (incident.CellOf).
type zone struct {
	days  map[feature.Day]bool
	cells map[[2]int]bool
}

// around adds the days and cells within a distance of a cell on a day.
func (z *zone) around(day feature.Day, cell [2]int, days, cells int) {
	for d := -days; d <= days; d++ {
		z.days[day+feature.Day(d)] = true
	}
	for x := -cells; x <= cells; x++ {
		for y := -cells; y <= cells; y++ {
			z.cells[[2]int{cell[0] + x, cell[1] + y}] = true
		}
	}
}

func (z *zone) has(day feature.Day, cell [2]int) bool { return z.days[day] && z.cells[cell] }

// in returns a condition on the rows of a table: that they are in the zone.
func (z *zone) in(s *selection, alias string) string {
	var days []string
	for d := range z.days {
		days = append(days, d.Time().Format(time.DateOnly))
	}
	var xs, ys []int64
	for c := range z.cells {
		xs, ys = append(xs, int64(c[0])), append(ys, int64(c[1]))
	}
	per := strconv.Itoa(incident.CellsPerDegree)
	return alias + ".date = ANY (" + s.Bind(days, "text[]") + "::date[]) AND " +
		"(floor(ST_X(" + alias + ".geom) * " + per + ")::bigint, floor(ST_Y(" + alias + ".geom) * " + per + ")::bigint) IN (SELECT * FROM unnest(" + s.Bind(xs, "bigint[]") + ", " + s.Bind(ys, "bigint[]") + "))"
}

// affected recomputes the incidents that added, removed or changed articles can affect. An event
// that no longer belongs to an incident may have been in the next cell, and on the day after.
func (t *incidentRefresh) affected(ctx context.Context, articles []string) error {
	changed, loaded := &zone{map[feature.Day]bool{}, map[[2]int]bool{}}, &zone{map[feature.Day]bool{}, map[[2]int]bool{}}
	const days, cells = incident.ReachDays + 1, incident.ReachCells + 1
	for c, err := range t.tx.Rows(`SELECT ST_X(geom), ST_Y(geom), date - DATE '1970-01-01' FROM events WHERE article = ANY (?1::text[]) AND geom IS NOT NULL AND date IS NOT NULL AND date_precision = 'day'
  UNION SELECT ST_X(geom), ST_Y(geom), date - DATE '1970-01-01' FROM incidents WHERE told_by && ?1::text[] AND NOT alone`, articles) {
		if err != nil {
			return err
		}
		day, cell := feature.Day(c.Int(2)), incident.CellOf(orb.Point{c.Number(0), c.Number(1)})
		changed.around(day, cell, days, cells)
		loaded.around(day, cell, days+incident.ReachDays, cells+incident.ReachCells)
	}
	many, err := t.isMany(loaded)
	if err != nil {
		return err
	}
	if many {
		return t.onDays(ctx, changed, articles)
	}
	of := map[string]bool{}
	for _, id := range articles {
		of[id] = true
	}
	s := t.part(rows.Events).everything()
	s.and("p.fid IN (SELECT e.fid FROM events e WHERE " + loaded.in(s, "e") + " UNION SELECT e.fid FROM events e WHERE e.article = ANY (" + s.Bind(articles, "text[]") + "))")
	records, err := t.group(ctx, s, func(x *view.IncidentRow) bool {
		if x.Alone {
			return of[x.Articles[0]]
		}
		return changed.has(x.Days.First, incident.CellOf(x.Point))
	})
	if err != nil {
		return err
	}
	old := &selection{}
	old.and("fid IN (SELECT i.fid FROM incidents i WHERE NOT i.alone AND " + changed.in(old, "i") + " UNION SELECT i.fid FROM incidents i WHERE i.alone AND i.told_by && " + old.Bind(articles, "text[]") + ")")
	return t.replace(old, records)
}

// isMany reports whether a zone has too many events to hold in memory.
func (t *incidentRefresh) isMany(z *zone) (many bool, err error) {
	s := &selection{}
	sql := "SELECT count(*) FROM (SELECT 1 FROM events e WHERE " + z.in(s, "e") + " LIMIT " + strconv.Itoa(2*t.maxEvents) + ") x"
	for c, err := range t.tx.Rows(sql, s.Values...) {
		if err != nil {
			return false, err
		}
		many = int(c.Int(0)) == 2*t.maxEvents
	}
	return many, nil
}

// onDays recomputes the incidents that begin on the days of a zone, and those of the articles'
// events that are not dated to a day.
func (t *incidentRefresh) onDays(ctx context.Context, z *zone, articles []string) error {
	if err := t.eachBatch(ctx, func(d feature.Day) bool { return z.days[d] }); err != nil {
		return err
	}
	s := t.part(rows.Events).everything()
	s.and("p.article = ANY (" + s.Bind(articles, "text[]") + ") AND (p.date IS NULL OR p.date_precision IS DISTINCT FROM 'day')")
	records, err := t.group(ctx, s, func(*view.IncidentRow) bool { return true })
	if err != nil {
		return err
	}
	old := &selection{}
	old.and("alone AND date_precision IS DISTINCT FROM 'day' AND told_by && " + old.Bind(articles, "text[]"))
	return t.replace(old, records)
}

// replace replaces the selected rows by records, except those that are unchanged.
func (t *incidentRefresh) replace(old *selection, records [][]any) error {
	was := map[int64]int64{} // checksums by fid
	for c, err := range t.tx.Rows("SELECT fid, sum FROM incidents"+old.clause(), old.Values...) {
		if err != nil {
			return err
		}
		was[c.Int(0)] = c.Int(1)
	}
	var added [][]any
	var gone []int64 // includes the added: a row of the same fid may exist, on a later day
	for _, r := range records {
		fid, sum := r[0].(int64), r[len(r)-1].(int64)
		if known, is := was[fid]; is && known == sum {
			delete(was, fid)
			continue
		}
		added, gone = append(added, r), append(gone, fid)
	}
	for fid := range was {
		gone = append(gone, fid)
	}
	if err := t.tx.Run(`DELETE FROM incidents WHERE fid = ANY (?1::bigint[])`, gone); err != nil {
		return err
	}
	return t.add(added)
}
