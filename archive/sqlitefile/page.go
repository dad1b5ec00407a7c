package sqlitefile

import "encoding/binary"

// pageSize is the largest that SQLite has.
const pageSize = 1 << 16

// Kinds of pages of a table's B-tree (file format, 1.6).
const (
	interior = 5
	leaf     = 13
)

// leafHeader and interiorHeader are the sizes of the headers of pages.
const (
	leafHeader     = 8
	interiorHeader = 12
)

// mostCell is the size of the largest row: larger ones would need further pages.
const mostCell = pageSize - 35

// page is a page that is being filled: pointers to its cells from the front, cells from the end.
type page struct {
	bytes    []byte
	start    int   // of its header
	cells    int   // their number
	pointers int   // where the next pointer goes
	content  int   // where the last cell begins
	last     int64 // rowid
}

// newPage returns an empty page whose header is at start.
func newPage(start int, kind byte) *page {
	b := make([]byte, pageSize)
	b[start] = kind
	header := leafHeader
	if kind == interior {
		header = interiorHeader
	}
	return &page{bytes: b, start: start, pointers: start + header, content: pageSize}
}

// reserve returns where a cell is to be written, nil if there is no room.
func (p *page) reserve(size int) []byte {
	if p.pointers+2+size > p.content {
		return nil
	}
	p.content -= size
	p.cells++
	binary.BigEndian.PutUint16(p.bytes[p.pointers:], uint16(p.content))
	p.pointers += 2
	binary.BigEndian.PutUint16(p.bytes[p.start+3:], uint16(p.cells))
	binary.BigEndian.PutUint16(p.bytes[p.start+5:], uint16(p.content))
	return p.bytes[p.content : p.content : p.content+size]
}

// add adds a row to a leaf; false if there is no room.
func (p *page) add(rowid int64, r *Record) bool {
	b := p.reserve(r.size(rowid))
	if b == nil {
		return false
	}
	header := r.headerSize()
	b = appendVarint(b, uint64(header+len(r.body)))
	b = appendVarint(b, uint64(rowid))
	b = appendVarint(b, uint64(header))
	b = append(b, r.types...)
	_ = append(b, r.body...)
	p.last = rowid
	return true
}

// refer adds to an interior page the number of one whose last row is given.
func (p *page) refer(number int, last int64) {
	b := p.reserve(4 + varintSize(uint64(last)))
	_ = appendVarint(binary.BigEndian.AppendUint32(b, uint32(number)), uint64(last))
}
