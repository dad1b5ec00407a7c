package feature

import (
	"dateline/geo"

	"github.com/paulmach/orb"
)

// Feature is a geometry with days and properties. It is a row of a Table, small, immutable and
// safe for concurrent use. The zero Feature is empty and has no GeoJSON.
type Feature struct {
	table    *Table
	position int
}

// NewFeature makes a Feature in a Table of its own; use a Builder to create many. The properties
// are written in the order given.
func NewFeature(id string, geometry orb.Geometry, days Days, properties []Property) Feature {
	columns := make([]Column, len(properties))
	for i, p := range properties {
		kind := kindOf(p.Value)
		columns[i] = Column{Name: p.Name, Kind: kind, Unique: true, Words: kind == Text}
	}
	b := NewBuilder(columns)
	b.Start(id, geometry, days)
	for _, p := range properties {
		b.value(p.Value)
	}
	b.Add()
	return b.table.At(0)
}

// Table returns the feature's Table, nil for the zero Feature.
func (f Feature) Table() *Table { return f.table }

// Position returns the feature's position in its Table.
func (f Feature) Position() int { return f.position }

// ID returns the id of the feature, unique in its collection.
func (f Feature) ID() string { return readString(f.id()) }

// id returns the id as JSON.
func (f Feature) id() []byte { return f.table.own.at(f.table.row(f.position)[0]) }

// AppendID appends the id.
func (f Feature) AppendID(b []byte) []byte { return append(b, readString(f.id())...) }

// Is reports whether the feature has the id.
func (f Feature) Is(id string) bool { return readString(f.id()) == id }

// Geometry returns the geometry, lon, lat; nil for none. It must not be changed.
func (f Feature) Geometry() orb.Geometry {
	switch at := f.table.points[f.position]; at.lon {
	case noLon:
		return nil
	case shapeLon:
		return f.table.shapes[at.lat].geometry
	default:
		return at.degrees()
	}
}

// Point returns the point, lon, lat; false if the geometry is not a point on the earth.
func (f Feature) Point() (orb.Point, bool) {
	at := f.table.points[f.position]
	return at.degrees(), at.isPoint()
}

// World returns the point in Web Mercator; false if the geometry is not a point.
func (f Feature) World() (geo.World, bool) {
	at := f.table.points[f.position]
	if !at.isPoint() {
		return geo.World{}, false
	}
	return geo.WorldOf(at.degrees()), true
}

// HasGeometry reports whether the feature has a geometry.
func (f Feature) HasGeometry() bool { return f.table.points[f.position].lon != noLon }

// Bound returns the bound of the geometry, lon, lat; zero if there is none.
func (f Feature) Bound() orb.Bound {
	switch at := f.table.points[f.position]; at.lon {
	case noLon:
		return orb.Bound{}
	case shapeLon:
		return f.table.shapes[at.lat].bound
	default:
		return at.degrees().Bound()
	}
}

// Days returns the days that datetime filters by.
func (f Feature) Days() Days { return f.table.days[f.position].days() }

// AppendJSON appends the feature as GeoJSON (RFC 7946).
func (f Feature) AppendJSON(b []byte) []byte {
	t := f.table
	row := t.row(f.position)
	b = append(b, `{"type":"Feature","id":`...)
	b = append(b, t.own.at(row[0])...)
	b = append(b, `,"geometry":`...)
	b = t.appendGeometry(b, f.position)
	b = append(b, `,"properties":{`...)
	for i := 0; i < len(t.columns); i++ {
		c := &t.columns[i]
		if c.group == alone {
			b = t.appendProperty(b, c, row[c.slot])
			continue
		}
		g := &t.groups[c.group]
		b = append(b, t.common.at(row[c.slot])[g.len():]...)
		i = g.to - 1
	}
	return append(b, "}}"...)
}

// JSON returns the feature as GeoJSON (RFC 7946).
func (f Feature) JSON() []byte { return f.AppendJSON(nil) }

func (t *Table) appendGeometry(b []byte, position int) []byte {
	at := t.points[position]
	switch at.lon {
	case noLon:
		return append(b, "null"...)
	case shapeLon:
		return append(b, t.own.at(t.shapes[at.lat].json)...)
	}
	b = append(b, `{"type":"Point","coordinates":[`...)
	b = appendMillionths(b, at.lon)
	b = append(b, ',')
	b = appendMillionths(b, at.lat)
	return append(b, "]}"...)
}

// appendProperty appends the comma, the name and the value.
func (t *Table) appendProperty(b []byte, c *column, v code) []byte {
	if v != none && c.common {
		return append(b, t.common.at(v)...)
	}
	return t.appendJSON(append(b, c.prefix...), c, v)
}

// appendJSON appends a value.
func (t *Table) appendJSON(b []byte, c *column, v code) []byte {
	switch {
	case v == none:
		return append(b, "null"...)
	case c.Kind == Date:
		b = append(b, '"')
		b = appendDay(b, Day(v))
		return append(b, '"')
	case c.Kind == Boolean && v == 0:
		return append(b, "false"...)
	case c.Kind == Boolean:
		return append(b, "true"...)
	case c.Kind == Integer && v < none:
		return appendUint(b, v)
	}
	return append(b, t.stored(c, v)...)
}

// stored returns the JSON of a value in an arena.
func (t *Table) stored(c *column, v code) []byte {
	if c.common {
		return t.common.at(v)[len(c.prefix):]
	}
	return t.own.at(v &^ none)
}
