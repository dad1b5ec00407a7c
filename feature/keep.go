package feature

import "encoding/json"

// raw sets JSON as it is, null if empty.
func (b *Builder) raw(j json.RawMessage) {
	if len(j) == 0 || string(j) == "null" {
		b.Null()
		return
	}
	b.values = append(b.values, b.keep(string(j), j))
}

func (b *Builder) text(s string) {
	i := len(b.values)
	if last := &b.last[i]; last.text == s && last.known {
		b.values = append(b.values, last.code)
		return
	}
	at, ok := b.texts[i][s]
	if !ok {
		b.space = appendString(b.space[:0], s)
		at = b.keep(s, b.space)
	}
	b.last[i] = lastText{s, at, true}
	b.values = append(b.values, at)
}

// lastText is the text of a column in the previous row, often the same as the next.
type lastText struct {
	text  string
	code  code
	known bool
}

// keep stores the JSON of a value in the arena, unless the key is known.
func (b *Builder) keep(key string, value []byte) code {
	i := len(b.values)
	c := &b.table.columns[i]
	if c.Unique {
		return b.table.own.add(value)
	}
	if at, ok := b.texts[i][key]; ok {
		return at
	}
	if b.texts[i] == nil {
		b.texts[i] = map[string]code{}
	}
	at := b.table.common.add([]byte(c.prefix), value)
	if b.table.common.full {
		return at
	}
	b.texts[i][b.stable(key, at, len(c.prefix))] = at
	return at
}

// stable returns a key in the memory of the arena, if it is there.
func (b *Builder) stable(key string, at code, prefix int) string {
	value := b.table.common.at(at)[prefix:]
	if inner := value[1 : len(value)-1]; string(inner) == key {
		return shared(inner)
	}
	return string([]byte(key))
}
