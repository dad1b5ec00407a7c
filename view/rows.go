package view

import (
	"dateline/document/rows"
	"dateline/feature"
	"dateline/geo"
	"dateline/schema"
)

// Shown turns rows of an archive into what a View has, for engines without a View. It is not
// safe for concurrent use.
type Shown struct {
	tables *rows.Tables
	names  Names
	said   *said
}

// NewShown returns a Shown of a Model's collections.
func NewShown(t *rows.Tables, names Names) *Shown {
	return &Shown{t, names, newSaid(t.Parts[rows.Events].Table)}
}

// Row gives a row the geometry and values that a View has, except for what depends on several
// rows, and returns its days.
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

// country returns the country code of a place, empty for none.
func (s *Shown) country(place string) string {
	if s.names.Of == nil || place == "" {
		return ""
	}
	return s.names.Of(place).Code
}
