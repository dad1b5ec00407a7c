package feature

import (
	"encoding/binary"
	"slices"
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

// values appends the values of a combination.
func (g *group) values(to []code, combination []byte) []code {
	for i := g.from; i < g.to; i++ {
		to = append(to, g.code(combination, i))
	}
	return to
}

// has reports whether a combination has these values.
func (g *group) has(combination []byte, values []code) bool {
	for i, v := range values {
		if g.code(combination, g.from+i) != v {
			return false
		}
	}
	return true
}

// combinations finds the code of a combination of a group by its values.
type combinations struct {
	codes    map[uint64]code // by hash; of equal hashes the later ones have the next free
	last     []code          // the previous feature's values
	lastCode code            // and their code, 0 for none
}

// combine returns the code of a combination of values of a group, which it adds if it is new.
func (b *Builder) combine(number int, values []code) code {
	t, known := &b.table, &b.known[number]
	if known.lastCode != 0 && slices.Equal(known.last, values) {
		return known.lastCode
	}
	g := &t.groups[number]
	key, found := known.find(g, &t.common, values)
	if !found {
		b.space = b.space[:0]
		for _, v := range values {
			b.space = binary.LittleEndian.AppendUint32(b.space, v)
		}
		for i, v := range values {
			b.space = t.appendProperty(b.space, &t.columns[g.from+i], v)
		}
		known.codes[key] = t.common.add(b.space)
	}
	known.last, known.lastCode = append(known.last[:0], values...), known.codes[key]
	return known.lastCode
}

// find returns the key of a combination, or one that is free for it.
func (c *combinations) find(g *group, in *arena, values []code) (key uint64, found bool) {
	for key = hashOf(values); ; key++ {
		at, taken := c.codes[key]
		if !taken || g.has(in.from(at), values) {
			return key, taken
		}
	}
}

// hashOf is FNV-1a of whole values (Fowler, Noll and Vo).
func hashOf(values []code) uint64 {
	hash := uint64(14695981039346656037)
	for _, v := range values {
		hash = (hash ^ uint64(v)) * 1099511628211
	}
	return hash
}

// recallCombinations restores the index of a group's combinations from their codes.
func (b *Builder) recallCombinations(number int, codes []code) {
	t, known := &b.table, &b.known[number]
	g, values := &t.groups[number], []code(nil)
	for _, at := range codes {
		values = g.values(values[:0], t.common.from(at))
		key, _ := known.find(g, &t.common, values)
		known.codes[key] = at
	}
}
