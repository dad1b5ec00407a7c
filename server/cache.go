package server

import (
	"container/list"
	"sync"
)

// cacheBytes limits the cache: a few hundred pages of items, or a few thousand tiles.
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
		return // a concurrent request has cached it
	}
	c.byKey[key] = c.order.PushFront(cached{key, a})
	c.room -= weight(key, a)
	for c.room < 0 {
		leastRecent := c.order.Remove(c.order.Back()).(cached)
		delete(c.byKey, leastRecent.key)
		c.room += weight(leastRecent.key, leastRecent.answer)
	}
}

// weight estimates the memory that an answer takes, in bytes.
func weight(key string, a *Answer) int { return len(a.Body) + 2*len(key) + 500 }
