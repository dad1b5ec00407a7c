package control

import (
	"context"
	"errors"
	"math/rand/v2"
	"reflect"
	"testing"
	"time"

	"dateline/newsdate"
	"dateline/work"
)

// TestAt: the state of a place on a day follows from the claims up to that day.
func TestAt(t *testing.T) {
	north, south := Party{Name: "North", Group: "n", Side: "w/n"}, Party{Name: "South", Group: "s", Side: "w/s"}
	on := func(day int) newsdate.Date { return newsdate.Civil(time.Date(2019, 1, day, 0, 0, 0, 0, time.UTC)) }
	claim := func(kind Kind, holder Party, day int, source string, doubt bool) Claim {
		return Claim{Place: "p", Name: "P", Kind: kind, Holder: holder, Date: on(day), Source: source, Doubt: doubt}
	}
	took := claim(Takes, north, 1, "a", false)
	disputed := []Claim{took, claim(Takes, south, 2, "b", true)}
	other := took
	other.Name, other.Date = "P also", on(3)
	for _, test := range []struct {
		name   string
		claims []Claim
		day    int
		want   []State
	}{
		{"nothing", nil, 1, nil},
		{"taken", []Claim{took}, 1, []State{{Spell: Spell{Holder: north}}}},
		{"two years on", []Claim{took}, 730, []State{{Spell: Spell{Holder: north}}}},
		{"for more than two years nothing", []Claim{took}, 732, []State{{Spell: Spell{Holder: north}, Unknown: true}}},
		{"left", []Claim{took, {Place: "p", Name: "P", Kind: Leaves, From: north, Date: on(2)}}, 3, []State{{Spell: Spell{Holder: north}, Unknown: true}}},
		{"taken by another", []Claim{took, claim(Takes, south, 9, "b", false)}, 9, []State{{Spell: Spell{Holder: south}}}},
		{"disputed", disputed, 16, []State{{Spell: Spell{Holder: north, Contested: true, Rival: south}}}},
		{"the rival is not heard of for two weeks", disputed, 17, []State{{Spell: Spell{Holder: north}}}},
		{"by another name", []Claim{took, claim(Takes, south, 2, "b", false), other}, 3, []State{{Spell: Spell{Holder: north}}}},
	} {
		got, err := At(t.Context(), test.claims, InOrder(test.claims), on(test.day).Time())
		if err != nil || len(got) != len(test.want) {
			t.Errorf("%s: %d places, want %d; %v", test.name, len(got), len(test.want), err)
			continue
		}
		for i, want := range test.want {
			if g := got[i]; g.Holder != want.Holder || g.Contested != want.Contested || g.Rival != want.Rival || g.Unknown != want.Unknown {
				t.Errorf("%s: %+v, want %+v", test.name, g, want)
			}
		}
		if held := HeldPlaces(got); len(held) > 0 == (len(got) == 0 || got[0].Unknown) {
			t.Errorf("%s: %d places are held", test.name, len(held))
		}
	}
}

// TestBounds: a computation ends when its budget is used up, and when its context ends.
func TestBounds(t *testing.T) {
	claims := []Claim{{Place: "p", Kind: Takes, Holder: Party{Name: "North"}, Date: newsdate.Civil(time.Unix(0, 0))}}
	many := held(1, 3000)
	for name, reckon := range map[string]func(context.Context) error{
		"who holds what": func(ctx context.Context) error {
			_, err := At(ctx, claims, InOrder(claims), time.Unix(0, 0))
			return err
		},
		"the line": func(ctx context.Context) error { _, err := Contact(ctx, many, Reach); return err },
	} {
		ended, end := context.WithCancel(t.Context())
		end()
		if err := reckon(ended); !errors.Is(err, context.Canceled) {
			t.Errorf("%s, ended: %v", name, err)
		}
		poor := errors.New("too much")
		m := work.NewMeter(0, func(context.Context, int, int) error { return poor })
		if err := reckon(work.WithMeter(t.Context(), m)); !errors.Is(err, poor) {
			t.Errorf("%s, too much: %v", name, err)
		}
		if m.Spent() == 0 {
			t.Errorf("%s: nothing is spent", name)
		}
	}
}

// TestAtByOrderOfAll: the state on a day is the same by the order of all claims as by that of the
// claims until then.
func TestAtByOrderOfAll(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	parties := []Party{{Name: "North", Group: "n"}, {Name: "South", Group: "s"}, {}}
	claims := make([]Claim, 600)
	for i := range claims {
		day := newsdate.Civil(time.Date(2015, 1, 1+i/3, 0, 0, 0, 0, time.UTC))
		claims[i] = Claim{Place: string(rune('a' + r.IntN(8))), Kind: Kind(r.IntN(3)), Holder: parties[r.IntN(3)], From: parties[r.IntN(3)], Date: day, Source: string(rune('p' + r.IntN(3))), Doubt: r.IntN(9) == 0}
	}
	all := InOrder(claims)
	for n := 0; n < len(claims); n += 37 {
		told, day := claims[:n], time.Date(2015, 1, 1+n/3, 0, 0, 0, 0, time.UTC)
		want, err := At(t.Context(), told, InOrder(told), day)
		if err != nil {
			t.Fatal(err)
		}
		if got, _ := At(t.Context(), told, all, day); !reflect.DeepEqual(got, want) {
			t.Fatalf("by %d of %d claims: %v, want %v", n, len(claims), got, want)
		}
	}
}
