package postgis_test

import (
	"cmp"
	"context"
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"testing"

	"dateline/archive"
	"dateline/archive/postgres/postgrestest"
	"dateline/corpus"
	"dateline/document"
	"dateline/document/correction"
	"dateline/document/documenttest"
	"dateline/query"
	"dateline/schema"
	"dateline/server/api"
	"dateline/server/servertest"
	"dateline/view"
)

// TestPagingOverServers follows next links, each on another server of one database: one that has
// followed all changes, one just started, and one of the other engine. Between the pages, articles
// are removed (among them that of the page's last mention), corrected and added. A feature that
// exists throughout appears exactly once.
func TestPagingOverServers(t *testing.T) {
	p := newPaging(t)
	var walks []*walk
	for _, path := range []string{"mentions/items?limit=50", "mentions/items?limit=60&sortby=-name,confidence", "places/items?limit=25", "places/items?limit=25&sortby=name",
		"fronts/items?limit=1", "events/items?limit=30", "events/items?limit=30&sortby=date", "articles/items?limit=3", "articles/items?limit=3&sortby=-title"} {
		walks = append(walks, &walk{path: "/collections/" + path, all: "/collections/" + path[:strings.Index(path, "?")] + "?limit=10000", came: map[string]int{}})
	}
	for n := 0; n < 60; n++ {
		h, last, more := p.server(t, n), "", false
		for _, w := range walks {
			if w.stay(t, h); w.path != "" {
				page := w.step(t, h)
				last, more = cmp.Or(last, page[len(page)-1]), more || w.path != ""
			}
		}
		if !more {
			break
		}
		p.change(t, n, last)
	}
	for _, w := range walks {
		for _, id := range w.stayed {
			if isCorrected := strings.HasPrefix(id, p.corrected); w.came[id] != 1 && !(isCorrected && w.came[id] == 2) {
				t.Errorf("%s: %s was there all the time and came %d times", w.all, id, w.came[id])
			}
		}
		if len(w.stayed) < 3 || w.steps < 5 || w.path != "" {
			t.Errorf("%s: %d pages, %d stayed", w.all, w.steps, len(w.stayed))
		}
	}
}

// walk is the state of following pages.
type walk struct {
	path, all string // of the next page, empty after the last; of everything
	stayed    []string
	came      map[string]int
	steps     int
}

// stay notes which features have existed throughout.
func (w *walk) stay(t *testing.T, h http.Handler) {
	t.Helper()
	now := ids(t, servertest.Get(t, h, w.all))
	if w.steps == 0 {
		w.stayed = now
	}
	w.stayed = slices.DeleteFunc(w.stayed, func(id string) bool { return !slices.Contains(now, id) })
}

// step reads a page.
func (w *walk) step(t *testing.T, h http.Handler) []string {
	t.Helper()
	body := servertest.Get(t, h, w.path)
	page := ids(t, body)
	for _, id := range page {
		w.came[id]++
	}
	w.path = next(t, body)
	w.steps++
	return page
}

// ids returns the ids of the features of a page.
func ids(t *testing.T, body string) (ids []string) {
	t.Helper()
	var page struct{ Features []struct{ ID string } }
	if err := json.Unmarshal([]byte(body), &page); err != nil {
		t.Fatalf("%v: %.300s", err, body)
	}
	for _, f := range page.Features {
		ids = append(ids, f.ID)
	}
	return ids
}

// paging is a database and a server that follows it.
type paging struct {
	address   string
	docs      []document.Document
	followed  *corpus.Corpus
	corrected string // an article
}

func newPaging(t *testing.T) *paging {
	t.Helper()
	p := &paging{address: postgrestest.New(t), docs: documenttest.New(31).Documents(0, 36)}
	if _, _, err := archive.Migrate(t.Context(), p.address); err != nil {
		t.Fatal(err)
	}
	p.followed = p.open(t, corpus.Open)
	if _, err := p.followed.Put(t.Context(), p.docs); err != nil {
		t.Fatal(err)
	}
	return p
}

func (p *paging) open(t *testing.T, how func(context.Context, string, view.Names) (*corpus.Corpus, error)) *corpus.Corpus {
	t.Helper()
	c, err := how(context.Background(), p.address, names())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

// server returns the server for the nth page.
func (p *paging) server(t *testing.T, n int) http.Handler {
	t.Helper()
	c := p.followed
	switch n % 3 {
	case 1:
		c = p.open(t, corpus.Open)
	case 2:
		c = p.open(t, corpus.OpenRemote)
	}
	return servertest.New(t, nil, func(x *api.Config) {
		x.View, x.Limits.ClientSteps = c.View, -1
	})
}

// change changes the archive after the nth page; id is its last feature.
func (p *paging) change(t *testing.T, n int, last string) {
	t.Helper()
	var err error
	article, _, _ := strings.Cut(last, "-")
	switch n {
	case 0, 4, 8:
		_, err = p.followed.Remove(t.Context(), archive.Removal{Articles: []string{article, p.docs[n].ID}})
	case 1, 5, 7:
		_, err = p.followed.Put(t.Context(), documenttest.New(32).Documents(40+n, 2))
	case 2: // it moves to the end, where items already seen may appear again
		d := &p.docs[12]
		p.corrected = d.ID
		_, err = p.followed.Correct(t.Context(), []correction.Correction{{
			By: "ann", At: "2026-01-01T00:00:00.000Z", Article: d.ID, Of: correction.Mention, Quote: d.Mentions[0].Phrase,
			Change: correction.Change{Place: &correction.Place{ID: "x1", Name: "Elsewhere", Lat: 36.5, Lon: 37.5}},
		}})
	case 3:
		_, err = p.followed.Remove(t.Context(), archive.Removal{Articles: []string{p.docs[0].ID, p.docs[1].ID, p.docs[17].ID}})
	}
	if err != nil {
		t.Fatal(err)
	}
}

// TestStrangePosition: a cursor with text that no database can store is refused with the reason.
func TestStrangePosition(t *testing.T) {
	e := newEngines(t, documenttest.New(33).Documents(0, 2), nil)
	order, err := query.ParseOrder("name", query.Fields(&schema.Collections()[0]))
	if err != nil {
		t.Fatal(err)
	}
	position := order.WriteCursor(query.Cursor{Values: []any{"a\x00b"}})
	w := servertest.Ask(e.postgis, "/collections/mentions/items?sortby=name&position="+position)
	if w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), "U+0000") || !strings.Contains(w.Body.String(), "begin again") {
		t.Errorf("%d: %s", w.Code, w.Body)
	}
}
