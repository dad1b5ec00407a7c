package query

import (
	"strings"

	"dateline/geo"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/wkb"
	"github.com/peterstace/simplefeatures/geom"
)

// relation is one of the functions of OGC 21-065r2, 7.4, between geometries on
// the plane of lon and lat (OGC 06-103r4, 6.1.15).
type relation struct {
	holds func(a, b geom.Geometry) (bool, error)
	meets bool // whether geometries between which it holds share a point
}

func spatialRelations() map[string]relation {
	return map[string]relation{
		"S_CONTAINS":   {geom.Contains, true},
		"S_CROSSES":    {geom.Crosses, true},
		"S_DISJOINT":   {geom.Disjoint, false},
		"S_EQUALS":     {geom.Equals, true},
		"S_INTERSECTS": {func(a, b geom.Geometry) (bool, error) { return geom.Intersects(a, b), nil }, true},
		"S_OVERLAPS":   {geom.Overlaps, true},
		"S_TOUCHES":    {geom.Touches, true},
		"S_WITHIN":     {geom.Within, true},
	}
}

// place is where something is: a literal, or the geometry of the feature.
type place struct {
	own   bool // the feature's
	shape geom.Geometry
	bound orb.Bound // of shape
}

// hasNoShape selects the features without a geometry.
var hasNoShape = &Filter{test: func(f *geo.Feature) verdict { return of(f.Geometry == nil) }}

// spatial = function "(" place "," place ")"
func (p *parser) spatial(r relation) (*Filter, error) {
	if err := p.advance(); err != nil {
		return nil, err
	}
	if err := p.expect("("); err != nil {
		return nil, err
	}
	a, err := p.place()
	if err != nil {
		return nil, err
	}
	if err := p.expect(","); err != nil {
		return nil, err
	}
	b, err := p.place()
	if err != nil {
		return nil, err
	}
	return related(r, a, b), p.expect(")")
}

func related(r relation, a, b place) *Filter {
	f := &Filter{test: func(f *geo.Feature) verdict {
		x, ok := a.of(f)
		y, okToo := b.of(f)
		if !ok || !okToo {
			return unknown
		}
		if apart := !x.bound.Intersects(y.bound); apart {
			return of(!r.meets)
		}
		holds, err := r.holds(x.shape, y.shape)
		if err != nil {
			return unknown // a shape that crosses itself
		}
		return of(holds)
	}}
	switch {
	case !r.meets || a.own == b.own:
	case a.own:
		f.bound = &b.bound
	default:
		f.bound = &a.bound
	}
	return f
}

// of returns where a place is, false when the feature has no geometry.
func (p place) of(f *geo.Feature) (place, bool) {
	if !p.own {
		return p, true
	}
	if f.Geometry == nil {
		return p, false
	}
	shape, err := toSimple(f.Geometry)
	return place{shape: shape, bound: f.Bound}, err == nil
}

// place reads a geometry in well-known text, a BBOX, or the name of the
// feature's own.
func (p *parser) place() (place, error) {
	name := p.token
	if name.is("BBOX") {
		return p.box()
	}
	if name.class == word && isShapeName(name.text) {
		return p.wellKnown()
	}
	if field, ok := p.field(name.text); (name.class == word || name.class == quoted) && ok && field.Type == Shape {
		return place{own: true}, p.advance()
	}
	return place{}, p.unexpected(`"` + Geometry + `", BBOX(…) or a geometry as POINT(36.6 35.4)`)
}

func isShapeName(s string) bool {
	switch strings.ToUpper(s) {
	case "POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON", "GEOMETRYCOLLECTION":
		return true
	}
	return false
}

// wellKnown reads well-known text, which ends where its parentheses close.
func (p *parser) wellKnown() (place, error) {
	start := p.token.at
	depth, end := 0, -1
	for i := start; i < len(p.text) && end < 0; i++ {
		switch p.text[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				end = i + 1
			}
		}
	}
	if end < 0 || depth < 0 {
		return place{}, p.fail(start, "the parentheses of this geometry are not closed")
	}
	shape, err := geom.UnmarshalWKT(p.text[start:end])
	if err != nil {
		return place{}, p.fail(start, "this is no geometry: %s", firstLine(err))
	}
	if shape.CoordinatesType() != geom.DimXY {
		return place{}, p.fail(start, "features have no height: give two coordinates a point")
	}
	flat, err := wkb.Unmarshal(shape.AsBinary())
	if err != nil || shape.IsEmpty() {
		return place{}, p.fail(start, "this geometry is empty")
	}
	p.at = end
	if err := p.advance(); err != nil {
		return place{}, err
	}
	return p.located(start, p.crs.toLonLat(flat))
}

// box = "BBOX" "(" number {"," number} ")", four or six
func (p *parser) box() (place, error) {
	start := p.token.at
	opened := strings.IndexByte(p.text[start:], '(')
	length := strings.IndexByte(p.text[start:], ')')
	if opened < 0 || length < opened {
		return place{}, p.fail(start, "BBOX is written as BBOX(west,south,east,north)")
	}
	numbers := strings.Join(strings.Fields(p.text[start+opened+1:start+length]), "")
	bound, err := p.crs.ParseBBox(numbers)
	if err != nil {
		return place{}, p.fail(start, "%v", err)
	}
	p.at = start + length + 1
	if err := p.advance(); err != nil {
		return place{}, err
	}
	var parts orb.MultiPolygon
	for _, part := range geo.SplitAntimeridian(*bound) {
		parts = append(parts, part.ToPolygon())
	}
	at, err := p.located(start, flattened(parts, *bound))
	return at, err
}

// flattened makes a point or a line of a box that has no area.
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

// located makes a place of a geometry in lon, lat.
func (p *parser) located(start int, g orb.Geometry) (place, error) {
	shape, err := toSimple(g)
	if err != nil {
		return place{}, p.fail(start, "this is no geometry: %s", firstLine(err))
	}
	return place{shape: shape, bound: g.Bound()}, nil
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

func firstLine(err error) string {
	line, _, _ := strings.Cut(err.Error(), "\n")
	return line
}
