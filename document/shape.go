package document

import (
	"slices"

	"dateline/feature"
	"dateline/geo"
	"dateline/geo/geojson"

	"github.com/paulmach/orb"
)

// Point returns the focus as lon, lat; nil if there is none.
func (f *Focus) Point() orb.Geometry {
	if f == nil {
		return nil
	}
	return orb.Point{f.Lon, f.Lat}
}

// Point returns the mention's place as lon, lat; nil if it has none.
func (m *Mention) Point() orb.Geometry {
	if m.Lat == nil || m.Lon == nil {
		return nil
	}
	return orb.Point{*m.Lon, *m.Lat}
}

// Shapes caches the geometries of fronts by their JSON. Fronts with the same JSON, as in a long
// text, share the geometry, which must not be changed.
type Shapes map[*byte]orb.Geometry

// of returns a front's geometry; nil when it has none.
func (s Shapes) of(f *Front) (orb.Geometry, error) {
	if len(f.Geometry) == 0 {
		return nil, nil
	}
	g, known := s[&f.Geometry[0]]
	if !known {
		var err error
		if g, err = geojson.Read(f.Geometry); err != nil {
			return nil, err
		}
		s[&f.Geometry[0]] = g
	}
	return g, nil
}

// Geometry is of, but nil if it can't be read, which Check reports.
func (s Shapes) Geometry(f *Front) orb.Geometry {
	g, err := s.of(f)
	if err != nil {
		return nil
	}
	return g
}

// Conforming returns the document with the geometries of its fronts as RFC 7946 requires, or
// itself if they are.
func (d *Document) Conforming() *Document {
	out, known := d, Shapes{}
	for i := range d.Fronts {
		g, changed := geo.RFC7946(known.Geometry(&d.Fronts[i]))
		if !changed {
			continue
		}
		if out == d {
			copied := *d
			out, copied.Fronts = &copied, slices.Clone(d.Fronts)
		}
		out.Fronts[i].Geometry = feature.AppendGeometry(nil, g)
	}
	return out
}
