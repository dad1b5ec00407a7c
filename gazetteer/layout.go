package gazetteer

import (
	"bufio"
	"encoding/binary"
	"hash/crc32"
	"io"
)

// layOut concatenates a header and sections.
func layOut(s *sections) []byte {
	header, size := s.header()
	out := append(make([]byte, 0, size), header...)
	for i := range s {
		out = append(out, padding(len(out))...)
		out = append(out, s[i]...)
	}
	return out
}

// writeTo writes what layOut returns without copying it.
func (s *sections) writeTo(w io.Writer) error {
	header, _ := s.header()
	out := bufio.NewWriterSize(w, 1<<20)
	out.Write(header) // out keeps the first error
	at := len(header)
	for i := range s {
		pad := padding(at)
		out.Write(pad)
		out.Write(s[i])
		at += len(pad) + len(s[i])
	}
	return out.Flush()
}

// header returns the header of the sections and the total size.
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

// layout returns the offsets of the sections, and the total size.
func (s *sections) layout() (offsets [sectionCount]int, size int) {
	size = headerSize
	for i := range s {
		size += len(padding(size))
		offsets[i] = size
		size += len(s[i])
	}
	return offsets, size
}

// padding is the padding of an offset to a multiple of eight.
func padding(offset int) []byte { return make([]byte, -offset&7) }
