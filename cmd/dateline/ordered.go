package main

import (
	"iter"
	"runtime"
	"sync"
)

// ordered applies work to all items on every core and yields the results in
// the order of the items. No more than a few items a core are under way at a
// time, so that a slow consumer holds the producer back.
func ordered[In, Out any](items iter.Seq[In], work func(In) Out) iter.Seq[Out] {
	return func(yield func(Out) bool) {
		type job struct {
			in  In
			out chan Out
		}
		workers := runtime.GOMAXPROCS(0)
		jobs, queue, stop := make(chan job), make(chan job, 4*workers), make(chan struct{})
		var running sync.WaitGroup
		for range workers {
			running.Go(func() {
				for j := range jobs {
					j.out <- work(j.in)
				}
			})
		}
		running.Go(func() {
			defer close(queue)
			defer close(jobs)
			for in := range items {
				j := job{in, make(chan Out, 1)}
				select {
				case queue <- j:
				case <-stop:
					return
				}
				jobs <- j
			}
		})
		for j := range queue {
			if !yield(<-j.out) {
				break
			}
		}
		close(stop)
		for range queue { // what is under way ends by itself
		}
		running.Wait()
	}
}
