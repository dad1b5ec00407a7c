package atlas

import (
	"time"

	"dateline/geo"
)

// placeSum counts the mentions of one place.
type placeSum struct {
	mention     *Mention // one that names it
	mentions    int
	articles    map[string]bool
	first, last time.Time
}

func (s *placeSum) add(d *Document, m *Mention) {
	s.mentions++
	s.articles[d.ID] = true
	date := d.eventDate(m.Date)
	if date.IsZero() {
		return
	}
	if s.first.IsZero() || date.Before(s.first) {
		s.first = date
	}
	if date.After(s.last) {
		s.last = date
	}
}

func (s *placeSum) feature() geo.Feature {
	days := geo.Days{}
	if !s.first.IsZero() {
		days = geo.Days{First: geo.DayOf(s.first), Last: geo.DayOf(s.last), Known: true}
	}
	return geo.NewFeature(*s.mention.Place, s.mention.point(), days, []geo.Property{
		{Name: "name", Value: orNil(s.mention.Name)},
		{Name: "kind", Value: orNil(s.mention.Kind)},
		{Name: "precision", Value: orNil(s.mention.Precision)},
		{Name: "mentions", Value: s.mentions},
		{Name: "articles", Value: len(s.articles)},
		{Name: "first", Value: s.first},
		{Name: "last", Value: s.last},
	})
}
