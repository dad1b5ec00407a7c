package archive

import (
	"dateline/document/rows"
)

// batch is the content of one transaction.
type batch struct {
	transaction
	*copier
	Stored
	packer      *packer
	sums        *rows.Places
	edits       bool            // whether rows are deleted
	edited      map[string]bool // articles whose rows were edited in the file, not yet adopted
	lacks       lacking
	corrections int // their number; unlooked until counted
}

// inBatch calls do to change documents within a transaction.
func (a *Archive) inBatch(t transaction, do func(*batch) error) (s Stored, err error) {
	b := &batch{transaction: t, copier: a.copier, packer: a.packer, sums: rows.NewPlaces(a.tables.Tables), corrections: unlooked}
	if err := t.startWriting(); err != nil {
		return s, err
	}
	if b.before, err = t.newest(); err != nil {
		return s, err
	}
	b.after = b.before
	if err := b.adopt(); err != nil {
		return s, err
	}
	if err := do(b); err != nil {
		return s, err
	}
	if err := b.finish(); err != nil {
		return s, err
	}
	if b.after, err = t.newest(); err != nil {
		return s, err
	}
	b.PutResult.Places = max(0, b.after.places-b.before.places)
	for r, err := range b.rows(selectPlaces, b.before.places) {
		if err != nil {
			return s, err
		}
		b.newPlaces = append(b.newPlaces, placed{r.Text(0), int(r.Int(1))})
	}
	return b.Stored, nil
}

func (b *batch) putDocuments(docs []*Packed) (err error) {
	if b.lacks, err = b.lackingOf(docs); err != nil {
		return err
	}
	if rowCount(docs) >= manyRows && !b.edits {
		if err := b.startBulk(); err != nil {
			return err
		}
	}
	for i := range docs {
		if err := b.putDocument(docs[i]); err != nil {
			return err
		}
	}
	return nil
}

// putDocument stores a document unless it is known; if its article is known, as the newer text.
func (b *batch) putDocument(p *Packed) error {
	article, how, err := b.find(p)
	if err == nil && p.file != "" {
		article, how, err = b.findFile(p, article, how)
	}
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
	delete(b.lacks.ids, p.article.ID)
	if err := b.remember(p.article.ID, p.names()...); err != nil {
		return err
	}
	return b.addRows("", p)
}

// addRows stores the rows of a document, with corrections applied, after the old ones were
// deleted.
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
	b.after.articles++
	r.Number = b.after.articles
	return b.transaction.putArticle(r, body)
}

func (b *batch) putPart(part int, r *rows.Row) error {
	if part == rows.Mentions {
		b.sums.Add(r)
	}
	b.after.parts[part]++
	r.Number = b.after.parts[part]
	if t := b.Parts[part]; t.Place >= 0 {
		b.copyNames(t.Table, r.Values, r.Values[t.Place].Text())
	}
	return b.transaction.putPart(part, r)
}

func (b *batch) putPlace(s *rows.Place) error {
	r := s.Row(b.Tables)
	b.copyNames(b.places.Table, r.Values, r.ID)
	return b.transaction.putPlace(r)
}

// finish stores the places.
func (b *batch) finish() error {
	for _, s := range b.sums.TakeChanged() {
		if err := b.putPlace(s); err != nil {
			return err
		}
	}
	if err := b.recount(); err != nil {
		return err
	}
	return b.finishWriting()
}
