package atlas

import (
	"context"
	"errors"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
)

// PutResult counts what a Put did.
type PutResult struct {
	Added    int              // documents stored
	Known    int              // documents left alone, as their id was in already
	Mentions int              // of those added
	Fronts   int              // of those added
	Places   int              // mentioned for the first time
	Refused  []*DocumentError // documents that can't be stored, in their order
}

// packed is a document ready to be stored: its rows, and the document itself,
// compressed.
type packed struct {
	article  articleRecord
	mentions []mentionRecord
	fronts   []frontRecord
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
func (a *Archive) Put(ctx context.Context, docs []Document) (PutResult, error) {
	ready, refused := a.pack(docs)
	s, err := a.writer.put(ctx, ready)
	if err != nil {
		return PutResult{}, explain(a.path, err)
	}
	s.result.Refused = refused
	if err := a.show(context.WithoutCancel(ctx), &s); err != nil {
		return s.result, err
	}
	return s.result, joinRefused(refused)
}

func joinRefused(refused []*DocumentError) error {
	errs := make([]error, len(refused))
	for i, e := range refused {
		errs[i] = e
	}
	return errors.Join(errs...)
}

// pack makes documents ready, on all cores, and returns what is wrong with the
// others.
func (a *Archive) pack(docs []Document) ([]packed, []*DocumentError) {
	ready, errs := make([]packed, len(docs)), make([]*DocumentError, len(docs))
	var running sync.WaitGroup
	var taken atomic.Int64
	for range min(runtime.GOMAXPROCS(0), len(docs)) {
		running.Go(func() {
			var space []byte
			for i := int(taken.Add(1)) - 1; i < len(docs); i = int(taken.Add(1)) - 1 {
				ready[i], errs[i] = a.packOne(&docs[i], &space)
			}
		})
	}
	running.Wait()
	refused := slices.DeleteFunc(errs, func(e *DocumentError) bool { return e == nil })
	return slices.DeleteFunc(ready, func(p packed) bool { return p.body == nil }), refused
}

// packOne makes a document ready. The space is for its JSON.
func (a *Archive) packOne(d *Document, space *[]byte) (packed, *DocumentError) {
	if err := d.check(); err != nil {
		return packed{}, err
	}
	b, err := d.encodeInto(*space)
	*space = b
	if err != nil {
		return packed{}, &DocumentError{ID: d.ID, Field: "document", Err: err}
	}
	return packed{d.articleRecord(hashOf(b)), d.mentionRecords(), d.frontRecords(), a.packer.pack(b)}, nil
}
