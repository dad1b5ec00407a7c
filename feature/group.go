package feature

import (
	"bytes"
	"encoding/binary"
)

// group is a number of neighbouring columns whose combinations of values are stored once each:
// most features of a place have the same name, and those of a town the same size. In a row they
// have one code, of their values as fixed-width numbers, followed by the GeoJSON of all of them.
type group struct{ from, to int } // its columns, to excluded

const codeSize = 4 // bytes of a code

// grouped tells each column its slot in a row and its group; it returns the groups and the number
// of slots. The first slot has the id.
func grouped(columns []column) (groups []group, slots int) {
	slots = 1
	for from, to := 0, 0; from < len(columns); from = to {
		name := columns[from].Group
		for to = from + 1; to < len(columns) && name != "" && columns[to].Group == name; to++ {
		}
		number := alone
		if to-from > 1 {
			number = len(groups)
			groups = append(groups, group{from, to})
		}
		for i := from; i < to; i++ {
			columns[i].group, columns[i].slot = number, slots
		}
		slots++
	}
	return groups, slots
}

// len returns the length of the values of a combination.
func (g *group) len() int { return codeSize * (g.to - g.from) }

// code returns the code of a column in a combination.
func (g *group) code(combination []byte, column int) code {
	return binary.LittleEndian.Uint32(combination[codeSize*(column-g.from):])
}

// combinations finds the code of a combination of a group by its values.
type combinations struct {
	codes map[uint64]code // by hash; of equal hashes the later ones have the next free
	last  code            // of the previous feature, 0 for none
}

// combine returns the code of a combination of values of a group, which it adds if it is new.
func (b *Builder) combine(number int, values []code) code {
	t, known := &b.table, &b.known[number]
	g := &t.groups[number]
	b.space = b.space[:0]
	for _, v := range values {
		b.space = binary.LittleEndian.AppendUint32(b.space, v)
	}
	if known.last != 0 && bytes.HasPrefix(t.common.at(known.last), b.space) {
		return known.last
	}
	hash, found := known.find(&t.common, b.space)
	if !found {
		for i, v := range values {
			b.space = t.appendProperty(b.space, &t.columns[g.from+i], v)
		}
		known.codes[hash] = t.common.add(b.space)
	}
	known.last = known.codes[hash]
	return known.last
}

// find returns the key of a combination, or one that is free for it.
func (c *combinations) find(in *arena, values []byte) (key uint64, found bool) {
	for key = hashOf(values); ; key++ {
		at, taken := c.codes[key]
		if !taken || bytes.HasPrefix(in.at(at), values) {
			return key, taken
		}
	}
}

// hashOf is FNV-1a (Fowler, Noll and Vo).
func hashOf(values []byte) uint64 {
	hash := uint64(14695981039346656037)
	for _, v := range values {
		hash = (hash ^ uint64(v)) * 1099511628211
	}
	return hash
}

// recallCombinations restores the index of a group's combinations from their codes.
func (b *Builder) recallCombinations(number int, codes []code) {
	t, known := &b.table, &b.known[number]
	for _, at := range codes {
		key, _ := known.find(&t.common, t.common.at(at)[:t.groups[number].len()])
		known.codes[key] = at
	}
}
