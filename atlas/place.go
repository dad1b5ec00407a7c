package atlas

import (
	"strings"
	"time"

	"dateline/geoparse"

	"github.com/paulmach/orb"
)

// placeSum counts the mentions of one place. What the place is called is what
// the first mention of it says.
type placeSum struct {
	id, name, kind, precision string
	arabic                    string // name, empty for none
	point                     orb.Geometry
	mentions, articles        int
	article                   int       // number of the one whose mention was counted last
	first, last               time.Time // zero while all mentions are undated
	position                  int       // among the places: the order of their first mentions
	changed                   bool      // since takeChanged was last called
}

// add counts a mention in the article with a number.
func (s *placeSum) add(m *mentionRecord, article int) {
	s.mentions++
	if s.article != article {
		s.article = article
		s.articles++
	}
	first, last := m.date.span()
	if first.IsZero() {
		return
	}
	if s.first.IsZero() || first.Before(s.first) {
		s.first = first
	}
	if last.After(s.last) {
		s.last = last
	}
}

// placeSums counts the mentions of all places.
type placeSums struct {
	byID    map[string]*placeSum
	changes []*placeSum
	article string     // that was counted in last
	number  int        // of it, from 1
	arabic  ArabicName // nil for none
}

func newPlaceSums() *placeSums { return &placeSums{byID: map[string]*placeSum{}} }

// anchorRole is the role of a name that only says where a front is
// (geoparse.RoleAnchor). It tells of no event at its place.
const anchorRole = string(geoparse.RoleAnchor)

// add counts a mention and returns the sum of its place, nil when it is not
// counted: it has no place or only that of what it lies in, without a point, or
// is but an anchor of a front.
func (p *placeSums) add(m *mentionRecord) *placeSum {
	if m.place == "" || m.point == nil || m.role == anchorRole {
		return nil
	}
	if p.article != m.article || p.number == 0 { // all mentions of one come one after another
		p.article = m.article
		p.number++
	}
	s := p.byID[m.place]
	if s == nil {
		s = &placeSum{
			id: strings.Clone(m.place), name: strings.Clone(m.name), kind: strings.Clone(m.kind), precision: strings.Clone(m.precision),
			point: m.point, position: len(p.byID), // cloned, as they may be parts of a whole document
		}
		if p.arabic != nil {
			s.arabic = p.arabic(s.id)
		}
		p.byID[s.id] = s
	}
	if !s.changed {
		s.changed = true
		p.changes = append(p.changes, s)
	}
	s.add(m, p.number)
	return s
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
