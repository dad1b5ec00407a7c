package archive

import (
	"dateline/document/rows"
	"dateline/schema"

	"github.com/paulmach/orb"
)

// batch is what one transaction stores.
type batch struct {
	*writer
	Stored
	sums             *rows.Places
	edits            bool // whether rows are taken out
	corrections      int  // how many there are; unlooked while that is not known
	places, articles *extent
	parts            [rows.Parts]*extent
}

func newBatch(w *writer) *batch {
	b := &batch{writer: w, sums: rows.NewPlaces(w.Tables), corrections: unlooked, places: &extent{layer: schema.Places}, articles: &extent{layer: schema.Articles}}
	for i, part := range w.Parts {
		b.parts[i] = &extent{layer: part.ID}
	}
	return b
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

func (b *batch) putDocuments(docs []*Packed) error {
	for i := range docs {
		if err := b.putDocument(docs[i]); err != nil {
			return err
		}
	}
	return nil
}

// putDocument stores a document unless it is known, as the newer text of its article
// where there is one.
func (b *batch) putDocument(p *Packed) error {
	article, how, err := b.identity.find(p)
	if err != nil {
		return err
	}
	switch how {
	case same:
		b.PutResult.Known++
		return nil
	case gone:
		b.PutResult.Removed++
		return nil
	case newer:
		return b.putNewer(article, p)
	}
	b.PutResult.Added++
	if err := b.identity.remember(p.article.ID, p.keys...); err != nil {
		return err
	}
	return b.addRows("", p)
}

// addRows stores the rows of a document, as corrections show it, in the place of those
// that were removed.
func (b *batch) addRows(removed string, p *Packed) error {
	p, err := b.corrected(p)
	if err != nil {
		return err
	}
	b.steps = append(b.steps, step{removed, p})
	if err := b.putArticle(&p.article, p.body); err != nil {
		return err
	}
	for part := range p.parts {
		for i := range p.parts[part] {
			if err := b.putPart(part, &p.parts[part][i]); err != nil {
				return err
			}
		}
	}
	b.PutResult.Mentions += len(p.parts[rows.Mentions])
	b.PutResult.Fronts += len(p.parts[rows.Fronts])
	b.PutResult.Events += len(p.parts[rows.Events])
	return nil
}

func (b *batch) putArticle(r *rows.Article, body []byte) error {
	b.articles.add(r.Geometry)
	b.after.articles++
	r.Number = b.after.articles
	if err := b.article.integer(r.Number).row(b.tables.articles, &r.Row).exec(); err != nil {
		return err
	}
	return b.document.integer(r.Number).bytes(r.Hash).bytes(body).integer(r.Sum).bytes([]byte(r.Digest)).exec()
}

func (b *batch) putPart(part int, r *rows.Row) error {
	b.parts[part].add(r.Geometry)
	if part == rows.Mentions {
		b.sums.Add(r)
	}
	b.after.parts[part]++
	if t := b.Parts[part]; t.Place >= 0 {
		b.copyNames(t.Table, r.Values, r.Values[t.Place].Text())
	}
	return b.part[part].integer(b.after.parts[part]).row(b.tables.parts[part], r).exec()
}

func (b *batch) putPlace(s *rows.Place) error {
	b.places.add(s.Point)
	r := s.Row(b.Tables)
	b.copyNames(b.tables.places.Table, r.Values, r.ID)
	return b.place.null().row(b.tables.places, r).exec()
}

// finish stores the places and what gpkg_contents says of the layers.
func (b *batch) finish() error {
	for _, s := range b.sums.TakeChanged() {
		if err := b.putPlace(s); err != nil {
			return err
		}
	}
	if err := b.recount(); err != nil {
		return err
	}
	for _, e := range append(b.parts[:], b.places, b.articles) {
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
