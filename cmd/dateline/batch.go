package main

import (
	"context"
	"iter"
	"time"

	"dateline/atlas"
)

// Documents are put into the archive so many at a time: many make it fast, few
// lose little when the process is killed, as what is lost is read again, and take
// little memory. None waits longer than batchTime for others.
const (
	batchSize   = 256
	batchWeight = 16 << 20
	batchTime   = time.Second
)

// packed is an article ready to be stored, or why there is none.
type packed struct {
	doc    *atlas.Packed
	weight int
	err    error
}

// weight is about how many bytes of memory a document takes.
func weight(d *atlas.Document) int {
	const mention = 512
	return len(d.Text) + mention*(len(d.Mentions)+len(d.Fronts))
}

// batch is what one transaction stores.
type batch struct {
	docs   []*atlas.Packed
	weight int
	due    <-chan time.Time // sends when it has waited long enough; nil while it is empty
}

func (b *batch) add(p packed) {
	if len(b.docs) == 0 {
		b.due = time.After(batchTime)
	}
	b.docs = append(b.docs, p.doc)
	b.weight += p.weight
}

func (b *batch) isFull() bool { return len(b.docs) >= batchSize || b.weight >= batchWeight }

// batches yields documents as they are stored. It ends with the context, at once
// even where an article is still being read; the batch that is not full is then
// lost.
func (in *ingest) batches(ctx context.Context, articles iter.Seq[reading]) iter.Seq[[]*atlas.Packed] {
	return func(yield func([]*atlas.Packed) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		ready := background(ctx, ordered(articles, func(r reading) packed { return in.pack(ctx, r) }))
		var b batch
		for more := true; more; {
			var p packed
			due := false
			select {
			case <-ctx.Done():
				return
			case <-b.due:
				due = true
			case p, more = <-ready:
				in.take(&b, p)
			}
			if b.isFull() || (due || !more) && len(b.docs) > 0 {
				if !yield(b.docs) {
					return
				}
				b = batch{}
			}
		}
	}
}

// take adds a document to a batch, or says why there is none.
func (in *ingest) take(b *batch, p packed) {
	switch {
	case p.err != nil:
		in.fail(p.err)
	case p.doc != nil:
		b.add(p)
		in.bar.Add(1)
	}
}

// background returns what seq yields, which runs on a goroutine of its own until
// it ends or the context does.
func background[T any](ctx context.Context, seq iter.Seq[T]) <-chan T {
	out := make(chan T)
	go func() {
		defer close(out)
		for v := range seq {
			select {
			case out <- v:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}
