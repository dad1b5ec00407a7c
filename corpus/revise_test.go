package corpus_test

import (
	"strings"
	"testing"

	"dateline/corpus/corpustest"
	"dateline/document"
	"dateline/schema"
)

// told is a document at an address, with a sentence for each town.
func told(id, address string, sentences ...string) document.Document {
	d := document.Document{ID: id, Lang: "en", Title: "Report", Source: "Outlet", Canonical: address, Published: "2020-01-02", Text: strings.Join(sentences, " ")}
	at := 0
	for _, s := range sentences {
		town, _, _ := strings.Cut(s, " ")
		lat, lon, place := 35.0, 36.0, "gn"+town
		d.Mentions = append(d.Mentions, document.Mention{
			Start: at, End: at + len(town), Phrase: town, Lat: &lat, Lon: &lon, Place: &place, Name: &town, Role: "place", Confidence: 0.9,
			Sentence: &[2]int{at, at + len(s)},
		})
		at += len(s) + 1
	}
	return d
}

// TestNewerText: another text at the address of an article supersedes it. The article keeps its id,
// unchanged mentions keep theirs, counts count the article once, and the older text is in its
// history.
func TestNewerText(t *testing.T) {
	dir := t.TempDir()
	a, other := corpustest.Open(t, dir), corpustest.Open(t, dir)
	follow(t, other)
	first := told("a1", "example.org/1", "Morek was shelled.", "Hama stayed calm.")
	corpustest.Put(t, a, []document.Document{first, told("b1", "example.org/2", "Hama is far.")})
	second := told("a2", "example.org/1", "Homs heard it.", "Morek was shelled.", "Hama burned.")
	if r := corpustest.Put(t, a, []document.Document{second}); r.Revised != 1 || r.Added != 0 {
		t.Fatalf("%+v", r)
	}
	var ids []string
	for f := range corpustest.Layer(t, a.View(), schema.Mentions).All() {
		ids = append(ids, f.ID()+" "+f.Property("phrase").(string))
	}
	if got := strings.Join(ids, ", "); got != "b1-0-4 Hama, a1-0-4 Homs, a1-0-5 Morek, a1-34-38 Hama" {
		t.Errorf("mentions %s", got)
	}
	hama, _ := corpustest.Layer(t, a.View(), schema.Places).Feature("gnHama")
	if hama.Property("mentions") != 2 || hama.Property("articles") != 2 {
		t.Errorf("%s", hama.JSON())
	}
	old, err := a.Revisions("a1")
	if err != nil || len(old) != 1 || old[0].Number != 1 || old[0].Document.Text != first.Text {
		t.Fatalf("%+v, %v", old, err)
	}
	if d, err := a.Document("a1"); err != nil || d.Text != second.Text || d.ID != "a1" {
		t.Errorf("%+v, %v", d, err)
	}
	v := waitFor(t, other, 2)
	for v.Version != a.View().Version {
		<-v.Changed()
		v = other.View()
	}
	corpustest.CheckView(t, v)
	corpustest.CheckTables(t, dir)
	for _, again := range []document.Document{first, second} {
		if r := corpustest.Put(t, other, []document.Document{again}); r.Known != 1 {
			t.Errorf("read again: %+v", r)
		}
	}
	if v := corpustest.Open(t, dir).View(); v.Version != a.View().Version {
		t.Error("a version of its own after a start")
	}
}

// TestSameText: a page whose text is the same is reported once as unchanged, even if what surrounds
// the text differs.
func TestSameText(t *testing.T) {
	a := corpustest.Open(t, t.TempDir())
	text := strings.Repeat("Morek was shelled on Tuesday by two planes that came from the west. ", 6)
	first := document.Document{ID: "a", Source: "Outlet", Title: "Report", Published: "2020-01-02", Text: "Menu Home Log in\n" + text, Aside: [][2]int{{0, 16}}}
	second := document.Document{ID: "b", Source: "Outlet", Title: "Report", Published: "2020-01-02", Text: "Menu Home Weather\n" + text + "\nMost read", Aside: [][2]int{{0, 17}, {18 + len(text), 28 + len(text)}}}
	corpustest.Put(t, a, []document.Document{first})
	if r := corpustest.Put(t, a, []document.Document{second}); r.Known != 1 || r.Added != 0 {
		t.Errorf("%+v", r)
	}
	second.Source = "Another outlet"
	if r := corpustest.Put(t, a, []document.Document{second}); r.Added != 1 {
		t.Errorf("of another outlet: %+v", r)
	}
}
