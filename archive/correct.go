package archive

import (
	"bytes"
	"context"
	_ "embed" // corrections.sql
	"encoding/json"
	"errors"
	"fmt"

	"dateline/document"
	"dateline/document/correction"

	"github.com/ncruces/go-sqlite3"
)

// correctionTables store corrections.
//
//go:embed corrections.sql
var correctionTables string

const (
	selectCorrections = `SELECT body FROM dateline_corrections ORDER BY seq`
	selectConcerning  = `SELECT body FROM dateline_corrections WHERE article = ?1 OR article IS NULL AND (source IS NULL OR source = ?2) ORDER BY seq`
	insertCorrection  = `INSERT INTO dateline_corrections (id, article, source, body) VALUES (?1, nullif(?2, ''), nullif(?3, ''), ?4) ON CONFLICT DO NOTHING`
	deleteCorrection  = `DELETE FROM dateline_corrections WHERE id = ?1`
	selectCorrection  = `SELECT count(*) FROM dateline_corrections WHERE id = ?1`
	insertCorrected   = `INSERT INTO dateline_corrected VALUES (?1, ?2) ON CONFLICT DO NOTHING`
	deleteCorrected   = `DELETE FROM dateline_corrected WHERE article = ?1`
	selectCorrected   = `SELECT article FROM dateline_corrected WHERE correction = ?1 ORDER BY article`
	selectIsCorrected = `SELECT correction FROM dateline_corrected WHERE article = ?1 LIMIT 1`

	// Articles that contain a name, in their rows or corrected to be no place.
	selectNamed = `SELECT DISTINCT m.article FROM mentions m JOIN articles a ON a.id = m.article WHERE m.phrase = ?1 COLLATE NOCASE AND (?2 IN ('', a.source) OR a.corrected_by NOT NULL)
  UNION SELECT article FROM dateline_corrected WHERE correction IN
    (SELECT id FROM dateline_corrections WHERE json_extract(body, '$.quote') = ?1 COLLATE NOCASE) ORDER BY 1`
)

// Corrected is the result of Correct or Retract.
type Corrected struct {
	IDs      []string // of the corrections
	Articles int      // whose rows have changed
	Unknown  []string // ids that match no correction
	*Stored           // for Read
}

// Correct adds corrections and rewrites the rows they concern, in one transaction. A known
// correction changes nothing.
func (a *Archive) Correct(ctx context.Context, all []correction.Correction) (done Corrected, err error) {
	for i := range all {
		if all[i].At == "" {
			all[i].At = now()
		}
		if all[i], err = correction.New(all[i]); err != nil {
			return done, fmt.Errorf("correction %d: %w", i+1, err)
		}
	}
	done.Stored, err = a.edit(ctx, func(b *batch) error {
		done = Corrected{}
		articles := changedArticles{}
		for i := range all {
			done.IDs = append(done.IDs, all[i].ID)
			if err := b.concerned(&all[i], &articles); err != nil {
				return err
			}
		}
		if err := b.adoptThese(articles.order); err != nil {
			return err
		}
		for i := range all {
			if err := b.insertCorrection(&all[i]); err != nil {
				return err
			}
		}
		done.Articles = len(articles.order)
		return b.remake(articles.order)
	})
	return done, err
}

func (b *batch) insertCorrection(c *correction.Correction) error {
	body, err := json.Marshal(c)
	if err != nil {
		return err
	}
	b.corrections = unlooked
	return run(b, insertCorrection, c.ID, c.Article, c.Source, string(body))
}

// Retract undoes corrections: what they concerned is as it was read again, except for other
// corrections.
func (a *Archive) Retract(ctx context.Context, ids []string) (done Corrected, err error) {
	done.Stored, err = a.edit(ctx, func(b *batch) error {
		done = Corrected{}
		articles := changedArticles{}
		for _, id := range ids {
			known, err := texts(b, selectCorrection, id)
			if err != nil {
				return err
			}
			if known[0] == "0" {
				done.Unknown = append(done.Unknown, id)
				continue
			}
			done.IDs = append(done.IDs, id)
			concerned, err := texts(b, selectCorrected, id)
			if err != nil {
				return err
			}
			articles.add(concerned...)
			if err := b.adoptThese(concerned); err != nil {
				return err
			}
			if err := run(b, deleteCorrection, id); err != nil {
				return err
			}
		}
		done.Articles = len(articles.order)
		return b.remake(articles.order)
	})
	return done, err
}

// Corrections returns all corrections in the order they were made; of a damaged archive, those
// before the first unreadable one.
func (a *Archive) Corrections() (all []correction.Correction, err error) {
	err = a.readTx(context.Background(), func(c connection) error {
		bodies, err := texts(c, selectCorrections)
		read, damaged := readCorrections(bodies)
		all = read
		return errors.Join(err, damaged)
	})
	return all, err
}

func readCorrections(bodies []string) ([]correction.Correction, error) {
	all := make([]correction.Correction, len(bodies))
	for i, body := range bodies {
		if err := json.Unmarshal([]byte(body), &all[i]); err != nil {
			return all[:i], fmt.Errorf("%w: a correction: %w", sqlite3.CORRUPT, err)
		}
	}
	return all, nil
}

// correctionsOf returns the corrections of a document, and those of all texts or of its source.
func correctionsOf(c connection, d *document.Document) ([]correction.Correction, error) {
	bodies, err := texts(c, selectConcerning, d.ID, d.Source)
	if err != nil {
		return nil, err
	}
	return readCorrections(bodies)
}

// CorrectedDocument returns a document with its corrections applied, nil if the id is unknown.
func (a *Archive) CorrectedDocument(id string) (d *document.Document, err error) {
	if d, err = a.Document(id); d == nil || err != nil {
		return d, err
	}
	err = a.readTx(context.Background(), func(c connection) error {
		all, err := correctionsOf(c, d)
		if err == nil {
			d, _ = correction.Apply(d, all)
		}
		return err
	})
	return d, err
}

// CorrectedJSON returns the CorrectedDocument as JSON.
func (a *Archive) CorrectedJSON(id string) (*document.JSON, error) {
	var corrected []string
	err := a.readTx(context.Background(), func(c connection) (err error) {
		corrected, err = texts(c, selectIsCorrected, id)
		return err
	})
	if err != nil || len(corrected) == 0 {
		if err != nil {
			return nil, err
		}
		return a.JSON(id)
	}
	d, err := a.CorrectedDocument(id)
	if d == nil || err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := d.WriteJSON(&b); err != nil {
		return nil, err
	}
	return document.HeldJSON(b.Bytes()), nil
}

// changedArticles is an ordered set of ids.
type changedArticles struct {
	order []string
	seen  map[string]bool
}

func (c *changedArticles) add(ids ...string) {
	if c.seen == nil {
		c.seen = map[string]bool{}
	}
	for _, id := range ids {
		if !c.seen[id] {
			c.seen[id] = true
			c.order = append(c.order, id)
		}
	}
}

// concerned adds the articles that a correction may concern.
func (b *batch) concerned(c *correction.Correction, to *changedArticles) error {
	if c.Article != "" {
		to.add(c.Article)
		return nil
	}
	ids, err := texts(b, b.dialect().named, c.Quote, c.Source)
	to.add(ids...)
	return err
}

// remake rewrites the rows of articles.
func (b *batch) remake(articles []string) error {
	for _, id := range articles {
		d, err := b.read(selectDocument, id)
		if err != nil {
			return err
		}
		if d == nil {
			continue // it was removed
		}
		p, err := b.tables.pack(b.packer, d)
		if err != nil {
			return err
		}
		if err := b.replace(id, p); err != nil {
			return err
		}
	}
	return nil
}

// corrected returns a document as stored, and its rows with corrections applied.
func (b *batch) corrected(p *Packed) (*Packed, error) {
	if b.corrections == unlooked {
		n, err := count(b, `SELECT count(*) FROM dateline_corrections`)
		if err != nil {
			return nil, err
		}
		b.corrections = n
	}
	if b.corrections == 0 {
		return p, b.forgetCorrected(p)
	}
	d, err := b.packer.unpack(p.article.Hash, p.body)
	if err != nil {
		return nil, err
	}
	all, err := correctionsOf(b, d)
	if err != nil {
		return nil, err
	}
	if err := b.forgetCorrected(p); err != nil {
		return nil, err
	}
	shown, applied := correction.Apply(d, all)
	for _, id := range applied {
		if err := run(b, insertCorrected, d.ID, id); err != nil {
			return nil, err
		}
	}
	if len(applied) == 0 {
		return p, nil
	}
	q := *p
	q.article, q.parts = b.tables.ArticleOf(shown, p.article.Hash), b.tables.PartsOf(shown)
	q.article.Digest = p.article.Digest
	q.article.Sum = int(b.tables.sumOf(&q.article, q.parts))
	return &q, nil
}

// unlooked is the number of corrections before they were counted.
const unlooked = -1

// forgetCorrected deletes what earlier rows had corrected.
func (b *batch) forgetCorrected(p *Packed) error {
	if !b.edits {
		return nil // it had none
	}
	return run(b, deleteCorrected, p.article.ID)
}
