package archive

import (
	"context"
	"errors"
	"fmt"
	"strings"
)

// Copy copies all articles into an empty archive in one transaction: documents byte for byte,
// with the same ids, order and numbers, so that both archives have the same version; also older
// texts, corrections and tombstones. further copies what other packages keep in both. It returns
// the number of articles.
func Copy(ctx context.Context, from, to *Archive, progress func(done, total int), further ...func(from, to *Tx) error) (articles int, err error) {
	err = from.ReadTx(ctx, func(in *Tx) error {
		return to.WriteTx(ctx, func(out *Tx) error {
			_, err := to.inBatch(out.writing, func(b *batch) (err error) {
				articles, err = to.copyAll(in, b, progress)
				return err
			})
			for _, copy := range further {
				if err == nil {
					err = copy(in, out)
				}
			}
			return err
		})
	})
	return articles, err
}

// copyAll copies the corrections first, as rows depend on them.
func (a *Archive) copyAll(in *Tx, b *batch, progress func(done, total int)) (articles int, err error) {
	if b.before != (newest{}) {
		return 0, &Error{Path: a.path, Reason: "holds something already", Hint: "copy into a folder or database that is empty"}
	}
	if err := errors.Join(b.fill(), b.startBulk()); err != nil {
		return 0, err
	}
	out := &Tx{b, a, b.transaction}
	if err := CopyTable(in, out, "dateline_corrections", "id, article, source, body", ""); err != nil {
		return 0, err
	}
	total, err := count(in, selectCount)
	if err != nil {
		return 0, err
	}
	for r, err := range in.Rows(`SELECT fid, hash, body FROM articles JOIN dateline_documents USING (fid) ORDER BY fid`) {
		if err != nil {
			return 0, err
		}
		if err := b.copyDocument(int(r.Int(0)), r.Bytes(1), r.Bytes(2)); err != nil {
			return 0, fmt.Errorf("document %d: %w", r.Int(0), err)
		}
		if articles++; progress != nil {
			progress(articles, total)
		}
	}
	if err := b.copyKeys(in); err != nil {
		return 0, err
	}
	for _, t := range []struct{ table, columns, blobs string }{
		{"dateline_removed", "article, at, by, why", "hash, body"},
		{"dateline_revisions", "article, number, until", "hash, body"},
	} {
		if err := CopyTable(in, out, t.table, t.columns, t.blobs); err != nil {
			return 0, err
		}
	}
	return articles, b.copyDeleted(in)
}

// copyDocument stores a document under a number, byte for byte.
func (b *batch) copyDocument(number int, hash, body []byte) error {
	d, err := b.packer.unpack(hash, body)
	if err != nil {
		return err
	}
	p, err := b.tables.pack(b.packer, d)
	if err != nil {
		return err
	}
	p.article.Hash, p.body = hash, body
	p.article.Sum = int(b.tables.sumOf(&p.article, p.parts))
	b.after.articles, b.steps = number-1, b.steps[:0]
	return b.addRows("", p)
}

// copyKeys copies the keys of all articles, some three for each.
func (b *batch) copyKeys(in *Tx) error {
	for r, err := range in.Rows(`SELECT key, article FROM dateline_keys ORDER BY key`) {
		if err != nil {
			return err
		}
		if err := b.putKey(r.Text(0), r.Text(1)); err != nil {
			return err
		}
	}
	return nil
}

// copyDeleted reserves the numbers of removed articles.
func (b *batch) copyDeleted(in *Tx) error {
	highest := 0
	for _, sql := range []string{`SELECT coalesce(max(fid), 0) FROM articles`, `SELECT articles FROM dateline_deleted`} {
		n, err := count(in, sql)
		if err != nil {
			return err
		}
		highest = max(highest, n)
	}
	return run(b, `UPDATE dateline_deleted SET articles = ?1`, highest)
}

// CopyTable copies columns of a table, if it exists: text, number and truth columns, and byte
// columns.
func CopyTable(from, to *Tx, table, columns, blobs string) error {
	if has, err := from.Has(table); err != nil || !has {
		return err
	}
	names := strings.Split(columns, ", ")
	plain := len(names)
	if blobs != "" {
		names = append(names, strings.Split(blobs, ", ")...)
	}
	list := strings.Join(names, ", ")
	insert := "INSERT INTO " + table + " (" + list + ") VALUES (?1" + strings.Repeat(", ?", len(names)-1) + ")"
	values := make([]any, len(names))
	for r, err := range from.Rows("SELECT " + list + " FROM " + table + " ORDER BY 1") {
		if err != nil {
			return err
		}
		for i := range names {
			if values[i] = r.Value(i); i >= plain {
				values[i] = r.Bytes(i)
			}
		}
		if err := to.Exec(insert, values...); err != nil {
			return err
		}
	}
	return nil
}
