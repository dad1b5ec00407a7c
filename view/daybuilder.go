package view

import (
	"context"
	"strings"

	"dateline/control"
	"dateline/document/rows"
	"dateline/feature"
	"dateline/geoparse"
	"dateline/geoparse/event"
	"dateline/schema"
)

// Claiming returns the values of type, status and precision with which an event claims who holds
// its place.
func Claiming() (types, statuses, precisions []string) {
	for _, t := range schema.EventTypes() {
		if _, ok := control.KindOf(t); ok {
			types = append(types, t)
		}
	}
	return types, []string{string(event.Reported), string(event.Claimed)}, []string{string(geoparse.Town), string(geoparse.Site)}
}

// DayBuilder builds the collections control and contact of a day from events added place by place.
// It holds its results, and the events of a few places at a time. It is not safe for
// concurrent use.
type DayBuilder struct {
	daily
	on       feature.Day
	names    Names
	parties  *partyResolver
	country  string // of place
	place    string // of the previous event
	pending  *layerBuilder
	claims   []claimed // of pending
	held     *layerBuilder
	cited    *layerBuilder
	contact  onDay // what the line of contact cites
	mentions func(ctx context.Context, articles []string, add func(*rows.Row)) error
}

// mostClaims is the maximum number of claims held at a time, except for a single place.
const mostClaims = 5000

// NewDayBuilder returns an empty DayBuilder for a day. mentions returns the mentions of rivers and
// roads (CourseKinds) in articles, in order.
func NewDayBuilder(t *rows.Tables, names Names, on feature.Day, mentions func(ctx context.Context, articles []string, add func(*rows.Row)) error) *DayBuilder {
	events := t.Parts[rows.Events].Table
	s := newPartyResolver(events)
	return &DayBuilder{
		daily: daily{tables: t, columns: s.columns}, on: on, names: names, parties: s,
		pending: newLayerBuilder(events), held: newLayerBuilder(t.Derived[schema.Control]), cited: newLayerBuilder(events),
		contact: onDay{byTime: &byTime{}, on: on}, mentions: mentions,
	}
}

// Add adds the next event. Events are ordered by place id, and then by arrival.
func (m *DayBuilder) Add(ctx context.Context, r *rows.Row) error {
	part := m.tables.Parts[rows.Events]
	if place := r.Values[part.Place].Text(); place != m.place {
		if len(m.claims) >= mostClaims {
			if err := m.settle(ctx); err != nil {
				return err
			}
		}
		m.place = strings.Clone(place)
		m.country = ""
		if m.names.Of != nil && place != "" {
			m.country = m.names.Of(m.place).Code
		}
	}
	addPart(part, r, m.pending)
	position := m.pending.Len() - 1
	if c, ok := m.parties.claim(m.pending.At(position), m.country); ok {
		m.claims = append(m.claims, claimed{c, position})
	}
	return m.pending.Err()
}

// settle determines who holds the places of the events at hand, and keeps the claims that the
// line of contact will cite.
func (m *DayBuilder) settle(ctx context.Context) error {
	t := newByTime(m.claims)
	all, err := t.at(ctx, m.on)
	if err != nil {
		return err
	}
	m.events = &Layer{Name: schema.Events, Schema: m.pending.layer.Schema, Features: m.pending.Table()}
	now := &onDay{daily: &m.daily, byTime: t, on: m.on, all: all}
	if err := now.control(ctx, m.held); err != nil {
		return err
	}
	for i := range all {
		if s := &all[i]; !s.Unknown && s.Holder.Side != "" {
			m.cite(now, s)
		}
	}
	m.pending, m.claims = newLayerBuilder(m.tables.Parts[rows.Events].Table), nil
	return m.cited.Err()
}

// cite keeps the state of a place with the claims that it cites.
func (m *DayBuilder) cite(now *onDay, s *control.State) {
	kept, to := *s, m.contact.byTime
	kept.Claims, kept.Place, kept.Name = nil, strings.Clone(s.Place), strings.Clone(s.Name) // release the memory of all events
	for _, c := range s.Claims[max(0, len(s.Claims)-maxCited):] {
		kept.Claims = append(kept.Claims, len(to.claims))
		m.cited.Copy(now.event(c))
		to.claims, to.events = append(to.claims, control.Claim{Date: now.claims[c].Date}), append(to.events, m.cited.Len()-1)
	}
	m.contact.all = append(m.contact.all, kept)
}

// Layers returns control and contact of the day.
func (m *DayBuilder) Layers(ctx context.Context) (map[string]*Layer, error) {
	if err := m.settle(ctx); err != nil {
		return nil, err
	}
	m.events = &Layer{Name: schema.Events, Schema: m.cited.layer.Schema, Features: m.cited.Table()}
	m.contact.daily = &m.daily
	m.contact.name = m.name
	line, err := m.contact.contact(ctx)
	if err != nil {
		return nil, err
	}
	return map[string]*Layer{schema.Control: m.held.snapshot(), schema.Contact: line}, nil
}

// name loads the courses named by the mentions of articles.
func (m *DayBuilder) name(ctx context.Context, articles []string) error {
	m.named = newCourseFinder(nil, nil)
	if m.names.Course == nil || len(articles) == 0 {
		return nil
	}
	part := m.tables.Parts[rows.Mentions]
	layer := newLayerBuilder(part.Table)
	if err := m.mentions(ctx, articles, func(r *rows.Row) { addPart(part, r, layer) }); err != nil {
		return err
	}
	m.named = newCourseFinder(&Layer{Name: schema.Mentions, Schema: part.Collection, Features: layer.Table()}, m.names.Course)
	return nil
}

// CourseKinds returns the prefixes of the kinds of rivers and roads.
func CourseKinds() []string { return []string{"H.", "R."} }
