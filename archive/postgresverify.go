package archive

import (
	"context"
	"encoding/json"
	"fmt"

	"dateline/archive/postgres"
	"dateline/document/rows"
)

// verifyDatabase is Verify for an archive in a database.
func verifyDatabase(ctx context.Context, address string, f VerifyHandler) (Verified, error) {
	a, err := openDatabase(ctx, rows.DefaultModel(), address, true)
	if err != nil {
		return Verified{}, err
	}
	defer a.Close()
	v := databaseVerification{Archive: a, VerifyHandler: f, sums: rows.NewPlaces(a.tables.Tables), sumOf: map[string]uint32{}}
	err = a.readTx(ctx, v.all)
	return v.Verified, err
}

// databaseVerification is the state of Verify in a database. PostgreSQL checks its storage itself;
// here the contents of rows are compared.
type databaseVerification struct {
	*Archive
	VerifyHandler
	Verified
	sums  *rows.Places      // computed from the mentions
	sumOf map[string]uint32 // checksums of the rows of each article
}

func (v *databaseVerification) fault(format string, args ...any) {
	v.Faults++
	if v.Fault != nil {
		v.Fault(fmt.Sprintf(format, args...))
	}
}

func (v *databaseVerification) all(c connection) error {
	bodies, err := texts(c, selectCorrections)
	if err != nil {
		return err
	}
	if _, err := readCorrections(bodies); err != nil {
		v.fault("%v", err)
	}
	for _, look := range []func(connection) error{v.articles, v.parts, v.documents, v.places, v.counts} {
		if err := look(c); err != nil {
			return err
		}
	}
	return nil
}

// articles starts the checksum of each article with that of its row.
func (v *databaseVerification) articles(c connection) error {
	t := v.tables.articles
	s := summing{tables: v.tables}
	var a rows.Article
	for r, err := range c.rows("SELECT " + t.listed("a") + ", d.hash, d.digest FROM articles a LEFT JOIN dateline_documents d USING (fid) ORDER BY fid") {
		if err != nil {
			return err
		}
		cells := r.cells.(postgres.Cells)
		if err := t.readArticle(cells, &a); err != nil {
			v.fault("article %d: %v", cells.Int(0), err)
			continue
		}
		if a.Hash == nil {
			v.fault("article %q: it has no document", a.ID)
		}
		v.Articles++
		v.sumOf[a.ID] = s.article(0, &a)
	}
	return nil
}

// parts continues with the rows of mentions, fronts and events.
func (v *databaseVerification) parts(c connection) error {
	s := summing{tables: v.tables}
	for i, t := range v.tables.parts {
		var row rows.Row
		for r, err := range c.rows("SELECT " + t.listed("p") + " FROM " + t.ID + " p ORDER BY fid") {
			if err != nil {
				return err
			}
			cells := r.cells.(postgres.Cells)
			if err := t.readRow(cells, &row); err != nil {
				v.fault("%s %d: %v", t.ID, cells.Int(0), err)
				continue
			}
			article := row.Values[v.tables.Parts[i].Article].Text()
			if sum, found := v.sumOf[article]; found {
				v.sumOf[article] = s.add(sum, t, &row)
			} else {
				v.fault("%s: %q belongs to no article", t.ID, row.ID)
			}
			*[...]*int{&v.Mentions, &v.Fronts, &v.Events}[i]++
			if i == rows.Mentions {
				v.sums.Add(&row)
			}
		}
	}
	return nil
}

// documents checks each document, and that the rows are those of the document.
func (v *databaseVerification) documents(c connection) error {
	done := 0
	for r, err := range c.rows("SELECT a.id, d.hash, d.body, d.rows FROM dateline_documents d LEFT JOIN articles a USING (fid) ORDER BY fid") {
		if err != nil {
			return err
		}
		if err := v.document(r.Text(0), r.Bytes(1), r.Bytes(2), r.Int(3)); err != nil {
			return err
		}
		if done++; v.Progress != nil {
			v.Progress(done, max(done, v.Articles))
		}
	}
	return nil
}

func (v *databaseVerification) document(id string, hash, body []byte, sum int64) error {
	d, err := v.packer.unpack(hash, body)
	switch {
	case err != nil:
		v.fault("article %q: its document is damaged: %v", id, err)
		return nil
	case id == "":
		v.fault("document of %q: the table articles has no row for it", d.ID)
	case d.ID != id:
		v.fault("article %q: its document is that of %q", id, d.ID)
	case int64(v.sumOf[id]) != sum:
		v.fault("article %q: its rows differ from its document", id)
	}
	if err := d.Check(); err != nil {
		v.fault("article %q: %v", id, err)
	}
	v.Undamaged++
	if v.Intact == nil {
		return nil
	}
	line, err := json.Marshal(d)
	if err != nil {
		return err
	}
	return v.Intact(line)
}

// places compares the places with the mentions read.
func (v *databaseVerification) places(c connection) error {
	t := v.tables.places
	check := verification{tables: v.tables}
	var row rows.Row
	for r, err := range c.rows("SELECT " + t.listed("p") + " FROM places p ORDER BY fid") {
		if err != nil {
			return err
		}
		if err := t.readRow(r.cells.(postgres.Cells), &row); err != nil {
			v.fault("place %d: %v", r.Int(0), err)
			continue
		}
		v.Places++
		want := v.sums.Take(row.ID)
		switch counted, said := check.differ(&row, want); {
		case want == nil:
			v.fault("place %q: no mention refers to it", row.ID)
		case counted:
			v.fault("place %q: its counts or dates differ from those of its mentions", row.ID)
		case said:
			v.fault("place %q: it differs from its first mention", row.ID)
		}
	}
	if v.sums.Len() > 0 {
		v.fault("the table places lacks %d places that are mentioned", v.sums.Len())
	}
	return nil
}

// counts compares the counts of mentions with the rows.
func (v *databaseVerification) counts(c connection) error {
	return countsOf(v.tables).Check(c.(databaseConnection).tx, func(what string) { v.fault("%s; `dateline migrate --recount` counts anew", what) })
}
