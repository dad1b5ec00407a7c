package view

import (
	"bytes"
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
	"slices"
	"sync"
	"sync/atomic"

	"dateline/feature"
	"dateline/query"
	"dateline/view/bitset"
	"dateline/work"

	"golang.org/x/sync/errgroup"
)

// blockSize is the number of features in a wordBlock: what two bytes can number, and a multiple
// of a bitset's 64-bit words.
const blockSize = 1 << 14

// wordBlock is the word index of blockSize consecutive features, made on first use. Searches are
// for parts of words and for stems: all distinct words form one text, which is short compared
// with the features and is scanned as a whole. Safe for concurrent use.
type wordBlock struct {
	once  sync.Once
	whole bool     // whether it was made completely
	text  []byte   // the words, each followed by a line feed
	words []uint32 // start of each word in text
	first []uint32 // start of each word's hits, and one more
	hits  []uint16 // features, ascending for each word
}

// make reads the features of the block, which begins at a position.
func (b *wordBlock) make(features *feature.Table, from int) {
	b.once.Do(func() {
		numbers := map[string]int{}
		var have [][]uint16
		var space []byte
		for i := range blockSize {
			space = query.EachWord(features.At(from+i), space, func(word []byte) {
				n, known := numbers[string(word)]
				if !known {
					n = len(have)
					numbers[string(word)] = n
					have = append(have, nil)
					b.words = append(b.words, uint32(len(b.text)))
					b.text = append(append(b.text, word...), '\n')
				}
				if h := have[n]; len(h) == 0 || h[len(h)-1] != uint16(i) {
					have[n] = append(h, uint16(i))
				}
			})
		}
		b.pack(have)
		b.whole = true
	})
	if !b.whole {
		panic("view: the words of a block could not be read")
	}
}

// pack copies the hits of all words into one slice.
func (b *wordBlock) pack(have [][]uint16) {
	total := 0
	for _, h := range have {
		total += len(h)
	}
	b.first, b.hits = make([]uint32, 0, len(have)+1), make([]uint16, 0, total)
	for _, h := range have {
		b.first = append(b.first, uint32(len(b.hits)))
		b.hits = append(b.hits, h...)
	}
	b.first = append(b.first, uint32(total))
	b.text, b.words = bytes.Clone(b.text), append([]uint32(nil), b.words...)
}

// with returns the features that have a term, and the number of bytes scanned.
func (b *wordBlock) with(t *query.Term) (found bitset.Set, looked int) {
	found = bitset.New(blockSize)
	for at := 0; ; {
		start, end, cost, ok := t.Next(b.text, at)
		if looked += cost; !ok {
			return found, looked
		}
		n, _ := slices.BinarySearch(b.words, uint32(start))
		for _, hit := range b.hits[b.first[n]:b.first[n+1]] {
			found.Set(int(hit))
		}
		at = end
	}
}

// wordBlocks are the full blocks of a Layer's features.
type wordBlocks []*wordBlock

// grown returns the blocks for n features.
func (w wordBlocks) grown(features int) wordBlocks {
	for (len(w)+1)*blockSize <= features {
		w = append(w, &wordBlock{})
	}
	return w
}

// without returns the blocks, with that of one position to be made again.
func (w wordBlocks) without(position int) wordBlocks {
	n := position / blockSize
	if n >= len(w) {
		return w
	}
	out := append(wordBlocks(nil), w...)
	out[n] = &wordBlock{}
	return out
}

// keepWords removes the features that lack one of the terms.
func (l *Layer) keepWords(ctx context.Context, found bitset.Set, terms []query.Term) error {
	err := parallel(ctx, len(l.words), func(n int) error {
		part := found[n*blockSize/64 : (n+1)*blockSize/64]
		if part.Next(0) < 0 {
			return nil
		}
		b := l.words[n]
		b.make(l.Features, n*blockSize)
		for i := range terms {
			with, looked := b.with(&terms[i])
			if err := work.Spend(ctx, looked/bytesPerStep); err != nil {
				return err
			}
			part.Intersect(with)
		}
		return nil
	})
	if err != nil {
		return err
	}
	last := len(l.words) * blockSize
	rest := query.Query{Text: terms}
	return keep(found[last/64:], rest.On(ctx, l.Features), last)
}

// bytesPerStep is how many bytes are scanned in the time of a step.
const bytesPerStep = 32

// parallel calls do for each number below n, on all processors, until one returns an error. A
// panic counts as one.
func parallel(ctx context.Context, n int, do func(int) error) error {
	var next atomic.Int32
	group, ctx := errgroup.WithContext(ctx)
	for range min(n, runtime.GOMAXPROCS(0)) {
		group.Go(func() (err error) {
			defer func() {
				if v := recover(); v != nil {
					err = fmt.Errorf("panic: %v\n%s", v, debug.Stack())
				}
			}()
			for i := int(next.Add(1)) - 1; i < n && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				if err := do(i); err != nil {
					return err
				}
			}
			return ctx.Err()
		})
	}
	return group.Wait()
}
