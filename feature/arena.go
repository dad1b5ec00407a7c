package feature

import "encoding/binary"

// arena keeps byte strings for good, without a pointer for each. Where they lie
// is told by a code. What was handed out may be read while more is added.
type arena struct {
	chunks [][]byte // never written to where something lies
	used   int      // bytes of the last chunk
	full   bool     // whether something found no room
}

const (
	chunkBits     = 20 // of the size of the largest usual chunk
	alignBits     = 3  // of the distance of places where strings may begin
	placeBits     = chunkBits - alignBits
	smallestChunk = 256
	maxChunks     = int(none >> placeBits) // as many as codes tell apart: 16 GB
)

// code is what a Table holds of a value: where it lies in the arena, or the
// value itself. Codes of the arena are below none.
type code = uint32

// none is the code of null.
const none code = 1 << 31

// add keeps a copy of what the parts say one after another. Where there is no
// room left it keeps nothing, and full says so.
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

// makeRoom makes sure that the last chunk has so many bytes to spare; false when
// there are as many chunks as there may be.
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

// at returns what lies at a code. It is not to be written to.
func (a *arena) at(c code) []byte {
	b := a.chunks[c>>placeBits][c&(1<<placeBits-1)<<alignBits:]
	if n := int(b[0]); n < 0x80 {
		return b[1 : 1+n : 1+n]
	}
	n, k := binary.Uvarint(b)
	return b[k : k+int(n) : k+int(n)]
}
