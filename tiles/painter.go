package tiles

import (
	"encoding/binary"
	"hash/fnv"
	"math"

	"dateline/feature"

	"github.com/paulmach/orb"
)

// painter encodes a tile of one layer as protocol buffers (Vector Tile Specification 2.1, 4).
// orb's encoder, which takes a map of boxed values for each feature, takes five times as long
// (BenchmarkWrite); tests decode the output with orb.
type painter struct {
	layer    *Layer
	carried  carried
	keys     []byte  // keys of the layer so far
	numbers  []int32 // number + 1 of the key of count, id, beyond and each field
	named    int32   // number of keys
	values   values
	features []byte
	id       uint64 // id of the current feature, 0 for none
	tags     []byte // tags of the current feature
	codes    [64]uint32
	space    []byte
	text     []byte
}

// newPainter returns a painter with room for about n features.
func newPainter(l *Layer, n int) *painter {
	return &painter{layer: l, features: make([]byte, 0, 48*n), numbers: make([]int32, firstField+len(l.Fields)), values: values{bytes: make([]byte, 0, 32*n), slots: make([]valueSlot, valueSlots)}}
}

// Field numbers in the messages of a tile, shifted, with the wire type: 0 for a number, 2 for
// bytes with their length.
const (
	tileLayer = 3<<3 | 2

	layerVersion = 15 << 3
	layerName    = 1<<3 | 2
	layerFeature = 2<<3 | 2
	layerKey     = 3<<3 | 2
	layerValue   = 4<<3 | 2
	layerExtent  = 5 << 3

	featureID       = 1 << 3
	featureTags     = 2<<3 | 2
	featureType     = 3 << 3
	featureGeometry = 4<<3 | 2
)

// tile returns the tile, empty if it has no features.
func (p *painter) tile() []byte {
	if len(p.features) == 0 {
		return nil
	}
	layer := appendBytes([]byte{layerVersion, 2}, layerName, []byte(p.layer.Name))
	tail := binary.AppendUvarint([]byte{layerExtent}, Extent)
	out := make([]byte, 0, len(layer)+len(p.features)+len(p.keys)+len(p.values.bytes)+len(tail)+16)
	out = binary.AppendUvarint(append(out, tileLayer), uint64(len(layer)+len(p.features)+len(p.keys)+len(p.values.bytes)+len(tail)))
	for _, part := range [][]byte{layer, p.features, p.keys, p.values.bytes, tail} {
		out = append(out, part...)
	}
	return out
}

// cells draws all cells, prefetching their features.
func (p *painter) cells(all *cells) {
	var some [16]*feature.Cell
	var features [len(some)]feature.Feature
	n := 0
	draw := func() {
		feature.Prefetch(features[:n])
		for _, c := range some[:n] {
			p.cell(all, c)
		}
		n = 0
	}
	for c := range all.ordered() {
		some[n], features[n] = c, c.Common.First
		if n++; n == len(some) {
			draw()
		}
	}
	draw()
}

// cell draws a cell as a point at the mean of its points, or as its only feature.
func (p *painter) cell(all *cells, c *feature.Cell) {
	x, y, _ := all.units(c.Mean())
	p.begin(c.Common.First, c.Count, uint(x) >= Extent || uint(y) >= Extent, c.Common.Columns())
	p.space = append(p.space[:0], 9) // MoveTo, once
	p.space = binary.AppendVarint(p.space, int64(x))
	p.space = binary.AppendVarint(p.space, int64(y))
	p.end(1)
}

// shape draws a line or an area.
func (p *painter) shape(f feature.Feature, g orb.Geometry) {
	p.begin(f, 1, false, p.carried.of(p.layer, f.Table()))
	var kind uint64
	p.space, kind = appendShape(p.space[:0], g)
	p.end(kind)
}

// The keys that are not fields of the layer; they precede those.
const (
	countKey = iota
	idKey
	beyondKey
	firstField
)

// begin writes the tags of a feature, or of one that stands for several. What lies beyond the
// tile is counted in another.
func (p *painter) begin(f feature.Feature, count int, beyond bool, columns uint64) {
	columns &= p.carried.of(p.layer, f.Table())
	f.Codes(columns, p.codes[:])
	p.tags = p.tags[:0]
	if beyond {
		p.number(f, countKey, "count", 0)
		p.number(f, beyondKey, "beyond", count)
	} else {
		p.number(f, countKey, "count", count)
	}
	if p.id = 0; count == 1 {
		p.text = f.AppendID(p.text[:0])
		p.id = numericID(p.text)
		p.space = appendBytes(p.space[:0], 1<<3|2, p.text)
		p.pair(idKey, "id", p.values.add(p.space))
	}
	for field, column := range p.carried.fields {
		if column < 0 || columns>>column&1 == 0 {
			continue
		}
		if code := p.codes[column]; code != feature.Null {
			p.property(field, column, code, f)
		}
	}
}

// number writes the tag of a count.
func (p *painter) number(f feature.Feature, key int, name string, n int) {
	number, known := p.values.find(f.Table(), countColumn, uint32(n))
	if !known {
		p.values.add(appendNumber(p.space[:0], 5, uint64(n)))
	}
	p.pair(key, name, number)
}

// property writes the tag of a property unless it is null.
func (p *painter) property(field, column int, code uint32, f feature.Feature) {
	number, known := p.values.find(f.Table(), column, code)
	if !known {
		p.space = p.appendValue(p.space[:0], f, column)
		p.values.add(p.space)
	}
	p.pair(firstField+field, p.layer.Fields[field].Name, number)
}

// pair writes a tag: the key and the number of its value.
func (p *painter) pair(key int, name string, value uint32) {
	if p.numbers[key] == 0 {
		p.named++
		p.numbers[key] = p.named
		p.keys = appendBytes(p.keys, layerKey, []byte(name))
	}
	p.tags = binary.AppendUvarint(p.tags, uint64(p.numbers[key]-1))
	p.tags = binary.AppendUvarint(p.tags, uint64(value))
}

// end writes the feature whose geometry is in space.
func (p *painter) end(kind uint64) {
	size := 2 + 1 + sizeOf(len(p.tags)) + 1 + sizeOf(len(p.space))
	if p.id > 0 {
		size += 1 + sizeOfNumber(p.id)
	}
	p.features = binary.AppendUvarint(append(p.features, layerFeature), uint64(size))
	if p.id > 0 {
		p.features = binary.AppendUvarint(append(p.features, featureID), p.id)
	}
	p.features = appendBytes(p.features, featureTags, p.tags)
	p.features = append(p.features, featureType, byte(kind))
	p.features = appendBytes(p.features, featureGeometry, p.space)
}

// sizeOf returns the length of n bytes together with their length prefix.
func sizeOf(n int) int { return sizeOfNumber(uint64(n)) + n }

func sizeOfNumber(v uint64) int {
	n := 1
	for ; v >= 0x80; v >>= 7 {
		n++
	}
	return n
}

func appendBytes(b []byte, field byte, content []byte) []byte {
	b = binary.AppendUvarint(append(b, field), uint64(len(content)))
	return append(b, content...)
}

func appendNumber(b []byte, field byte, v uint64) []byte {
	return binary.AppendUvarint(append(b, field<<3), v)
}

// appendValue appends a property as a Value of a tile (4.1).
func (p *painter) appendValue(b []byte, f feature.Feature, column int) []byte {
	switch f.Table().Kind(column) {
	case feature.Integer:
		if v := f.Integer(column); v < 0 {
			return binary.AppendVarint(append(b, 6<<3), int64(v))
		} else {
			return appendNumber(b, 5, uint64(v))
		}
	case feature.Number:
		b = append(b, 3<<3|1)
		return binary.LittleEndian.AppendUint64(b, math.Float64bits(f.Number(column)))
	case feature.Boolean:
		return appendNumber(b, 7, uint64(f.Code(column)))
	}
	p.text = f.AppendText(p.text[:0], column)
	return appendBytes(b, 1<<3|2, p.text)
}

// NumericID returns the id of a feature in tiles, which allow only numbers: 53 bits, which
// JavaScript can represent, of the FNV-1a hash of the id.
func NumericID(id string) uint64 { return numericID([]byte(id)) }

func numericID(id []byte) uint64 {
	h := fnv.New64a()
	h.Write(id) // never fails
	return h.Sum64() & (1<<53 - 1)
}
