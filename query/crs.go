package query

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/project"
)

// CRS is a coordinate reference system by its URI (OGC 18-058r1). The zero CRS is CRS84, in
// which everything is stored.
type CRS string

// The supported systems.
const (
	CRS84    CRS = "http://www.opengis.net/def/crs/OGC/1.3/CRS84" // longitude, latitude
	EPSG4326 CRS = "http://www.opengis.net/def/crs/EPSG/0/4326"   // latitude, longitude
	EPSG3857 CRS = "http://www.opengis.net/def/crs/EPSG/0/3857"   // Web Mercator, metres
)

// Systems returns all of them, CRS84 first.
func Systems() []CRS { return []CRS{CRS84, EPSG4326, EPSG3857} }

// ParseCRS parses the URI of a system.
func ParseCRS(s string) (CRS, error) {
	if c := CRS(s); slices.Contains(Systems(), c) {
		return c, nil
	}
	list := make([]string, 0, 3)
	for _, c := range Systems() {
		list = append(list, string(c))
	}
	return "", fmt.Errorf("%q is not a supported coordinate system; use %s", s, strings.Join(list, ", "))
}

// edge is the east and north edge of Web Mercator in metres: half the circumference of its
// sphere.
const edge = 20037508.342789244

// maxLatitude is the edge of Web Mercator in degrees. Points beyond are moved to it.
const maxLatitude = 85.05112877980659

// FromLonLat returns a geometry in this system. It does not modify its input.
func (c CRS) FromLonLat(g orb.Geometry) orb.Geometry {
	switch c {
	case EPSG4326:
		return project.Geometry(orb.Clone(g), swap)
	case EPSG3857:
		return project.Geometry(orb.Clone(g), toMercator)
	}
	return g
}

// toLonLat returns a geometry of this system in longitude and latitude.
func (c CRS) toLonLat(g orb.Geometry) orb.Geometry {
	switch c {
	case EPSG4326:
		return project.Geometry(orb.Clone(g), swap)
	case EPSG3857:
		return project.Geometry(orb.Clone(g), func(p orb.Point) orb.Point { return snapped(project.Mercator.ToWGS84(p)) })
	}
	return g
}

func swap(p orb.Point) orb.Point { return orb.Point{p[1], p[0]} }

func toMercator(p orb.Point) orb.Point {
	p[1] = max(-maxLatitude, min(maxLatitude, p[1]))
	return project.WGS84.ToMercator(p)
}

// ParseBBox reads the lower and upper corner of a box in this system, like the function
// ParseBBox, and returns it in longitude and latitude.
func (c CRS) ParseBBox(s string) (*orb.Bound, error) {
	v, err := parseCorners(s)
	if err != nil {
		return nil, err
	}
	switch c {
	case EPSG4326:
		return newBBox(v[1], v[0], v[3], v[2])
	case EPSG3857:
		return mercatorBox(v[0], v[1], v[2], v[3])
	}
	return newBBox(v[0], v[1], v[2], v[3])
}

// mercatorBox converts a box in metres. Corners beyond the square of Web Mercator, as of a
// window larger than the map, are moved to its edge, and a box that reaches the edge extends to
// the pole.
func mercatorBox(west, south, east, north float64) (*orb.Bound, error) {
	if south > north {
		return nil, upsideDown(south, north)
	}
	low, high := fromMercator(west, south), fromMercator(east, north)
	if south <= near-edge {
		low[1] = -90
	}
	if north >= edge-near {
		high[1] = 90
	}
	if east-west >= 2*(edge-near) {
		low[0], high[0] = -180, 180
	}
	return newBBox(low[0], low[1], high[0], high[1])
}

// near is the usual rounding of the edge of Web Mercator, in metres.
const near = 0.01

// fromMercator returns lon, lat on the map.
func fromMercator(x, y float64) orb.Point {
	p := project.Mercator.ToWGS84(orb.Point{max(-edge, min(edge, x)), max(-edge, min(edge, y))})
	return snapped(orb.Point{max(-180, min(180, p[0])), max(-maxLatitude, min(maxLatitude, p[1]))})
}

// snapped rounds degrees to nine decimals, 0.1 mm. Projecting back and forth, with six decimals
// of a metre, errs by a hundredth of that, and coordinates are stored with six decimals: so
// served coordinates are matched exactly.
func snapped(p orb.Point) orb.Point {
	return orb.Point{math.Round(p[0]*1e9) / 1e9, math.Round(p[1]*1e9) / 1e9}
}
