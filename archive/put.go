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

// PutResult counts what a Store did.
type PutResult struct {
	Added    int                       // documents stored
	Revised  int                       // documents stored as the newer text of an article
	Known    int                       // documents left alone, as they were in already
	Removed  int                       // documents left alone, as their article was removed
	Mentions int                       // of those stored
	Fronts   int                       // likewise
	Events   int                       // likewise, at each of their places
	Places   int                       // mentioned for the first time
	Refused  []*document.DocumentError // documents that can't be stored, in their order
}

// Packed is a document made ready to be stored: its rows, and the document itself,
// compressed.
type Packed struct {
	article rows.Article
	parts   [rows.Parts][]rows.Row
	body    []byte
	keys    []string // by what else it is known again
	text    string   // a hash of it
	file    string   // key of the file that holds nothing else; empty for none
	there   Files    // for file
}

// Store stores documents that Pack made ready, in one transaction: all that are not
// known, each wholly, or none. A document that is in already, or came earlier in docs,
// is left alone, as is one whose article was removed. One that has the id, the address,
// the GUID or the file (OfFile) of an article and another text is its newer text: the
// older one stays in its history. An error, such as that of a full disk (*Error) or of ctx, means
// that none was stored.
//
// Store may be called at the same time from many goroutines and processes; they
// take turns.
func (a *Archive) Store(ctx context.Context, docs []*Packed) (*Stored, error) {
	return a.edit(ctx, func(b *batch) error { return b.putDocuments(docs) })
}

// PutPacked is Store for a process that shows nothing of the archive.
func (a *Archive) PutPacked(ctx context.Context, docs []*Packed) (PutResult, error) {
	stored, err := a.Store(ctx, docs)
	if err != nil {
		return PutResult{}, err
	}
	return stored.PutResult, nil
}

// PackAll makes documents ready, on all cores, and returns what is wrong with the
// others.
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

// Pack makes a document ready for Store: most of the work, which many
// goroutines may do at the same time. The error is a *DocumentError when Check
// refuses the document. What it returns shares the memory of the document.
func (a *Archive) Pack(d *document.Document) (*Packed, error) {
	p, err := a.pack(d)
	if err != nil {
		return nil, err
	}
	return p, nil
}

// pack makes a document ready. A panic in it, which is a fault of this package, is
// an error of that document.
func (a *Archive) pack(d *document.Document) (p *Packed, refused *document.DocumentError) {
	defer func() {
		if v := recover(); v != nil {
			p, refused = nil, &document.DocumentError{ID: d.ID, Field: "document", Err: fmt.Errorf("a fault of Dateline itself, please report it: %v", v)}
		}
	}()
	if errors.As(d.Check(), &refused) {
		return nil, refused
	}
	p, err := a.tables.pack(a.packer, d.Conforming())
	if err != nil {
		return nil, &document.DocumentError{ID: d.ID, Field: "document", Err: err}
	}
	if !a.InFile() && p.hasNUL() {
		return nil, &document.DocumentError{ID: d.ID, Field: "document", Err: errNUL}
	}
	return p, nil
}

// errNUL is the error of a document that a file can keep, and a database can't.
var errNUL = errors.New("a text in it has the character U+0000, which PostgreSQL does not keep; take that out")

// hasNUL reports whether a text of the rows has the character U+0000.
func (p *Packed) hasNUL() bool {
	has := func(r rows.Row) bool {
		return strings.ContainsRune(r.ID, 0) || slices.ContainsFunc(r.Values, func(v schema.Value) bool { return strings.ContainsRune(v.Text(), 0) })
	}
	return has(p.article.Row) || slices.ContainsFunc(p.parts[:], func(part []rows.Row) bool { return slices.ContainsFunc(part, has) })
}

// pack makes a document ready that nothing is wrong with.
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
