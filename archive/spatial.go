package archive

import (
	"errors"

	"dateline/geopackage"

	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/ext/rtree"
	"github.com/paulmach/orb"
)

// registerSpatial registers R-trees and the functions that the triggers of a spatial index call
// (OGC 12-128r17, annex F.3), so that rows can be added to layers that QGIS or GDAL has indexed.
func registerSpatial(c *sqlite3.Conn) error {
	const flags = sqlite3.DETERMINISTIC | sqlite3.INNOCUOUS
	if err := rtree.Register(c); err != nil {
		return err
	}
	err := c.CreateFunction("ST_IsEmpty", 1, flags, spatial(func(r sqlite3.Context, g orb.Geometry) {
		r.ResultBool(g.Bound().IsEmpty())
	}))
	for name, edge := range map[string]func(orb.Bound) float64{
		"ST_MinX": orb.Bound.Left, "ST_MaxX": orb.Bound.Right, "ST_MinY": orb.Bound.Bottom, "ST_MaxY": orb.Bound.Top,
	} {
		err = errors.Join(err, c.CreateFunction(name, 1, flags, spatial(func(r sqlite3.Context, g orb.Geometry) {
			if b := g.Bound(); !b.IsEmpty() {
				r.ResultFloat(edge(b))
			}
		})))
	}
	return err
}

// spatial makes an SQL function from a function of a geometry. It is NULL for NULL and for what
// is not a geometry.
func spatial(answer func(sqlite3.Context, orb.Geometry)) sqlite3.ScalarFunction {
	return func(r sqlite3.Context, values ...sqlite3.Value) {
		if g, err := geopackage.ReadBlob(values[0].RawBlob()); err == nil && g != nil {
			answer(r, g)
		}
	}
}
