package corpustest

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"dateline/archive"
	"dateline/corpus"
	"dateline/document"
	"dateline/document/documenttest"
	"dateline/feature"
	"dateline/schema"
	"dateline/view"
)

// CheckView checks that a View is consistent: ids are found, positions hold, places count their
// mentions, and every article exists.
func CheckView(t testing.TB, v *view.View) {
	t.Helper()
	for _, l := range v.Layers() {
		for f := range l.All() {
			if found, ok := l.Feature(f.ID()); !ok || found != f {
				t.Fatalf("%s: the id %s of feature %d is missing, or at another position", l.Name, f.ID(), f.Position())
			}
		}
	}
	sums := countMentions(t, v)
	places := Layer(t, v, schema.Places)
	if places.Len() != len(sums) {
		t.Fatalf("%d places where the mentions name %d", places.Len(), len(sums))
	}
	for f := range places.All() {
		if got := countOf(f); got != sums[f.ID()] {
			t.Fatalf("place %s counts %+v, its mentions are %+v", f.ID(), got, sums[f.ID()])
		}
	}
}

// count is the counts of a place.
type count struct {
	mentions, articles int
	days               feature.Days
}

func countOf(f feature.Feature) count {
	return count{f.Property("mentions").(int), f.Property("articles").(int), f.Days()}
}

// countMentions counts the mentions of each place, and checks the counts of each article.
func countMentions(t testing.TB, v *view.View) map[string]count {
	t.Helper()
	articles, mentions := Layer(t, v, schema.Articles), Layer(t, v, schema.Mentions)
	sums, seen, perArticle := map[string]count{}, map[[2]string]bool{}, map[string]int{}
	for f := range mentions.All() {
		article := f.Property("article").(string)
		perArticle[article]++
		place, ok := f.Property("place").(string)
		if !ok || !f.HasGeometry() { // without a pin only the container is known
			continue
		}
		c := sums[place]
		c.mentions++
		if !seen[[2]string{place, article}] {
			seen[[2]string{place, article}] = true
			c.articles++
		}
		c.days = union(c.days, f.Days())
		sums[place] = c
	}
	for f := range articles.All() {
		if got := f.Property("mentions").(int); got != perArticle[f.ID()] {
			t.Fatalf("article %s says %d mentions, and has %d", f.ID(), got, perArticle[f.ID()])
		}
		delete(perArticle, f.ID())
	}
	for id := range perArticle {
		t.Fatalf("there are mentions of article %s, but no article", id)
	}
	return sums
}

func union(a, b feature.Days) feature.Days {
	switch {
	case !a.Known:
		return b
	case !b.Known:
		return a
	}
	return feature.Days{First: min(a.First, b.First), Last: max(a.Last, b.Last), Known: true}
}

func Layer(t testing.TB, v *view.View, name string) *view.Layer {
	t.Helper()
	l, ok := v.Layer(name)
	if !ok {
		t.Fatalf("no layer %s", name)
	}
	return l
}

// CheckSame checks that two Views show the same.
func CheckSame(t testing.TB, got, want *view.View) {
	t.Helper()
	CheckEach(t, got, want, func(got, want feature.Feature) {
		t.Helper()
		checkSameFeature(t, got, want)
	})
}

// CheckEach checks that two Views have one version and the same number of features, and calls
// check with each pair.
func CheckEach(t testing.TB, got, want *view.View, check func(got, want feature.Feature)) {
	t.Helper()
	if got.Version != want.Version {
		t.Errorf("version %s, want %s", got.Version, want.Version)
	}
	for i, l := range want.Layers() {
		g := got.Layers()[i]
		if g.Len() != l.Len() {
			t.Fatalf("%s: %d features, want %d", l.Name, g.Len(), l.Len())
		}
		for j := range l.Len() {
			check(g.At(j), l.At(j))
		}
	}
}

func checkSameFeature(t testing.TB, got, want feature.Feature) {
	t.Helper()
	if got.ID() != want.ID() || !bytes.Equal(got.JSON(), want.JSON()) || got.Days() != want.Days() || got.Bound() != want.Bound() ||
		!reflect.DeepEqual(got.Geometry(), want.Geometry()) {
		t.Fatalf("feature\n%s\nwant\n%s", got.JSON(), want.JSON())
	}
}

// CheckDocuments checks that an archive returns documents as stored.
func CheckDocuments(t testing.TB, a *corpus.Corpus, docs []document.Document) {
	t.Helper()
	for i := range docs {
		got, err := a.Document(docs[i].ID)
		if err != nil || got == nil {
			t.Fatalf("document %s: %v, %v", docs[i].ID, got, err)
		}
		if g, w := documenttest.Encoded(t, got), documenttest.Encoded(t, &docs[i]); !bytes.Equal(g, w) {
			t.Fatalf("document\n%s\nwant\n%s", g, w)
		}
	}
}

// CheckOneFile checks that the archive is the only file in its folder.
func CheckOneFile(t testing.TB, dir string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 1 || entries[0].Name() != archive.FileName {
		t.Errorf("left behind: %v, %v", entries, err)
	}
}

// CheckTables checks the counts in the file against its content.
func CheckTables(t testing.TB, dir string) {
	t.Helper()
	want := map[string]string{
		`PRAGMA integrity_check`: `[[ok]]`,
		`SELECT count(*) FROM articles LEFT JOIN dateline_documents d USING (fid) WHERE d.fid IS NULL`:                                               `[[0]]`,
		`SELECT count(*) FROM dateline_documents LEFT JOIN articles a USING (fid) WHERE a.fid IS NULL`:                                               `[[0]]`,
		`SELECT count(*) FROM articles a WHERE mentions <> (SELECT count(*) FROM mentions WHERE article = a.id)`:                                     `[[0]]`,
		`SELECT count(*) FROM (SELECT DISTINCT place FROM mentions WHERE place IS NOT NULL AND geom IS NOT NULL) EXCEPT SELECT count(*) FROM places`: `[]`,
		`SELECT id, mentions, articles, first, last FROM places EXCEPT
		 SELECT place, count(*), count(DISTINCT article), min(date), max(date) FROM mentions WHERE geom IS NOT NULL GROUP BY place`: `[]`,
	}
	for sql, rows := range want {
		if got := fmt.Sprint(Select(t, dir, sql)); got != rows {
			t.Errorf("%s: %s, want %s", sql, got, rows)
		}
	}
}

// CheckError checks that an error is a single line that names the file, what is wrong and what
// to do.
func CheckError(t testing.TB, err error, dir, reason string) {
	t.Helper()
	var e *archive.Error
	if !errors.As(err, &e) {
		t.Fatalf("%v is not an *archive.Error", err)
	}
	s := err.Error()
	if strings.Contains(s, "\n") || !strings.HasPrefix(s, filepath.Join(dir, archive.FileName)+": ") || e.Hint == "" {
		t.Errorf("want one line with the file and the remedy: %q", s)
	}
	if !strings.Contains(e.Reason, reason) {
		t.Errorf("%q, want %q", s, reason)
	}
}
