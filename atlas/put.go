package atlas

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"dateline/document"

	"github.com/ncruces/go-sqlite3"
)

// PutResult counts what a Put did.
type PutResult struct {
	Added    int                       // documents stored
	Known    int                       // documents left alone, as their id was in already
	Mentions int                       // of those added
	Fronts   int                       // of those added
	Places   int                       // mentioned for the first time
	Refused  []*document.DocumentError // documents that can't be stored, in their order
}

// Packed is a document made ready to be stored: its rows, and the document itself,
// compressed.
type Packed struct {
	article  articleRow
	mentions []row
	fronts   []row
	body     []byte
}

// Put stores documents in one transaction: all that are neither known nor
// refused, each wholly, or none. A document whose id is in already, or came
// earlier in docs, is left alone.
//
// Documents that Check refuses are left out; the error then joins their
// *DocumentErrors, and all others are stored. Any other error, such as that of a
// full disk (*Error) or of ctx, means that none was. When Put returns, View shows
// what it stored.
//
// Put may be called at the same time from many goroutines and processes; they
// take turns.
func (a *Archive) Put(ctx context.Context, docs []document.Document) (PutResult, error) {
	ready, refused := a.packAll(docs)
	result, err := a.PutPacked(ctx, ready)
	if err != nil {
		return result, err
	}
	result.Refused = refused
	return result, joinRefused(refused)
}

// PutPacked stores documents that Pack made ready, as Put does.
func (a *Archive) PutPacked(ctx context.Context, docs []*Packed) (PutResult, error) {
	var added stored
	err := a.use(func(s *session) (err error) {
		switch {
		case s.writer == nil:
			return sqlite3.READONLY
		case s.isReplaced():
			return errReplaced(a.path)
		}
		added, err = s.writer.put(ctx, docs)
		added.by = s
		return err
	})
	if err != nil {
		return PutResult{}, err
	}
	return added.result, a.show(context.WithoutCancel(ctx), &added)
}

func joinRefused(refused []*document.DocumentError) error {
	errs := make([]error, len(refused))
	for i, e := range refused {
		errs[i] = e
	}
	return errors.Join(errs...)
}

// packAll makes documents ready, on all cores, and returns what is wrong with the
// others.
func (a *Archive) packAll(docs []document.Document) ([]*Packed, []*document.DocumentError) {
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

// Pack makes a document ready for PutPacked: most of the work of Put, which many
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
	d = d.Conforming()
	hash, body, err := a.packer.packDocument(d)
	if err != nil {
		return nil, &document.DocumentError{ID: d.ID, Field: "document", Err: err}
	}
	p = &Packed{a.tables.articleRow(d, hash), a.tables.mentionRows(d), a.tables.frontRows(d), body}
	p.article.sum = int(a.tables.sumOf(&p.article, p.mentions, p.fronts))
	return p, nil
}
