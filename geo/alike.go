package geo

import "bytes"

// Alike collects the properties that several features have alike. It compares
// their bytes and decodes nothing until the end. The zero Alike holds nothing.
// It is not safe for concurrent use.
type Alike struct {
	schema  *schema
	columns []int    // of schema: those that all had alike, in rising order
	values  [][]byte // their values, as JSON has them
}

// AlikeTo returns all properties of a feature.
func AlikeTo(f *Feature) Alike {
	a := Alike{schema: f.schema}
	if f.schema == nil {
		return a
	}
	a.columns, a.values = make([]int, len(*f.schema)), make([][]byte, len(*f.schema))
	rest := f.JSON[f.at:]
	for i := range *f.schema {
		rest = rest[(*f.schema)[i].skip:]
		n := valueLength(rest)
		a.columns[i], a.values[i] = i, rest[:n]
		rest = rest[n:]
	}
	return a
}

// Keep drops the properties that f has otherwise, or does not have.
func (a *Alike) Keep(f *Feature) {
	if len(a.columns) == 0 {
		return
	}
	if f.schema == nil || !a.schema.hasNames(f.schema) {
		a.keepNamed(f)
		return
	}
	kept, next, rest := 0, 0, f.JSON[f.at:]
	for i := 0; next < len(a.columns); i++ {
		rest = rest[(*f.schema)[i].skip:]
		if a.columns[next] == i && hasValue(rest, a.values[next]) {
			a.columns[kept], a.values[kept] = i, a.values[next]
			kept++
			rest = rest[len(a.values[next]):]
			next++
			continue
		}
		if a.columns[next] == i {
			next++
		}
		rest = rest[valueLength(rest):]
	}
	a.columns, a.values = a.columns[:kept], a.values[:kept]
}

// hasValue reports whether JSON begins with a value that is this one.
func hasValue(rest, value []byte) bool {
	if !bytes.HasPrefix(rest, value) {
		return false
	}
	end := rest[len(value)] // a number could go on
	return end == ',' || end == '}'
}

// keepNamed is Keep for a feature with other properties.
func (a *Alike) keepNamed(f *Feature) {
	kept := 0
	for k, i := range a.columns {
		if value, ok := f.raw((*a.schema)[i].name); ok && bytes.Equal(value, a.values[k]) {
			a.columns[kept], a.values[kept] = i, a.values[k]
			kept++
		}
	}
	a.columns, a.values = a.columns[:kept], a.values[:kept]
}

// raw returns a property's value as JSON has it.
func (f *Feature) raw(name string) ([]byte, bool) {
	if f.schema == nil {
		return nil, false
	}
	rest := f.JSON[f.at:]
	for i := range *f.schema {
		c := &(*f.schema)[i]
		rest = rest[c.skip:]
		n := valueLength(rest)
		if c.name == name {
			return rest[:n], true
		}
		rest = rest[n:]
	}
	return nil, false
}

// hasNames reports whether two schemas name the same properties in the same
// order.
func (s *schema) hasNames(other *schema) bool {
	if s == other {
		return true
	}
	if len(*s) != len(*other) {
		return false
	}
	for i := range *s {
		if (*s)[i].name != (*other)[i].name {
			return false
		}
	}
	return true
}

// Properties returns what was kept.
func (a *Alike) Properties() []Property {
	out := make([]Property, len(a.columns))
	for k, i := range a.columns {
		c := &(*a.schema)[i]
		out[k] = Property{c.name, c.kind.value(a.values[k])}
	}
	return out
}
