package archive

import (
	"encoding/json"
	"errors"

	"dateline/document"
	"dateline/document/correction"
	"dateline/document/rows"
	"dateline/schema"

	"github.com/ncruces/go-sqlite3"
	"github.com/paulmach/orb"
)

// layerRows reads the rows of a layer in order, one ahead.
type layerRows struct {
	rows  *rowReader // nil in an archive of an older Dateline without the layer
	read  func(*rowReader, *rows.Row)
	next  rows.Row
	fid   int // of the next row
	more  bool
	bound *orb.Bound // of the rows read; nil if none
	count int
}

func (v *verification) open(sql string) (*rowReader, error) {
	statement, err := prepare(v.conn, sql)
	if err != nil {
		return nil, err
	}
	return newRowReader(statement), nil
}

// openLayer selects all stored rows of a layer.
func (v *verification) openLayer(t *table) (*layerRows, error) {
	sql, err := t.after(v.conn)
	if err != nil || sql == "" {
		return &layerRows{}, err
	}
	return v.openRows(sql, func(r *rowReader, into *rows.Row) { r.row(t, into) })
}

func (v *verification) openRows(sql string, read func(*rowReader, *rows.Row)) (*layerRows, error) {
	rows, err := v.open(sql)
	if err != nil {
		return nil, err
	}
	l := &layerRows{rows: rows, read: read}
	if rows.statement.BindCount() > 0 {
		if err := rows.statement.BindInt(1, 0); err != nil {
			return nil, err
		}
	}
	l.step()
	return l, nil
}

// step reads the next row. A row that can't be read ends the layer.
func (l *layerRows) step() {
	l.more = l.rows.step()
	if !l.more {
		return
	}
	func() {
		defer l.rows.guard(&l.more)
		l.fid = l.rows.integer()
		l.read(l.rows, &l.next)
	}()
	l.count++
}

// articleIn returns the id of the article that the next row belongs to.
func (l *layerRows) articleIn(part *rows.Part) string { return l.next.Values[part.Article].Text() }

// reach extends the bounds by a row.
func (l *layerRows) reach(g orb.Geometry) {
	switch {
	case g == nil:
	case l.bound == nil:
		b := g.Bound()
		l.bound = &b
	default:
		*l.bound = l.bound.Union(g.Bound())
	}
}

// allDocuments checks each document and its rows in the layers.
func (v *verification) allDocuments() error {
	if err := v.readOrder(); err != nil {
		return err
	}
	var parts [rows.Parts]*layerRows
	for i, part := range v.parts {
		layer, err := v.openLayer(part)
		if err != nil {
			return err
		}
		parts[i] = layer
	}
	sql, err := v.articles.documents(v.conn, ", body")
	if err != nil {
		return err
	}
	whole, err := v.open(sql + " WHERE fid = ?")
	if err != nil {
		return err
	}
	newest, err := selectIntegers(v.conn, selectNewestDocument, 1)
	if err != nil {
		return err
	}
	v.sums = rows.NewPlaces(v.Tables)
	for fid := 1; fid <= newest[0]; fid++ {
		if err := v.document(fid, whole, parts); err != nil {
			return err
		}
		v.looked = fid
		if v.Progress != nil {
			v.Progress(fid, newest[0])
		}
	}
	return v.rest(parts)
}

// readOrder reads the order of the articles, which is also that of their rows.
func (v *verification) readOrder() error {
	articles, err := v.openRows(selectOrder, func(r *rowReader, a *rows.Row) { a.Geometry, a.ID = r.geometry(), r.text() })
	if err != nil {
		return err
	}
	v.order = map[string]int{}
	for ; articles.more; articles.step() {
		articles.reach(articles.next.Geometry)
		v.order[articles.next.ID] = articles.fid
	}
	v.Articles = articles.count
	if err := articles.rows.end(); err != nil {
		return err
	}
	return v.contents(schema.Articles, articles.bound)
}

// document checks one document.
func (v *verification) document(fid int, whole *rowReader, parts [rows.Parts]*layerRows) error {
	if err := whole.statement.BindInt(1, fid); err != nil {
		return err
	}
	var article rows.Article
	var body []byte
	found := whole.step()
	if found {
		whole.article(v.articles, &article)
		body = whole.bytes()
	}
	err := whole.end()
	switch {
	case errors.Is(err, sqlite3.INTERRUPT):
		return err
	case err != nil:
		v.fault("document %d or its row can't be read: %v", fid, err)
		_, err := v.alone(fid)
		return err
	case !found:
		return nil
	case article.ID == "":
		v.fault("document %d: the layer articles has no row for it", fid)
	default:
		v.documented++
		v.rows(fid, &article, parts)
	}
	return v.body(fid, &article, body)
}

// body checks the content of a document.
func (v *verification) body(fid int, article *rows.Article, body []byte) error {
	d, err := v.packer.unpack(article.Hash, body)
	switch {
	case err != nil && article.ID == "":
		v.fault("document %d is damaged: %v", fid, err)
		return nil
	case err != nil:
		v.fault("article %q: its document is damaged: %v", article.ID, err)
		return nil
	case article.ID != "" && d.ID != article.ID:
		v.fault("article %q: its document is that of %q", article.ID, d.ID)
	case article.ID != "" && v.shown(d) != article.Values[v.Article.Mentions].Int():
		v.fault("article %q: it counts %d mentions, and its document has %d", article.ID, article.Values[v.Article.Mentions].Int(), v.shown(d))
	}
	if err := d.Check(); err != nil {
		v.fault("document %d: %v", fid, err)
	}
	v.Undamaged++
	if v.VerifyHandler.Intact == nil {
		return nil
	}
	line, err := json.Marshal(d)
	if err != nil {
		return err
	}
	return v.VerifyHandler.Intact(line)
}

// shown counts the mentions of a document, with corrections applied.
func (v *verification) shown(d *document.Document) int {
	d, _ = correction.Apply(d, v.corrections)
	return v.Tables.ArticleOf(d, nil).Values[v.Article.Mentions].Int()
}

// rows checks the rows of an article in the layers.
func (v *verification) rows(fid int, article *rows.Article, parts [rows.Parts]*layerRows) {
	for i, layer := range parts {
		for ; layer.more && v.order[layer.articleIn(v.Parts[i])] < fid; layer.step() {
			v.fault("%s: %q belongs to no article, or is out of order", v.Parts[i].ID, layer.next.ID)
		}
	}
	s, counted := summing{tables: v.tables}, article.Values[v.Article.Mentions].Int()
	sum, has := s.article(0, article), 0
	for i, layer := range parts {
		for ; layer.more && layer.articleIn(v.Parts[i]) == article.ID; layer.step() {
			layer.reach(layer.next.Geometry)
			sum = s.add(sum, v.parts[i], &layer.next)
			if i == rows.Mentions {
				v.sums.Add(&layer.next)
				has++
			}
		}
	}
	switch {
	case article.Sum < rows.Unsummed: // edited in the file, which is not a fault
	case has != counted:
		v.fault("article %q: it counts %d mentions, and the layer mentions has %d", article.ID, counted, has)
	case article.Sum > rows.Unsummed && uint32(article.Sum) != sum:
		v.fault("article %q: its rows in the layers differ from its document", article.ID)
	}
}

// rest checks what is left when all documents were checked, and what gpkg_contents says of the
// layers.
func (v *verification) rest(parts [rows.Parts]*layerRows) error {
	for i, layer := range parts {
		if layer.more {
			v.fault("%s: %q and those after it belong to no article", v.Parts[i].ID, layer.next.ID)
		}
	}
	if v.Articles != v.documented {
		v.fault("the layer articles has %d rows, of which %d have a document", v.Articles, v.documented)
	}
	v.Mentions, v.Fronts, v.Events = parts[rows.Mentions].count, parts[rows.Fronts].count, parts[rows.Events].count
	for i, layer := range parts {
		if layer.rows == nil {
			continue
		}
		if err := layer.rows.end(); err != nil {
			return err
		}
		if err := v.contents(v.Parts[i].ID, layer.bound); err != nil {
			return err
		}
	}
	return nil
}
