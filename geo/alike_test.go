package geo

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/paulmach/orb"
)

// TestAlike compares with a plain comparison of decoded values, for features
// of one Maker and of several, with the same properties and with others.
func TestAlike(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	for round := range 500 {
		makers := []*Maker{{}, {}}
		features := make([]Feature, 2+r.IntN(5))
		for i := range features {
			features[i] = makers[r.IntN(2)].Feature(fmt.Sprint(i), orb.Point{1, 2}, Days{}, variedProperties(r))
		}
		a := AlikeTo(&features[0])
		want := properties(&features[0])
		for i := range features[1:] {
			f := &features[i+1]
			a.Keep(f)
			want = slices.DeleteFunc(want, func(p Property) bool { return !holds(f, p) })
		}
		if got := a.Properties(); len(got)+len(want) > 0 && !reflect.DeepEqual(got, want) {
			t.Fatalf("round %d: alike are %v, want %v, of\n%s", round, got, want, features[0].JSON)
		}
	}
}

func TestAlikeOfNothing(t *testing.T) {
	var none Feature
	a := AlikeTo(&none)
	f := NewFeature("1", orb.Point{1, 2}, Days{}, []Property{{"a", 1}})
	a.Keep(&f)
	if got := a.Properties(); len(got) != 0 {
		t.Errorf("got %v", got)
	}
	b := AlikeTo(&f)
	b.Keep(&none)
	if got := b.Properties(); len(got) != 0 {
		t.Errorf("got %v", got)
	}
}

// variedProperties returns few values of all types, some of which begin like others.
func variedProperties(r *rand.Rand) []Property {
	pick := func(values ...any) any { return values[r.IntN(len(values))] }
	all := []Property{
		{"name", pick("Idlib", "Idlib city", `a "quoted" name`, nil)},
		{"count", pick(1, 12, 123)},
		{"share", pick(0.5, 0.55, nil)},
		{"sure", pick(true, false)},
		{"day", pick(time.Date(2019, 8, 22, 0, 0, 0, 0, time.UTC), time.Date(2019, 8, 23, 0, 0, 0, 0, time.UTC))},
	}
	if r.IntN(4) == 0 {
		i := r.IntN(len(all))
		return slices.Delete(all, i, i+1)
	}
	return all
}

func properties(f *Feature) []Property {
	var out []Property
	for _, p := range f.Properties {
		out = append(out, p)
	}
	return out
}

func holds(f *Feature, want Property) bool {
	for _, p := range f.Properties {
		if p.Name == want.Name {
			return reflect.DeepEqual(p.Value, want.Value)
		}
	}
	return false
}
