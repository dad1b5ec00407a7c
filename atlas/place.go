package atlas

import (
	"strings"

	"dateline/feature"
	"dateline/geoparse"
	"dateline/schema"

	"github.com/paulmach/orb"
)

// placeSum counts the mentions of one place. What the place is called is what
// the first mention of it says.
type placeSum struct {
	id                 string
	point              orb.Geometry
	kept               []schema.Value // of tables.kept
	mentions, articles int
	article            int          // number of the one whose mention was counted last
	days               feature.Days // none while all mentions are undated
	position           int          // among the places: the order of their first mentions
	changed            bool         // since takeChanged was last called
}

// add counts a mention in the article with a number.
func (s *placeSum) add(days feature.Days, article int) {
	s.mentions++
	if s.article != article {
		s.article = article
		s.articles++
	}
	switch {
	case !days.Known:
	case !s.days.Known:
		s.days = days
	default:
		s.days.First, s.days.Last = min(s.days.First, days.First), max(s.days.Last, days.Last)
	}
}

// row returns the place as it is now.
func (s *placeSum) row(t *tables) *row {
	r := &t.places.rows(1)[0]
	r.id, r.geometry = s.id, s.point
	for k, p := range t.kept {
		r.values[p.of] = s.kept[k]
	}
	r.values[t.place.mentions], r.values[t.place.articles] = schema.OfInt(s.mentions), schema.OfInt(s.articles)
	if s.days.Known {
		r.values[t.place.first], r.values[t.place.last] = schema.OfDay(int(s.days.First)), schema.OfDay(int(s.days.Last))
	}
	return r
}

// placeSums counts the mentions of all places.
type placeSums struct {
	*tables
	byID    map[string]*placeSum
	changes []*placeSum
	last    string // article that was counted in last
	number  int    // of it, from 1
}

func newPlaceSums(t *tables) *placeSums { return &placeSums{tables: t, byID: map[string]*placeSum{}} }

// anchorRole is the role of a name that only says where a front is
// (geoparse.RoleAnchor). It tells of no event at its place.
const anchorRole = string(geoparse.RoleAnchor)

// add counts a mention, unless it has no place or only that of what it lies in,
// without a point, or is but an anchor of a front.
func (p *placeSums) add(m *row) {
	place := m.values[p.mention.place].Text()
	if place == "" || m.geometry == nil || m.values[p.mention.role].Text() == anchorRole {
		return
	}
	if article := m.values[p.mention.article].Text(); p.last != article || p.number == 0 { // all mentions of one come one after another
		p.last = article
		p.number++
	}
	s := p.byID[place]
	if s == nil {
		s = &placeSum{id: strings.Clone(place), point: m.geometry, position: len(p.byID), kept: make([]schema.Value, len(p.kept))}
		p.byID[s.id] = s
	}
	if !s.changed {
		s.changed = true
		p.changes = append(p.changes, s)
	}
	for k, property := range p.kept {
		if v := m.values[property.from]; s.kept[k].IsNull() && !v.IsNull() {
			s.kept[k] = cloned(v)
		}
	}
	s.add(daysOf(m.values[p.mention.date], m.values[p.mention.precision]), p.number)
}

// cloned returns a text in memory of its own, as it may be part of a whole document.
func cloned(v schema.Value) schema.Value {
	if s := v.Text(); s != "" {
		return schema.OfText(strings.Clone(s))
	}
	return v
}

// takeChanged returns the sums that changed since it was last called, new ones
// in the order of their positions.
func (p *placeSums) takeChanged() []*placeSum {
	changes := p.changes
	for _, s := range changes {
		s.changed = false
	}
	p.changes = nil
	return changes
}
