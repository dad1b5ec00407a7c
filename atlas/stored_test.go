package atlas

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"dateline/document"
	"dateline/schema"

	"github.com/ncruces/go-sqlite3"
)

// What Put stored is shown without reading it back, as long as nobody else wrote
// before; otherwise all is read. The View is the same both ways.
func TestShowWithoutReading(t *testing.T) {
	dir, docs := t.TempDir(), newCorpus(70).documents(0, 12)
	a, other := mustOpen(t, dir), mustOpen(t, dir)
	put := func(to *Archive, i int, reads bool) {
		t.Helper()
		before := a.View().Version
		s, err := to.session.writer.put(t.Context(), allPacked(t, to, docs[i:i+2]))
		if err != nil {
			t.Fatal(err)
		}
		if to.session.loader.follows(&s) == reads {
			t.Errorf("documents from %d on: read %v, want %v", i, !reads, reads)
		}
		if err := to.show(t.Context(), &s); err != nil {
			t.Fatal(err)
		}
		checkSame(t, to.View(), NewView(docs[:i+2]))
		if to == other && a.View().Version != before {
			t.Error("the other View changed by itself")
		}
	}
	put(a, 0, false)
	put(a, 2, false)
	put(other, 4, true)
	put(other, 6, false)
	put(a, 8, true)
	put(a, 10, false)
	checkSame(t, mustOpen(t, dir).View(), NewView(docs))
}

func allPacked(t *testing.T, a *Archive, docs []document.Document) []*Packed {
	t.Helper()
	ready, refused := a.packAll(docs)
	if len(refused) > 0 {
		t.Fatal(refused)
	}
	return ready
}

// Transactions may be shown in another order than they were stored in.
func TestShowOutOfOrder(t *testing.T) {
	a, docs := mustOpen(t, t.TempDir()), newCorpus(71).documents(0, 6)
	var all []stored
	for i := range docs {
		s, err := a.session.writer.put(t.Context(), allPacked(t, a, docs[i:i+1]))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, s)
	}
	for _, i := range []int{3, 0, 5, 4, 1, 2} {
		if err := a.show(t.Context(), &all[i]); err != nil {
			t.Fatal(err)
		}
	}
	checkSame(t, a.View(), NewView(docs))
}

// An archive made when ids of mentions had an index is read and written on.
func TestOpenAnArchiveWithAnIndex(t *testing.T) {
	dir, docs := t.TempDir(), newCorpus(72).documents(0, 4)
	makeFile(testSchema()+`; CREATE UNIQUE INDEX ids ON mentions (id)`)(t, filepath.Join(dir, FileName))
	mustPut(t, mustOpen(t, dir), docs)
	checkSame(t, mustOpen(t, dir).View(), NewView(docs))
}

// A value that is that of the row before is not given again, and given anew
// after a row that could not be stored.
func TestRowWriter(t *testing.T) {
	c, err := sqlite3.Open(":memory:")
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if err := c.Exec(`CREATE TABLE t (a TEXT, b TEXT CHECK (b <> 'bad'), day DATE)`); err != nil {
		t.Fatal(err)
	}
	statement, err := prepare(c, `INSERT INTO t VALUES (?, ?, ?)`)
	if err != nil {
		t.Fatal(err)
	}
	defer statement.Close()
	r, day := newRowWriter(statement), document.ParseTime("2019-08-22")
	texts, days := &schema.Property{}, &schema.Property{Type: schema.Date}
	var got []string
	for _, row := range [][2]string{{"", ""}, {"x", "y"}, {"x", "z"}, {"x", "bad"}, {"x", "z"}, {"", "z"}, {"", ""}} {
		err := r.value(texts, schema.OfText(row[0])).value(texts, schema.OfText(row[1])).value(days, ofDay(day)).exec()
		if bad := errors.Is(err, sqlite3.CONSTRAINT); bad != (row[1] == "bad") || !bad && err != nil {
			t.Errorf("%q: %v", row, err)
		}
		if err == nil {
			day = day.AddDate(0, 0, len(row[0]))
		}
	}
	rows, err := prepare(c, `SELECT coalesce(a, '-') || coalesce(b, '-') || day FROM t`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Step() {
		got = append(got, rows.ColumnText(0))
	}
	const want = "--2019-08-22 xy2019-08-22 xz2019-08-23 xz2019-08-24 -z2019-08-25 --2019-08-25"
	if s := strings.Join(got, " "); s != want {
		t.Errorf("%s\nwant\n%s", s, want)
	}
}

// The JSON of an article is what WriteJSON writes, whether it is held or unpacked
// while it is written; what is damaged, or another's, is an error before the first
// byte.
func TestStoredJSON(t *testing.T) {
	small, large := newCorpus(91).document(1), newCorpus(91).document(2)
	large.Text += strings.Repeat("All quiet. ", maxHeld/10)
	p, err := newPacker()
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range []document.Document{small, large} {
		want := encoded(t, &d)
		hash, body, err := p.packDocument(&d)
		if err != nil {
			t.Fatal(err)
		}
		sources := map[string]func() (*StoredJSON, error){
			"archive": func() (*StoredJSON, error) { return p.json(d.ID, hash, body) },
			"memory":  func() (*StoredJSON, error) { return inMemory{d.ID: &d}.JSON(d.ID) },
		}
		for name, source := range sources {
			j, err := source()
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			var got bytes.Buffer
			if n, err := j.WriteTo(&got); err != nil || int(n) != j.Size || !bytes.Equal(got.Bytes(), want) {
				t.Errorf("%s, %d bytes: %d are written, %v", name, len(want), n, err)
			}
		}
		if j, err := p.json("another", hash, body); err == nil {
			t.Errorf("that of another is %+v", j)
		}
		if j, err := p.json(d.ID, document.HashOf(nil), body); err == nil {
			t.Errorf("with another checksum it is %+v", j)
		}
		if j, err := p.json(d.ID, hash, body[:len(body)-9]); err == nil {
			t.Errorf("cut off it is %+v", j)
		}
	}
}
