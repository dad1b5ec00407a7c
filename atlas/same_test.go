package atlas

import (
	"bytes"
	"context"
	"reflect"
	"testing"

	"dateline/document"
	"dateline/feature"
	"dateline/schema"
)

// checkView checks that a View agrees with itself: ids are found, positions hold,
// the places count what the mentions say, and every article is there.
func checkView(t *testing.T, v *View) {
	t.Helper()
	for _, l := range v.Layers() {
		for i := range l.Len() {
			f, ok := l.Feature(l.At(i).ID())
			if !ok || f != l.At(i) {
				t.Fatalf("%s: the id %s of feature %d is not found, or elsewhere", l.Name, l.At(i).ID(), i)
			}
		}
	}
	sums := countMentions(t, v)
	places := layerOf(t, v, schema.Places)
	if places.Len() != len(sums) {
		t.Fatalf("%d places where the mentions name %d", places.Len(), len(sums))
	}
	for i := range places.Len() {
		f := places.At(i)
		if got := countOf(f); got != sums[f.ID()] {
			t.Fatalf("place %s counts %+v, its mentions are %+v", f.ID(), got, sums[f.ID()])
		}
	}
}

// count is what is counted of a place.
type count struct {
	mentions, articles int
	days               feature.Days
}

func countOf(f feature.Feature) count {
	return count{f.Property("mentions").(int), f.Property("articles").(int), f.Days()}
}

// countMentions counts the mentions of each place, and checks that those of each
// article are as many as it says.
func countMentions(t *testing.T, v *View) map[string]count {
	t.Helper()
	articles, mentions := layerOf(t, v, schema.Articles), layerOf(t, v, schema.Mentions)
	sums, seen, perArticle := map[string]count{}, map[[2]string]bool{}, map[string]int{}
	for i := range mentions.Len() {
		f := mentions.At(i)
		article := f.Property("article").(string)
		perArticle[article]++
		place, ok := f.Property("place").(string)
		if !ok || !f.HasGeometry() { // of the latter only the place that holds it is known
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
	for i := range articles.Len() {
		f := articles.At(i)
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

func layerOf(t *testing.T, v *View, name string) *Layer {
	t.Helper()
	l, ok := v.Layer(name)
	if !ok {
		t.Fatalf("no layer %s", name)
	}
	return l
}

// checkSame checks that two Views show the same.
func checkSame(t *testing.T, got, want *View) {
	t.Helper()
	checkEach(t, got, want, func(got, want feature.Feature) {
		t.Helper()
		checkSameFeature(t, got, want)
	})
}

// checkEach checks that two Views are of one version and have as many features, and has
// check compare each with its like.
func checkEach(t *testing.T, got, want *View, check func(got, want feature.Feature)) {
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

func checkSameFeature(t *testing.T, got, want feature.Feature) {
	t.Helper()
	if got.ID() != want.ID() || !bytes.Equal(got.JSON(), want.JSON()) || got.Days() != want.Days() || got.Bound() != want.Bound() ||
		!reflect.DeepEqual(got.Geometry(), want.Geometry()) {
		t.Fatalf("feature\n%s\nwant\n%s", got.JSON(), want.JSON())
	}
}

// checkDocuments checks that an archive gives documents back as they are stored.
func checkDocuments(t *testing.T, a *Archive, docs []document.Document) {
	t.Helper()
	for i := range docs {
		got, err := a.Document(docs[i].ID)
		if err != nil || got == nil {
			t.Fatalf("document %s: %v, %v", docs[i].ID, got, err)
		}
		if g, w := encoded(t, got), encoded(t, &docs[i]); !bytes.Equal(g, w) {
			t.Fatalf("document\n%s\nwant\n%s", g, w)
		}
	}
}

func encoded(t testing.TB, d *document.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := d.WriteJSON(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// mustOpen opens an archive that is closed when the test ends.
func mustOpen(t testing.TB, dir string) *Archive {
	t.Helper()
	a, err := Open(context.Background(), dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := a.Close(); err != nil {
			t.Error(err)
		}
	})
	return a
}

func mustPut(t testing.TB, a *Archive, docs []document.Document) PutResult {
	t.Helper()
	r, err := a.Put(context.Background(), docs)
	if err != nil {
		t.Fatal(err)
	}
	return r
}
