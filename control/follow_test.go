package control

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"github.com/paulmach/orb"

	"dateline/geo"
)

// winding is a line from south to north through held places, bent at random.
func winding(seed uint64) orb.LineString {
	r := rand.New(rand.NewPCG(seed, 2))
	lon := 36 + 2*r.Float64()
	var line orb.LineString
	for lat := 34.3; lat < 36.7; lat += 0.05 {
		line = append(line, orb.Point{lon, lat})
		lon += 0.1 * (r.Float64() - 0.5)
	}
	return line
}

// TestAlongLies checks every segment that follows a river or road: it is a part of that line
// between the two places, no farther away than the straight segment was uncertain, nor than Reach
// from either.
func TestAlongLies(t *testing.T) {
	const slack = 1e-6
	followed := 0
	for seed := range uint64(8) {
		courses := []Course{{Place: "a", Line: winding(seed)}, {Place: "b", Line: winding(seed + 100)}}
		for _, straight := range contact(t, held(seed, 150)) {
			s := straight.Along(courses, Reach)
			if s.Course == nil {
				if !reflect.DeepEqual(s, straight) {
					t.Fatalf("%s and %s: a segment without a course was changed", s.Left.Place, s.Right.Place)
				}
				continue
			}
			followed++
			if s.Left != straight.Left || s.Right != straight.Right {
				t.Fatal("a segment cites others")
			}
			if !geo.Separates(s.Line, s.Left.Point, s.Right.Point) {
				t.Fatalf("%s and %s lie on one side of %s", s.Left.Place, s.Right.Place, s.Course.Place)
			}
			for _, p := range s.Line {
				switch {
				case geo.DistanceTo(s.Course.Line, p) > slack:
					t.Fatalf("%v is not on %s", p, s.Course.Place)
				case geo.DistanceTo(straight.Line, p) > geo.Distance(geo.Foot(straight.Line, p), s.Left.Point)+slack:
					t.Fatalf("%v is %g km off, and the straight line nearer to %s", p, geo.DistanceTo(straight.Line, p), s.Left.Place)
				case geo.Distance(p, s.Left.Point) > Reach+slack, geo.Distance(p, s.Right.Point) > Reach+slack:
					t.Fatalf("%v is out of reach", p)
				}
			}
			if nearer := min(geo.DistanceTo(s.Line, s.Left.Point), geo.DistanceTo(s.Line, s.Right.Point)); s.UncertaintyKm < nearer-0.01 || s.UncertaintyKm > Reach {
				t.Fatalf("uncertain by %g km, its places lie %g km off at least", s.UncertaintyKm, nearer)
			}
		}
	}
	if followed < 20 {
		t.Fatalf("only %d segments follow a course", followed)
	}
}

// TestAlong: which rivers and roads a segment follows.
func TestAlong(t *testing.T) {
	west := &Spell{Place: "w", Point: orb.Point{36, 35}}
	east := &Spell{Place: "e", Point: orb.Point{36.2, 35}}
	straight := Segment{Line: orb.LineString{{36.1, 34.95}, {36.1, 35.05}}, Left: west, Right: east, UncertaintyKm: 9.1}
	river := orb.LineString{{36.12, 34.8}, {36.13, 35}, {36.12, 35.2}}
	for _, test := range []struct {
		name    string
		courses []Course
		want    string
	}{
		{"none", nil, ""},
		{"one between them", []Course{{Place: "river", Line: river}}, "river"},
		{"one beside them", []Course{{Place: "road", Line: orb.LineString{{36.3, 34.8}, {36.3, 35.2}}}}, ""},
		{"one from the one to the other", []Course{{Place: "road", Line: orb.LineString{{36, 35}, {36.2, 35}}}}, ""},
		{"one that leaves between them", []Course{{Place: "road", Line: orb.LineString{{36.1, 35.01}, {36.1, 36}}}}, ""},
		{"one that goes round behind", []Course{{Place: "road", Line: orb.LineString{{36.1, 34.95}, {36.1, 34.99}, {36.9, 34.99}, {36.9, 35.01}, {36.1, 35.01}, {36.1, 35.05}}}}, ""},
		{"the first", []Course{{Place: "river", Line: river}, {Place: "road", Line: straight.Line}}, "river"},
		{"the second, where the first lies elsewhere", []Course{{Place: "road", Line: orb.LineString{{36.3, 34.8}, {36.3, 35.2}}}, {Place: "river", Line: river}}, "river"},
	} {
		s := straight.Along(test.courses, Reach)
		got := ""
		if s.Course != nil {
			got = s.Course.Place
		}
		if got != test.want {
			t.Errorf("%s: along %q, want %q", test.name, got, test.want)
		}
	}
	s := straight.Along([]Course{{Place: "river", Line: river}}, Reach)
	if len(s.Line) != 3 || s.Line[0][1] > s.Line[2][1] {
		t.Errorf("the line is %v", s.Line)
	}
	if want := geo.Distance(halfway(s.Line), east.Point); s.UncertaintyKm != want {
		t.Errorf("uncertain by %g km, want %g", s.UncertaintyKm, want)
	}
	if back := (Segment{Line: orb.LineString{straight.Line[1], straight.Line[0]}, Left: east, Right: west, UncertaintyKm: 9.1}).Along([]Course{{Line: river}}, Reach); back.Line[0][1] < back.Line[2][1] {
		t.Errorf("from the other end the line is %v", back.Line)
	}
}
