package control

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"

	"github.com/paulmach/orb"

	"dateline/geo"
)

// held returns n places of three sides around lon 37, lat 35.5, fewer than
// one in eight of them contested.
func held(seed uint64, n int) []Spell {
	r := rand.New(rand.NewPCG(seed, 1))
	spells := make([]Spell, n)
	for i := range spells {
		side := fmt.Sprint("side ", r.IntN(3))
		spells[i] = Spell{
			Place: fmt.Sprint("p", i), Point: orb.Point{36 + 2*r.Float64(), 34.5 + 2*r.Float64()},
			Holder: Party{Name: side, Group: side, Side: side}, Contested: r.IntN(8) == 0,
		}
	}
	return spells
}

// nearest returns the distances to the two nearest clear places, and the nearest place.
func nearest(spells []Spell, p orb.Point) (spell *Spell, km float64) {
	km = 1e9
	for i := range spells {
		if d := geo.Distance(p, spells[i].Point); !spells[i].Contested && d < km {
			spell, km = &spells[i], d
		}
	}
	return spell, km
}

// TestContactLies checks each segment against all places: its two are equally near and no other is
// nearer, they are of different sides and within reach, the first on its left.
func TestContactLies(t *testing.T) {
	const slack = 1e-6
	for seed := range uint64(8) {
		spells := held(seed, 150)
		line := contact(t, spells)
		if len(line) < 20 {
			t.Fatalf("only %d segments", len(line))
		}
		for _, s := range line {
			if s.Left.Holder.With(s.Right.Holder) || s.Left.Contested || s.Right.Contested {
				t.Fatalf("%s and %s meet", s.Left.Place, s.Right.Place)
			}
			for _, p := range s.Line {
				a, b := geo.Distance(p, s.Left.Point), geo.Distance(p, s.Right.Point)
				_, least := nearest(spells, p)
				if a > Reach+slack || a-b > slack || b-a > slack || a-least > slack {
					t.Fatalf("%v is %g and %g km from %s and %s, %g from the nearest", p, a, b, s.Left.Place, s.Right.Place, least)
				}
			}
			if turn := geo.Bearing(s.Line[0], s.Left.Point) - geo.Bearing(s.Line[0], s.Line[1]); turn > 0 && turn < 180 || turn < -180 {
				t.Fatalf("%s is right of its segment", s.Left.Place)
			}
		}
	}
}

// TestContactIsWhole walks a grid: between two neighbouring points whose nearest places are within
// reach and of different sides there must be a segment.
func TestContactIsWhole(t *testing.T) {
	spells := held(3, 120)
	line := contact(t, spells)
	const step = 0.01
	crossings := 0
	for lat := 34.5; lat < 36.5; lat += step {
		for lon := 36.0; lon < 38; lon += step {
			a, far := nearest(spells, orb.Point{lon, lat})
			b, also := nearest(spells, orb.Point{lon + step, lat})
			if far > Reach-2 || also > Reach-2 || a.Holder.With(b.Holder) {
				continue
			}
			crossings++
			if d := toLine(line, orb.Point{lon + step/2, lat}); d > 1.2 {
				t.Fatalf("%s and %s meet at %v,%v, %g km from the line", a.Place, b.Place, lon, lat, d)
			}
		}
	}
	if crossings < 100 {
		t.Fatalf("only %d crossings", crossings)
	}
}

func toLine(line []Segment, p orb.Point) float64 {
	km := 1e9
	for _, s := range line {
		km = min(km, geo.DistanceTo(s.Line, p))
	}
	return km
}

// TestContactFollowsOrder gives the places in another order.
func TestContactFollowsOrder(t *testing.T) {
	spells := held(5, 200)
	want := contact(t, spells)
	other := append([]Spell(nil), spells...)
	rand.New(rand.NewPCG(9, 9)).Shuffle(len(other), func(i, j int) { other[i], other[j] = other[j], other[i] })
	if got := contact(t, other); !reflect.DeepEqual(got, want) {
		t.Errorf("%d segments became %d others", len(want), len(got))
	}
}

// TestContactGrowsWithEvidence adds one place: the line changes near it only.
func TestContactGrowsWithEvidence(t *testing.T) {
	spells := held(7, 200)
	added := spells[0]
	before, after := contact(t, spells[1:]), contact(t, spells)
	kept := map[string]bool{}
	for _, s := range after {
		kept[fmt.Sprint(s.Left.Place, s.Right.Place, s.Line)] = true
	}
	for _, s := range before {
		if geo.Distance(s.Line[0], added.Point) > 2*Reach && !kept[fmt.Sprint(s.Left.Place, s.Right.Place, s.Line)] {
			t.Errorf("%s and %s no longer meet, %.0f km away", s.Left.Place, s.Right.Place, geo.Distance(s.Line[0], added.Point))
		}
	}
}

func TestContactNeedsBothSides(t *testing.T) {
	at := func(place string, lon, lat float64, side string) Spell {
		return Spell{Place: place, Point: orb.Point{lon, lat}, Holder: Party{Name: side, Group: side, Side: side}}
	}
	contested := at("x", 36.1, 35, "south")
	contested.Contested = true
	for _, test := range []struct {
		name string
		held []Spell
		want int
	}{
		{"nobody", nil, 0},
		{"one", []Spell{at("a", 36, 35, "north")}, 0},
		{"one side", []Spell{at("a", 36, 35, "north"), at("b", 36.1, 35, "north")}, 0},
		{"two sides 9 km apart", []Spell{at("a", 36, 35, "north"), at("b", 36.1, 35, "south")}, 1},
		{"two sides 45 km apart", []Spell{at("a", 36, 35, "north"), at("b", 36.5, 35, "south")}, 0},
		{"a contested place", []Spell{at("a", 36, 35, "north"), contested}, 0},
		{"two sides at one point", []Spell{at("a", 36, 35, "north"), at("b", 36, 35, "south")}, 0},
		{"three of one side at one point", []Spell{at("a", 36, 35, "north"), at("b", 36.1, 35, "south"), at("c", 36.1, 35, "south")}, 1},
		{"four in a square", []Spell{at("a", 36, 0, "north"), at("b", 36.1, 0, "south"), at("c", 36, 0.1, "south"), at("d", 36.1, 0.1, "north")}, 4},
		{"in a row", []Spell{at("a", 36, 0, "north"), at("b", 36.1, 0, "south"), at("c", 36.2, 0, "north")}, 2},
		{"of two wars", []Spell{at("a", 36, 35, "here/north"), at("b", 36.1, 35, "there/south")}, 0},
		{"of one war", []Spell{at("a", 36, 35, "here/north"), at("b", 36.1, 35, "here/south")}, 1},
		{"across the antimeridian", []Spell{at("a", 179.95, 10, "north"), at("b", -179.95, 10, "south")}, 1},
	} {
		if got := contact(t, test.held); len(got) != test.want {
			t.Errorf("%s: %d segments, want %d", test.name, len(got), test.want)
		}
	}
}

// contact is Contact without a bound on its cost.
func contact(t testing.TB, held []Spell) []Segment {
	t.Helper()
	line, err := Contact(t.Context(), held, Reach)
	if err != nil {
		t.Fatal(err)
	}
	return line
}

func BenchmarkContact(b *testing.B) {
	spells := held(1, 3000)
	for b.Loop() {
		contact(b, spells)
	}
}
