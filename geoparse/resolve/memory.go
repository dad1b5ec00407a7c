package resolve

import (
	"slices"

	"dateline/gazetteer"
	"dateline/recent"
)

// Memory remembers the options of the names that texts had last, as news name the same
// places day by day. It is safe for concurrent use.
type Memory struct{ names *recent.Values[weighed] }

// keptNames is how many names a Memory remembers: some 6 MB, 50 if all of them had as many
// options as one may have.
const keptNames = 4096

// maxKeptBytes is how long a name may be that is remembered: a span that was asked for may be a
// whole text, of which no key is made.
const maxKeptBytes = 48

// NewMemory returns a Memory of nothing. It is of one gazetteer and one set of Weights.
func NewMemory() *Memory { return &Memory{recent.NewValues[weighed](keptNames)} }

// asName is what the options of a name depend on, beside its hits.
type asName struct {
	written, class, ownClass string
	demonym, holder          bool
}

// key is what a Memory knows the name by.
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

// weighed are the options of a name that was found with the hits.
type weighed struct {
	hits    []gazetteer.Hit
	options []option
}

// weighed returns the options of a name, as weigh returns them where they are not
// remembered.
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
