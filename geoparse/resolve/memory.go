package resolve

import (
	"slices"

	"dateline/gazetteer"
	"dateline/geoparse/toponym"
	"dateline/recent"
)

// Memory remembers the options of the names that texts had last, as news name the same
// places day by day. It is safe for concurrent use.
type Memory struct{ names *recent.Values[weighed] }

// keptNames is how many names a Memory remembers: some 3 MB, 25 if all of them had as many
// options as one may have.
const keptNames = 2048

// maxKeptBytes is how long a name may be that is remembered.
const maxKeptBytes = 48

// NewMemory returns a Memory of nothing. It is of one gazetteer and one set of Weights.
func NewMemory() *Memory { return &Memory{recent.NewValues[weighed](keptNames)} }

// asName is what the options of a name depend on, beside its hits and whether it is that of
// a holder: a text that repeats a name takes it for one or for none throughout.
type asName struct {
	written, class, ownClass string
	demonym                  bool
}

// weighed are the options of a name that was found with the hits.
type weighed struct {
	hits    []gazetteer.Hit
	options []option
}

// weighed returns the options of a name, as weigh returns them where they are not
// remembered.
func (m *Memory) weighed(name asName, s *toponym.Toponym, weigh func() []option) weighed {
	if m == nil || len(name.written) > maxKeptBytes {
		return weighed{s.Hits, weigh()}
	}
	key := name.written + "\x00" + name.class + "\x00" + name.ownClass
	if name.demonym {
		key += "\x00people"
	}
	if s.Holder {
		key += "\x00holder"
	}
	if known := m.names.At(key); known != nil && slices.Equal(known.hits, s.Hits) {
		return *known
	}
	return *m.names.Keep(key, weighed{slices.Clone(s.Hits), weigh()})
}
