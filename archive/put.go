package archive

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"dateline/document"
	"dateline/document/rows"
	"dateline/schema"
)

// PutResult counts what Store did.
type PutResult struct {
	Added    int                       // documents stored
	Revised  int                       // documents stored as the newer text of an article
	Known    int                       // documents already stored, left alone
	Removed  int                       // documents whose article was removed, left alone
	Mentions int                       // in the documents stored
	Fronts   int                       // likewise
	Events   int                       // likewise, counted at each of their places
	Places   int                       // mentioned for the first time
	Refused  []*document.DocumentError // documents that can't be stored, in order
}

// Packed is a document ready to be stored: its rows, and the document itself, compressed.
type Packed struct {
	article rows.Article
	parts   [rows.Parts][]rows.Row
	body    []byte
	keys    []string // other keys by which it is recognised
	text    string   // a hash of it
	file    string   // key of the file that contains only this document; empty if none
	there   Files    // for file
}

// Store stores documents that Pack prepared, in one transaction: all unknown ones, or on an
// error none. Documents already stored, or earlier in docs, and those of removed articles are
// left alone. A document with the id, address, GUID or file (SetFile) of an article and another
// text is the article's newer text; the older one stays in its history. Errors include a full
// disk (*Error) and that of ctx.
//
// Store may be called concurrently by many goroutines and processes; they take turns.
func (a *Archive) Store(ctx context.Context, docs []*Packed) (*Stored, error) {
	return a.edit(ctx, func(b *batch) error { return b.putDocuments(docs) })
}

// PutPacked is Store for a process that does not show the archive.
func (a *Archive) PutPacked(ctx context.Context, docs []*Packed) (PutResult, error) {
	stored, err := a.Store(ctx, docs)
	if err != nil {
		return PutResult{}, err
	}
	return stored.PutResult, nil
}

// PackAll packs documents on all cores, and returns what is wrong with those it can't pack.
func (a *Archive) PackAll(docs []document.Document) ([]*Packed, []*document.DocumentError) {
	ready, errs := make([]*Packed, len(docs)), make([]*document.DocumentError, len(docs))
	var running sync.WaitGroup
	var taken atomic.Int64
	for range min(runtime.GOMAXPROCS(0), len(docs)) {
		running.Go(func() {
			for i := int(taken.Add(1)) - 1; i < len(docs); i = int(taken.Add(1)) - 1 {
				ready[i], errs[i] = a.pack(&docs[i])
			}
		})
	}
	running.Wait()
	refused := slices.DeleteFunc(errs, func(e *document.DocumentError) bool { return e == nil })
	return slices.DeleteFunc(ready, func(p *Packed) bool { return p == nil }), refused
}

// Pack prepares a document for Store: most of the work, which many goroutines may do
// concurrently. The error is a *DocumentError if Check refuses the document. The result shares
// the document's memory.
func (a *Archive) Pack(d *document.Document) (*Packed, error) {
	p, err := a.pack(d)
	if err != nil {
		return nil, err
	}
	return p, nil
}

// pack prepares a document. It turns a panic, which is a bug of this package, into an error of
// that document.
func (a *Archive) pack(d *document.Document) (p *Packed, refused *document.DocumentError) {
	defer func() {
		if v := recover(); v != nil {
			p, refused = nil, &document.DocumentError{ID: d.ID, Field: "document", Err: fmt.Errorf("a bug in Dateline, please report it: %v", v)}
		}
	}()
	if errors.As(d.Check(), &refused) {
		return nil, refused
	}
	p, err := a.tables.pack(a.packer, d.Conforming())
	if err != nil {
		return nil, &document.DocumentError{ID: d.ID, Field: "document", Err: err}
	}
	if !a.IsFile() && p.hasNUL() {
		return nil, &document.DocumentError{ID: d.ID, Field: "document", Err: errNUL}
	}
	return p, nil
}

// errNUL reports a document that a file can store and a database can't.
var errNUL = errors.New("a text in it contains the character U+0000, which PostgreSQL cannot store; remove it")

// hasNUL reports whether a text of the rows contains U+0000.
func (p *Packed) hasNUL() bool {
	has := func(r rows.Row) bool {
		return strings.ContainsRune(r.ID, 0) || slices.ContainsFunc(r.Values, func(v schema.Value) bool { return strings.ContainsRune(v.Text(), 0) })
	}
	return has(p.article.Row) || slices.ContainsFunc(p.parts[:], func(part []rows.Row) bool { return slices.ContainsFunc(part, has) })
}

// pack prepares a valid document.
func (t *tables) pack(packer *packer, d *document.Document) (*Packed, error) {
	hash, body, err := packer.packDocument(d)
	if err != nil {
		return nil, err
	}
	p := &Packed{article: t.ArticleOf(d, hash), parts: t.PartsOf(d), body: body, keys: keysOf(d), text: string(document.HashOf([]byte(d.Text)))}
	p.article.Digest = rows.DigestOf(d)
	p.article.Sum = int(t.sumOf(&p.article, p.parts))
	return p, nil
}
