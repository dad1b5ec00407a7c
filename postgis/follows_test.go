package postgis_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/url"
	"strings"
	"testing"

	"dateline/archive"
	"dateline/corpus"
	"dateline/document"
	"dateline/document/documenttest"
	"dateline/document/rows"
	"dateline/postgis"
	"dateline/schema"
	"dateline/server/servertest"

	"github.com/jackc/pgx/v5"
)

// told adds events of a war to documents: who took which place from whom, within some weeks. Every
// fourth document has a copy in another outlet.
func told(docs []document.Document) []document.Document {
	r := rand.New(rand.NewPCG(7, 7))
	who := []string{"the army", "government forces", "rebels", "Hay'at Tahrir al-Sham", "Islamic State", "militants", "Kurdish forces", "Free Syrian Army"}
	named := func() *string {
		if r.IntN(5) == 0 {
			return nil
		}
		s := who[r.IntN(len(who))]
		return &s
	}
	types, statuses := schema.EventTypes(), schema.EventStatuses()
	for i := range docs {
		d := &docs[i]
		day := 10 + r.IntN(16)
		d.Published = fmt.Sprintf("2019-08-%02d", day)
		for k := range d.Events {
			e := &d.Events[k]
			e.Type, e.Status = types[r.IntN(6)], statuses[r.IntN(3)%2]
			if r.IntN(2) == 0 {
				e.Type = []string{"capture", "control", "withdrawal"}[r.IntN(3)]
			}
			date := fmt.Sprintf("2019-08-%02d", max(1, day-r.IntN(3)))
			e.Date, e.DatePrecision, e.DateFrom = &date, "day", []string{"text", "published"}[r.IntN(2)]
			switch r.IntN(12) {
			case 0:
				e.Date, e.DatePrecision, e.DateFrom = nil, "", ""
			case 1:
				e.DatePrecision = "month"
			}
			e.Agent, e.Target, e.Holder, e.From = named(), named(), named(), named()
			if r.IntN(3) == 0 {
				e.Source = named()
			}
			for p := range e.Places {
				if precision := []string{"site", "district"}[r.IntN(2)]; r.IntN(4) == 0 {
					e.Places[p].Precision = &precision
				}
			}
		}
	}
	for i := 0; i < len(docs); i += 4 {
		if docs[i].Text == "" {
			continue
		}
		for n := range 1 + r.IntN(2) {
			c := docs[i]
			c.ID, c.Source, c.URL, c.Canonical, c.GUID = fmt.Sprintf("%016x", 0xc0b1e5<<20+i*4+n), fmt.Sprint("Copier ", n), "", "", ""
			docs = append(docs, c)
		}
	}
	return docs
}

// TestEnginesAgreeOnWhatFollows asks for incidents, control and contact, and for features without
// copies, in a small region with many reports.
func TestEnginesAgreeOnWhatFollows(t *testing.T) {
	source := documenttest.New(30)
	source.Places = 150
	e := newEngines(t, told(append(sampleDocuments(t), source.Documents(0, 60)...)), nil)
	if body := servertest.Get(t, e.memory, "/collections/contact/items"); strings.Contains(body, `"numberMatched":0,`) {
		t.Fatal("nobody faces anybody")
	}
	for _, id := range collections() {
		least := .5
		if id == schema.Contact {
			least = .3
		}
		t.Run(id, func(t *testing.T) {
			e.part(t, least, func(t *testing.T) {
				e.follows(t, id)
			})
		})
	}
}

// views compares the database's views of derived collections with the answers of servers.
func (e *engines) views(t *testing.T) {
	t.Helper()
	c, err := pgx.Connect(t.Context(), e.address)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close(t.Context())
	for _, id := range []string{schema.Incidents, schema.Control, schema.Contact} {
		var got [][2]string
		rows, err := c.Query(t.Context(), "SELECT id, to_char(date, 'YYYY-MM-DD') FROM dateline."+id+" ORDER BY fid")
		if err != nil {
			t.Fatal(err)
		}
		for rows.Next() {
			var r [2]string
			if err := rows.Scan(&r[0], &r[1]); err != nil && id != schema.Incidents { // whose date may be null
				t.Fatal(err)
			}
			got = append(got, r)
		}
		var want struct {
			Features []struct {
				ID         string
				Properties struct{ Date string }
			}
		}
		if err := json.Unmarshal([]byte(servertest.Get(t, e.memory, "/collections/"+id+"/items?limit=10000")), &want); err != nil {
			t.Fatal(err)
		}
		if len(got) != len(want.Features) {
			t.Fatalf("%s: %d rows, want %d", id, len(got), len(want.Features))
		}
		for i, f := range want.Features {
			if got[i] != [2]string{f.ID, f.Properties.Date} {
				t.Fatalf("%s %d: %q, want %q", id, i, got[i], f)
			}
		}
		uncommented := 0
		if err := c.QueryRow(t.Context(), `SELECT count(*) FROM pg_attribute WHERE attrelid = ('dateline.' || $1)::regclass AND attnum > 3 AND col_description(attrelid, attnum) IS NULL`, id).Scan(&uncommented); err != nil || uncommented > 0 {
			t.Errorf("%s: %d columns without a comment, %v", id, uncommented, err)
		}
	}
	days := 0
	if err := c.QueryRow(t.Context(), `SELECT count(*) FROM dateline.made WHERE at IS NOT NULL`).Scan(&days); err != nil || days != 4 {
		t.Errorf("%d of 4 views say when they were made, %v", days, err)
	}
}

func (e *engines) follows(t *testing.T, id string) {
	for _, q := range []string{"", "&copies=none", "&datetime=2019-08-15", "&datetime=2019-08-12/2019-08-20&copies=none", "&bbox=36,33,39,36", "&sortby=-date", "&datetime=../2019-08-14"} {
		e.pages(t, "/collections/"+id+"/items?limit=25"+q)
		e.ask(t, "/tiles/"+id+"/6/38/25.mvt?"+strings.TrimPrefix(q, "&"))
	}
	for _, c := range schema.Collections() {
		if c.ID != id {
			continue
		}
		for _, p := range c.Properties {
			e.ask(t, "/collections/"+id+"/items?limit=40&properties="+p.Name+"&sortby="+p.Name)
			e.ask(t, "/collections/"+id+"/items?limit=9&copies=none&sortby=-"+p.Name+",date&filter="+url.QueryEscape(p.Name+" IS NOT NULL"))
		}
	}
}

// open returns an Engine for a database.
func open(t *testing.T, address string) *postgis.Engine {
	t.Helper()
	a, err := archive.Open(rows.DefaultModel(), address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	x, err := postgis.Open(a, names())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(x.Close)
	return x
}

// keep refreshes the derived collections, with few events in memory at a time.
func keep(t *testing.T, address string) {
	t.Helper()
	x := open(t, address)
	x.Hold(30)
	if err := x.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// TestEnginesFollowChanges: derived collections are equal after articles were added, removed and
// corrected, whichever part was recomputed.
func TestEnginesFollowChanges(t *testing.T) {
	source := documenttest.New(31)
	source.Places = 25
	docs := told(source.Documents(0, 60))
	var c *corpus.Corpus
	e := newEngines(t, docs[:20], func(of *corpus.Corpus) { c = of })
	for round := range 6 {
		if _, err := c.Put(t.Context(), docs[20+5*round:25+5*round]); err != nil {
			t.Fatal(err)
		}
		if _, err := c.Remove(t.Context(), archive.Removal{Articles: []string{docs[round*2].ID, docs[20+3*round].ID}}); err != nil {
			t.Fatal(err)
		}
		if round%2 == 1 {
			keep(t, e.address)
		}
		e.reopen(t)
		for _, id := range []string{schema.Incidents, schema.Control, schema.Contact, schema.Articles} {
			for _, q := range []string{"limit=5000", "limit=5000&copies=none"} {
				e.ask(t, "/collections/"+id+"/items?"+q)
			}
		}
		if t.Failed() {
			t.Fatalf("round %d", round)
		}
	}
	keep(t, e.address)
	e.views(t)
	if got := servertest.Get(t, e.postgis, "/collections/incidents/items?limit=1"); !strings.Contains(got, `"numberReturned":1`) {
		t.Error(got)
	}
}
