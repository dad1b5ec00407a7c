package view

import (
	"dateline/document/rows"
	"dateline/feature"
	"dateline/geo"
	"dateline/schema"
)

// RowConverter converts rows of an archive to those of a View, for engines without one. It is not
// safe for concurrent use.
type RowConverter struct {
	tables  *rows.Tables
	names   Names
	parties *partyResolver
}

// NewRowConverter returns a RowConverter for a Model's collections.
func NewRowConverter(t *rows.Tables, names Names) *RowConverter {
	return &RowConverter{t, names, newPartyResolver(t.Parts[rows.Events].Table)}
}

// Convert sets the geometry and values that a View would have, except those that depend on other
// rows, and returns the row's days.
func (s *RowConverter) Convert(collection string, r *rows.Row) feature.Days {
	t := s.tables
	switch collection {
	case schema.Articles:
		date := r.Values[t.Article.Date]
		r.Values[t.Article.Published] = date
		return rows.DaysOf(date, schema.Value{})
	case schema.Places:
		return between(r.Values[t.Place.First], r.Values[t.Place.Last])
	case schema.Incidents:
		made := t.Derived[schema.Incidents]
		return between(r.Values[made.Index("date")], r.Values[made.Index("last")])
	}
	for i, part := range t.Parts {
		if part.ID != collection {
			continue
		}
		if !part.Points {
			r.Geometry = geo.AsWritten(r.Geometry)
		}
		if i == rows.Events {
			s.parties.fill(r.Values, s.country(r.Values[part.Place].Text()))
		}
		return rows.DaysOf(r.Values[part.Date], r.Values[part.Precision])
	}
	return feature.Days{}
}

// between returns the days from first to last, unknown if first is null.
func between(first, last schema.Value) feature.Days {
	if first.IsNull() {
		return feature.Days{}
	}
	return feature.Days{First: feature.Day(first.Int()), Last: feature.Day(last.Int()), Known: true}
}

// DerivedFrom returns the properties of events that Convert derives others from.
func DerivedFrom() []string { return []string{"place", "agent", "holder", "said_by", "source"} }

// country returns the country code of a place, empty for none.
func (s *RowConverter) country(place string) string {
	if s.names.Of == nil || place == "" {
		return ""
	}
	return s.names.Of(place).Code
}
