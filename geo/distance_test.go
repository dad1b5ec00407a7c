package geo

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/paulmach/orb"
)

func TestDestinationUndoesDistanceAndBearing(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 500 {
		a := someCentres[r.IntN(len(someCentres))]
		bearing, km := 360*r.Float64(), 1+500*r.Float64()
		b := Destination(a, bearing, km)
		if d := Distance(a, b); math.Abs(d-km) > 0.001*km {
			t.Errorf("%v, %.1f degrees, %.1f km: %.3f km away", a, bearing, km, d)
		}
		if off := angleOff(Bearing(a, b), bearing); off > 0.01 {
			t.Errorf("%v, %.1f degrees, %.1f km: bearing off by %.4f", a, bearing, km, off)
		}
	}
}

func TestRaysMeasureAsPointsDo(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 5))
	for range 2000 {
		a := orb.Point{360*r.Float64() - 180, 180*r.Float64() - 90}
		b := Destination(a, 360*r.Float64(), math.Pow(10, 6*r.Float64()-2))
		from, to := RayTo(a), RayTo(b)
		if got, want := from.Distance(&to), Distance(a, b); math.Abs(got-want) > 1e-6*want+1e-6 {
			t.Errorf("from %v to %v: %v km, want %v", a, b, got, want)
		}
	}
	if here := RayTo(orb.Point{37, 36}); here.Distance(&here) != 0 {
		t.Error("a point lies apart from itself")
	}
}

func TestDestinationCrossesTheAntimeridian(t *testing.T) {
	if p := Destination(orb.Point{179.9, 0}, 90, 100); p[0] > -178 || p[0] < -180 {
		t.Errorf("100 km east of 179.9 is %v", p)
	}
}

// TestDistanceOnTheEllipsoid checks the error bound that Distance states against Vincenty's inverse
// formula (Survey Review 23, 1975), which is exact to 0.5 mm where it converges; Karney (2013)
// gives the same there.
func TestDistanceOnTheEllipsoid(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 4))
	worst := 0.0
	for range 2000 {
		a := orb.Point{360*r.Float64() - 180, 178*r.Float64() - 89}
		b := Destination(a, 360*r.Float64(), 1+3000*r.Float64())
		worst = max(worst, math.Abs(Distance(a, b)/vincentyKm(a, b)-1))
	}
	if worst > 0.007 {
		t.Errorf("off by %.2f %%", 100*worst)
	}
	if worst < 0.002 {
		t.Errorf("off by %.3f %% only: the ellipsoid is a sphere", 100*worst)
	}
}

func vincentyKm(p, q orb.Point) float64 {
	const a, f = 6378.137, 1 / 298.257223563
	const b = a * (1 - f)
	rad := math.Pi / 180
	l := (q[0] - p[0]) * rad
	sinU1, cosU1 := math.Sincos(math.Atan((1 - f) * math.Tan(p[1]*rad)))
	sinU2, cosU2 := math.Sincos(math.Atan((1 - f) * math.Tan(q[1]*rad)))
	lambda := l
	for range 200 {
		sinL, cosL := math.Sincos(lambda)
		sinS := math.Hypot(cosU2*sinL, cosU1*sinU2-sinU1*cosU2*cosL)
		cosS := sinU1*sinU2 + cosU1*cosU2*cosL
		sigma := math.Atan2(sinS, cosS)
		sinA := cosU1 * cosU2 * sinL / sinS
		cos2A := 1 - sinA*sinA
		cos2M := cosS - 2*sinU1*sinU2/cos2A
		c := f / 16 * cos2A * (4 + f*(4-3*cos2A))
		before := lambda
		lambda = l + (1-c)*f*sinA*(sigma+c*sinS*(cos2M+c*cosS*(2*cos2M*cos2M-1)))
		if math.Abs(lambda-before) < 1e-12 {
			u := cos2A * (a*a - b*b) / (b * b)
			aa := 1 + u/16384*(4096+u*(-768+u*(320-175*u)))
			bb := u / 1024 * (256 + u*(-128+u*(74-47*u)))
			d := bb * sinS * (cos2M + bb/4*(cosS*(2*cos2M*cos2M-1)-bb/6*cos2M*(4*sinS*sinS-3)*(4*cos2M*cos2M-3)))
			return b * aa * (sigma - d)
		}
	}
	return math.NaN()
}
