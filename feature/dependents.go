package feature

import (
	"encoding/binary"
	"slices"
)

// dependents are the combinations of values of the dependent columns, each stored once, with its
// GeoJSON.
type dependents struct {
	sets []code // of each combination its JSON, then its values
	each int    // codes of a combination
}

// of returns the values that a row of a Table refers to.
func (d *dependents) of(row []code) []code { return d.at(row[len(row)-1])[1:] }

func (d *dependents) at(number code) []code {
	return d.sets[int(number)*d.each : int(number+1)*d.each]
}

// depend returns the number of a combination of values of the dependent columns, which it adds
// if it is new.
func (b *Builder) depend(values []code) code {
	t := &b.table
	if len(t.sets) > 0 && slices.Equal(t.at(b.lastSet)[1:], values) {
		return b.lastSet
	}
	b.space = appendKey(b.space[:0], values)
	number, known := b.sets[string(b.space)]
	if !known {
		key := string(b.space)
		b.space = b.space[:0]
		for i, v := range values {
			b.space = t.appendProperty(b.space, &t.columns[t.own+i], v)
		}
		number = code(len(t.sets) / t.each)
		t.sets = append(append(t.sets, t.arena.add(b.space)), values...)
		b.keepSet(key, number)
	}
	b.lastSet = number
	return number
}

func (b *Builder) keepSet(key string, number code) {
	if b.sets == nil {
		b.sets = map[string]code{}
	}
	b.sets[key] = number
}

// recallSets restores the index of the combinations.
func (b *Builder) recallSets() {
	t := &b.table
	for i := range len(t.sets) / t.each {
		b.space = appendKey(b.space[:0], t.at(code(i))[1:])
		b.keepSet(string(b.space), code(i))
	}
}

func appendKey(b []byte, values []code) []byte {
	for _, v := range values {
		b = binary.LittleEndian.AppendUint32(b, v)
	}
	return b
}
