package recent

import (
	"hash/maphash"
	"math/bits"
)

// maxShort is the maximum length of a key that its code determines.
const maxShort = 16

// code is the length of a key and its first and last bytes, eight each, or all of them in one
// number.
type code struct {
	length      int
	first, last uint64
}

func codeOf(key string) code {
	c := code{length: len(key)}
	switch n := len(key); {
	case n >= 8:
		c.first, c.last = uint64(low(key))|uint64(low(key[4:]))<<32, uint64(low(key[n-8:]))|uint64(low(key[n-4:]))<<32
	case n >= 4:
		c.first = uint64(low(key)) | uint64(low(key[n-4:]))<<32
	case n > 0:
		c.first = uint64(key[0]) | uint64(key[n/2])<<8 | uint64(key[n-1])<<16
	}
	return c
}

// low returns the first four bytes of s.
func low(s string) uint32 {
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// seed makes the hashes of a Cache unpredictable.
type seed struct {
	long        maphash.Seed
	first, last uint64
}

func newSeed() seed {
	s := seed{long: maphash.MakeSeed()}
	s.first, s.last = maphash.Comparable(s.long, 1), maphash.Comparable(s.long, 2)
	return s
}

// hash multiplies the two halves of a short key, as wyhash does
// (https://github.com/wangyi-fudan/wyhash).
func (s *seed) hash(key string, c code) uint64 {
	if len(key) > maxShort {
		return maphash.String(s.long, key)
	}
	high, low := bits.Mul64(c.first^s.first, c.last^s.last^uint64(c.length))
	return high ^ low
}
