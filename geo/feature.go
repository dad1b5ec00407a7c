package geo

import (
	"bytes"

	"github.com/paulmach/orb"
)

// Feature is one thing on the map: where and when it is, and its GeoJSON bytes,
// made once. It is immutable once made, and safe for concurrent use.
//
// Its properties are kept in its JSON only, and read from there when they are
// asked for: a million features would hold them twice otherwise.
type Feature struct {
	ID       string
	Geometry orb.Geometry // lon, lat; nil for none
	Bound    orb.Bound    // of Geometry; zero when there is none
	Date     Days         // what datetime filters; zero when undated
	at       uint32       // where in JSON the properties begin
	JSON     []byte       // RFC 7946 Feature
	schema   *schema      // of the properties
}

// NewFeature makes a Feature and its GeoJSON. The properties are written in the
// order given. Who makes many uses a Maker.
func NewFeature(id string, geometry orb.Geometry, date Days, properties []Property) Feature {
	return new(Maker).Single(id, geometry, date, properties)
}

// Maker makes Features that share memory: their JSON lies together in large
// blocks, and those with the same properties share the names. The zero Maker is
// ready for use. It is not safe for concurrent use; what it made is.
type Maker struct {
	schema *schema
	block  []byte // what is used of the block that is being filled
	single []byte // room to write in
}

// blockSize is large against a Feature and small against an archive.
const blockSize = 256 << 10

// Feature makes a Feature as NewFeature does. Its block stays in memory as long
// as any Feature of the block.
func (m *Maker) Feature(id string, geometry orb.Geometry, date Days, properties []Property) Feature {
	if cap(m.block)-len(m.block) < blockSize/128 {
		m.block = make([]byte, 0, blockSize)
	}
	used := len(m.block)
	b, at := appendFeature(m.block[used:], id, geometry, properties)
	if used+len(b) <= cap(m.block) { // else it was too large, and lies elsewhere
		m.block = m.block[:used+len(b)]
	}
	return m.feature(b, at, id, geometry, date, properties)
}

// Single makes a Feature whose JSON has memory of its own, for those that will
// be replaced one by one.
func (m *Maker) Single(id string, geometry orb.Geometry, date Days, properties []Property) Feature {
	var at uint32
	m.single, at = appendFeature(m.single[:0], id, geometry, properties)
	return m.feature(bytes.Clone(m.single), at, id, geometry, date, properties)
}

// feature puts a Feature with its JSON together.
func (m *Maker) feature(b []byte, at uint32, id string, geometry orb.Geometry, date Days, properties []Property) Feature {
	if !m.schema.fits(properties) {
		m.schema = newSchema(properties)
	}
	f := Feature{ID: id, Geometry: geometry, Date: date, JSON: b[:len(b):len(b)], at: at, schema: m.schema}
	if geometry != nil {
		f.Bound = geometry.Bound()
	}
	start := len(featureStart) + 1
	if written := b[start : start+len(id)]; string(written) == id {
		f.ID = shared(written)
	}
	return f
}

const featureStart = `{"type":"Feature","id":`

// appendFeature appends a GeoJSON Feature and tells where its properties begin.
func appendFeature(b []byte, id string, geometry orb.Geometry, properties []Property) ([]byte, uint32) {
	b = append(b, featureStart...)
	b = appendString(b, id)
	b = append(b, `,"geometry":`...)
	b = AppendGeometry(b, geometry)
	b = append(b, `,"properties":`...)
	at := uint32(len(b))
	b = append(b, '{')
	for i, p := range properties {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendString(b, p.Name)
		b = append(b, ':')
		b = appendValue(b, p.Value)
	}
	return append(b, "}}"...), at
}
