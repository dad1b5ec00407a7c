package corpus_test

import (
	"fmt"
	"strings"
	"testing"

	"dateline/archive"
	"dateline/corpus"
	"dateline/corpus/corpustest"
	"dateline/document"
	"dateline/document/documenttest"
	"dateline/query"
	"dateline/schema"
	"dateline/view"
)

// printed returns documents of which each outlet prints the text of the last but one, so that there
// are two stories, each copy with its own headline and last sentence.
func printed(n int) []document.Document {
	texts := [...]string{
		"government warplanes bombed the outskirts of a town in the north and killed people, rescuers said, while others were brought to a hospital near the border that could not take in all of them",
		"talks on a truce went on in the capital for days and nobody who took part would say what they were about or whether anything had been agreed when the last of the guests left the hall",
	}
	docs := documenttest.New(17).Documents(0, n)
	for i := range docs {
		d := &docs[i]
		d.Source, d.Published, d.Title = fmt.Sprint("Outlet ", i/2%5), fmt.Sprintf("2020-01-%02d", 1+i/4), ""
		d.Text = texts[i%2] + "\n" + fmt.Sprintf("The outlet %d reports", i) + strings.Repeat(".", 1000)
		d.Mentions, d.Fronts, d.Events = d.Mentions[:min(len(d.Mentions), 5)], nil, nil
	}
	return docs
}

// TestStories: a View has the same stories however it was made: step by step, with the first
// article of a story removed and restored after the others, from a snapshot, from the file.
func TestStories(t *testing.T) {
	docs, dir := printed(24), t.TempDir()
	c, err := corpus.Open(t.Context(), dir, view.Names{})
	if err != nil {
		t.Fatal(err)
	}
	for i := range docs {
		corpustest.Put(t, c, docs[i:i+1])
		shows(t, c.View(), docs[:i+1])
	}
	articles := corpustest.Layer(t, c.View(), schema.Articles)
	first := articles.At(2)
	if got := first.Property("story"); got != docs[0].ID || first.Property("also_in") != "Outlet 0; Outlet 2; Outlet 3; Outlet 4" {
		t.Errorf("%s", first.JSON())
	}
	if p, err := articles.Page(t.Context(), &query.Query{NoCopies: true}, nil, nil, 100); err != nil || p.Matched != 4 {
		t.Errorf("%d stories, %v", p.Matched, err)
	}
	if _, err := c.Remove(t.Context(), archive.Removal{Articles: []string{docs[0].ID, docs[5].ID}}); err != nil {
		t.Fatal(err)
	}
	shows(t, c.View(), without(docs, docs[0].ID, docs[5].ID))
	if _, err := c.Undo(t.Context(), []string{docs[0].ID}); err != nil {
		t.Fatal(err)
	}
	left := append(without(docs, docs[0].ID, docs[5].ID), docs[0])
	shows(t, c.View(), left)
	if err := c.WriteSnapshot(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	c = corpustest.Open(t, dir)
	shows(t, c.View(), left)
	if _, err := c.Remove(t.Context(), archive.Removal{Articles: []string{docs[1].ID}}); err != nil {
		t.Fatal(err)
	}
	shows(t, c.View(), without(left, docs[1].ID))
	shows(t, corpustest.Open(t, dir).View(), without(left, docs[1].ID))
}

// TestStoryOfANewerText: an article leaves its story if its newer text is no longer a copy.
func TestStoryOfANewerText(t *testing.T) {
	docs, c := printed(4), corpustest.Open(t, t.TempDir())
	corpustest.Put(t, c, docs)
	docs[0].Text = strings.Repeat("A correction says that none of what was reported before has happened at all. ", 40)
	corpustest.Put(t, c, docs[:1])
	shows(t, c.View(), append(docs[1:], docs[0]))
}

// TestIncidentsCountStories: an incident reported by two stories has two reports, however many
// outlets and articles carry them, in whatever order they arrive.
func TestIncidentsCountStories(t *testing.T) {
	docs, c := printed(6), corpustest.Open(t, t.TempDir())
	id, name, day, town, at := "gn1", "Morek", "2020-01-01", "town", 36.0
	for i := range docs {
		docs[i].Events = []document.Event{{
			Start: 11, End: 20, Trigger: "warplanes", Type: "air_strike", Status: "reported", Date: &day, DatePrecision: "day", DateFrom: "text",
			Places: []document.EventPlace{{Start: 30, End: 35, Place: &id, Name: &name, Lat: &at, Lon: &at, Precision: &town}}, Confidence: 1,
		}}
	}
	counts := func(want string) {
		t.Helper()
		shows(t, c.View(), docs)
		layer, got := corpustest.Layer(t, c.View(), schema.Incidents), ""
		for f := range layer.All() {
			got += fmt.Sprint(f.Property("reports"), f.Property("stories"), f.Property("articles"))
		}
		if p, err := layer.Page(t.Context(), &query.Query{NoCopies: true}, nil, nil, 100); got != want || err != nil || p.Matched != 1 {
			t.Errorf("reports, stories and articles %s, want %s; %d without copies, %v", got, want, p.Matched, err)
		}
	}
	all := docs
	for i, want := range []string{"1 1 1", "2 2 2", "2 2 3", "2 2 4", "2 2 5", "2 2 6"} {
		docs = all[:i+1]
		corpustest.Put(t, c, docs[i:])
		counts(want)
	}
	for _, gone := range []struct {
		article int
		left    string
	}{{0, "2 2 5"}, {1, "2 2 4"}, {2, "2 2 3"}, {4, "1 1 2"}, {5, "1 1 1"}} {
		if _, err := c.Remove(t.Context(), archive.Removal{Articles: []string{all[gone.article].ID}}); err != nil {
			t.Fatal(err)
		}
		docs = without(docs, all[gone.article].ID)
		counts(gone.left)
	}
}
