package feature

import "slices"

// group holds the combinations of values of neighbouring columns, each once, with its GeoJSON:
// most features of a place have the same name, and those of a town the same size.
type group struct {
	from, to int    // its columns, to excluded
	sets     []code // of each combination its GeoJSON, then its values
}

// at returns a combination by its number.
func (g *group) at(number code) []code {
	each := 1 + g.to - g.from
	return g.sets[int(number)*each : (int(number)+1)*each]
}

func (g *group) len() int { return len(g.sets) / (1 + g.to - g.from) }

// grouped makes the groups of columns, and tells each column its group and its slot in a row; it
// returns the number of slots. The first slot has the id.
func grouped(columns []column) (groups []group, slots int) {
	slots = 1
	for from, to := 0, 0; from < len(columns); from = to {
		name := columns[from].Group
		for to = from + 1; to < len(columns) && name != "" && columns[to].Group == name; to++ {
		}
		number := alone
		if to-from > 1 {
			number = len(groups)
			groups = append(groups, group{from: from, to: to})
		}
		for i := from; i < to; i++ {
			columns[i].group, columns[i].slot = number, slots
		}
		slots++
	}
	return groups, slots
}

// combinations finds the number of a combination of a group by its values.
type combinations struct {
	numbers map[uint64]code // by hash; of equal hashes the later ones have the next free
	last    code            // of the previous feature
}

// combine returns the number of a combination of values of a group, which it adds if it is new.
func (b *Builder) combine(number int, values []code) code {
	t, known := &b.table, &b.known[number]
	g := &t.groups[number]
	if known.last < code(g.len()) && slices.Equal(g.at(known.last)[1:], values) {
		return known.last
	}
	hash, found := known.find(g, values)
	if !found {
		b.space = b.space[:0]
		for i, v := range values {
			b.space = t.appendProperty(b.space, &t.columns[g.from+i], v)
		}
		known.numbers[hash] = code(g.len())
		g.sets = append(append(g.sets, t.arena.add(b.space)), values...)
	}
	known.last = known.numbers[hash]
	return known.last
}

// find returns the key of a combination, or one that is free for it.
func (c *combinations) find(g *group, values []code) (hash uint64, found bool) {
	for hash = hashOf(values); ; hash++ {
		number, taken := c.numbers[hash]
		if !taken || slices.Equal(g.at(number)[1:], values) {
			return hash, taken
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

// recallCombinations restores the index of the combinations.
func (b *Builder) recallCombinations() {
	for i := range b.known {
		g, known := &b.table.groups[i], &b.known[i]
		for number := range g.len() {
			hash, _ := known.find(g, g.at(code(number))[1:])
			known.numbers[hash] = code(number)
		}
	}
}
