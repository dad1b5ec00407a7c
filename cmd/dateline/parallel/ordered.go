// Package parallel processes items concurrently and yields the results in order:
//
//	for d, err := range parallel.Ordered(ctx, articles, size, parse) {
//		…
//	}
//
// It holds some items a core, and at most 32 MB of them, however fast the producer is.
package parallel

import (
	"context"
	"fmt"
	"iter"
	"runtime"
	"sync"

	"golang.org/x/sync/semaphore"
)

// mostUnderWay is the maximum number of input bytes in progress or waiting for earlier ones; a
// larger item is alone. Their results take several times as much.
const mostUnderWay = 32 << 20

// Ordered applies work to all items on every core and yields the results in the order of the
// items. At most a few items a core, and mostUnderWay of their sizes in bytes, are in progress
// at a time, so that a slow consumer slows the producer. If ctx ends it may leave items out.
func Ordered[In, Out any](ctx context.Context, items iter.Seq[In], size func(In) int, work func(In) (Out, error)) iter.Seq2[Out, error] {
	return func(yield func(Out, error) bool) {
		type result struct {
			out Out
			err error
		}
		type job struct {
			in   In
			size int64
			done chan result
		}
		ctx, stop := context.WithCancel(ctx)
		workers, room := runtime.GOMAXPROCS(0), semaphore.NewWeighted(mostUnderWay)
		jobs, queue := make(chan job), make(chan job, 4*workers)
		var running sync.WaitGroup
		for range workers {
			running.Go(func() {
				for j := range jobs {
					out, err := work(j.in)
					j.done <- result{out, err}
				}
			})
		}
		running.Go(func() {
			defer close(queue)
			defer close(jobs)
			for in := range items {
				j := job{in, int64(min(size(in), mostUnderWay)), make(chan result, 1)}
				if room.Acquire(ctx, j.size) != nil {
					return
				}
				queue <- j
				jobs <- j
			}
		})
		for j := range queue {
			r := <-j.done
			more := yield(r.out, r.err)
			if room.Release(j.size); !more {
				break
			}
		}
		stop()
		for range queue { // items in progress end by themselves
		}
		running.Wait()
	}
}

// Guarded calls work. A panic in it is an error of the named item.
func Guarded[Out any](name string, work func() (Out, error)) (out Out, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%s: a bug in Dateline, please report it: %v", name, p)
		}
	}()
	return work()
}
