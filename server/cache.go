package server

import (
	"container/list"
	"sync"
)

// cacheBytes limits the cache: some hundred pages of items, or some thousand tiles.
const cacheBytes = 64 << 20

// cache is an LRU cache of answers, limited by bytes. An answer from an older view is never
// requested again, and is evicted in time. It is safe for concurrent use.
type cache struct {
	mu    sync.Mutex
	room  int // bytes left
	order *list.List
	byKey map[string]*list.Element
}

type cached struct {
	key    string
	answer *Answer
}

func newCache(bytes int) *cache {
	return &cache{room: bytes, order: list.New(), byKey: map[string]*list.Element{}}
}

func (c *cache) get(key string) (*Answer, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	e, ok := c.byKey[key]
	if !ok {
		return nil, false
	}
	c.order.MoveToFront(e)
	return e.Value.(cached).answer, true
}

func (c *cache) put(key string, a *Answer) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, ok := c.byKey[key]; ok {
		return // somebody else made the same
	}
	c.byKey[key] = c.order.PushFront(cached{key, a})
	for c.room -= weight(key, a); c.room < 0; {
		oldest := c.order.Remove(c.order.Back()).(cached)
		delete(c.byKey, oldest.key)
		c.room += weight(oldest.key, oldest.answer)
	}
}

// weight returns about the memory that an answer takes.
func weight(key string, a *Answer) int { return len(a.Body) + 2*len(key) + 500 }
