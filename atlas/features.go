package atlas

import (
	"dateline/geo"

	"github.com/paulmach/orb"
)

// mentionFeatures makes the features of the document's mentions.
func (d *Document) mentionFeatures() []geo.Feature {
	var m geo.Maker
	records := d.mentionRecords()
	features := make([]geo.Feature, len(records))
	for i := range records {
		features[i] = records[i].feature(&m)
	}
	return features
}

// frontFeatures makes the features of the document's fronts.
func (d *Document) frontFeatures() []geo.Feature {
	var m geo.Maker
	records := d.frontRecords()
	features := make([]geo.Feature, len(records))
	for i := range records {
		features[i] = records[i].feature(&m)
	}
	return features
}

// The properties of the features, in the order in which they are written. They
// are the columns of the archive's layers.

func (r *articleRecord) feature(m *geo.Maker) geo.Feature {
	return m.Feature(r.id, r.focus, geo.OneDay(r.published), []geo.Property{
		{Name: "title", Value: orNil(r.title)},
		{Name: "source", Value: orNil(r.source)},
		{Name: "byline", Value: orNil(r.byline)},
		{Name: "url", Value: orNil(r.url)},
		{Name: "published", Value: r.published},
		{Name: "date", Value: r.published},
		{Name: "language", Value: orNil(r.language)},
		{Name: "mentions", Value: r.mentions},
	})
}

func (r *mentionRecord) feature(m *geo.Maker) geo.Feature {
	return m.Feature(r.id, r.point, geo.OneDay(r.date), []geo.Property{
		{Name: "place", Value: orNil(r.place)},
		{Name: "name", Value: orNil(r.name)},
		{Name: "phrase", Value: orNil(r.phrase)},
		{Name: "sentence", Value: orNil(r.sentence)},
		{Name: "start", Value: r.start},
		{Name: "end", Value: r.end},
		{Name: "article", Value: r.article},
		{Name: "source", Value: orNil(r.source)},
		{Name: "date", Value: r.date},
		{Name: "published", Value: r.published},
		{Name: "role", Value: orNil(r.role)},
		{Name: "kind", Value: orNil(r.kind)},
		{Name: "precision", Value: orNil(r.precision)},
		{Name: "confidence", Value: r.confidence},
	})
}

func (r *frontRecord) feature(m *geo.Maker) geo.Feature {
	return m.Feature(r.id, r.geometry, geo.OneDay(r.date), []geo.Property{
		{Name: "kind", Value: orNil(r.kind)},
		{Name: "phrase", Value: orNil(r.phrase)},
		{Name: "reading", Value: orNil(r.reading)},
		{Name: "uncertainty_km", Value: r.uncertaintyKm},
		{Name: "schematic", Value: r.schematic},
		{Name: "anchors", Value: orNil(r.anchors)},
		{Name: "sentence", Value: orNil(r.sentence)},
		{Name: "start", Value: r.start},
		{Name: "end", Value: r.end},
		{Name: "article", Value: r.article},
		{Name: "source", Value: orNil(r.source)},
		{Name: "date", Value: r.date},
		{Name: "published", Value: r.published},
		{Name: "confidence", Value: r.confidence},
	})
}

func (s *placeSum) feature(m *geo.Maker) geo.Feature {
	days := geo.OneDay(s.first)
	if days.Known {
		days.Last = geo.DayOf(s.last)
	}
	return m.Single(s.id, s.point, days, []geo.Property{
		{Name: "name", Value: orNil(s.name)},
		{Name: "kind", Value: orNil(s.kind)},
		{Name: "precision", Value: orNil(s.precision)},
		{Name: "mentions", Value: s.mentions},
		{Name: "articles", Value: s.articles},
		{Name: "first", Value: s.first},
		{Name: "last", Value: s.last},
	})
}

// orNil is null for what is not said.
func orNil(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// samePoint reports whether two geometries are the same point, or both none.
func samePoint(a, b orb.Geometry) bool {
	p, isPoint := a.(orb.Point)
	q, isPointToo := b.(orb.Point)
	return isPoint == isPointToo && p == q
}
