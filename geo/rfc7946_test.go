package geo

import (
	"math"
	"math/rand/v2"
	"reflect"
	"testing"

	"github.com/paulmach/orb"
)

func TestRFC7946(t *testing.T) {
	ccw := orb.Ring{{0, 0}, {4, 0}, {4, 4}, {0, 4}, {0, 0}}
	cw := orb.Ring{{0, 0}, {0, 4}, {4, 4}, {4, 0}, {0, 0}}
	hole := orb.Ring{{1, 1}, {1, 2}, {2, 2}, {2, 1}, {1, 1}}
	badHole := orb.Ring{{1, 1}, {2, 1}, {2, 2}, {1, 2}, {1, 1}}
	plain := orb.LineString{{178, 1}, {179, 2}}
	for name, c := range map[string]struct{ in, want orb.Geometry }{
		"none":                {nil, nil},
		"point":               {orb.Point{1, 2}, orb.Point{1, 2}},
		"right area":          {orb.Polygon{ccw, hole}, orb.Polygon{ccw, hole}},
		"outer ring":          {orb.Polygon{cw, hole}, orb.Polygon{ccw, hole}},
		"hole":                {orb.Polygon{ccw, badHole}, orb.Polygon{ccw, hole}},
		"areas":               {orb.MultiPolygon{{ccw}, {cw, badHole}}, orb.MultiPolygon{{ccw}, {ccw, hole}}},
		"bow tie":             {orb.Polygon{{{0, 0}, {2, 2}, {2, 0}, {0, 2}, {0, 0}}}, orb.MultiPolygon{{{{0, 0}, {1, 1}, {0, 2}, {0, 0}}}, {{{1, 1}, {2, 0}, {2, 2}, {1, 1}}}}},
		"collection":          {orb.Collection{orb.Point{1, 2}, orb.Polygon{cw}}, orb.Collection{orb.Point{1, 2}, orb.Polygon{ccw}}},
		"line":                {plain, plain},
		"half a turn":         {orb.LineString{{-90, 0}, {90, 0}}, orb.LineString{{-90, 0}, {90, 0}}},
		"to the east":         {orb.LineString{{178, 0}, {-178, 4}}, orb.MultiLineString{{{178, 0}, {180, 2}}, {{-180, 2}, {-178, 4}}}},
		"to the west":         {orb.LineString{{-179, 0}, {178, 3}}, orb.MultiLineString{{{-179, 0}, {-180, 1}}, {{180, 1}, {178, 3}}}},
		"there and back":      {orb.LineString{{178, 0}, {-178, 4}, {178, 8}}, orb.MultiLineString{{{178, 0}, {180, 2}}, {{-180, 2}, {-178, 4}, {-180, 6}}, {{180, 6}, {178, 8}}}},
		"from the edge":       {orb.LineString{{180, 5}, {-178, 4}}, orb.LineString{{-180, 5}, {-178, 4}}},
		"to the edge":         {orb.LineString{{178, 5}, {-180, 4}}, orb.LineString{{178, 5}, {180, 4}}},
		"over on the edge":    {orb.LineString{{178, 5}, {180, 4}, {-180, 4}, {-179, 3}}, orb.MultiLineString{{{178, 5}, {180, 4}}, {{-180, 4}, {-179, 3}}}},
		"one line of several": {orb.MultiLineString{plain, {{178, 0}, {-178, 4}}}, orb.MultiLineString{plain, {{178, 0}, {180, 2}}, {{-180, 2}, {-178, 4}}}},
	} {
		before := orb.Clone(c.in)
		got, changed := RFC7946(c.in)
		if !reflect.DeepEqual(got, c.want) || changed == reflect.DeepEqual(c.in, c.want) {
			t.Errorf("%s: %v, changed %v", name, got, changed)
		}
		if !reflect.DeepEqual(c.in, before) {
			t.Errorf("%s: the input is %v now", name, c.in)
		}
		if again, more := RFC7946(got); more || !reflect.DeepEqual(again, got) {
			t.Errorf("%s: again %v", name, again)
		}
	}
}

// TestCutLines: the parts of a cut line lie on it, have its length in total, and have no step
// longer than half a turn.
func TestCutLines(t *testing.T) {
	r := rand.New(rand.NewPCG(19, 12))
	for range 500 {
		line := orb.LineString{}
		for range 2 + r.IntN(6) {
			line = append(line, orb.Point{math.Round(360*r.Float64() - 180), math.Round(100*r.Float64() - 50)})
		}
		g, _ := RFC7946(line)
		length, want := 0.0, 0.0
		for _, part := range linesOf(g) {
			for i := 1; i < len(part); i++ {
				step := part[i][0] - part[i-1][0]
				if math.Abs(step) > 180 {
					t.Fatalf("%v is cut into %v", line, g)
				}
				length += math.Hypot(step, part[i][1]-part[i-1][1])
			}
		}
		for i := 1; i < len(line); i++ {
			step := math.Remainder(line[i][0]-line[i-1][0], 360)
			want += math.Hypot(step, line[i][1]-line[i-1][1])
		}
		if math.Abs(length-want) > 1e-6 {
			t.Fatalf("%v of length %v is cut into %v of length %v", line, want, g, length)
		}
	}
}
