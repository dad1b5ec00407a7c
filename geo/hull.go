package geo

import (
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/wkb"
	"github.com/peterstace/simplefeatures/geom"
)

// Hull returns the convex hull of points (lon, lat) that lie within half the globe, straight in
// degrees, nil if they lie on one line (Andrew's monotone chain, 1979).
func Hull(points []orb.Point) orb.Geometry {
	multi := make([]geom.Geometry, len(points))
	for i, p := range unwrappedFrom(points) {
		multi[i] = geom.XY{X: p[0], Y: p[1]}.AsPoint().AsGeometry()
	}
	hull := geom.NewGeometryCollection(multi).ConvexHull()
	if !hull.IsPolygon() {
		return nil
	}
	g, err := wkb.Unmarshal(hull.ForceCCW().AsBinary())
	if err != nil {
		return nil
	}
	return folded(g.(orb.Polygon))
}

// unwrappedFrom brings all points to within 180 degrees of longitude of the
// first.
func unwrappedFrom(points []orb.Point) []orb.Point {
	out := make([]orb.Point, len(points))
	for i, p := range points {
		out[i] = unwrapped(orb.Ring{points[0], p})[1]
	}
	return out
}
