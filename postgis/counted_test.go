package postgis_test

import (
	"fmt"
	"net/url"
	"strings"
	"testing"

	"dateline/archive"
	"dateline/corpus"
	"dateline/document"
	"dateline/document/correction"
	"dateline/document/documenttest"
	"dateline/schema"
	"dateline/server"

	"github.com/jackc/pgx/v5"
)

// newCounted is newEngines for an archive with counts, in ranges so short that there are parts of
// both sizes, and which is changed afterwards.
func newCounted(t *testing.T, docs []document.Document, change func(*corpus.Corpus), configure ...func(*server.Config)) *engines {
	t.Helper()
	address := newDatabase(t)
	ask(t, address, `UPDATE dateline_archive.dateline_counting SET step = 50, wide = 4, shared = 0 RETURNING 1`)
	e := newEnginesAt(t, address, docs, func(c *corpus.Corpus) {
		count(t, address)
		if change != nil {
			change(c)
		}
	}, configure...)
	if parts := ask(t, address, `SELECT count(*) FROM dateline_archive.dateline_counted`); parts < 3 {
		t.Fatalf("%d parts are counted", parts)
	}
	return e
}

// count counts all mentions.
func count(t *testing.T, address string) {
	t.Helper()
	if _, _, err := archive.Migrate(t.Context(), address); err != nil {
		t.Fatal(err)
	}
}

// ask returns the number that a query returns.
func ask(t *testing.T, address, sql string) (n int) {
	t.Helper()
	c, err := pgx.Connect(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close(t.Context())
	if err := c.QueryRow(t.Context(), sql).Scan(&n); err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
	return n
}

const uncounted = `SELECT count(*) FROM dateline_archive.dateline_uncounted`

// TestCounted compares answers of an archive with counts: after rows were added, after articles
// were removed and corrected, and after these were counted again.
func TestCounted(t *testing.T) {
	docs := append(sampleDocuments(t), documenttest.New(24).Documents(0, 60)...)
	removed := []string{docs[0].ID, docs[9].ID, docs[30].ID, docs[59].ID}
	change := func(c *corpus.Corpus) {
		if _, err := c.Remove(t.Context(), archive.Removal{Articles: removed}); err != nil {
			t.Fatal(err)
		}
		moved := correction.Change{Place: &correction.Place{ID: "x1", Name: "Elsewhere", Lat: 36.1234565, Lon: 37.5}}
		if _, err := c.Correct(t.Context(), []correction.Correction{{By: "ann", At: "2026-01-01T00:00:00.000Z", Of: correction.Name, Quote: docs[3].Mentions[0].Phrase, Change: moved}}); err != nil {
			t.Fatal(err)
		}
		if _, err := c.Put(t.Context(), documenttest.New(25).Documents(0, 5)); err != nil {
			t.Fatal(err)
		}
	}
	for name, then := range map[string]func(*corpus.Corpus){"new": nil, "changed": change, "counted again": change} {
		t.Run(name, func(t *testing.T) {
			e := newCounted(t, docs, then)
			if name == "counted again" {
				count(t, e.address)
			}
			if changed := ask(t, e.address, uncounted); (changed > 0) != (name == "changed") {
				t.Errorf("%d rows have changed", changed)
			}
			e.part(t, .4, e.counted)
			if faults := check(t, e.address); len(faults) > 0 {
				t.Error(faults)
			}
		})
	}
}

// TestCountedStrictly: with Strict, bbox selects features without geometry too, and datetime those
// without date.
func TestCountedStrictly(t *testing.T) {
	e := newCounted(t, documenttest.New(26).Documents(0, 40), nil, func(c *server.Config) { c.Strict = true })
	e.part(t, .4, e.counted)
}

// counted asks for what counts answer: numbers by box and by time, tiles of all zooms, sums and
// facets, with filters by properties of groups.
func (e *engines) counted(t *testing.T) {
	r := newAskers(7)[0]
	for range 50 {
		q := url.Values{}
		if r.IntN(3) > 0 {
			q.Set("bbox", r.box())
		}
		if r.IntN(2) == 0 {
			q.Set("datetime", of(r, r.day(), "../"+r.day(), r.day()+"/..", "2015-01-01/2019-06-30", "2018-02-01/2018-02-28"))
		}
		if r.IntN(2) == 0 {
			q.Set("filter", of(r, "role <> 'anchor'", "(role IS NULL OR role NOT IN ('metonym','dateline'))", "kind LIKE 'P%'", "place IS NULL", "precision = 'town' AND language = 'en'",
				"country = 'Syria' OR admin1 = 'Hama'", "name = 'Idlib'", "role = 'anchor'", "date_precision = 'month'", "place = 'x1'"))
		}
		at, asked := "/collections/"+schema.Mentions, q.Encode()
		e.pages(t, at+"/items?limit="+of(r, "0", "1", "30")+"&"+asked)
		e.ask(t, at+"/facets?"+asked)
		e.ask(t, at+"/sums?by="+of(r, "place,day", "place,week", "place,month", "place,year")+"&date="+of(r, "event", "published")+"&"+asked)
		zoom := r.IntN(12)
		west, south, east, north := tileSpan(zoom)
		x, y := west+r.IntN(east-west+1), north+r.IntN(south-north+1)
		q.Del("datetime")
		e.ask(t, fmt.Sprintf("/tiles/mentions/%d/%d/%d.mvt?%s", zoom, x, y, of(r, "", q.Encode())))
		e.ask(t, fmt.Sprintf("/collections/mentions/tiles/WorldCRS84Quad/%d/%d/%d?%s", zoom, y/2, x, q.Encode()))
	}
	for zoom := range 7 {
		west, south, east, north := tileSpan(zoom)
		for x := west; x <= east; x++ {
			for y := north; y <= south; y++ {
				e.ask(t, fmt.Sprintf("/tiles/mentions/%d/%d/%d.mvt", zoom, x, y))
			}
		}
	}
	for _, path := range []string{"/collections/mentions", "/collections/mentions/items?limit=7", "/collections/mentions/sums?by=place,week", "/collections/mentions/facets", "/?f=html", "/preview.png", "/preview.png?time=2019-08-01/2019-08-31"} {
		e.ask(t, path)
	}
}

// check returns the faults of an archive.
func check(t *testing.T, address string) (faults []string) {
	t.Helper()
	if _, err := archive.Verify(t.Context(), address, archive.VerifyHandler{Fault: func(s string) { faults = append(faults, s) }}); err != nil {
		t.Fatal(err)
	}
	return faults
}

// TestCheckCounts: check reports counts that differ from the rows, and Recount corrects them.
func TestCheckCounts(t *testing.T) {
	e := newCounted(t, documenttest.New(27).Documents(0, 30), nil)
	for sql, want := range map[string]string{
		`UPDATE dateline_archive.dateline_totals SET n = n + 1 WHERE place = (SELECT min(place) FROM dateline_archive.dateline_totals) RETURNING 1`:                                         "the totals of mentions differ",
		`UPDATE dateline_archive.dateline_counts SET days = overlay(days PLACING '\\x07'::bytea FROM 4) WHERE high = (SELECT min(high) FROM dateline_archive.dateline_counted) RETURNING 1`: "the counts of mentions with fid 1 to",
		`DELETE FROM dateline_archive.dateline_counts WHERE high = (SELECT max(high) FROM dateline_archive.dateline_counted) RETURNING 1`:                                                   "0 are counted",
		`DELETE FROM dateline_archive.dateline_counted WHERE low = 0 RETURNING 1`:                                                                                                           "lack a part",
		`UPDATE dateline_archive.dateline_values SET n = 0 WHERE property = 'source' RETURNING 1`:                                                                                           "by source",
		`UPDATE dateline_archive.dateline_dates SET n = n + 1 WHERE high = (SELECT min(high) FROM dateline_archive.dateline_counted) RETURNING 1`:                                           "by date",
		`UPDATE dateline_archive.dateline_totals SET "candidates" = 99 WHERE place = (SELECT max(place) FROM dateline_archive.dateline_totals) RETURNING 1`:                                 "the totals of mentions differ",
	} {
		ask(t, e.address, sql)
		if faults := check(t, e.address); len(faults) == 0 || !strings.Contains(strings.Join(faults, "\n"), want) {
			t.Errorf("%s: %q", sql, faults)
		}
		if err := archive.Recount(t.Context(), e.address); err != nil {
			t.Fatal(err)
		}
		if faults := check(t, e.address); len(faults) > 0 {
			t.Errorf("counted anew: %q", faults)
		}
	}
}
