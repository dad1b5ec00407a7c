package atlas

import (
	"encoding/json"
	"errors"

	"dateline/schema"

	"github.com/ncruces/go-sqlite3"
	"github.com/paulmach/orb"
)

// layerRows reads the rows of a layer one after another, and keeps the next.
type layerRows struct {
	rows  *rowReader
	read  func(*rowReader, *row)
	next  row
	fid   int // of it
	more  bool
	bound *orb.Bound // of those read; nil for none
	count int
}

func (v *verification) open(sql string) (*rowReader, error) {
	statement, err := prepare(v.conn, sql)
	if err != nil {
		return nil, err
	}
	return newRowReader(statement), nil
}

// openLayer reads all that is stored of a layer.
func (v *verification) openLayer(t *table) (*layerRows, error) {
	sql, err := t.after(v.conn)
	if err != nil {
		return nil, err
	}
	return v.openRows(sql, func(r *rowReader, into *row) { r.row(t, into) })
}

func (v *verification) openRows(sql string, read func(*rowReader, *row)) (*layerRows, error) {
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

// step reads the next row. Where that can't be read there is none.
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

// reach notes where a row lies.
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

// allDocuments looks at each document and the rows that the layers have of it.
func (v *verification) allDocuments() error {
	if err := v.readOrder(); err != nil {
		return err
	}
	mentions, err := v.openLayer(v.mentions)
	if err != nil {
		return err
	}
	fronts, err := v.openLayer(v.fronts)
	if err != nil {
		return err
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
	v.sums = newPlaceSums(v.tables)
	for fid := 1; fid <= newest[0]; fid++ {
		if err := v.document(fid, whole, mentions, fronts); err != nil {
			return err
		}
		v.looked = fid
		if v.Progress != nil {
			v.Progress(fid, newest[0])
		}
	}
	return v.rest(mentions, fronts)
}

// readOrder notes the order of the articles, as that of their rows is the same.
func (v *verification) readOrder() error {
	articles, err := v.openRows(selectOrder, func(r *rowReader, a *row) { a.geometry, a.id = r.geometry(), r.text() })
	if err != nil {
		return err
	}
	v.order = map[string]int{}
	for ; articles.more; articles.step() {
		articles.reach(articles.next.geometry)
		v.order[articles.next.id] = articles.fid
	}
	v.Articles = articles.count
	if err := articles.rows.end(); err != nil {
		return err
	}
	return v.contents(schema.Articles, articles.bound)
}

// document looks at one document.
func (v *verification) document(fid int, whole *rowReader, mentions *layerRows, fronts *layerRows) error {
	if err := whole.statement.BindInt(1, fid); err != nil {
		return err
	}
	var article articleRow
	var body []byte
	found := whole.step()
	if found {
		whole.integer()
		whole.article(v.articles, &article)
		body = whole.bytes()
	}
	err := whole.end()
	switch {
	case errors.Is(err, sqlite3.INTERRUPT):
		return err
	case err != nil:
		v.fault("document %d or its row can't be read: %v", fid, err)
		return v.alone(fid)
	case !found:
		return nil
	case article.id == "":
		v.fault("document %d: the layer articles has no row of it", fid)
	default:
		v.documented++
		v.rows(fid, &article, mentions, fronts)
	}
	return v.body(fid, &article, body)
}

// body looks at what a document says.
func (v *verification) body(fid int, article *articleRow, body []byte) error {
	d, err := v.packer.unpack(article.hash, body)
	switch {
	case err != nil && article.id == "":
		v.fault("document %d is damaged: %v", fid, err)
		return nil
	case err != nil:
		v.fault("article %q: its document is damaged: %v", article.id, err)
		return nil
	case article.id != "" && d.ID != article.id:
		v.fault("article %q: its document is that of %q", article.id, d.ID)
	case article.id != "" && len(d.Mentions) != article.values[v.article.mentions].Int():
		v.fault("article %q: it counts %d mentions, and its document has %d", article.id, article.values[v.article.mentions].Int(), len(d.Mentions))
	}
	if err := d.Check(); err != nil {
		v.fault("document %d: %v", fid, err)
	}
	v.Undamaged++
	if v.Findings.Whole == nil {
		return nil
	}
	line, err := json.Marshal(d)
	if err != nil {
		return err
	}
	return v.Findings.Whole(line)
}

// rows looks at the rows that the layers have of an article.
func (v *verification) rows(fid int, article *articleRow, mentions *layerRows, fronts *layerRows) {
	for ; mentions.more && v.order[mentions.next.values[v.mention.article].Text()] < fid; mentions.step() {
		v.fault("mention %q: it belongs to no article, or is out of order", mentions.next.id)
	}
	for ; fronts.more && v.order[fronts.next.values[v.front.article].Text()] < fid; fronts.step() {
		v.fault("front %q: it belongs to no article, or is out of order", fronts.next.id)
	}
	s, counted := summing{tables: v.tables}, article.values[v.article.mentions].Int()
	sum, has := s.article(0, article), 0
	for ; mentions.more && mentions.next.values[v.mention.article].Text() == article.id; mentions.step() {
		v.sums.add(&mentions.next)
		mentions.reach(mentions.next.geometry)
		sum = s.add(sum, v.mentions, &mentions.next)
		has++
	}
	for ; fronts.more && fronts.next.values[v.front.article].Text() == article.id; fronts.step() {
		fronts.reach(fronts.next.geometry)
		sum = s.add(sum, v.fronts, &fronts.next)
	}
	switch {
	case has != counted:
		v.fault("article %q: it counts %d mentions, and the layer mentions has %d", article.id, counted, has)
	case article.sum != unsummed && uint32(article.sum) != sum:
		v.fault("article %q: its rows in the layers are not as they were stored", article.id)
	}
}

// rest looks at what is left over when all documents have been looked at, and at
// what is said of the layers.
func (v *verification) rest(mentions *layerRows, fronts *layerRows) error {
	if mentions.more {
		v.fault("mention %q and those behind it belong to no article", mentions.next.id)
	}
	if fronts.more {
		v.fault("front %q and those behind it belong to no article", fronts.next.id)
	}
	if v.Articles != v.documented {
		v.fault("the layer articles has %d rows, of which %d have a document", v.Articles, v.documented)
	}
	v.Mentions, v.Fronts = mentions.count, fronts.count
	for _, look := range []func() error{
		mentions.rows.end, fronts.rows.end,
		func() error { return v.contents(schema.Mentions, mentions.bound) }, func() error { return v.contents(schema.Fronts, fronts.bound) },
	} {
		if err := look(); err != nil {
			return err
		}
	}
	return nil
}
