package feature

import (
	"maps"
	"slices"
	"strings"

	"dateline/snapshot"

	"github.com/paulmach/orb/encoding/wkb"
)

// Saved is a Builder at one moment. It shares the Builder's memory and may be written while the
// Builder goes on.
type Saved struct {
	table  Table
	shared [][]code // by column and then by group, the codes that new features may share
}

// Save returns the present state of the Builder.
func (b *Builder) Save() *Saved {
	b.recall()
	s := &Saved{*b.Table(), make([][]code, len(b.table.columns)+len(b.known))}
	for i := range b.table.columns {
		for _, c := range b.texts[i] {
			s.shared[i] = append(s.shared[i], c)
		}
		for _, c := range b.numbers[i] {
			s.shared[i] = append(s.shared[i], c)
		}
	}
	for i := range b.known {
		s.shared[len(b.table.columns)+i] = slices.Collect(maps.Values(b.known[i].codes))
	}
	for _, codes := range s.shared {
		slices.Sort(codes)
	}
	return s
}

// Write writes what ReadBuilder reads.
func (s *Saved) Write(w *snapshot.Writer) {
	t := &s.table
	snapshot.PutText(w, t.columnsText())
	snapshot.Put(w, t.codes)
	snapshot.Put(w, t.points)
	snapshot.Put(w, t.days)
	t.own.write(w)
	t.common.write(w)
	codes, shapes := make([]code, len(t.shapes)), make([][]byte, len(t.shapes))
	for i, shape := range t.shapes {
		codes[i], shapes[i] = shape.json, wkb.MustMarshal(shape.geometry)
	}
	snapshot.Put(w, codes)
	snapshot.Put(w, lengths(shapes))
	snapshot.Put(w, shapes...)
	snapshot.Put(w, lengths(s.shared))
	snapshot.Put(w, s.shared...)
}

// ReadBuilder reads a Builder of Tables with these columns, with room for more features. The
// result is invalid if the Reader has an error afterwards.
func ReadBuilder(r *snapshot.Reader, columns []Column) *Builder {
	b := NewBuilder(columns)
	t := &b.table
	if snapshot.GetText(r) != t.columnsText() {
		r.Fail(snapshot.ErrFormat)
	}
	const room = 1 << 14
	t.codes = snapshot.Get[code](r, room*t.slots)
	t.points = snapshot.Get[point](r, room)
	t.days = snapshot.Get[DayRange](r, room)
	if len(t.days) != t.Len() || len(t.codes) != t.Len()*t.slots {
		r.Fail(snapshot.ErrDamaged)
	}
	t.own.read(r)
	t.common.read(r)
	t.readShapes(r)
	if b.unread = split(r, snapshot.Get[int64](r, 0), snapshot.Get[code](r, 0)); r.Err() == nil && len(b.unread) != len(columns)+len(t.groups) {
		r.Fail(snapshot.ErrDamaged)
	}
	return b
}

func (t *Table) readShapes(r *snapshot.Reader) {
	codes := snapshot.Get[code](r, 0)
	shapes := split(r, snapshot.Get[int64](r, 0), snapshot.Get[byte](r, 0))
	if len(shapes) != len(codes) {
		r.Fail(snapshot.ErrDamaged)
		return
	}
	t.shapes = make([]shape, len(shapes))
	for i, b := range shapes {
		g, err := wkb.Unmarshal(b)
		if err != nil {
			r.Fail(snapshot.ErrDamaged)
			return
		}
		t.shapes[i] = shape{g, g.Bound(), codes[i]}
	}
}

// recall restores the Builder's index of values.
func (b *Builder) recall() {
	if b.unread == nil {
		return
	}
	for i := range b.table.groups {
		b.recallCombinations(i, b.unread[len(b.table.columns)+i])
	}
	for i, codes := range b.unread[:len(b.table.columns)] {
		c := &b.table.columns[i]
		for _, at := range codes {
			switch value := b.table.stored(c, at); c.Kind {
			case Number:
				if b.numbers[i] == nil {
					b.numbers[i] = make(map[float64]code, len(codes))
				}
				b.numbers[i][b.table.number(c, at)] = at
			default:
				if b.texts[i] == nil {
					b.texts[i] = make(map[string]code, len(codes))
				}
				key := shared(value)
				if c.Kind == Text {
					key = readString(value)
				}
				b.texts[i][key] = at
			}
		}
	}
	b.unread = nil
}

// columnsText describes the columns, to tell other schemas apart.
func (t *Table) columnsText() string {
	var s strings.Builder
	for _, c := range t.columns {
		s.WriteString(c.prefix)
		s.WriteByte('0' + byte(c.Kind))
		if c.Unique {
			s.WriteByte('o')
		}
		if c.Words {
			s.WriteByte('w')
		}
		s.WriteString(c.Group)
	}
	return s.String()
}

// write writes what was handed out, while more may be added.
func (a *arena) write(w *snapshot.Writer) {
	chunks := slices.Clone(a.chunks)
	if n := len(chunks); n > 0 {
		chunks[n-1] = chunks[n-1][:a.used]
	}
	snapshot.Put(w, lengths(chunks))
	snapshot.Put(w, chunks...)
}

// read reads an arena, whose last chunk is full.
func (a *arena) read(r *snapshot.Reader) {
	lengths := snapshot.Get[int64](r, 0)
	a.chunks = split(r, lengths, snapshot.Get[byte](r, 0))
	if n := len(a.chunks); n > 0 {
		a.used = len(a.chunks[n-1])
	}
}

func lengths[T any](parts [][]T) []int64 {
	all := make([]int64, len(parts))
	for i, p := range parts {
		all[i] = int64(len(p))
	}
	return all
}

// split cuts values into parts of given lengths.
func split[T any](r *snapshot.Reader, lengths []int64, values []T) [][]T {
	parts := make([][]T, len(lengths))
	for i, n := range lengths {
		if n < 0 || n > int64(len(values)) {
			r.Fail(snapshot.ErrDamaged)
			return nil
		}
		parts[i], values = values[:n:n], values[n:]
	}
	return parts
}
