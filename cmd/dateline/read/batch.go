package read

import (
	"context"
	"iter"
	"time"

	"dateline/archive"
	"dateline/cmd/dateline/parallel"
)

// Documents are stored in batches of this size: large ones are fast, small ones lose little when
// the process is killed, as the lost part is read again, and take little memory. None waits
// longer than batchTime for others.
const (
	batchSize   = 1024
	batchWeight = 16 << 20
	batchTime   = time.Second
)

// packed is an article ready to be stored.
type packed struct {
	doc    *archive.Packed
	weight int
}

// outcome is the result for an article: a value, or an error.
type outcome struct {
	packed
	err error
}

// batch is the content of one transaction.
type batch struct {
	docs   []*archive.Packed
	weight int
	due    <-chan time.Time // fires when it has waited long enough; nil while it is empty
}

func (b *batch) add(p packed) {
	if len(b.docs) == 0 {
		b.due = time.After(batchTime)
	}
	b.docs = append(b.docs, p.doc)
	b.weight += p.weight
}

func (b *batch) isFull() bool { return len(b.docs) >= batchSize || b.weight >= batchWeight }

// batches yields batches of documents. It ends with the context, at once even while an article
// is being read; the incomplete batch is then lost.
func (in *Ingest) batches(ctx context.Context, articles iter.Seq[Result]) iter.Seq[[]*archive.Packed] {
	return func(yield func([]*archive.Packed) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		ready := background(ctx, parallel.Ordered(ctx, articles, Result.size, func(r Result) (packed, error) { return in.pack(ctx, r) }))
		var b batch
		for more := true; more; {
			var o outcome
			due := false
			select {
			case <-ctx.Done():
				return
			case <-b.due:
				due = true
			case o, more = <-ready:
				in.take(&b, o)
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

// take adds a document to a batch, or reports its error.
func (in *Ingest) take(b *batch, o outcome) {
	switch {
	case o.err != nil:
		in.fail(o.err)
	case o.doc != nil:
		b.add(o.packed)
		in.bar.Add(1)
	}
}

// background reads articles on a goroutine of its own until they or the context end.
func background(ctx context.Context, articles iter.Seq2[packed, error]) <-chan outcome {
	out := make(chan outcome)
	go func() {
		defer close(out)
		for p, err := range articles {
			select {
			case out <- outcome{p, err}:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}
