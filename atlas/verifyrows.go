package atlas

import (
	"encoding/json"
	"errors"

	"github.com/ncruces/go-sqlite3"
	"github.com/paulmach/orb"
)

// layerRows reads the rows of a layer one after another, and keeps the next.
type layerRows[R any] struct {
	rows  *reading
	read  func(*reading, *R)
	next  R
	fid   int // of it
	more  bool
	bound *orb.Bound // of those read; nil for none
	count int
}

func (v *verification) open(sql string) (*reading, error) {
	statement, err := prepare(v.conn, sql)
	if err != nil {
		return nil, err
	}
	return newReading(statement), nil
}

func openRows[R any](v *verification, sql string, read func(*reading, *R)) (*layerRows[R], error) {
	rows, err := v.open(sql)
	if err != nil {
		return nil, err
	}
	l := &layerRows[R]{rows: rows, read: read}
	if rows.statement.BindCount() > 0 {
		if err := rows.statement.BindInt(1, 0); err != nil {
			return nil, err
		}
	}
	l.step()
	return l, nil
}

// step reads the next row. Where that can't be read there is none.
func (l *layerRows[R]) step() {
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
func (l *layerRows[R]) reach(g orb.Geometry) {
	switch {
	case g == nil:
	case l.bound == nil:
		b := g.Bound()
		l.bound = &b
	default:
		*l.bound = l.bound.Union(g.Bound())
	}
}

// documents looks at each document and the rows that the layers have of it.
func (v *verification) documents() error {
	if err := v.articles(); err != nil {
		return err
	}
	mentions, err := openRows(v, selectMentions, (*reading).mention)
	if err != nil {
		return err
	}
	fronts, err := openRows(v, selectFronts, (*reading).front)
	if err != nil {
		return err
	}
	whole, err := v.open(selectWhole)
	if err != nil {
		return err
	}
	newest, err := selectIntegers(v.conn, selectNewestDocument, 1)
	if err != nil {
		return err
	}
	v.sums = newPlaceSums()
	for fid := 1; fid <= newest[0]; fid++ {
		if err := v.document(fid, whole, mentions, fronts); err != nil {
			return err
		}
		if v.Progress != nil {
			v.Progress(fid, newest[0])
		}
	}
	return v.rest(mentions, fronts)
}

// articles notes the order of the articles, as that of their rows is the same.
func (v *verification) articles() error {
	articles, err := openRows(v, selectOrder, func(r *reading, a *articleRecord) { a.focus, a.id = r.geometry(), r.text() })
	if err != nil {
		return err
	}
	v.order = map[string]int{}
	for ; articles.more; articles.step() {
		articles.reach(articles.next.focus)
		v.order[articles.next.id] = articles.fid
	}
	v.Articles = articles.count
	if err := articles.rows.end(); err != nil {
		return err
	}
	return v.contents(Articles, articles.bound)
}

// document looks at one document.
func (v *verification) document(fid int, whole *reading, mentions *layerRows[mentionRecord], fronts *layerRows[frontRecord]) error {
	if err := whole.statement.BindInt(1, fid); err != nil {
		return err
	}
	var article articleRecord
	var body []byte
	found := whole.step()
	if found {
		whole.integer()
		whole.article(&article)
		body = whole.bytes()
	}
	err := whole.end()
	switch {
	case errors.Is(err, sqlite3.INTERRUPT):
		return err
	case err != nil:
		v.fault("document %d can't be read: %v", fid, err)
		return nil
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
func (v *verification) body(fid int, article *articleRecord, body []byte) error {
	d, err := v.packer.unpack(article.hash, body)
	switch {
	case err != nil:
		v.fault("article %q: its document is damaged: %v", article.id, err)
		return nil
	case article.id != "" && d.ID != article.id:
		v.fault("article %q: its document is that of %q", article.id, d.ID)
	case article.id != "" && len(d.Mentions) != article.mentions:
		v.fault("article %q: it counts %d mentions, and its document has %d", article.id, article.mentions, len(d.Mentions))
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
func (v *verification) rows(fid int, article *articleRecord, mentions *layerRows[mentionRecord], fronts *layerRows[frontRecord]) {
	for ; mentions.more && v.order[mentions.next.article] < fid; mentions.step() {
		v.fault("mention %q: it belongs to no article, or is out of order", mentions.next.id)
	}
	for ; fronts.more && v.order[fronts.next.article] < fid; fronts.step() {
		v.fault("front %q: it belongs to no article, or is out of order", fronts.next.id)
	}
	var s summing
	sum, has := s.article(0, article), 0
	for ; mentions.more && mentions.next.article == article.id; mentions.step() {
		v.sums.add(&mentions.next)
		mentions.reach(mentions.next.point)
		sum = s.mention(sum, &mentions.next)
		has++
	}
	for ; fronts.more && fronts.next.article == article.id; fronts.step() {
		fronts.reach(fronts.next.geometry)
		sum = s.front(sum, &fronts.next)
	}
	switch {
	case has != article.mentions:
		v.fault("article %q: it counts %d mentions, and the layer mentions has %d", article.id, article.mentions, has)
	case article.sum != unsummed && uint32(article.sum) != sum:
		v.fault("article %q: its rows in the layers are not as they were stored", article.id)
	}
}

// rest looks at what is left over when all documents have been looked at, and at
// what is said of the layers.
func (v *verification) rest(mentions *layerRows[mentionRecord], fronts *layerRows[frontRecord]) error {
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
		func() error { return v.contents(Mentions, mentions.bound) }, func() error { return v.contents(Fronts, fronts.bound) },
	} {
		if err := look(); err != nil {
			return err
		}
	}
	return nil
}
