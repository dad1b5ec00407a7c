package sqlitefile

import (
	"encoding/binary"
	"math"
	"math/bits"
)

// Record is the values of a row, in the order of the columns. An INTEGER PRIMARY KEY is null in
// it, as it is the rowid.
type Record struct {
	types []byte // as varints
	body  []byte
}

// Reset removes all values.
func (r *Record) Reset() { r.types, r.body = r.types[:0], r.body[:0] }

// Serial types (file format, 2.1).
const (
	typeNull  = 0
	typeFloat = 7
	typeZero  = 8
	typeOne   = 9
	typeBytes = 12 // and twice the length
	typeText  = 13 // likewise
)

// integerSizes are the sizes in bytes of the serial types of whole numbers, from 1.
var integerSizes = [...]int{1, 2, 3, 4, 6, 8}

// Null adds NULL.
func (r *Record) Null() { r.types = append(r.types, typeNull) }

// Int adds a whole number.
func (r *Record) Int(v int64) {
	if v == 0 || v == 1 {
		r.types = append(r.types, byte(typeZero+v))
		return
	}
	for i, size := range integerSizes {
		if unused := 64 - 8*size; v<<unused>>unused == v {
			r.types = append(r.types, byte(i+1))
			var b [8]byte
			binary.BigEndian.PutUint64(b[:], uint64(v))
			r.body = append(r.body, b[8-size:]...)
			return
		}
	}
}

// Float adds a number.
func (r *Record) Float(v float64) {
	r.types = append(r.types, typeFloat)
	r.body = binary.BigEndian.AppendUint64(r.body, math.Float64bits(v))
}

// Text adds a text.
func (r *Record) Text(s string) {
	r.types = appendVarint(r.types, uint64(typeText+2*len(s)))
	r.body = append(r.body, s...)
}

// Bytes adds a BLOB.
func (r *Record) Bytes(b []byte) {
	r.types = appendVarint(r.types, uint64(typeBytes+2*len(b)))
	r.body = append(r.body, b...)
}

// headerSize is the size of the header, of which the first number is that size.
func (r *Record) headerSize() int {
	size := len(r.types) + 1
	if size >= 0x80 {
		size++ // up to 16 KB of types, of 2,000 columns
	}
	return size
}

// size is the size of the cell of a row.
func (r *Record) size(rowid int64) int {
	payload := r.headerSize() + len(r.body)
	return varintSize(uint64(payload)) + varintSize(uint64(rowid)) + payload
}

// appendVarint appends a number below 2 to the 56th as SQLite does: seven bits a byte, the highest
// first.
func appendVarint(b []byte, v uint64) []byte {
	for shift := 7 * (varintSize(v) - 1); shift > 0; shift -= 7 {
		b = append(b, byte(v>>shift)|0x80)
	}
	return append(b, byte(v&0x7f))
}

func varintSize(v uint64) int { return max(1, (bits.Len64(v)+6)/7) }
