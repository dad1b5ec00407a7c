package postgis_test

import (
	"slices"
	"testing"

	"dateline/document/documenttest"
	"dateline/postgis"
	"dateline/query"
	"dateline/schema"
)

// TestShortPages: partial pages, which end early because reading on would cost too much, together
// have the features of one page without that limit, in the same order.
func TestShortPages(t *testing.T) {
	e := newEngines(t, documenttest.New(28).Documents(0, 40), nil)
	whole, short := open(t, e.address), open(t, e.address)
	short.Afford(1, 12)
	const none = "phrase = 'nowhere'"
	for collection, filters := range map[string][]string{
		schema.Mentions: {"source = 'Source 3'", "confidence > 0.9", none, "sentence LIKE '%a%' AND source <> 'Source 1'"},
		schema.Articles: {"title LIKE '%1%'"},
	} {
		for _, filter := range filters {
			want, full := follow(t, whole, collection, filter)
			if full != 0 || (len(want) == 0) != (filter == none) {
				t.Errorf("%s: %d features, %d pages that are not full", filter, len(want), full)
			}
			got, n := follow(t, short, collection, filter)
			if !slices.Equal(got, want) {
				t.Errorf("%s: %q, want %q", filter, got, want)
			}
			if n < 2 {
				t.Errorf("%s: %d short pages", filter, n)
			}
		}
	}
}

// follow returns the ids of the features that a filter selects, by pages of 50, and how many of
// these pages were partial.
func follow(t *testing.T, e *postgis.Engine, collection, filter string) (ids []string, short int) {
	t.Helper()
	i := slices.IndexFunc(schema.Collections(), func(c schema.Collection) bool { return c.ID == collection })
	f, err := query.ParseFilter(filter, query.Fields(&schema.Collections()[i]), query.CRS84)
	if err != nil {
		t.Fatal(err)
	}
	r, found, err := e.View("1").Reader(t.Context(), collection, nil)
	if err != nil || !found {
		t.Fatal(found, err)
	}
	for after := (*query.Cursor)(nil); ; {
		p, err := r.Page(t.Context(), &query.Query{Filter: f}, nil, after, 50)
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range p.Numbers {
			ids = append(ids, p.Features.At(n).ID())
		}
		if after = p.Last; after == nil {
			return ids, short
		}
		if len(p.Numbers) < 50 {
			short++
		}
	}
}
