package query

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"dateline/feature"
	"dateline/geo"

	"github.com/paulmach/orb"
)

// TestCircle: points within a radius are selected, those beyond it are not, also across the
// antimeridian; within a hundredth of the radius either may be.
func TestCircle(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 17))
	number := func(v float64) string { return strconv.FormatFloat(v, 'f', 6, 64) }
	inside, outside := 0, 0
	for range 300 {
		centre := orb.Point{r.Float64()*360 - 180, r.Float64()*120 - 60}
		if r.IntN(3) == 0 {
			centre[0] = 179.9
		}
		km := LeastKm + r.Float64()*r.Float64()*(MostKm-LeastKm)
		f, err := ParseCircle(number(centre[0]) + "," + number(centre[1]) + ", " + number(km))
		if err != nil {
			t.Fatal(err)
		}
		for range 20 {
			p := geo.Destination(centre, r.Float64()*360, km*(0.9+0.2*r.Float64()))
			switch d := geo.Distance(centre, p) / km; {
			case d < 0.99:
				inside++
				if !matches(&Query{Filter: f}, mention("X", p, feature.Days{})) {
					t.Errorf("%v is not in the circle of %v km about %v", p, km, centre)
				}
			case d > 1.01:
				outside++
				if matches(&Query{Filter: f}, mention("X", p, feature.Days{})) {
					t.Errorf("%v is in the circle of %v km about %v", p, km, centre)
				}
			}
		}
	}
	if inside < 1000 || outside < 1000 {
		t.Errorf("%d inside, %d outside", inside, outside)
	}
}

func TestNoCircle(t *testing.T) {
	for written, says := range map[string]string{
		"":               "give lon,lat,km",
		"36,35":          "holds 2 values",
		"36,35,15,Idlib": "holds 4 values",
		"36,35,":         `"" is not a number`,
		"36,x,15":        `"x" is not a number`,
		"NaN,35,15":      `"NaN" is not a number`,
		"36,35,Inf":      `"Inf" is not a number`,
		"181,35,15":      "beyond 180",
		"36,-91,15":      "beyond 90",
		"36,35,0":        "the radius is 0 km; give 0.1 to 1000",
		"36,35,-3":       "the radius",
		"36,35,1000.5":   "the radius",
		"0,89.5,10":      "from a pole",
		"36,-85,1000":    "from a pole",
	} {
		if _, err := ParseCircle(written); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%q: %v, want %s", written, err, says)
		}
	}
}
