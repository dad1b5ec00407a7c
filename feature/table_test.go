package feature

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"dateline/geo"

	"github.com/paulmach/orb"
)

// sample is a feature to be made by a Builder or by NewFeature.
type sample struct {
	id       string
	geometry orb.Geometry
	days     Days
	values   []Property
}

func sampleColumns() []Column {
	return []Column{
		{Name: "name", Kind: Text}, {Name: "text", Kind: Text, Unique: true}, {Name: "number", Kind: Integer}, {Name: "share", Kind: Number, Group: "a"},
		{Name: "sure", Kind: Boolean, Group: "a"}, {Name: "day", Kind: Date, Group: "b"}, {Name: "town", Kind: Text, Group: "b"},
	}
}

func randomSample(r *rand.Rand, n int) sample {
	pick := func(values ...any) any { return values[r.IntN(len(values))] }
	s := sample{id: fmt.Sprintf("id %d", n), values: []Property{
		{"name", pick("Idlib", `a "quoted" name`, "خان شيخون", nil)},
		{"text", pick(strings.Repeat("long ", r.IntN(200)), strings.Repeat("x", 3<<20*r.IntN(2)*r.IntN(2)*r.IntN(2)), nil)},
		{"number", pick(0, 12, 1<<31-1, 1<<31, 1<<40, -1, nil)},
		{"share", pick(0.5, 0.55, 1.0, r.Float64(), nil)},
		{"sure", pick(true, false, nil)},
		{"day", pick(Day(r.IntN(40000)-20000).Time(), Day(-719528).Time(), Day(3000000).Time(), nil)},
		{"town", pick("Idlib", "Morek", nil)},
	}}
	switch r.IntN(6) {
	case 0:
	case 1:
		s.geometry = orb.LineString{{r.Float64(), 2}, {3, 4}}
	case 2:
		s.geometry = orb.Point{1e9, 0}
	default:
		s.geometry = orb.Point{geo.Round6(r.Float64()*360 - 180), geo.Round6(r.Float64()*180 - 90)}
	}
	if r.IntN(3) > 0 {
		s.days = Days{Day(r.IntN(100)), Day(100 + r.IntN(100)), true}
	}
	return s
}

func (s *sample) start(b *Builder) {
	b.Start(s.id, s.geometry, s.days)
	for _, p := range s.values {
		b.value(p.Value)
	}
}

// TestTable: an older Table is unchanged by later additions and replacements, and features equal
// those of NewFeature.
func TestTable(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 9))
	b := NewBuilder(sampleColumns())
	var now []sample
	type moment struct {
		table *Table
		then  []sample
	}
	var moments []moment
	for n := range 400 {
		s := randomSample(r, n)
		if n > 10 && r.IntN(5) == 0 {
			at := r.IntN(len(now))
			s.id, s.geometry = now[at].id, now[at].geometry
			s.start(b)
			b.Replace(at)
			now = slices.Clone(now)
			now[at] = s
		} else {
			s.start(b)
			if at := b.Add(); at != len(now) || b.Len() != at+1 {
				t.Fatalf("feature %d is added at %d", len(now), at)
			}
			now = append(now, s)
		}
		if n%40 == 0 {
			moments = append(moments, moment{b.Table(), slices.Clone(now)})
		}
	}
	for _, m := range moments {
		if m.table.Len() != len(m.then) {
			t.Fatalf("%d features, want %d", m.table.Len(), len(m.then))
		}
		for i := range m.then {
			checkFeature(t, m.table.At(i), &m.then[i])
		}
	}
}

func checkFeature(t *testing.T, f Feature, s *sample) {
	t.Helper()
	want := NewFeature(s.id, s.geometry, s.days, s.values)
	if string(f.JSON()) != string(want.JSON()) {
		t.Fatalf("%.300s\nwant\n%.300s", f.JSON(), want.JSON())
	}
	if f.ID() != s.id || !f.Is(s.id) || f.Days() != s.days || !reflect.DeepEqual(f.Geometry(), s.geometry) {
		t.Errorf("%s: %v %v %v, want %v", s.id, f.ID(), f.Days(), f.Geometry(), s)
	}
	if s.geometry != nil && f.Bound() != s.geometry.Bound() || f.HasGeometry() != (s.geometry != nil) {
		t.Errorf("%s: bound %v", s.id, f.Bound())
	}
	for i, p := range f.Properties {
		if want := s.values[i]; p.Name != want.Name || p.Value != want.Value {
			t.Errorf("%s: %v, want %v", s.id, p, want)
		}
	}
}

// TestEqualValuesHaveOneCode: in a column of unique values.
func TestEqualValuesHaveOneCode(t *testing.T) {
	b := NewBuilder([]Column{{Name: "name", Kind: Text}})
	for i := range 100 {
		b.Start("x", nil, Days{})
		b.Text(fmt.Sprint(i % 7))
		b.Add()
	}
	codes := map[uint32]bool{}
	for i := range 100 {
		codes[b.Table().At(i).Code(0)] = true
	}
	if len(codes) != 7 {
		t.Errorf("%d codes for 7 names", len(codes))
	}
}

func TestAppendMillionths(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 9))
	for _, v := range []int32{0, 1, -1, 10, 999_999, 1_000_000, -1_000_000, 180_000_000, -180_000_000, 36_650_000, -5} {
		checkMillionths(t, v)
	}
	for range 10_000 {
		checkMillionths(t, r.Int32N(360_000_000)-180_000_000)
	}
}

func checkMillionths(t *testing.T, v int32) {
	t.Helper()
	if got, want := string(appendMillionths(nil, v)), strconv.FormatFloat(float64(v)/1e6, 'f', -1, 64); got != want {
		t.Errorf("%d: %s, want %s", v, got, want)
	}
}

func TestAppendDay(t *testing.T) {
	for d := Day(-720_500); d < 2_940_000; d += 1 + (d&7)*(d&1) {
		if got, want := string(appendDay(nil, d)), d.Time().Format(time.DateOnly); got != want {
			t.Fatalf("day %d: %s, want %s", d, got, want)
		}
	}
}

func BenchmarkAppendJSON(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 9))
	builder := NewBuilder(sampleColumns())
	for n := range 10_000 {
		s := randomSample(r, n)
		s.values[1].Value = "a sentence of a usual length that says where something took place, and when"
		s.geometry = orb.Point{36.123456, 35.5}
		s.start(builder)
		builder.Add()
	}
	table := builder.Table()
	var space []byte
	for n := 0; b.Loop(); n++ {
		space = table.At(n % 10_000).AppendJSON(space[:0])
	}
	b.SetBytes(int64(len(space)))
}
