package story

import "container/heap"

// queue is a priority queue of articles without duplicates, earliest first.
type queue struct {
	heap    numbered
	waiting map[int32]bool
}

type entry struct {
	number int
	at     int32
}

func (q *queue) push(number int, at int32) {
	if q.waiting == nil {
		q.waiting = map[int32]bool{}
	}
	if !q.waiting[at] {
		q.waiting[at] = true
		heap.Push(&q.heap, entry{number, at})
	}
}

func (q *queue) pop() (at int32, more bool) {
	if len(q.heap) == 0 {
		return 0, false
	}
	at = heap.Pop(&q.heap).(entry).at
	if delete(q.waiting, at); len(q.heap) == 0 {
		*q = queue{} // frees the memory of a long queue
	}
	return at, true
}

// all returns the queued articles.
func (q *queue) all() []int32 {
	all := make([]int32, len(q.heap))
	for i, e := range q.heap {
		all[i] = e.at
	}
	return all
}

// numbered is a heap by number.
type numbered []entry

func (n numbered) Len() int           { return len(n) }
func (n numbered) Less(i, j int) bool { return n[i].number < n[j].number }
func (n numbered) Swap(i, j int)      { n[i], n[j] = n[j], n[i] }
func (n *numbered) Push(e any)        { *n = append(*n, e.(entry)) }
func (n *numbered) Pop() any {
	last := (*n)[len(*n)-1]
	*n = (*n)[:len(*n)-1]
	return last
}
