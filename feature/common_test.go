package feature

import (
	"fmt"
	"math/bits"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/paulmach/orb"
)

// TestCommon compares with a comparison of decoded values, for features of one Table and of
// several, with the same and other properties, also in groups.
func TestCommon(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	for round := range 500 {
		columns := make([]Column, len(variedProperties(r, false)))
		for i, p := range variedProperties(r, false) {
			columns[i] = Column{Name: p.Name, Kind: [...]Kind{Text, Text, Integer, Number, Boolean, Date}[i], Unique: i == 0, Group: [...]string{"", "a", "b"}[(i+round)/(1+round%4)%3]}
		}
		b := NewBuilder(columns)
		features := make([]Feature, 2+r.IntN(5))
		for range features {
			b.Start("x", orb.Point{1, 2}, Days{})
			for _, p := range variedProperties(r, false) {
				b.value(p.Value)
			}
			b.Add()
		}
		table := b.Table()
		for i := range features {
			if features[i] = table.At(i); r.IntN(6) == 0 {
				features[i] = NewFeature(fmt.Sprint(i), orb.Point{1, 2}, Days{}, variedProperties(r, true))
			}
		}
		some := r.Uint64() & (1<<len(columns) - 1)
		codes := make([]uint32, 64)
		for table.At(0).Codes(some, codes); some != 0; some &= some - 1 {
			if i := bits.TrailingZeros64(some); codes[i] != table.At(0).Code(i) {
				t.Fatalf("round %d: column %d has code %d, want %d", round, i, codes[i], table.At(0).Code(i))
			}
		}
		a := CommonOf(features[0], ^uint64(0))
		want := properties(features[0])
		for _, f := range features[1:] {
			a.Add(f)
			want = slices.DeleteFunc(want, func(p Property) bool { return !holds(f, p) })
		}
		var got []Property
		for i, p := range a.First.Properties {
			if a.Columns()>>i&1 != 0 {
				got = append(got, p)
			}
		}
		if len(got)+len(want) > 0 && !reflect.DeepEqual(got, want) {
			t.Fatalf("round %d: common are %v, want %v, of\n%s", round, got, want, features[0].JSON())
		}
	}
}

// variedProperties returns few values of all types, some with common prefixes.
func variedProperties(r *rand.Rand, some bool) []Property {
	pick := func(values ...any) any { return values[r.IntN(len(values))] }
	all := []Property{
		{"own", pick("a sentence", "another sentence", nil)},
		{"name", pick("Idlib", "Idlib city", `a "quoted" name`, nil)},
		{"count", pick(1, 12, 1<<40, -1)},
		{"share", pick(0.5, 0.55, nil)},
		{"sure", pick(true, false)},
		{"day", pick(time.Date(2019, 8, 22, 0, 0, 0, 0, time.UTC), time.Date(1969, 12, 31, 0, 0, 0, 0, time.UTC))},
	}
	if some {
		i := r.IntN(len(all))
		return slices.Delete(all, i, i+1)
	}
	return all
}

func properties(f Feature) []Property {
	var out []Property
	for _, p := range f.Properties {
		out = append(out, p)
	}
	return out
}

func holds(f Feature, want Property) bool {
	for _, p := range f.Properties {
		if p.Name == want.Name {
			return reflect.DeepEqual(p.Value, want.Value)
		}
	}
	return false
}
