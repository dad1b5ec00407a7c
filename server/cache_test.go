package server

import (
	"fmt"
	"sync"
	"testing"
)

func TestCacheStaysSmall(t *testing.T) {
	c := newCache(100_000)
	for i := range 1000 {
		c.put(fmt.Sprint(i), &Answer{Body: make([]byte, i*10)})
		if _, ok := c.get("0"); i < 50 && !ok {
			t.Fatalf("what is asked for is dropped at %d", i)
		}
	}
	sum := 0
	for key, e := range c.byKey {
		sum += weight(key, e.Value.(cached).answer)
	}
	if sum+c.room != 100_000 || c.room < 0 || len(c.byKey) != c.order.Len() {
		t.Errorf("%d bytes of %d answers, room for %d", sum, len(c.byKey), c.room)
	}
	if _, ok := c.get("1"); ok {
		t.Error("what was asked for longest ago is still there")
	}
	if _, ok := c.get("999"); !ok {
		t.Error("the newest is gone")
	}
}

func TestCacheTakesNothingTooLarge(t *testing.T) {
	c := newCache(1000)
	c.put("large", &Answer{Body: make([]byte, 2000)})
	c.put("small", &Answer{})
	if _, ok := c.get("small"); !ok || c.room < 0 {
		t.Error("one large answer stops the cache")
	}
}

func TestCacheInParallel(t *testing.T) {
	c := newCache(20_000)
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			for j := range 500 {
				key := fmt.Sprint((i + j) % 60)
				if a, ok := c.get(key); ok && string(a.Body) != key {
					t.Errorf("%s holds %s", key, a.Body)
				}
				c.put(key, &Answer{Body: []byte(key)})
			}
		})
	}
	all.Wait()
}
