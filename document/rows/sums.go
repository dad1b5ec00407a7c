package rows

import (
	"strings"

	"dateline/feature"
	"dateline/geoparse"
	"dateline/schema"

	"github.com/paulmach/orb"
)

// Place counts the mentions of one place. Its name is that in the first mention.
type Place struct {
	ID                 string
	Point              orb.Geometry
	kept               []schema.Value // of Tables.kept
	mentions, articles int
	article            int          // number of the article whose mention was counted last
	Days               feature.Days // none if all mentions are undated
	Position           int          // for the View: its position; -1 if not shown
	changed            bool         // since the last TakeChanged
}

// add counts a mention in the article with a number.
func (s *Place) add(days feature.Days, article int) {
	s.mentions++
	if s.article != article {
		s.article = article
		s.articles++
	}
	switch {
	case !days.Known:
	case !s.Days.Known:
		s.Days = days
	default:
		s.Days.First, s.Days.Last = min(s.Days.First, days.First), max(s.Days.Last, days.Last)
	}
}

// Row returns the present row of the place.
func (s *Place) Row(t *Tables) *Row {
	r := &t.Places.rows(1)[0]
	r.ID, r.Geometry = s.ID, s.Point
	for k, p := range t.kept {
		r.Values[p.of] = s.kept[k]
	}
	r.Values[t.Place.Mentions], r.Values[t.Place.Articles] = schema.OfInt(s.mentions), schema.OfInt(s.articles)
	if s.Days.Known {
		r.Values[t.Place.First], r.Values[t.Place.Last] = schema.OfDay(int(s.Days.First)), schema.OfDay(int(s.Days.Last))
	}
	return r
}

// Places counts the mentions of all places.
type Places struct {
	*Tables
	byID    map[string]*Place
	changes []*Place
	last    string // article counted last
	number  int    // its number, from 1
}

// NewPlaces starts from zero.
func NewPlaces(t *Tables) *Places { return &Places{Tables: t, byID: map[string]*Place{}} }

// anchorRole is the role of a name that only locates a front (geoparse.RoleAnchor). It reports
// nothing at its place.
const anchorRole = string(geoparse.RoleAnchor)

// Add counts a mention, unless it has no place or only that of its container, without a point,
// or is only an anchor of a front.
func (p *Places) Add(m *Row) {
	if s := p.Count(m); s != nil {
		p.Describe(s, m)
	}
}

// Count is Add by the properties of Tables.Counted alone; it returns the place, nil if the
// mention does not count.
func (p *Places) Count(m *Row) *Place {
	place := m.Values[p.Mention.Place].Text()
	if place == "" || m.Geometry == nil || m.Values[p.Mention.Role].Text() == anchorRole {
		return nil
	}
	if article := m.Values[p.Parts[Mentions].Article].Text(); p.last != article || p.number == 0 { // the mentions of one are consecutive
		p.last = article
		p.number++
	}
	s := p.byID[place]
	if s == nil {
		s = &Place{ID: strings.Clone(place), Position: -1, kept: make([]schema.Value, len(p.kept))}
		p.byID[s.ID] = s
	}
	p.change(s)
	s.add(DaysOf(m.Values[p.Parts[Mentions].Date], m.Values[p.Parts[Mentions].Precision]), p.number)
	return s
}

// Describe sets the point and names of a place that no earlier mention has set, by the
// properties of Tables.Naming. It reports whether all are set.
func (p *Places) Describe(s *Place, m *Row) (all bool) {
	if s.Point == nil {
		s.Point = m.Geometry
	}
	all = true
	for k, property := range p.kept {
		if v := m.Values[property.from]; s.kept[k].IsNull() && !v.IsNull() {
			s.kept[k] = cloned(v)
		}
		all = all && !s.kept[k].IsNull()
	}
	return all
}

// Recall resumes counting a place: r is its last Row, shown at a position.
func (p *Places) Recall(r *Row, days feature.Days, position int) {
	s := &Place{
		ID: strings.Clone(r.ID), Point: r.Geometry, Days: days, Position: position,
		mentions: r.Values[p.Place.Mentions].Int(), articles: r.Values[p.Place.Articles].Int(), kept: make([]schema.Value, len(p.kept)),
	}
	for k, property := range p.kept {
		s.kept[k] = cloned(r.Values[property.of])
	}
	p.byID[s.ID] = s
}

func (p *Places) change(s *Place) {
	if !s.changed {
		s.changed = true
		p.changes = append(p.changes, s)
	}
}

// Recount resets the counts of a place, to add its mentions again; nil if it has no mention.
func (p *Places) Recount(id string) *Place {
	s := p.byID[id]
	if s == nil {
		return nil
	}
	s.mentions, s.articles, s.article, s.Days, s.Point = 0, 0, 0, feature.Days{}, nil
	clear(s.kept)
	p.change(s)
	return s
}

// IsEmpty reports whether the place has no mentions.
func (s *Place) IsEmpty() bool { return s.mentions == 0 }

// cloned copies a text, which may be part of a whole document.
func cloned(v schema.Value) schema.Value {
	if s := v.Text(); s != "" {
		return schema.OfText(strings.Clone(s))
	}
	return v
}

// TakeChanged returns the places changed since its last call, new ones in order of position, and
// those without mentions, which are dropped.
func (p *Places) TakeChanged() []*Place {
	changes := p.changes
	for _, s := range changes {
		s.changed = false
		if s.IsEmpty() {
			delete(p.byID, s.ID)
		}
	}
	p.changes = nil
	return changes
}

// Take removes and returns the place with an id; nil if it has no mention.
func (p *Places) Take(id string) *Place {
	s := p.byID[id]
	delete(p.byID, id)
	return s
}

// Len returns the number of places.
func (p *Places) Len() int { return len(p.byID) }
