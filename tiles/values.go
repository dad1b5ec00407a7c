package tiles

import (
	"encoding/binary"

	"dateline/feature"
)

// values are the values of a layer in a tile. Those already written are found by their codes in
// a table with one slot each: a value that lost its slot to another is written again, which
// costs only bytes.
type values struct {
	bytes []byte // encoded
	n     uint32
	table *feature.Table // of the codes
	slots []valueSlot
}

// valueSlot is a value of a column.
type valueSlot struct {
	column int32 // + 2, so that no column is 0
	code   uint32
	number uint32
}

const (
	valueBits  = 13
	valueSlots = 1 << valueBits

	countColumn = -1 // the number of features in a cell, which is its own code
)

// find returns the number of a value. A new value gets the next number, and add must be called.
func (v *values) find(t *feature.Table, column int, code uint32) (number uint32, known bool) {
	if v.table != t {
		clear(v.slots)
		v.table = t
	}
	// Multiplicative hashing (Knuth, The art of computer programming 3, 6.4).
	s := &v.slots[(code*0x9E3779B1+uint32(column)*0x85EBCA6B)>>(32-valueBits)]
	if s.column == int32(column+2) && s.code == code {
		return s.number, true
	}
	*s = valueSlot{int32(column + 2), code, v.n}
	return v.n, false
}

// add writes a value and returns its number.
func (v *values) add(value []byte) uint32 {
	v.bytes = binary.AppendUvarint(append(v.bytes, layerValue), uint64(len(value)))
	v.bytes = append(v.bytes, value...)
	v.n++
	return v.n - 1
}
