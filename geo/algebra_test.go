package geo

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/paulmach/orb"
)

// aLine returns a winding line of some corners that starts at a point.
func aLine(r *rand.Rand, from orb.Point, corners int, stepKm float64) orb.LineString {
	line := orb.LineString{from}
	bearing := 360 * r.Float64()
	for len(line) < corners {
		bearing += 80 * (r.Float64() - 0.5)
		line = append(line, onMap(Destination(line[len(line)-1], bearing, stepKm*(0.5+r.Float64()))))
	}
	return line
}

// samplesOf returns points along a line, straight in degrees from corner to
// corner, none farther from the next than a step in kilometres.
func samplesOf(line orb.LineString, stepKm float64) []orb.Point {
	points := []orb.Point{line[0]}
	for i := 1; i < len(line); i++ {
		a, b := line[i-1], unwrapped(orb.Ring{line[i-1], line[i]})[1]
		n := int(Distance(a, b)/stepKm) + 1
		for k := 1; k <= n; k++ {
			f := float64(k) / float64(n)
			points = append(points, orb.Point{a[0] + f*(b[0]-a[0]), a[1] + f*(b[1]-a[1])})
		}
	}
	return points
}

func nearestSample(points []orb.Point, p orb.Point) float64 {
	km := math.Inf(1)
	for _, q := range points {
		km = min(km, Distance(q, p))
	}
	return km
}

// TestBufferOfLines compares corridors with the distance to points along the line.
func TestBufferOfLines(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	for range 40 {
		c := someCentres[r.IntN(len(someCentres))]
		if !flat(c) {
			continue
		}
		line, km := aLine(r, c, 2+r.IntN(12), 20), 2+10*r.Float64()
		corridor, err := Buffer(line, km)
		if err != nil {
			t.Fatalf("%v: %v", line, err)
		}
		points := samplesOf(line, 0.2)
		checkSamples(t, r, "corridor", corridor, line[len(line)/2], 150, func(p orb.Point) (bool, bool) {
			d := nearestSample(points, p)
			return d < km, math.Abs(d-km) < 0.12*km+0.2
		})
	}
}

func TestBufferOfPointsAndAreas(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 12))
	for _, c := range someCentres {
		for name, g := range map[string]orb.Geometry{"point": c, "area": Disc(c, 15)} {
			own := map[string]float64{"point": 0, "area": 15}[name]
			grown, err := Buffer(g, 10)
			if err != nil {
				t.Fatal(err)
			}
			checkSamples(t, r, "around a "+name, grown, c, 50, func(p orb.Point) (bool, bool) {
				d := Distance(c, p)
				return d < own+10, math.Abs(d-own-10) < 1.2 || math.Abs(c[1]) > 89
			})
		}
	}
	if g, err := Buffer(orb.LineString{}, 5); g != nil || err != nil {
		t.Errorf("around no line lies %v, %v", g, err)
	}
}

func TestAround(t *testing.T) {
	r := rand.New(rand.NewPCG(14, 12))
	for _, c := range someCentres {
		if !flat(c) {
			continue
		}
		for _, from := range []float64{0, 5} {
			ring, err := Around(Disc(c, 10), from, 20)
			if err != nil {
				t.Fatal(err)
			}
			checkSamples(t, r, "ring", ring, c, 50, func(p orb.Point) (bool, bool) {
				d := Distance(c, p)
				return d > 10+from && d < 30, math.Abs(d-30) < 2.2 || math.Abs(d-10-from) < 0.7
			})
		}
	}
	whole, err := Around(orb.Point{36, 35}, 0, 20)
	if err != nil || !Contains(whole, orb.Point{36, 35}) {
		t.Errorf("around a point lies %v, %v", whole, err)
	}
}

func TestOffset(t *testing.T) {
	r := rand.New(rand.NewPCG(15, 12))
	slack := Slack{Share: 0.1, Degrees: 22.5}
	for _, c := range someCentres {
		bearing, km := 360*r.Float64(), 20+100*r.Float64()
		at, wedge, off := Offset(c, bearing, km, slack)
		if math.Abs(Distance(c, at)-km) > 0.1 || !flat(c) {
			if flat(c) {
				t.Errorf("%.1f km from %v is %.1f km away", km, c, Distance(c, at))
			}
			continue
		}
		checkSamples(t, r, "error wedge", wedge, c, 1.3*km, func(p orb.Point) (bool, bool) {
			d, turn := Distance(c, p), angleOff(Bearing(c, p), bearing)
			in := math.Abs(d-km) < 0.1*km && turn < 22.5
			if in && Distance(p, at) > 1.01*off {
				t.Errorf("%v lies %.1f km from %v, more than %.1f", p, Distance(p, at), at, off)
			}
			return in, math.Abs(math.Abs(d-km)-0.1*km) < 0.02*km || math.Abs(turn-22.5) < 1
		})
	}
	_, _, exact := Offset(orb.Point{36, 35}, 0, 40, slack)
	_, _, vague := Offset(orb.Point{36, 35}, 0, 40, Slack{Share: 0.3, Degrees: 22.5})
	if vague <= exact {
		t.Errorf("a vague distance is off by %.1f km, an exact one by %.1f", vague, exact)
	}
}

func TestBetween(t *testing.T) {
	r := rand.New(rand.NewPCG(16, 12))
	for range 40 {
		c := someCentres[r.IntN(len(someCentres))]
		other := onMap(Destination(c, 360*r.Float64(), 10+200*r.Float64()))
		if !flat(c) || !flat(other) {
			continue
		}
		length := Distance(c, other)
		middle := Destination(c, Bearing(c, other), length/2)
		checkSamples(t, r, "between", Between(c, other, 0.25), middle, 0.7*length, func(p orb.Point) (bool, bool) {
			sin, cos := math.Sincos((Bearing(middle, p) - Bearing(middle, other)) * math.Pi / 180)
			d := Distance(middle, p) / length
			form := math.Pow(d*cos/0.5, 2) + math.Pow(d*sin/0.25, 2)
			return form < 1, math.Abs(form-1) < 0.05
		})
	}
	if g := Between(orb.Point{36, 35}, orb.Point{36, 35}, 0.2); g != nil {
		t.Errorf("between a point and itself lies %v", g)
	}
}

// TestSide: a point is east of a line running north if and only if a walk west from it meets the
// line.
func TestSide(t *testing.T) {
	r := rand.New(rand.NewPCG(17, 12))
	for range 30 {
		c := someCentres[r.IntN(len(someCentres))]
		if !flat(c) {
			continue
		}
		line := orb.LineString{c}
		for len(line) < 8 {
			line = append(line, onMap(Destination(line[len(line)-1], 50*(r.Float64()-0.5), 10)))
		}
		side, err := Side(line, 90, 60)
		if err != nil {
			t.Fatal(err)
		}
		points := samplesOf(line, 0.1)
		checkSamples(t, r, "east side", side, c, 100, func(p orb.Point) (bool, bool) {
			in, near := false, false
			for _, q := range points {
				d := Distance(q, p)
				turn := angleOff(Bearing(q, p), 90)
				in = in || d < 60 && turn < 90 && d*math.Sin(turn*math.Pi/180) < 0.1
				near = near || d < 1 || math.Abs(d-60) < 1 && turn < 5
			}
			return in, near || math.Abs(p[1]-points[0][1]) < 0.05 || math.Abs(p[1]-points[len(points)-1][1]) < 0.05
		})
	}
	if g, err := Side(orb.LineString{{36, 35}, {36, 36}}, 0, 10); g != nil || err != nil {
		t.Errorf("north of a line to the north lies %v, %v", g, err)
	}
}

func TestAlong(t *testing.T) {
	road := orb.LineString{{36, 35}, {36.5, 35}, {36.5, 35.5}, {37, 35.5}}
	stretch, off := Along(road, orb.Point{36.25, 35.02}, orb.Point{36.51, 35.25})
	want := orb.LineString{{36.25, 35}, {36.5, 35}, {36.5, 35.25}}
	if len(stretch) != 3 || off < 2 || off > 3 {
		t.Fatalf("stretch %v, %.1f km away", stretch, off)
	}
	for i := range want {
		if Distance(stretch[i], want[i]) > 0.1 {
			t.Errorf("corner %d is %v, want %v", i, stretch[i], want[i])
		}
	}
	back, _ := Along(road, orb.Point{36.51, 35.25}, orb.Point{36.25, 35.02})
	if back[0] != stretch[2] || back[2] != stretch[0] {
		t.Errorf("there %v, back %v", stretch, back)
	}
	if s, _ := Along(road, orb.Point{35, 35}, orb.Point{35, 35}); s != nil {
		t.Errorf("from a point to itself leads %v", s)
	}
}

// TestDistanceTo compares with points along the line.
func TestDistanceTo(t *testing.T) {
	r := rand.New(rand.NewPCG(18, 12))
	for range 20 {
		line := aLine(r, orb.Point{36.65, 35.44}, 6, 15)
		points := samplesOf(line, 0.05)
		for range 50 {
			p := Destination(line[2], 360*r.Float64(), 60*r.Float64())
			if got, want := DistanceTo(line, p), nearestSample(points, p); math.Abs(got-want) > 0.05+0.002*want {
				t.Errorf("%v lies %.2f km from %v, want %.2f", p, got, line, want)
			}
		}
	}
	if km := DistanceTo(Disc(orb.Point{36, 35}, 5), orb.Point{36, 35}); km != 0 {
		t.Errorf("the middle of a disc lies %.1f km from it", km)
	}
	if km := DistanceTo(orb.Point{36, 35}, orb.Point{36, 36}); math.Abs(km-111.3) > 0.2 {
		t.Errorf("a degree is %.1f km", km)
	}
}

func TestArea(t *testing.T) {
	for _, c := range someCentres {
		if got, want := Area(Disc(c, 30)), math.Pi*900*0.9936; math.Abs(got/want-1) > 0.01 {
			t.Errorf("a disc of 30 km around %v has %.0f km2, want %.0f", c, got, want)
		}
	}
}
