package archive

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"dateline/archive/postgres"
	"dateline/document/rows"
	"dateline/schema"
	"dateline/story"
)

func (d *database) mark() Mark { return d.last }

func (d *database) resumeAt(m Mark) { d.last = m }

func (d *database) poll(ctx context.Context, to Sink) error {
	if d.listener == nil {
		d.listener = d.Listen()
	}
	if !d.listener.Due() {
		return nil
	}
	err := d.read(ctx, to)
	if err != nil {
		d.listener.Rearm()
	}
	return err
}

func (d *database) read(ctx context.Context, to Sink) error {
	if d.damaged != nil {
		return d.damaged
	}
	if !d.begun { // if this fails, so does opening
		if err := d.readTo(ctx, to); err != nil {
			return err
		}
		d.begun = true
		return nil
	}
	h := &held{}
	if err := d.readTo(ctx, h); err != nil {
		return err
	}
	h.addTo(to)
	return nil
}

func (d *database) readTo(ctx context.Context, to Sink) error {
	var now newest
	err := d.readTx(ctx, func(c connection) (err error) {
		now, err = newestInDatabase(c)
		if err != nil || now.isBehind(d.last) {
			return err
		}
		return d.readNew(c, now, to)
	})
	if err != nil {
		d.rowCheck = rowCheck{summing: d.rowCheck.summing}
		return err
	}
	d.last = now.mark()
	return nil
}

// held is a Sink that passes on what it was given once it is complete: the connection may be lost
// at any row.
type held struct {
	removed  []string
	articles []rows.Article
	places   []placed
	parts    [rows.Parts][]rows.Row
}

func (h *held) Reserve(string, int) {}

func (h *held) Remove(article string) { h.removed = append(h.removed, article) }

func (h *held) Err() error { return nil }

func (h *held) AddArticle(a *rows.Article) {
	kept := *a
	kept.Values = slices.Clone(a.Values)
	h.articles = append(h.articles, kept)
}

func (h *held) AddPart(part int, r *rows.Row) {
	kept := *r
	kept.Values = slices.Clone(r.Values)
	h.parts[part] = append(h.parts[part], kept)
}

func (h *held) AddPlace(id string, number int) { h.places = append(h.places, placed{id, number}) }

func (h *held) addTo(to Sink) {
	for _, article := range h.removed {
		to.Remove(article)
	}
	for i := range h.articles {
		to.AddArticle(&h.articles[i])
	}
	for part := range h.parts {
		for i := range h.parts[part] {
			to.AddPart(part, &h.parts[part][i])
		}
	}
	for _, p := range h.places {
		to.AddPlace(p.id, p.number)
	}
}

func (d *database) readNew(c connection, now newest, to Sink) error {
	if err := d.drop(c, now, to); err != nil {
		return err
	}
	if err := d.readArticles(c, to); err != nil {
		return err
	}
	for i := range d.parts {
		if err := d.readPart(c, i, to); err != nil {
			return err
		}
	}
	if err := d.readPlaces(c, now, to); err != nil {
		return err
	}
	d.damaged = d.rowCheck.end(d.shown)
	return d.damaged
}

// readPlaces passes on the fids of new places, and those of all places if fids of removed ones may
// have been reused.
func (d *database) readPlaces(c connection, now newest, to Sink) error {
	from := d.last.Places
	if now.changes != d.last.Changes {
		from = 0
	}
	for r, err := range c.rows(selectPlaces, from) {
		if err != nil {
			return err
		}
		to.AddPlace(r.Text(0), int(r.Int(1)))
	}
	return nil
}

// drop removes from a Sink what was removed or replaced since the last read. On the first read
// there is nothing to drop.
func (d *database) drop(c connection, now newest, to Sink) error {
	if now.changes == d.last.Changes || d.last.Articles == 0 {
		return nil
	}
	changed, err := texts(c, selectChanges, d.last.Changes)
	for _, article := range changed {
		to.Remove(article)
	}
	return err
}

func (d *database) readArticles(c connection, to Sink) error {
	t := d.articles
	n, err := count(c, `SELECT count(*) FROM articles WHERE fid > ?1`, d.last.Articles)
	if err != nil || n == 0 {
		return err
	}
	to.Reserve(t.ID, n)
	var a rows.Article
	read := 0
	for r, err := range c.rows("SELECT "+t.listed("a")+", d.hash, d.digest, coalesce(d.rows, -1) FROM articles a JOIN dateline_documents d USING (fid) WHERE fid > ?1 ORDER BY fid", d.last.Articles) {
		if err != nil {
			return err
		}
		cells := r.cells.(postgres.Cells)
		if err := t.readArticle(cells, &a); err != nil {
			return err
		}
		a.Sum = int(cells.Int(5 + len(t.Stored)))
		read++
		d.rowCheck.addArticle(&a)
		to.AddArticle(&a)
	}
	if read != n {
		return &Error{Path: d.shown, Hint: hintOfDamage, Reason: fmt.Sprintf("is damaged: of %d articles there are the documents of %d", n, read)}
	}
	return nil
}

func (d *database) readPart(c connection, part int, to Sink) error {
	t, last := d.tables.parts[part], d.last.Parts[part]
	n, err := count(c, `SELECT count(*) FROM `+t.ID+` WHERE fid > ?1`, last)
	if err != nil || n == 0 {
		return err
	}
	to.Reserve(t.ID, n)
	var row rows.Row
	for r, err := range c.rows("SELECT "+t.listed("p")+" FROM "+t.ID+" p WHERE fid > ?1 ORDER BY fid", last) {
		if err != nil {
			return err
		}
		if err := t.readRow(r.cells.(postgres.Cells), &row); err != nil {
			return err
		}
		d.rowCheck.add(t, d.Parts[part].Article, &row)
		to.AddPart(part, &row)
	}
	return nil
}

// listed is the list of columns: fid, geom, id, and the stored properties.
func (t *table) listed(alias string) string {
	return alias + ".fid, " + alias + "." + strings.Join(t.columns(t.Stored), ", "+alias+".")
}

// readArticle reads the columns of listed, and the hash and the digest of the document.
func (t *table) readArticle(c postgres.Cells, into *rows.Article) error {
	behind := 3 + len(t.Stored)
	into.Hash, into.Digest = c.Bytes(behind), story.Digest(c.Text(behind+1))
	if !into.Digest.IsValid() {
		return errors.New("the digest of the text is invalid")
	}
	return t.readRow(c, &into.Row)
}

// readRow reads the columns of listed.
func (t *table) readRow(c postgres.Cells, into *rows.Row) error {
	for _, i := range t.Derived {
		if into.Values != nil {
			into.Values[i] = schema.Value{}
		}
	}
	into.Number = int(c.Int(0))
	return t.readCells(c, 1, t.Stored, into)
}

// readCells reads the geometry, the id and the properties with these numbers.
func (t *table) readCells(c postgres.Cells, from int, properties []int, into *rows.Row) error {
	if into.Values == nil {
		into.Values = make([]schema.Value, len(t.Properties))
	}
	return ReadRow(t.Table, c, from, properties, into)
}

func cellOf(p *schema.Property, c postgres.Cells, column int) schema.Value {
	switch {
	case p.Type == schema.Boolean: // NULL is false
		return schema.OfBool(c.Int(column) != 0)
	case c.IsNull(column):
		return schema.Value{}
	case p.Type.IsText():
		return schema.OfText(c.Text(column))
	case p.Instant:
		return schema.OfInstant(c.Time(column))
	case p.Type == schema.Date:
		return schema.OfDay(c.Day(column))
	case p.Type == schema.Number:
		return schema.OfNumber(c.Number(column))
	}
	return schema.OfInt(int(c.Int(column)))
}
