package query

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/project"
)

// CRS is a coordinate reference system by its URI (OGC 18-058r1). The zero CRS
// is CRS84, in which all is stored.
type CRS string

// The systems that geometries can be given and asked for in.
const (
	CRS84    CRS = "http://www.opengis.net/def/crs/OGC/1.3/CRS84" // longitude, latitude
	EPSG4326 CRS = "http://www.opengis.net/def/crs/EPSG/0/4326"   // latitude, longitude
	EPSG3857 CRS = "http://www.opengis.net/def/crs/EPSG/0/3857"   // Web Mercator, metres
)

// Systems returns all of them, CRS84 first.
func Systems() []CRS { return []CRS{CRS84, EPSG4326, EPSG3857} }

// ParseCRS reads the URI of a system.
func ParseCRS(s string) (CRS, error) {
	if c := CRS(s); slices.Contains(Systems(), c) {
		return c, nil
	}
	list := make([]string, 0, 3)
	for _, c := range Systems() {
		list = append(list, string(c))
	}
	return "", fmt.Errorf("%q is no system that there is here; there is %s", s, strings.Join(list, ", "))
}

// edge is where Web Mercator ends, east and north: half the circumference of its
// sphere, in metres.
const edge = 20037508.342789244

// maxLatitude is where Web Mercator ends, in degrees. What lies beyond is put on
// its edge.
const maxLatitude = 85.05112877980659

// FromLonLat returns a geometry in this system. Its input stays as it is.
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

// ParseBBox reads the lower and upper corner of a box in this system, as
// ParseBBox does in CRS84, and returns it in longitude and latitude.
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

// mercatorBox takes a box in metres. What lies beyond the square of Web Mercator,
// as in a window larger than the map, is put on its edge, and a box that reaches
// the edge holds what lies beyond up to the pole.
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

// near in metres is what the edge of Web Mercator is often rounded by.
const near = 0.01

// fromMercator returns lon, lat on the map.
func fromMercator(x, y float64) orb.Point {
	p := project.Mercator.ToWGS84(orb.Point{max(-edge, min(edge, x)), max(-edge, min(edge, y))})
	return snapped(orb.Point{max(-180, min(180, p[0])), max(-maxLatitude, min(maxLatitude, p[1]))})
}

// snapped rounds degrees to nine decimals, 0.1 mm. Projecting there and back, with
// six decimals of a metre between, errs by a hundredth of that, and coordinates
// are kept with six decimals: so what was served is met exactly.
func snapped(p orb.Point) orb.Point {
	return orb.Point{math.Round(p[0]*1e9) / 1e9, math.Round(p[1]*1e9) / 1e9}
}
