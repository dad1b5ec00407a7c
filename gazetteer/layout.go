package gazetteer

import (
	"bufio"
	"encoding/binary"
	"hash/crc32"
	"io"
)

// layOut puts sections behind a header.
func layOut(s *sections) []byte {
	header, size := s.header()
	out := append(make([]byte, 0, size), header...)
	for i := range s {
		out = append(out, padding(len(out))...)
		out = append(out, s[i]...)
	}
	return out
}

// writeTo writes what layOut returns without a copy of it in memory.
func (s *sections) writeTo(w io.Writer) error {
	header, _ := s.header()
	out := bufio.NewWriterSize(w, 1<<20)
	out.Write(header) // the first error stays with out
	at := len(header)
	for i := range s {
		pad := padding(at)
		out.Write(pad)
		out.Write(s[i])
		at += len(pad) + len(s[i])
	}
	return out.Flush()
}

// header returns the header of the sections and the size of all.
func (s *sections) header() (header []byte, size int) {
	header = make([]byte, headerSize)
	copy(header, indexMagic)
	offsets, size := s.layout()
	castagnoli := crc32.MakeTable(crc32.Castagnoli)
	sum, at := uint32(0), headerSize
	for i := range s {
		binary.LittleEndian.PutUint64(header[tableOffset+16*i:], uint64(offsets[i]))
		binary.LittleEndian.PutUint64(header[tableOffset+16*i+8:], uint64(len(s[i])))
		sum = crc32.Update(crc32.Update(sum, castagnoli, padding(at)), castagnoli, s[i])
		at = offsets[i] + len(s[i])
	}
	binary.LittleEndian.PutUint32(header[bodySum:], sum)
	binary.LittleEndian.PutUint32(header[headerSum:], checksum(header[bodySum:]))
	return header, size
}

// layout returns where the sections stand, and the size of all.
func (s *sections) layout() (offsets [sectionCount]int, size int) {
	size = headerSize
	for i := range s {
		size += len(padding(size))
		offsets[i] = size
		size += len(s[i])
	}
	return offsets, size
}

// padding is what brings an offset to a multiple of eight.
func padding(offset int) []byte { return make([]byte, -offset&7) }
