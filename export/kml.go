package export

import (
	"bufio"
	"context"
	"encoding/xml"
	"io"
	"iter"
	"strings"

	"dateline/feature"
	"dateline/schema"
	"dateline/work"

	"github.com/paulmach/orb"
)

// KML writes a document (OGC 12-007r2, KML 2.3): a Placemark for each feature,
// with its properties as ExtendedData and its day as a TimeStamp or its days as a TimeSpan.
func KML(ctx context.Context, w io.Writer, t *schema.Collection, features iter.Seq[feature.Feature]) error {
	b := bufio.NewWriter(w)
	b.WriteString(xml.Header + `<kml xmlns="http://www.opengis.net/kml/2.2"><Document>`)
	element(b, "name", t.Title)
	element(b, "description", t.Description)
	var values []any
	steps := work.Metered(ctx)
	for f := range features {
		if err := steps.Add(stepsPerRow); err != nil {
			return err
		}
		values = valuesOf(t, f, values)
		if err := placemark(t, b, f, values); err != nil {
			return err
		}
	}
	b.WriteString("\n</Document></kml>\n")
	return b.Flush()
}

func placemark(t *schema.Collection, b *bufio.Writer, f feature.Feature, values []any) error {
	b.WriteString("\n<Placemark>")
	element(b, "name", label(t, f, values))
	if days := f.Days(); days.Known {
		when(b, days)
	}
	b.WriteString("<ExtendedData>")
	data(b, "id", f.ID())
	for i, c := range t.Properties {
		if values[i] != nil {
			data(b, c.Name, text(values[i]))
		}
	}
	b.WriteString("</ExtendedData>")
	shape(b, f.Geometry())
	_, err := b.WriteString("</Placemark>") // keeps the first error
	return err
}

// when writes a day as a TimeStamp and a range as a TimeSpan, whose begin must be before its end
// (OGC 07-134r2, ATC 4).
func when(b *bufio.Writer, days feature.Days) {
	if days.First == days.Last {
		b.WriteString("<TimeStamp>")
		element(b, "when", text(days.First.Time()))
		b.WriteString("</TimeStamp>")
		return
	}
	b.WriteString("<TimeSpan>")
	element(b, "begin", text(days.First.Time()))
	element(b, "end", text(days.Last.Time()))
	b.WriteString("</TimeSpan>")
}

// label is the first text property of a feature, else its id.
func label(t *schema.Collection, f feature.Feature, values []any) string {
	for _, wanted := range []string{"name", "title", "phrase"} {
		for i, c := range t.Properties {
			if s, ok := values[i].(string); ok && c.Name == wanted {
				return s
			}
		}
	}
	return f.ID()
}

func data(b *bufio.Writer, name, value string) {
	b.WriteString(`<Data name="` + name + `">`)
	element(b, "value", value)
	b.WriteString("</Data>")
}

func element(b *bufio.Writer, name, value string) {
	b.WriteString("<" + name + ">")
	_ = xml.EscapeText(b, []byte(value)) // the writer keeps the error
	b.WriteString("</" + name + ">")
}

// KMLGeometry returns a geometry as a KML element; empty if nil.
func KMLGeometry(g orb.Geometry) string {
	var s strings.Builder
	b := bufio.NewWriter(&s)
	shape(b, g)
	_ = b.Flush() // writing to memory never fails
	return s.String()
}

// shape writes a geometry; nothing if nil.
func shape(b *bufio.Writer, g orb.Geometry) {
	switch g := g.(type) {
	case orb.Point:
		coordinates(b, "Point", g)
	case orb.LineString:
		coordinates(b, "LineString", g...)
	case orb.Ring:
		shape(b, orb.Polygon{g})
	case orb.Bound:
		shape(b, g.ToPolygon())
	case orb.Polygon:
		b.WriteString("<Polygon>")
		for i, ring := range g {
			side := "innerBoundaryIs"
			if i == 0 {
				side = "outerBoundaryIs"
			}
			b.WriteString("<" + side + ">")
			coordinates(b, "LinearRing", ring...)
			b.WriteString("</" + side + ">")
		}
		b.WriteString("</Polygon>")
	case orb.MultiPoint:
		many(b, g)
	case orb.MultiLineString:
		many(b, g)
	case orb.MultiPolygon:
		many(b, g)
	case orb.Collection:
		many(b, g)
	}
}

// many writes a single member as such, several as a MultiGeometry.
func many[G ~[]E, E orb.Geometry](b *bufio.Writer, members G) {
	if len(members) == 1 {
		shape(b, members[0])
		return
	}
	b.WriteString("<MultiGeometry>")
	for _, m := range members {
		shape(b, m)
	}
	b.WriteString("</MultiGeometry>")
}

func coordinates(b *bufio.Writer, name string, points ...orb.Point) {
	var s strings.Builder
	for i, p := range points {
		if i > 0 {
			s.WriteByte(' ')
		}
		s.WriteString(degrees(p[0]) + "," + degrees(p[1]))
	}
	b.WriteString("<" + name + "><coordinates>" + s.String() + "</coordinates></" + name + ">")
}
