package corpus_test

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"dateline/archive"
	"dateline/corpus"
	"dateline/corpus/corpustest"
	"dateline/document"
	"dateline/document/correction"
	"dateline/document/documenttest"
	"dateline/document/rows"
	"dateline/schema"

	"github.com/ncruces/go-sqlite3"
)

// TestEditsAreCorrections: what a GIS program edits in the layers becomes a correction. The article
// shows it with the original beside it, it survives when the rows are rebuilt, and it can be
// undone.
func TestEditsAreCorrections(t *testing.T) {
	docs := []document.Document{documenttest.Valid()}
	m := &docs[0].Mentions[0]
	m.Phrase = string([]rune(docs[0].Text)[m.Start:m.End])
	docs[0].Fronts[0].Phrase = string([]rune(docs[0].Text)[:docs[0].Fronts[0].End])
	for sql, changes := range map[string]func(d *document.Document) *document.Corrected{
		`UPDATE mentions SET name = 'Elsewhere' WHERE fid = 1`: func(d *document.Document) *document.Corrected {
			return named(d.Mentions[0].Name, "Elsewhere", d.Mentions[0].Corrected)
		},
		`UPDATE mentions SET date = '2011-05-06', role = 'metonym' WHERE fid = 1`: func(d *document.Document) *document.Corrected {
			return named(&d.Mentions[0].Date, "2011-05-06", named(&d.Mentions[0].Role, "metonym", d.Mentions[0].Corrected))
		},
		`DELETE FROM mentions WHERE fid = 1`: func(d *document.Document) *document.Corrected { return d.Mentions[0].Corrected },
		`DELETE FROM fronts WHERE fid = 1`:   func(d *document.Document) *document.Corrected { return d.Fronts[0].Corrected },
		`UPDATE fronts SET kind = 'road' WHERE fid = 1`: func(d *document.Document) *document.Corrected {
			return named(&d.Fronts[0].Kind, "road", d.Fronts[0].Corrected)
		},
		`UPDATE articles SET title = 'Another'`: func(d *document.Document) *document.Corrected {
			return named(&d.Title, "Another", d.Corrected)
		},
	} {
		dir := t.TempDir()
		running := corpustest.Open(t, dir)
		follow(t, running)
		corpustest.Put(t, running, docs)
		before := running.View()
		corpustest.File(sql)(t, filepath.Join(dir, archive.FileName))
		<-before.Changed()
		d, err := running.Document(docs[0].ID)
		if err != nil {
			t.Fatal(err)
		}
		if c := changes(d); c == nil || c.By == "" {
			t.Errorf("%s: the article does not show it: %+v", sql, c)
		}
		all, err := running.Corrections()
		if err != nil || len(all) != 1 {
			t.Fatalf("%s: %d corrections, %v", sql, len(all), err)
		}
		if v, err := archive.Verify(t.Context(), dir, archive.VerifyHandler{Fault: func(what string) { t.Errorf("%s: %s", sql, what) }}); err != nil || v.Undamaged != 1 {
			t.Errorf("%s: %+v, %v", sql, v, err)
		}
		if _, err := running.Retract(t.Context(), []string{all[0].ID}); err != nil {
			t.Fatal(err)
		}
		corpustest.CheckDocuments(t, running, docs)
	}
}

// TestEditsAreAdoptedBefore: every writer first adopts the edits made in the file, so that it does
// not overwrite them.
func TestEditsAreAdoptedBefore(t *testing.T) {
	docs := documenttest.New(49).Documents(0, 3)
	newer := docs[0]
	newer.Text += " A sentence more."
	for name, write := range map[string]func(c *corpus.Corpus) error{
		"a newer text": func(c *corpus.Corpus) error { _, err := c.Put(t.Context(), []document.Document{newer}); return err },
		"another text": func(c *corpus.Corpus) error { _, err := c.Put(t.Context(), docs[2:]); return err },
		"remove and undo": func(c *corpus.Corpus) error {
			_, err := c.Remove(t.Context(), archive.Removal{Articles: []string{docs[0].ID}})
			_, undone := c.Undo(t.Context(), []string{docs[0].ID})
			return errors.Join(err, undone)
		},
		"a correction": func(c *corpus.Corpus) error {
			source := "Another outlet"
			_, err := c.Correct(t.Context(), []correction.Correction{{ID: "c1", Article: docs[0].ID, Of: correction.Article, Change: correction.Change{Outlet: &source}}})
			return err
		},
	} {
		dir := t.TempDir()
		c := corpustest.Open(t, dir)
		corpustest.Put(t, c, docs[:2])
		corpustest.File(`UPDATE articles SET title = 'As it was edited' WHERE fid = 1`)(t, filepath.Join(dir, archive.FileName))
		if err := write(c); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		all, err := c.Corrections()
		shown, _ := corpustest.Layer(t, c.View(), schema.Articles).Feature(docs[0].ID)
		if err != nil || len(all) == 0 || shown.Property("title") != "As it was edited" || shown.Property("corrected_by") == nil {
			t.Errorf("%s: %d corrections, %s, %v", name, len(all), shown.JSON(), err)
		}
		corpustest.CheckView(t, c.View())
	}
}

// TestSenselessEdits: an edit that no correction can express is undone, and reported with its
// feature and value.
func TestSenselessEdits(t *testing.T) {
	const line = `CAST(x'47500001e6100000010200000002000000' || zeroblob(32) AS BLOB)`
	for sql, want := range map[string]string{
		`UPDATE mentions SET date = '2019-02-31' WHERE fid = 1`:                `"2019-02-31" is not a date`,
		`UPDATE mentions SET date = '2019-02-31' WHERE date IS NULL`:           `"2019-02-31" is not a date`,
		`UPDATE mentions SET date = '2019-06-31', name = 'X' WHERE fid = 1`:    `"2019-06-31" is not a date`,
		`UPDATE articles SET date = '2023-02-29'`:                              `"2023-02-29" is not a date`,
		`UPDATE mentions SET role = 'king' WHERE fid = 1`:                      `"king" is not a role`,
		`UPDATE mentions SET geom = x'00' WHERE fid = 1`:                       `NaN, NaN is not a point`,
		`UPDATE mentions SET geom = 'north of Homs' WHERE fid = 1`:             `NaN, NaN is not a point`,
		`UPDATE mentions SET geom = x'' WHERE fid = 1`:                         `NaN, NaN is not a point`,
		`UPDATE mentions SET geom = substr(geom, 1, 20) WHERE fid = 1`:         `NaN, NaN is not a point`,
		`UPDATE mentions SET geom = ` + line + ` WHERE fid = 1`:                `NaN, NaN is not a point`,
		`UPDATE mentions SET name = hex(zeroblob(10000)) WHERE fid = 1`:        `more than 10000 bytes`,
		`UPDATE mentions SET date = '2020-02-29', role = 'king' WHERE fid = 1`: `"king" is not a role`,
	} {
		docs := []document.Document{documenttest.Valid()}
		docs[0].Published = ""
		docs[0].Mentions = append(docs[0].Mentions, docs[0].Mentions[0])
		docs[0].Mentions[1].Date, docs[0].Mentions[1].DateFrom, docs[0].Mentions[1].DatePrecision = "", "", ""
		for i := range docs[0].Mentions {
			m := &docs[0].Mentions[i]
			m.Phrase = string([]rune(docs[0].Text)[m.Start:m.End])
		}
		dir := corpustest.Made(t, docs)
		corpustest.File(sql)(t, filepath.Join(dir, archive.FileName))
		a, err := archive.OpenWriter(t.Context(), rows.DefaultModel(), dir)
		if err != nil {
			t.Fatal(err)
		}
		refused, err := a.AdoptAll(t.Context())
		if err != nil || len(refused) != 1 || !strings.Contains(refused[0].Error(), want) {
			t.Errorf("%s: %v, %v; want %s", sql, refused, err, want)
		}
		if err := a.Close(); err != nil {
			t.Fatal(err)
		}
		corpustest.CheckDocuments(t, corpustest.Open(t, dir), docs)
	}
}

// TestOverwrittenPoints: if the points of many articles were overwritten with bytes that are no
// point, the archive remains readable, and the points are restored after the report.
func TestOverwrittenPoints(t *testing.T) {
	docs := documenttest.New(49).Documents(0, 60)
	dir := corpustest.Made(t, docs)
	corpustest.File(`UPDATE mentions SET geom = 'overwritten'; UPDATE events SET geom = x'00'`)(t, filepath.Join(dir, archive.FileName))
	c := corpustest.Open(t, dir)
	if n := corpustest.Layer(t, c.View(), schema.Articles).Len(); n != len(docs) {
		t.Errorf("%d of %d articles are read", n, len(docs))
	}
	a, err := archive.OpenWriter(t.Context(), rows.DefaultModel(), dir)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	refused, err := a.AdoptAll(t.Context())
	if err != nil || len(refused) < len(docs) {
		t.Errorf("%d edits are refused, %v", len(refused), err)
	}
	if v, err := archive.Verify(t.Context(), dir, archive.VerifyHandler{Fault: func(what string) { t.Error(what) }}); err != nil || v.Undamaged != len(docs) {
		t.Errorf("%+v, %v", v, err)
	}
	corpustest.CheckDocuments(t, corpustest.Open(t, dir), docs)
}

// TestManyEdits: edits of more articles than one transaction adopts are adopted in several, and
// other writers in between lose none.
func TestManyEdits(t *testing.T) {
	const articles = 120
	docs := documenttest.New(49).Documents(0, articles)
	last := docs[articles-1]
	for name, write := range map[string]func(c *corpus.Corpus) error{
		"a newer text": func(c *corpus.Corpus) error {
			newer := last
			newer.Text += " A sentence more."
			_, err := c.Put(t.Context(), []document.Document{newer})
			return err
		},
		"remove and undo": func(c *corpus.Corpus) error {
			_, err := c.Remove(t.Context(), archive.Removal{Articles: []string{last.ID}})
			_, undone := c.Undo(t.Context(), []string{last.ID})
			return errors.Join(err, undone)
		},
		"correct and retract": func(c *corpus.Corpus) error {
			outlet := "Another outlet"
			done, err := c.Correct(t.Context(), []correction.Correction{{ID: "c1", Article: last.ID, Of: correction.Article, Change: correction.Change{Outlet: &outlet}}})
			if err != nil {
				return err
			}
			_, err = c.Retract(t.Context(), done.IDs)
			return err
		},
	} {
		dir := t.TempDir()
		c := corpustest.Open(t, dir)
		corpustest.Put(t, c, docs)
		corpustest.File(`UPDATE articles SET title = 'As it was edited'`)(t, filepath.Join(dir, archive.FileName))
		if err := write(c); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		few, err := c.Corrections()
		if err != nil || len(few) > articles/4 {
			t.Errorf("%s: %d corrections in one turn, %v", name, len(few), err)
		}
		follow(t, c)
		for len(few) < articles && err == nil {
			before := c.View()
			if few, err = c.Corrections(); len(few) < articles {
				<-before.Changed()
			}
		}
		for i := range docs {
			shown, err := c.Document(docs[i].ID)
			if err != nil || shown.Title != "As it was edited" || shown.Source != docs[i].Source {
				t.Fatalf("%s: article %d is %q of %q, %v", name, i, shown.Title, shown.Source, err)
			}
		}
	}
}

// named returns c if a property has the edited value, nil otherwise.
func named(have *string, want string, c *document.Corrected) *document.Corrected {
	if have == nil || *have != want {
		return nil
	}
	return c
}

// TestPointMovedInTheFile: the mention is assigned to the place to which its point was dragged.
func TestPointMovedInTheFile(t *testing.T) {
	dir := t.TempDir()
	running := corpustest.Open(t, dir)
	follow(t, running)
	docs := documenttest.New(47).Documents(0, 2)
	corpustest.Put(t, running, docs)
	before := running.View()
	corpustest.File(`UPDATE mentions SET geom = (SELECT geom FROM mentions WHERE fid = 2) WHERE fid = 1`)(t, filepath.Join(dir, archive.FileName))
	<-before.Changed()
	mentions := corpustest.Layer(t, running.View(), schema.Mentions)
	ids := docs[0].MentionIDs()
	moved, _ := mentions.Feature(ids[0])
	to, _ := mentions.Feature(ids[1])
	p, _ := moved.Point()
	q, _ := to.Point()
	if p != q || moved.Property("corrected_by") == nil || moved.Property("name") == nil {
		t.Errorf("moved: %s, to %v", moved.JSON(), q)
	}
}

// TestFileRefuses: triggers of the file refuse edits that no correction can express, with a reason.
func TestFileRefuses(t *testing.T) {
	dir := corpustest.Made(t, append(documenttest.New(48).Documents(0, 3), documenttest.Valid()))
	c, err := sqlite3.Open(filepath.Join(dir, archive.FileName))
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	for sql, why := range map[string]string{
		`UPDATE mentions SET sentence = 'x'`:         "can be edited: the point, name, role, date",
		`UPDATE mentions SET geom = NULL`:            "delete a row",
		`UPDATE mentions SET date = 'yesterday'`:     "can be edited",
		`UPDATE mentions SET id = 'x' WHERE fid = 1`: "can be edited",
		`UPDATE fronts SET geom = NULL`:              "can be edited: kind, date",
		`UPDATE articles SET url = 'x'`:              "can be edited: title, source, date",
		`UPDATE places SET mentions = 1`:             "counts mentions",
		`DELETE FROM places`:                         "counts mentions",
		`INSERT INTO mentions SELECT fid + 1000, geom, id || 'x', ` + rest(c, t) + ` FROM mentions WHERE fid = 1`: "dateline ingest",
		`INSERT INTO articles (id, mentions) VALUES ('x', 0)`:                                                     "dateline ingest",
	} {
		if err := c.Exec(sql); err == nil || !strings.Contains(err.Error(), why) {
			t.Errorf("%s: %v", sql, err)
		}
	}
}

// rest lists the columns of mentions after their ids.
func rest(c *sqlite3.Conn, t *testing.T) string {
	t.Helper()
	s, _, err := c.Prepare(`SELECT group_concat('"' || name || '"') FROM (SELECT name FROM pragma_table_info('mentions') ORDER BY cid LIMIT -1 OFFSET 3)`)
	if err != nil || !s.Step() {
		t.Fatal(err)
	}
	defer s.Close()
	return s.ColumnText(0)
}
