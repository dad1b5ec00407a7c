package gazetteer

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"unsafe"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/wkb"
)

// Index is a compiled gazetteer: one block of bytes that is used in place, in memory or in a mapped
// file, so that the cost of opening it does not grow with its size. It is immutable and safe for
// concurrent use. The strings it hands out are views of the block, which must therefore stay as it
// is.
//
// Layout, all integers little-endian: the magic, the CRC-32C of the rest of the
// header, that of the sections, offset and length of each section, then the
// sections, each 8-byte aligned:
//
//	places       fixed-width records, sorted by ID
//	strings      length-prefixed text the records point to: IDs, kinds, codes, sources, WKB
//	nameOffsets  u32 a name and one more; names of one place lie together, the usual one first
//	nameText     the names as written
//	namePlaces   u32 a name: its place
//	foldOffsets  u32 a folded name and one more, sorted by folded name
//	foldText     the folded names
//	foldFirst    u32 a folded name and one more: its first entry in foldNames
//	foldNames    u32: name numbers, those of the best known places first
//	foldRanks    u8 a folded name: how well known the best known of its places is
//	foldStarts   u32 for each value of the two leading bytes and one more: the first folded name not below it
//	keys         u64, sorted: transliteration keys
//	keyFirst     u32 a key and one more: its first entry in keyNames
//	keyNames     u32: name numbers, those of the best known places first
//	codes        u32 string offset, u32 place; sorted by code (Place.Code)
type Index struct {
	sec sections
	sum uint32 // of everything

	dated string // SourceDate of places without one
}

const (
	secPlaces = iota
	secStrings
	secNameOffsets
	secNameText
	secNamePlaces
	secFoldOffsets
	secFoldText
	secFoldFirst
	secFoldNames
	secFoldRanks
	secFoldStarts
	secKeys
	secKeyFirst
	secKeyNames
	secCodes
	sectionCount
)

const (
	indexMagic   = "DLGAZ002"
	headerSum    = 8  // offset of the checksum of the header after it
	bodySum      = 12 // offset of the checksum of the sections
	tableOffset  = 16
	headerSize   = tableOffset + sectionCount*16
	placeSize    = 44
	startsCount  = 1<<16 + 1
	coordinates  = 1e5  // stored coordinates are integers of 1e-5 degree, about 1 m
	wordBoundary = ' '  // the lowest byte that can follow a whole word in a folded name
	anyByte      = 0xff // what may follow any prefix
)

// ErrIndex reports bytes that are not an index, are damaged, or are of another version.
var ErrIndex = errors.New("not a gazetteer index of this version")

// OpenIndex returns the index in data after verifying its checksums. It keeps data.
func OpenIndex(data []byte) (*Index, error) {
	x, err := openHeader(data)
	if err != nil {
		return nil, err
	}
	if binary.LittleEndian.Uint32(data[bodySum:]) != checksum(data[headerSize:]) {
		return nil, fmt.Errorf("%w: its checksum does not match", ErrIndex)
	}
	return x, nil
}

// openHeader returns the index in data after checking its header only: format, version and
// length.
func openHeader(data []byte) (*Index, error) {
	if len(data) < headerSize || string(data[:len(indexMagic)]) != indexMagic {
		return nil, ErrIndex
	}
	if binary.LittleEndian.Uint32(data[headerSum:]) != checksum(data[bodySum:headerSize]) {
		return nil, fmt.Errorf("%w: the checksum of its header does not match", ErrIndex)
	}
	x := &Index{sum: checksum(data[:headerSize])}
	end := uint64(headerSize)
	for i := range x.sec {
		offset := binary.LittleEndian.Uint64(data[tableOffset+16*i:])
		length := binary.LittleEndian.Uint64(data[tableOffset+16*i+8:])
		if offset < end || offset > uint64(len(data)) || length > uint64(len(data))-offset {
			return nil, fmt.Errorf("%w: it is cut off", ErrIndex)
		}
		x.sec[i] = data[offset : offset+length]
		end = offset + length
	}
	if end != uint64(len(data)) {
		return nil, fmt.Errorf("%w: %d bytes too many", ErrIndex, uint64(len(data))-end)
	}
	return x, nil
}

func checksum(data []byte) uint32 { return crc32.Checksum(data, crc32.MakeTable(crc32.Castagnoli)) }

// Len returns the number of places.
func (x *Index) Len() int { return len(x.sec[secPlaces]) / placeSize }

// NameCount returns the number of names of all places.
func (x *Index) NameCount() int { return len(x.sec[secNamePlaces]) / 4 }

// Size returns the size of the index in bytes.
func (x *Index) Size() int {
	_, size := x.sec.layout()
	return size
}

func (x *Index) u32(sec, i int) int {
	return int(binary.LittleEndian.Uint32(x.sec[sec][4*i:]))
}

// view returns bytes of the index as a string without copying.
func (x *Index) view(sec, from, to int) string {
	if from == to {
		return ""
	}
	b := x.sec[sec][from:to]
	return unsafe.String(&b[0], len(b))
}

// text returns the length-prefixed string at an offset in the strings section.
func (x *Index) text(offset uint32) string {
	n, w := binary.Uvarint(x.sec[secStrings][offset:])
	from := int(offset) + w
	return x.view(secStrings, from, from+int(n))
}

// record is a place as stored; strings are offsets into the strings section.
type record struct {
	lon, lat       int32 // in units of 1/coordinates degree
	population     uint32
	firstName      uint32
	id, kind       uint32
	country        [2]byte
	names          uint16
	admin1, admin2 uint32
	source         uint32
	geometry       uint32 // WKB
}

func (x *Index) record(i int) record {
	b := x.sec[secPlaces][i*placeSize : (i+1)*placeSize]
	u := func(at int) uint32 { return binary.LittleEndian.Uint32(b[at:]) }
	return record{
		lon: int32(u(0)), lat: int32(u(4)), population: u(8), firstName: u(12), id: u(16), kind: u(20),
		country: [2]byte{b[24], b[25]}, names: binary.LittleEndian.Uint16(b[26:]),
		admin1: u(28), admin2: u(32), source: u(36), geometry: u(40),
	}
}

// id returns the ID of place number i.
func (x *Index) id(i int) string {
	return x.text(binary.LittleEndian.Uint32(x.sec[secPlaces][i*placeSize+16:]))
}

// kind returns the kind of place number i.
func (x *Index) kind(i int) Kind {
	return Kind(x.text(binary.LittleEndian.Uint32(x.sec[secPlaces][i*placeSize+20:])))
}

// country returns the country code of place number i, empty if there is none.
func (x *Index) country(i int) string {
	code := x.sec[secPlaces][i*placeSize+24:][:2]
	if code[0] == 0 {
		return ""
	}
	return unsafe.String(&code[0], len(code))
}

// population returns the population of place number i.
func (x *Index) population(i int) int {
	return int(binary.LittleEndian.Uint32(x.sec[secPlaces][i*placeSize+8:]))
}

// same returns the numbers of the places with p's ID or code.
func (x *Index) same(p *Place) []int {
	var places []int
	if i, ok := x.Find(p.ID); ok {
		places = append(places, i)
	}
	if code := p.Code(); code != "" {
		if i, ok := x.FindCode(code); ok {
			places = append(places, i)
		}
	}
	return places
}

// Place returns place number i.
func (x *Index) Place(i int) Place {
	r := x.record(i)
	p := Place{
		ID:         x.text(r.id),
		Name:       x.name(int(r.firstName)),
		Kind:       Kind(x.text(r.kind)),
		Point:      orb.Point{float64(r.lon) / coordinates, float64(r.lat) / coordinates},
		Admin1:     x.text(r.admin1),
		Admin2:     x.text(r.admin2),
		Population: int(r.population),
	}
	p.Source, p.SourceDate = x.sourceOf(x.text(r.source))
	p.Country = x.country(i)
	return p
}

// Names returns all names of place number i, the usual one first.
func (x *Index) Names(i int) []string {
	r := x.record(i)
	names := make([]string, r.names)
	for j := range names {
		names[j] = x.name(int(r.firstName) + j)
	}
	return names
}

// Geometry returns the line or area of place number i, or nil.
func (x *Index) Geometry(i int) orb.Geometry {
	b := x.text(x.record(i).geometry)
	if b == "" {
		return nil
	}
	g, err := wkb.Unmarshal([]byte(b))
	if err != nil {
		panic("gazetteer: stored geometry: " + err.Error()) // Build wrote it and the checksum was right
	}
	return g
}
