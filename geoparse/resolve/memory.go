package resolve

import (
	"slices"

	"dateline/gazetteer"
	"dateline/recent"
)

// Memory caches the candidates of recent names, as news repeat the same names day by day. It is
// safe for concurrent use.
type Memory struct{ names *recent.Values[weighed] }

// keptNames is how many names a Memory remembers: some 6 MB, 50 if all of them had as many
// options as one may have.
const keptNames = 4096

// maxKeptBytes is the maximum length of a cached name: a given span may be a whole text, which
// is not made a key.
const maxKeptBytes = 48

// NewMemory returns an empty Memory, for one gazetteer and one set of Weights.
func NewMemory() *Memory { return &Memory{recent.NewValues[weighed](keptNames)} }

// asName is everything besides the hits that determines the candidates of a name.
type asName struct {
	written, class, ownClass string
	demonym, holder          bool
}

// key is the cache key of a name.
func (n asName) key() string {
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
func (m *Memory) weighed(name asName, hits []gazetteer.Hit, weigh func() []option) weighed {
	if m == nil || len(name.written) > maxKeptBytes {
		return weighed{hits, weigh()}
	}
	key := name.key()
	if known := m.names.At(key); known != nil && slices.Equal(known.hits, hits) {
		return *known
	}
	return *m.names.Keep(key, weighed{slices.Clone(hits), weigh()})
}
