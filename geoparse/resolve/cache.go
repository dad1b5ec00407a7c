package resolve

import (
	"slices"

	"dateline/gazetteer"
	"dateline/recent"
)

// Cache caches the candidates of recent names, as news repeat the same names day by day. It is
// safe for concurrent use.
type Cache struct{ names *recent.Cache[weighed] }

// maxNames is how many names a Cache holds: some 6 MB, 50 if all have the maximum number of
// candidates.
const maxNames = 4096

// maxKeyBytes is the maximum length of a cached name: a given span may be a whole text, which
// is not made a key.
const maxKeyBytes = 48

// NewCache returns an empty Cache, for one gazetteer and one set of Weights.
func NewCache() *Cache { return &Cache{recent.NewCache[weighed](maxNames)} }

// asName is everything besides the hits that determines the candidates of a name.
type asName struct {
	written, class, ownClass string
	demonym, holder          bool
}

// key is the cache key of a name.
func (n asName) key() string {
	if n == (asName{written: n.written}) {
		return n.written // most
	}
	key := n.written + "\x00" + n.class + "\x00" + n.ownClass
	if n.demonym {
		key += "\x00people"
	}
	if n.holder {
		key += "\x00holder"
	}
	return key
}

// weighed are the scored candidates of a name, with its hits.
type weighed struct {
	hits    []gazetteer.Hit
	options []option
}

// weighed returns the candidates of a name from the cache, or else from weigh.
func (m *Cache) weighed(name asName, hits []gazetteer.Hit, weigh func() []option) weighed {
	if m == nil || len(name.written) > maxKeyBytes {
		return weighed{hits, weigh()}
	}
	key := name.key()
	if known := m.names.Get(key); known != nil && isSame(known.hits, hits) {
		return *known
	}
	return *m.names.Put(key, weighed{hits, weigh()})
}

// isSame reports whether two lists of hits are equal; names that are looked up alike share one.
func isSame(a, b []gazetteer.Hit) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0] || slices.Equal(a, b))
}
