package main

import (
	"fmt"
	"iter"
	"runtime"
	"sync"
)

// ordered applies work to all items on every core and yields what it returns in
// the order of the items. No more than a few items a core are under way at a
// time, so that a slow consumer holds the producer back.
func ordered[In, Out any](items iter.Seq[In], work func(In) (Out, error)) iter.Seq2[Out, error] {
	return func(yield func(Out, error) bool) {
		type result struct {
			out Out
			err error
		}
		type job struct {
			in   In
			done chan result
		}
		workers := runtime.GOMAXPROCS(0)
		jobs, queue, stop := make(chan job), make(chan job, 4*workers), make(chan struct{})
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
				j := job{in, make(chan result, 1)}
				select {
				case queue <- j:
				case <-stop:
					return
				}
				jobs <- j
			}
		})
		for j := range queue {
			if r := <-j.done; !yield(r.out, r.err) {
				break
			}
		}
		close(stop)
		for range queue { // what is under way ends by itself
		}
		running.Wait()
	}
}

// guarded calls work. A panic in it is an error of what it works on, which has the
// name.
func guarded[Out any](name string, work func() (Out, error)) (out Out, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%s: a fault of Dateline itself, please report it: %v", name, p)
		}
	}()
	return work()
}
