package query

import (
	"strconv"
	"strings"

	"dateline/feature"
	"dateline/geo"
	"dateline/query/cql2"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/wkb"
	"github.com/peterstace/simplefeatures/geom"
)

// relation is a spatial function of OGC 21-065r2, 7.4, between geometries on the plane of lon
// and lat (OGC 06-103r4, 6.1.15).
type relation struct {
	holds      func(a, b geom.Geometry) (bool, error)
	meets      bool // whether it implies a common point
	cost       int  // steps per vertex
	intersects bool // whether a common point suffices
}

// Steps per vertex: to test for a common point, and for the full matrix of two geometries
// (DE-9IM).
const (
	pointCost  = 1
	matrixCost = 100
)

func spatialRelations() map[string]relation {
	return map[string]relation{
		"s_contains":   {geom.Contains, true, matrixCost, false},
		"s_crosses":    {geom.Crosses, true, matrixCost, false},
		"s_disjoint":   {geom.Disjoint, false, pointCost, false},
		"s_equals":     {geom.Equals, true, matrixCost, false},
		"s_intersects": {func(a, b geom.Geometry) (bool, error) { return geom.Intersects(a, b), nil }, true, pointCost, true},
		"s_overlaps":   {geom.Overlaps, true, matrixCost, false},
		"s_touches":    {geom.Touches, true, matrixCost, false},
		"s_within":     {geom.Within, true, matrixCost, false},
	}
}

// operand is an operand of a spatial function: a literal, or the geometry of the feature.
type operand struct {
	own       bool // the feature's
	shape     geom.Geometry
	bound     orb.Bound // of shape
	vertices  int       // of shape
	crossings int       // of its lines with each other; at most maxCrossings + 1
	isBox     bool      // whether shape is all of bound, which has an area
}

// looksAt is what the operand depends on, as in a Filter.
func (p operand) looksAt() string {
	if p.own {
		return Geometry
	}
	return ""
}

// spatial compiles a function of two operands.
func (c *compiler) spatial(e *cql2.Expression, r relation) (*Filter, error) {
	if err := e.Takes(2); err != nil {
		return nil, err
	}
	a, err := c.operand(e.Args[0])
	if err != nil {
		return nil, err
	}
	b, err := c.operand(e.Args[1])
	if err != nil {
		return nil, err
	}
	for i, p := range []operand{a, b} {
		if r.cost == matrixCost && p.crossings > maxCrossings {
			return nil, e.Args[i].Fail("the lines of this geometry cross each other more than %d times, too many for %s; use S_INTERSECTS",
				maxCrossings, strings.ToUpper(e.Op))
		}
	}
	return related(r, a, b), nil
}

func related(r relation, a, b operand) *Filter {
	f := &Filter{looksAt: both(a.looksAt(), b.looksAt()), bind: func(e *Evaluation) predicate {
		e.cost += 4 + r.cost*(a.vertices+b.vertices+a.crossings+b.crossings)
		return func(i int) ternary {
			e.steps++
			f := e.table.At(i)
			x, ok := a.of(f)
			y, okToo := b.of(f)
			if !ok || !okToo {
				return unknown
			}
			if apart := !x.bound.Intersects(y.bound); apart {
				return of(!r.meets)
			}
			e.steps += r.cost * (x.vertices + y.vertices + x.crossings + y.crossings)
			holds, err := r.holds(x.shape, y.shape)
			if err != nil {
				return unknown // a shape that crosses itself
			}
			return of(holds)
		}
	}}
	switch {
	case !r.meets || a.own == b.own:
	case a.own:
		f.bound, f.sql = &b.bound, b.boxSQL(r)
	default:
		f.bound, f.sql = &a.bound, a.boxSQL(r)
	}
	return f
}

// boxSQL returns SQL for rows whose geometry intersects a box.
func (p operand) boxSQL(r relation) fragment {
	if !p.isBox || !r.intersects {
		return nil
	}
	return func(w *SQL) (string, bool) {
		if w.Box == nil {
			return "", false
		}
		return w.Box(w, p.bound), true
	}
}

// nullSQL returns SQL for rows in which the operand is null.
func (p operand) nullSQL() fragment {
	return func(w *SQL) (string, bool) {
		if !p.own {
			return "FALSE", true
		}
		return "(" + w.Geometry + " IS NULL)", true
	}
}

// of returns an operand for a feature, false if the feature has none.
func (p operand) of(f feature.Feature) (operand, bool) {
	if !p.own {
		return p, true
	}
	if !f.HasGeometry() {
		return p, false
	}
	shape, err := toSimple(f.Geometry())
	return operand{shape: shape, bound: f.Bound(), vertices: vertices(shape)}, err == nil
}

// isOperand reports whether an expression can be an operand of a spatial function.
func (c *compiler) isOperand(e *cql2.Expression) bool {
	if e.Op != cql2.OpProperty {
		return e.Op == cql2.OpBBox || e.Op == cql2.OpGeometry
	}
	field, err := c.field(e)
	return err == nil && field.Type == Shape
}

// operand compiles a geometry, a box, or the name of the feature's own.
func (c *compiler) operand(e *cql2.Expression) (operand, error) {
	switch {
	case e.Op == cql2.OpBBox:
		return c.box(e)
	case e.Op == cql2.OpGeometry:
		return c.geometry(e)
	case c.isOperand(e):
		return operand{own: true}, nil
	}
	return operand{}, e.Fail("a geometry is expected here: %q, a box or a literal such as POINT(36.6 35.4)", Geometry)
}

// geometry converts a literal to longitude and latitude.
func (c *compiler) geometry(e *cql2.Expression) (operand, error) {
	shape := e.Value.(geom.Geometry).Force2D()
	flat, err := wkb.Unmarshal(shape.AsBinary())
	if err != nil || shape.IsEmpty() {
		return operand{}, e.Fail("this geometry is empty")
	}
	lonLat := c.crs.toLonLat(flat)
	if b := lonLat.Bound(); max(-b.Min[0], b.Max[0])-180 > slack || max(-b.Min[1], b.Max[1])-90 > slack {
		return operand{}, e.Fail("a point of this geometry lies beyond 180 degrees of longitude or 90 of latitude; its axes are those of filter-crs")
	}
	return located(e, lonLat)
}

// slack is the rounding error, in degrees, of a coordinate converted from metres.
const slack = 1e-6

func (c *compiler) box(e *cql2.Expression) (operand, error) {
	var written []string
	for _, v := range e.Value.([]float64) {
		written = append(written, strconv.FormatFloat(v, 'g', -1, 64))
	}
	bound, err := c.crs.ParseBBox(strings.Join(written, ","))
	if err != nil {
		return operand{}, e.Fail("%v", err)
	}
	var parts orb.MultiPolygon
	for _, part := range geo.SplitAntimeridian(*bound) {
		parts = append(parts, part.ToPolygon())
	}
	p, err := located(e, flattened(parts, *bound))
	p.isBox = len(parts) == 1 && bound.Min[0] < bound.Max[0] && bound.Min[1] < bound.Max[1]
	return p, err
}

// flattened turns a box without area into a point or a line.
func flattened(parts orb.MultiPolygon, b orb.Bound) orb.Geometry {
	switch width, height := b.Max[0]-b.Min[0], b.Max[1]-b.Min[1]; {
	case width == 0 && height == 0:
		return b.Min
	case width == 0, height == 0 && width > 0:
		return orb.LineString{b.Min, b.Max}
	case height == 0:
		return orb.MultiLineString{{b.Min, {180, b.Min[1]}}, {{-180, b.Min[1]}, b.Max}}
	case len(parts) == 1:
		return parts[0]
	}
	return parts
}

// located makes an operand of a geometry in lon, lat.
func located(e *cql2.Expression, g orb.Geometry) (operand, error) {
	shape, err := toSimple(g)
	if err != nil {
		return operand{}, e.NoGeometry(err)
	}
	return operand{shape: shape, bound: g.Bound(), vertices: vertices(shape), crossings: crossings(g)}, nil
}

func vertices(g geom.Geometry) int {
	if g.IsPoint() {
		return 1
	}
	return g.DumpCoordinates().Length()
}

func toSimple(g orb.Geometry) (geom.Geometry, error) {
	if p, ok := g.(orb.Point); ok {
		return geom.XY{X: p[0], Y: p[1]}.AsPoint().AsGeometry(), nil
	}
	b, err := wkb.Marshal(g)
	if err != nil {
		return geom.Geometry{}, err
	}
	return geom.UnmarshalWKB(b, geom.NoValidate{})
}
