package view

import (
	"dateline/document/rows"
	"dateline/feature"
	"dateline/geo"
	"dateline/schema"
)

// Shown makes of the rows of an archive what a View has of them, for who answers without
// one. It is not safe for concurrent use.
type Shown struct {
	tables *rows.Tables
	names  Names
	said   *said
}

// NewShown returns a Shown of a Model's collections.
func NewShown(t *rows.Tables, names Names) *Shown {
	return &Shown{t, names, newSaid(t.Parts[rows.Events].Table)}
}

// Row gives the row of a collection the geometry and the values that a View shows, but for
// what follows from several rows, and returns its days.
func (s *Shown) Row(collection string, r *rows.Row) feature.Days {
	t := s.tables
	switch collection {
	case schema.Articles:
		date := r.Values[t.Article.Date]
		r.Values[t.Article.Published] = date
		return rows.DaysOf(date, schema.Value{})
	case schema.Places:
		first, last := r.Values[t.Place.First], r.Values[t.Place.Last]
		if first.IsNull() {
			return feature.Days{}
		}
		return feature.Days{First: feature.Day(first.Int()), Last: feature.Day(last.Int()), Known: true}
	}
	for i, part := range t.Parts {
		if part.ID != collection {
			continue
		}
		if !part.Points {
			r.Geometry = geo.AsWritten(r.Geometry)
		}
		if i == rows.Events {
			s.said.fill(r.Values, s.country(r.Values[part.Place].Text()))
		}
		return rows.DaysOf(r.Values[part.Date], r.Values[part.Precision])
	}
	return feature.Days{}
}

// country returns the code of the country of a place, empty for none.
func (s *Shown) country(place string) string {
	if s.names.Of == nil || place == "" {
		return ""
	}
	return s.names.Of(place).Code
}
