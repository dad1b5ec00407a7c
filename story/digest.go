package story

import (
	"encoding/binary"
	"math"
	"slices"
)

// Digest is a fingerprint of a text, as bytes to be stored; empty for a text that is too short
// to be told from others. The same text has the same digest.
type Digest string

const (
	shingle = 5  // words
	hashes  = 48 // of the MinHash, two bytes each
	rows    = 3  // hashes per band
	bands   = 8  // two texts are compared if they agree in a band

	leastWords = 25

	// nearHashes is how many hashes must agree. Three in four texts that share .6 of their
	// shingles reach it.
	nearHashes = 27

	maxSlots    = 40
	slotSize    = 4
	contextBits = 20
)

// DigestOf returns the digest of a text.
func DigestOf(w Words) Digest {
	if len(w.all) < leastWords {
		return ""
	}
	b := make([]byte, 0, 2*hashes+slotSize*maxSlots)
	for _, least := range w.minima() {
		b = binary.LittleEndian.AppendUint16(b, uint16(least>>20)) // the highest bits are alike, being minima
	}
	for _, s := range w.slots() {
		b = binary.LittleEndian.AppendUint32(b, s)
	}
	return Digest(b)
}

// minima returns the minimum of each hash function over all shingles.
func (w Words) minima() (least [hashes]uint64) {
	var seeds [hashes]uint64 // of the functions
	for i := range least {
		least[i], seeds[i] = math.MaxUint64, mixed(uint64(i+1)*spread)
	}
	last := len(w.all) - shingle
	for i := 0; i <= last; i += 2 { // two at a time: the functions are most of the work
		h, next := w.shingle(i), w.shingle(min(i+1, last))
		for k, seed := range seeds {
			least[k] = min(least[k], (h^seed)*(seed|1), (next^seed)*(seed|1))
		}
	}
	return least
}

// shingle returns a hash of the words from number i on.
func (w Words) shingle(i int) uint64 {
	h := uint64(0)
	for _, word := range w.all[i : i+shingle] {
		h = h*31 + word.hash
	}
	return mixed(h)
}

// spread is the golden ratio as a fraction of 2 to the 64th, which is odd.
const spread = 0x9e3779b97f4a7c15

// mixed mixes the bits of a number (the finaliser of SplitMix64).
func mixed(h uint64) uint64 {
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}

// A slot is a number or a name, or several in a row, between two plain words on either side, in
// one line: a hash of these words, by which slots are sorted, one bit for a number, and a hash
// of the content.
const (
	numberBit  = 1 << (31 - contextBits)
	valueMask  = numberBit - 1
	beside     = 2 // words on either side
	contextBit = 32 - contextBits
)

// slots returns those with the lowest context hashes. A context with two different contents in
// the text is skipped.
func (w Words) slots() []uint32 {
	var all []uint32
	runs := w.runs()
	for i := beside; i+beside < len(runs); i++ {
		if c, ok := contextOf(runs[i-beside : i+beside+1]); ok {
			all = append(all, c<<contextBit|runs[i].value)
		}
	}
	slices.Sort(all)
	all = slices.Compact(all)
	kept := all[:0]
	for i, s := range all {
		if (i == 0 || all[i-1]>>contextBit != s>>contextBit) && (i+1 == len(all) || all[i+1]>>contextBit != s>>contextBit) {
			kept = append(kept, s)
		}
	}
	return kept[:min(len(kept), maxSlots)]
}

// run is a plain word, or names in a row.
type run struct {
	plain uint64 // hash, 0 for names
	value uint32 // of names
	first bool   // of its line
}

func (w Words) runs() []run {
	all := make([]run, 0, len(w.all))
	for i := 0; i < len(w.all); i++ {
		first := w.all[i]
		if !first.name {
			all = append(all, run{plain: first.hash, first: first.first})
			continue
		}
		h, number := first.hash, first.number
		for i+1 < len(w.all) && w.all[i+1].name && w.all[i+1].joined {
			i++
			h = mixed(h*31 + w.all[i].hash)
			number = number || w.all[i].number
		}
		value := uint32(h) & valueMask
		if number {
			value |= numberBit
		}
		all = append(all, run{value: value, first: first.first})
	}
	return all
}

// contextOf returns a hash of the context of the middle of some runs, if that is names and all
// are in one line.
func contextOf(around []run) (uint32, bool) {
	h := uint64(0)
	for i, r := range around {
		if i == beside && r.plain != 0 || i > 0 && r.first {
			return 0, false
		}
		h = mixed(h*31 + r.plain)
	}
	return uint32(h >> contextBit & (1<<contextBits - 1)), true
}

// IsNear reports whether two texts are copies of one, at most edited.
func (d Digest) IsNear(e Digest) bool {
	if len(d) == 0 || len(e) == 0 {
		return false
	}
	same := 0
	for i := 0; i < 2*hashes; i += 2 {
		if d[i] == e[i] && d[i+1] == e[i+1] {
			same++
		}
	}
	return same >= nearHashes && !d.filledOtherwise(e)
}

// otherNames is the number of names in the same contexts of which one may differ: editors drop
// titles and first names.
const otherNames = 10

// filledOtherwise reports whether the texts have different numbers, or names, in the same
// contexts.
func (d Digest) filledOtherwise(e Digest) bool {
	common, other := 0, 0
	for i, j := 2*hashes, 2*hashes; i < len(d) && j < len(e); {
		a, b := d.slot(i), e.slot(j)
		switch {
		case a>>contextBit < b>>contextBit:
			i += slotSize
			continue
		case a>>contextBit > b>>contextBit:
			j += slotSize
			continue
		case a != b && a&b&numberBit != 0:
			return true
		case a != b:
			other++
		}
		common++
		i, j = i+slotSize, j+slotSize
	}
	return other*otherNames > common
}

func (d Digest) slot(at int) uint32 {
	return uint32(d[at]) | uint32(d[at+1])<<8 | uint32(d[at+2])<<16 | uint32(d[at+3])<<24
}

// IsValid reports whether DigestOf can have returned d.
func (d Digest) IsValid() bool {
	slots := len(d) - 2*hashes
	return len(d) == 0 || slots >= 0 && slots%slotSize == 0 && slots <= maxSlots*slotSize
}
