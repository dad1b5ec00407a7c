package gazetteer

import (
	"encoding/binary"
	"slices"
	"sort"
	"strings"
)

func (x *Index) name(i int) string {
	return x.view(secNameText, x.u32(secNameOffsets, i), x.u32(secNameOffsets, i+1))
}

func (x *Index) namePlace(i int) int { return x.u32(secNamePlaces, i) }

func (x *Index) folds() int { return len(x.sec[secFoldFirst])/4 - 1 }

func (x *Index) fold(i int) string {
	return x.view(secFoldText, x.u32(secFoldOffsets, i), x.u32(secFoldOffsets, i+1))
}

// prefixRange returns the range [lo, hi) of the folded names that are prefix or continue it with a
// byte up to end.
func (x *Index) prefixRange(prefix string, end byte) (lo, hi int) {
	lo, hi = 0, x.folds()
	if len(prefix) >= 2 {
		b := int(prefix[0])<<8 | int(prefix[1])
		lo, hi = x.u32(secFoldStarts, b), x.u32(secFoldStarts, b+1)
	}
	lo += sort.Search(hi-lo, func(i int) bool { return x.fold(lo+i) >= prefix })
	return lo, lo + leading(hi-lo, func(i int) bool {
		name := x.fold(lo + i)
		return strings.HasPrefix(name, prefix) && (len(name) == len(prefix) || name[len(prefix)] <= end)
	})
}

// continued narrows a range of prefixRange, of the names with some known words, to those that
// continue with a word.
func (x *Index) continued(lo, hi, known int, word string) (int, int) {
	rest := func(i int) string { return x.fold(i)[known:] }
	if rest(lo) == "" { // the known words alone
		lo++
	}
	known++ // and a blank
	lo += sort.Search(hi-lo, func(i int) bool { return rest(lo+i) >= word })
	return lo, lo + leading(hi-lo, func(i int) bool {
		name := rest(lo + i)
		return strings.HasPrefix(name, word) && (len(name) == len(word) || name[len(word)] == wordBoundary)
	})
}

// leading returns how many of n items fulfil a condition that is true of the first ones only. It
// takes steps in the logarithm of the answer, as words continue few names.
func leading(n int, is func(int) bool) int {
	step := 1
	for step <= n && is(step-1) {
		step *= 2
	}
	from := step / 2
	return from + sort.Search(min(step, n)-from, func(i int) bool { return !is(from + i) })
}

// The maximum numbers of names considered with the same spelling or sound: those of the best
// known places, so that lookups do not slow down as the gazetteer grows.
const (
	mostWritten  = 256
	mostSounding = 64
)

// foldNames appends the numbers of the names whose folded form has number i.
func (x *Index) foldNames(dst []int, i int) []int {
	from := x.u32(secFoldFirst, i)
	return x.nameNumbers(dst, secFoldNames, from, min(from+mostWritten, x.u32(secFoldFirst, i+1)))
}

// nameNumbers appends part of a list of name numbers, in order.
func (x *Index) nameNumbers(dst []int, sec, from, to int) []int {
	n := len(dst)
	for j := from; j < to; j++ {
		dst = append(dst, x.u32(sec, j))
	}
	slices.Sort(dst[n:])
	return dst
}

// keyNames appends the numbers of the names that have the key.
func (x *Index) keyNames(dst []int, k Key) []int {
	keys := x.sec[secKeys]
	at := func(i int) Key { return Key(binary.LittleEndian.Uint64(keys[8*i:])) }
	n := len(keys) / 8
	i := sort.Search(n, func(i int) bool { return at(i) >= k })
	if i == n || at(i) != k {
		return dst
	}
	from := x.u32(secKeyFirst, i)
	return x.nameNumbers(dst, secKeyNames, from, min(from+mostSounding, x.u32(secKeyFirst, i+1)))
}

// Find returns the number of the place with the ID.
func (x *Index) Find(id string) (int, bool) {
	n := x.Len()
	i := sort.Search(n, func(i int) bool { return x.id(i) >= id })
	return i, i < n && x.id(i) == id
}

// FindCode returns the number of the country or division with the code (see
// Place.Code).
func (x *Index) FindCode(code string) (int, bool) {
	n := x.codes()
	i := sort.Search(n, func(i int) bool { c, _ := x.code(i); return c >= code })
	if i == n {
		return 0, false
	}
	c, place := x.code(i)
	return place, c == code
}

func (x *Index) codes() int { return len(x.sec[secCodes]) / 8 }

// code returns entry i of the table of codes.
func (x *Index) code(i int) (code string, place int) {
	return x.text(uint32(x.u32(secCodes, 2*i))), x.u32(secCodes, 2*i+1)
}
