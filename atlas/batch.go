package atlas

import (
	"dateline/schema"

	"github.com/paulmach/orb"
)

// batch is what one transaction stores.
type batch struct {
	*writer
	stored
	sums                               *placeSums
	mentions, places, fronts, articles *extent
}

func newBatch(w *writer) *batch {
	return &batch{
		writer: w, sums: newPlaceSums(w.tables),
		mentions: &extent{layer: schema.Mentions}, places: &extent{layer: schema.Places},
		fronts: &extent{layer: schema.Fronts}, articles: &extent{layer: schema.Articles},
	}
}

// extent is where the rows that were added to a layer lie.
type extent struct {
	layer string
	rows  int
	bound orb.Bound
	known bool // whether any has a geometry
}

func (e *extent) add(g orb.Geometry) {
	e.rows++
	switch {
	case g == nil:
	case e.known:
		e.bound = e.bound.Union(g.Bound())
	default:
		e.bound, e.known = g.Bound(), true
	}
}

// putDocument stores a document unless its id is known.
func (b *batch) putDocument(p *Packed) error {
	known, err := b.isKnown(p.article.id)
	if err != nil {
		return err
	}
	if known {
		b.result.Known++
		return nil
	}
	if err := b.putArticle(&p.article, p.body); err != nil {
		return err
	}
	for i := range p.mentions {
		if err := b.putMention(&p.mentions[i]); err != nil {
			return err
		}
	}
	for i := range p.fronts {
		if err := b.putFront(&p.fronts[i]); err != nil {
			return err
		}
	}
	b.docs = append(b.docs, p)
	b.result.Added++
	b.result.Mentions += len(p.mentions)
	b.result.Fronts += len(p.fronts)
	return nil
}

func (b *batch) putArticle(r *articleRow, body []byte) error {
	b.articles.add(r.geometry)
	if err := b.article.row(b.tables.articles, &r.row).exec(); err != nil {
		return err
	}
	return b.document.integer(int(b.conn.LastInsertRowID())).bytes(r.hash).bytes(body).integer(r.sum).exec()
}

func (b *batch) putMention(r *row) error {
	b.mentions.add(r.geometry)
	b.sums.add(r)
	return b.mention.row(b.tables.mentions, r).exec()
}

func (b *batch) putFront(r *row) error {
	b.fronts.add(r.geometry)
	return b.front.row(b.tables.fronts, r).exec()
}

func (b *batch) putPlace(s *placeSum) error {
	b.places.add(s.point)
	return b.place.row(b.tables.places, s.row(b.tables)).exec()
}

// finish stores the places and what gpkg_contents says of the layers.
func (b *batch) finish() error {
	for _, s := range b.sums.takeChanged() {
		if err := b.putPlace(s); err != nil {
			return err
		}
	}
	for _, e := range []*extent{b.mentions, b.places, b.fronts, b.articles} {
		if e.rows == 0 {
			continue
		}
		if err := b.putExtent(e); err != nil {
			return err
		}
	}
	return nil
}

func (b *batch) putExtent(e *extent) error {
	if !e.known {
		return b.contents.null().null().null().null().text(e.layer).exec()
	}
	least, most := e.bound.Min, e.bound.Max
	return b.contents.real(least[0]).real(least[1]).real(most[0]).real(most[1]).text(e.layer).exec()
}
