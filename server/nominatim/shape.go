package nominatim

import (
	"fmt"
	"strings"

	"dateline/export"
	"dateline/feature"
	"dateline/geo"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/wkt"
)

// draw returns the outline of a place, or its point if unknown, in the requested forms.
func (d *foundDoc) draw(outline orb.Geometry, p *params) {
	if len(p.outlines) == 0 {
		return
	}
	g, _ := geo.RFC7946(outline)
	switch {
	case g == nil:
		g = d.point
	case p.threshold > 0:
		g = geo.Simplified(g, p.threshold)
	}
	for _, form := range p.outlines {
		switch form {
		case "geojson":
			d.GeoJSON = feature.AppendGeometry(nil, g)
		case "kml":
			d.KML = export.KMLGeometry(g)
		case "svg":
			d.SVG = svgPath(g)
		case "text":
			d.GeoText = wkt.MarshalString(g)
		}
	}
}

// svgPath returns a geometry as the path of SVG, or the attributes of a circle, with y to the
// south, as ST_AsSVG of PostGIS does.
func svgPath(g orb.Geometry) string {
	switch g := g.(type) {
	case orb.Point:
		return fmt.Sprintf(`cx="%v" cy="%v"`, g[0], -g[1])
	case orb.LineString:
		return svgLine(g, "")
	case orb.Polygon:
		var rings []string
		for _, ring := range g {
			rings = append(rings, svgLine(orb.LineString(ring[:max(0, len(ring)-1)]), " Z"))
		}
		return strings.Join(rings, " ")
	case orb.MultiLineString:
		return svgParts(g)
	case orb.MultiPolygon:
		return svgParts(g)
	}
	return ""
}

func svgParts[G ~[]E, E orb.Geometry](parts G) string {
	var all []string
	for _, part := range parts {
		all = append(all, svgPath(part))
	}
	return strings.Join(all, " ")
}

func svgLine(line orb.LineString, end string) string {
	var b strings.Builder
	for i, p := range line {
		switch i {
		case 0:
			b.WriteString("M ")
		case 1:
			b.WriteString(" L ")
		default:
			b.WriteString(" ")
		}
		fmt.Fprintf(&b, "%v %v", p[0], -p[1])
	}
	return b.String() + end
}
