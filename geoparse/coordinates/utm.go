package coordinates

import (
	"math"
)

// Universal Transverse Mercator on WGS 84 by Krüger's series to the third order
// of the third flattening, exact to less than a millimetre within a zone (L.
// Krüger 1912; C. F. F. Karney, Transverse Mercator with an accuracy of a few
// nanometers, Journal of Geodesy 85, 2011, equations 35 and 36).
const (
	semiMajor     = 6378137.0
	flattening    = 1 / 298.257223563
	scale         = 0.9996
	falseEasting  = 500000.0
	falseNorthing = 10000000.0 // south of the equator
)

const (
	n            = flattening / (2 - flattening) // third flattening
	rectifying   = semiMajor / (1 + n) * (1 + n*n/4 + n*n*n*n/64)
	radius       = scale * rectifying
	eccentricity = 0.0818191908426215 // square root of flattening * (2 - flattening)
)

var (
	alpha = [...]float64{n/2 - 2*n*n/3 + 5*n*n*n/16, 13*n*n/48 - 3*n*n*n/5, 61 * n * n * n / 240}
	beta  = [...]float64{n/2 - 2*n*n/3 + 37*n*n*n/96, n*n/48 + n*n*n/15, 17 * n * n * n / 480}
	delta = [...]float64{2*n - 2*n*n/3 - 2*n*n*n, 7*n*n/3 - 8*n*n*n/5, 56 * n * n * n / 15}
)

// toUTM projects degrees to metres in a zone, of its northern or southern half.
func toUTM(zone int, lon, lat float64, north bool) (easting, northing float64) {
	phi, lambda := lat*math.Pi/180, (lon-float64(6*zone-183))*math.Pi/180
	t := math.Sinh(math.Atanh(math.Sin(phi)) - eccentricity*math.Atanh(eccentricity*math.Sin(phi)))
	xi, eta := math.Atan2(t, math.Cos(lambda)), math.Atanh(math.Sin(lambda)/math.Hypot(1, t))
	x, y := eta, xi
	for j, a := range alpha {
		k := 2 * float64(j+1)
		x += a * math.Cos(k*xi) * math.Sinh(k*eta)
		y += a * math.Sin(k*xi) * math.Cosh(k*eta)
	}
	easting, northing = falseEasting+radius*x, radius*y
	if !north {
		northing += falseNorthing
	}
	return easting, northing
}

// fromUTM returns the degrees of metres in a zone.
func fromUTM(zone int, north bool, easting, northing float64) (lon, lat float64) {
	if !north {
		northing -= falseNorthing
	}
	xi, eta := northing/radius, (easting-falseEasting)/radius
	x, y := eta, xi
	for j, b := range beta {
		k := 2 * float64(j+1)
		x -= b * math.Cos(k*xi) * math.Sinh(k*eta)
		y -= b * math.Sin(k*xi) * math.Cosh(k*eta)
	}
	chi := math.Asin(math.Sin(y) / math.Cosh(x))
	phi := chi
	for j, d := range delta {
		phi += d * math.Sin(2*float64(j+1)*chi)
	}
	lambda := math.Atan2(math.Sinh(x), math.Cos(y))
	return float64(6*zone-183) + lambda*180/math.Pi, phi * 180 / math.Pi
}
