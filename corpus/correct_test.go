package corpus_test

import (
	"encoding/json"
	"strings"
	"testing"

	"dateline/archive"
	"dateline/corpus"
	"dateline/corpus/corpustest"
	"dateline/document"
	"dateline/document/correction"
	"dateline/document/documenttest"
	"dateline/schema"
	"dateline/view"
)

// placed lists the mentions of a corpus: phrase, place and who corrected it.
func placed(t *testing.T, c *corpus.Corpus) string {
	t.Helper()
	var all []string
	for f := range corpustest.Layer(t, c.View(), schema.Mentions).All() {
		s := f.Property("phrase").(string)
		if place, ok := f.Property("place").(string); ok {
			s += "=" + place
		}
		if by, ok := f.Property("corrected_by").(string); ok {
			s += "!" + by
		}
		all = append(all, s)
	}
	return strings.Join(all, " ")
}

// TestCorrect: a correction shows at once, in other processes too, with the original beside it; it
// applies to later articles and newer texts, and can be retracted.
func TestCorrect(t *testing.T) {
	dir := t.TempDir()
	a, other := corpustest.Open(t, dir), corpustest.Open(t, dir)
	follow(t, other)
	corpustest.Put(t, a, []document.Document{
		told("a1", "example.org/1", "Morek was shelled.", "Hama stayed calm.", "Hama burned later."),
		told("b1", "example.org/2", "Morek is far."),
	})
	at := &correction.Place{ID: "x1", Name: "Another Morek", Lat: 36.5, Lon: 37.5}
	one := correction.Correction{By: "ann", Why: "the other one", Article: "a1", Of: correction.Mention, Quote: "Morek", Start: 0, Change: correction.Change{Place: at}}
	none := correction.Correction{By: "ben", Article: "a1", Of: correction.Mention, Quote: "Hama", Start: 40, Change: correction.Change{NotAPlace: true}}
	done, err := a.Correct(t.Context(), []correction.Correction{one, none})
	if err != nil || done.Articles != 1 || len(done.IDs) != 2 {
		t.Fatalf("%+v, %v", done, err)
	}
	const want = "Morek=gnMorek Morek=x1!ann Hama=gnHama"
	if got := placed(t, a); got != want {
		t.Errorf("shows %s, want %s", got, want)
	}
	v := other.View()
	for v.Version != a.View().Version {
		<-v.Changed()
		v = other.View()
	}
	if got := placed(t, other); got != want {
		t.Errorf("another process shows %s", got)
	}
	corpustest.CheckView(t, a.View())
	corpustest.CheckTables(t, dir)
	d, err := a.View().Document("a1")
	if err != nil || d.Mentions[0].Corrected == nil || *d.Mentions[0].Corrected.Original.Place != "gnMorek" || *d.Mentions[0].Place != "x1" || !d.Mentions[2].Corrected.IsNone() {
		t.Errorf("the document is %+v, %v", d, err)
	}
	j, err := a.View().JSON("a1")
	var b strings.Builder
	if err == nil {
		_, err = j.WriteTo(&b)
	}
	if err != nil || !strings.Contains(b.String(), `"by":"ann"`) {
		t.Errorf("its JSON is %s, %v", b.String(), err)
	}
	if r := corpustest.Put(t, a, []document.Document{told("a2", "example.org/1", "It rained.", "Morek was shelled.")}); r.Revised != 1 {
		t.Fatalf("%+v", r)
	}
	if got := placed(t, a); got != "Morek=gnMorek It=gnIt Morek=x1!ann" {
		t.Errorf("a newer text shows %s", got)
	}
	if done, err := a.Correct(t.Context(), []correction.Correction{{By: "cy", Of: correction.Name, Quote: "morek", Change: correction.Change{Place: at}}}); err != nil || done.Articles != 2 {
		t.Errorf("everywhere: %+v, %v", done, err)
	}
	corpustest.Put(t, a, []document.Document{told("c1", "", "Morek again.")})
	if got := placed(t, a); got != "It=gnIt Morek=x1!cy Morek=x1!cy Morek=x1!cy" {
		t.Errorf("everywhere it shows %s", got)
	}
	if v, err := archive.Verify(t.Context(), dir, archive.VerifyHandler{Fault: func(s string) { t.Error(s) }}); err != nil || v.Articles != 3 {
		t.Errorf("%+v, %v", v, err)
	}
	kept, err := a.Corrections()
	if err != nil || len(kept) != 3 {
		t.Fatalf("%+v, %v", kept, err)
	}
	var ids []string
	for _, c := range kept {
		ids = append(ids, c.ID)
	}
	if done, err := a.Retract(t.Context(), append(ids, "nothing")); err != nil || done.Articles != 3 || len(done.Unknown) != 1 {
		t.Errorf("taken back: %+v, %v", done, err)
	}
	if got := placed(t, a); strings.Contains(got, "x1") || strings.Contains(got, "!") {
		t.Errorf("taken back, it shows %s", got)
	}
	corpustest.CheckView(t, a.View())
	corpustest.CheckTables(t, dir)
}

// TestCorrectionsMove: exported and imported corrections have the same effect.
func TestCorrectionsMove(t *testing.T) {
	docs := []document.Document{told("a1", "", "Morek was shelled.", "Hama stayed calm.")}
	a, b := corpustest.Open(t, t.TempDir()), corpustest.Open(t, t.TempDir())
	corpustest.Put(t, a, docs)
	title := "Another title"
	_, err := a.Correct(t.Context(), []correction.Correction{
		{Article: "a1", Of: correction.Article, Change: correction.Change{Title: &title}},
		{Source: "Outlet", Of: correction.Name, Quote: "Hama", Change: correction.Change{NotAPlace: true}},
		{Source: "Nobody", Of: correction.Name, Quote: "Morek", Change: correction.Change{NotAPlace: true}},
	})
	if err != nil {
		t.Fatal(err)
	}
	kept, err := a.Corrections()
	if err != nil {
		t.Fatal(err)
	}
	lines, err := json.Marshal(kept)
	if err != nil {
		t.Fatal(err)
	}
	var read []correction.Correction
	if err := json.Unmarshal(lines, &read); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Correct(t.Context(), read); err != nil { // before the articles that they correct
		t.Fatal(err)
	}
	corpustest.Put(t, b, docs)
	if got := placed(t, b); got != "Morek=gnMorek" || got != placed(t, a) {
		t.Errorf("shows %s, and %s", got, placed(t, a))
	}
	f, _ := corpustest.Layer(t, b.View(), schema.Articles).Feature("a1")
	if f.Property("title") != title || f.Property("corrected_by") != "unnamed" || f.Property("mentions") != 1 {
		t.Errorf("%s", f.JSON())
	}
	if done, err := b.Correct(t.Context(), read); err != nil || placed(t, b) != "Morek=gnMorek" {
		t.Errorf("twice: %+v, %v", done, err)
	}
}

// TestCorrectEvents: a corrected event is shown corrected and a rejected one is hidden, also in
// incidents; retracting restores both. The same is true when the file is opened again.
func TestCorrectEvents(t *testing.T) {
	dir := t.TempDir()
	c := corpustest.Open(t, dir)
	d := documenttest.Valid()
	place, name, lat, lon := "gnMorek", "Morek", 35.3, 36.6
	shelled := document.Event{Start: 0, End: 5, Trigger: d.Text[0:5], Type: "shelling", Status: "reported", DatePrecision: "day",
		Places: []document.EventPlace{{Start: 0, End: 5, Place: &place, Name: &name, Lat: &lat, Lon: &lon}}}
	date := "2020-01-02"
	shelled.Date = &date
	town := "town"
	shelled.Places[0].Precision = &town
	d.Events = []document.Event{shelled}
	corpustest.Put(t, c, []document.Document{d})
	shownBy := func(v *view.View) string {
		var all []string
		for _, layer := range []string{schema.Events, schema.Incidents} {
			for f := range corpustest.Layer(t, v, layer).All() {
				all = append(all, f.Property("type").(string))
				if by, ok := f.Property("corrected_by").(string); ok {
					all = append(all, by)
				}
			}
		}
		return strings.Join(all, " ")
	}
	shown := func() string {
		got := shownBy(c.View())
		if anew := shownBy(corpustest.Open(t, dir).View()); anew != got {
			t.Errorf("shows %q, opened again %q", got, anew)
		}
		return got
	}
	strike := "air_strike"
	of := correction.Correction{By: "ann", Article: d.ID, Of: correction.Event, Quote: shelled.Trigger}
	other, none := of, of
	other.Type, none.NoEvent = &strike, true
	if _, err := c.Correct(t.Context(), []correction.Correction{other}); err != nil {
		t.Fatal(err)
	}
	if got := shown(); got != "air_strike ann air_strike" {
		t.Errorf("corrected: %q", got)
	}
	done, err := c.Correct(t.Context(), []correction.Correction{none})
	if err != nil || shown() != "" {
		t.Errorf("no event: %q, %v", shown(), err)
	}
	if _, err := c.Retract(t.Context(), done.IDs); err != nil || shown() != "air_strike ann air_strike" {
		t.Errorf("taken back: %q, %v", shown(), err)
	}
}
