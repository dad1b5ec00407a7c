package atlas

import (
	"context"
	"errors"
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

// packed is a document ready to be stored.
type packed struct {
	document *Document
	hash     []byte
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
	result, err := a.writer.put(ctx, ready)
	if err != nil {
		return PutResult{}, explain(a.path, err)
	}
	result.Refused = refused
	if err := a.refresh(context.WithoutCancel(ctx)); err != nil {
		return result, err
	}
	return result, joinRefused(refused)
}

func joinRefused(refused []*DocumentError) error {
	errs := make([]error, len(refused))
	for i, e := range refused {
		errs[i] = e
	}
	return errors.Join(errs...)
}

// pack makes documents ready and returns what is wrong with the others.
func (a *Archive) pack(docs []Document) ([]packed, []*DocumentError) {
	ready := make([]packed, 0, len(docs))
	var refused []*DocumentError
	for i := range docs {
		p, err := a.packOne(&docs[i])
		if err != nil {
			refused = append(refused, err)
			continue
		}
		ready = append(ready, p)
	}
	return ready, refused
}

func (a *Archive) packOne(d *Document) (packed, *DocumentError) {
	if err := d.check(); err != nil {
		return packed{}, err
	}
	b, err := d.encode()
	if err != nil {
		return packed{}, &DocumentError{ID: d.ID, Field: "document", Err: err}
	}
	return packed{d, hashOf(b), a.packer.pack(b)}, nil
}
