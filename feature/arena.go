package feature

import "encoding/binary"

// arena stores byte strings permanently, without a pointer for each. Codes tell where they lie.
// Readers may use what they were given while more is added.
type arena struct {
	chunks [][]byte // written only beyond what is stored
	used   int      // bytes used of the last chunk
	full   bool     // whether something found no room
}

const (
	chunkBits     = 20 // log2 of the largest usual chunk
	alignBits     = 3  // log2 of the alignment of strings
	placeBits     = chunkBits - alignBits
	smallestChunk = 256
	maxChunks     = int(none >> placeBits) // what codes can address: 16 GB
)

// code is a value in a Table: its place in the arena, or the value itself. Codes of the arena
// are below none.
type code = uint32

// none is the code of null.
const none code = 1 << 31

// add stores a concatenation of parts. If there is no room it stores nothing, and sets full.
func (a *arena) add(parts ...[]byte) code {
	n := 0
	for _, p := range parts {
		n += len(p)
	}
	if a.full = a.full || !a.makeRoom(n+binary.MaxVarintLen64); a.full {
		return 0
	}
	at, last := a.used, len(a.chunks)-1
	b := binary.AppendUvarint(a.chunks[last][at:at], uint64(n))
	for _, p := range parts {
		b = append(b, p...)
	}
	a.used = (at + len(b) + 1<<alignBits - 1) >> alignBits << alignBits
	return code(last)<<placeBits | code(at>>alignBits)
}

// makeRoom makes room for n bytes in the last chunk; false if there can't be more chunks.
func (a *arena) makeRoom(n int) bool {
	if len(a.chunks) > 0 && a.used+n <= len(a.chunks[len(a.chunks)-1]) {
		return true
	}
	if len(a.chunks) == maxChunks {
		return false
	}
	size := smallestChunk << min(2*len(a.chunks), chunkBits)
	a.used = 0
	if len(a.chunks) == 0 {
		a.used = 1 << alignBits // no code is 0
	}
	a.chunks = append(a.chunks, make([]byte, max(min(size, 1<<chunkBits), a.used+n)))
	return true
}

// at returns the bytes at a code. They must not be changed.
func (a *arena) at(c code) []byte {
	b := a.chunk(c)
	if n := int(b[0]); n < 0x80 {
		return b[1 : 1+n : 1+n]
	}
	if n := int(b[0]&0x7f) | int(b[1])<<7; n < 1<<14 {
		return b[2 : 2+n : 2+n]
	}
	n, k := binary.Uvarint(b)
	return b[k : k+int(n) : k+int(n)]
}

// chunk returns the rest of a chunk: the length of the bytes at a code, and them.
func (a *arena) chunk(c code) []byte {
	return a.chunks[c>>placeBits][c&(1<<placeBits-1)<<alignBits:]
}

// from returns the bytes at a code and what follows them, which is quicker.
func (a *arena) from(c code) []byte {
	b := a.chunk(c)
	for b[0] >= 0x80 {
		b = b[1:]
	}
	return b[1:]
}
