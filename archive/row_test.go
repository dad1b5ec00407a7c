package archive

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/ncruces/go-sqlite3"

	"dateline/document"
	"dateline/document/documenttest"
	"dateline/document/rows"
	"dateline/schema"
	"dateline/view"
)

// A value equal to that of the row before is not bound again, but is bound anew after a row that
// could not be stored.
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
		err := r.value(texts, schema.OfText(row[0])).value(texts, schema.OfText(row[1])).value(days, rows.OfDay(day)).exec()
		if bad := errors.Is(err, sqlite3.CONSTRAINT); bad != (row[1] == "bad") || !bad && err != nil {
			t.Errorf("%q: %v", row, err)
		}
		if err == nil {
			day = day.AddDate(0, 0, len(row[0]))
		}
	}
	read, err := prepare(c, `SELECT coalesce(a, '-') || coalesce(b, '-') || day FROM t`)
	if err != nil {
		t.Fatal(err)
	}
	defer read.Close()
	for read.Step() {
		got = append(got, read.ColumnText(0))
	}
	const want = "--2019-08-22 xy2019-08-22 xz2019-08-23 xz2019-08-24 -z2019-08-25 --2019-08-25"
	if s := strings.Join(got, " "); s != want {
		t.Errorf("%s\nwant\n%s", s, want)
	}
}

// The JSON of an article is what WriteJSON writes, whether it is in memory or unpacked while it is
// written; a damaged document, or another article's, is an error before the first byte.
func TestJSON(t *testing.T) {
	small, large := documenttest.New(91).Document(1), documenttest.New(91).Document(2)
	large.Text += strings.Repeat("All quiet. ", maxHeld/10)
	p, err := newPacker()
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range []document.Document{small, large} {
		want := documenttest.Encoded(t, &d)
		hash, body, err := p.packDocument(&d)
		if err != nil {
			t.Fatal(err)
		}
		sources := map[string]func() (*document.JSON, error){
			"archive": func() (*document.JSON, error) { return p.json(d.ID, hash, body) },
			"memory":  func() (*document.JSON, error) { return view.New([]document.Document{d}).JSON(d.ID) },
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
