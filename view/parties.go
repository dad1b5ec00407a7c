package view

import (
	"strings"
	"sync"

	"dateline/control"
	"dateline/document/rows"
	"dateline/feature"
	"dateline/geoparse/event"
	"dateline/geoparse/event/party"
	"dateline/schema"
)

// readParties reads the tables once.
var readParties = sync.OnceValues(party.New)

// partyResolver resolves the parties that events name. It is not safe for concurrent use.
type partyResolver struct {
	table   *party.Table
	known   map[[2]string]control.Party // by words and country
	columns eventColumns
}

// eventColumns are the numbers of the properties of events.
type eventColumns struct {
	kind, place, name, precision, agent, target, holder, heldBefore, saidBy, status, group, side int
	sentence, article, source, date, datePrecision, dateFrom, published                          int
}

func newPartyResolver(t *rows.Table) *partyResolver {
	parties, err := readParties()
	if err != nil {
		panic(err) // the tables are embedded, and tested
	}
	at := t.Index
	return &partyResolver{parties, map[[2]string]control.Party{}, eventColumns{
		at("type"), at("place"), at("name"), at("precision"), at("agent"), at("target"), at("holder"), at("held_before"), at("said_by"), at("status"),
		at("actor_group"), at("source_side"),
		at("sentence"), at("article"), at("source"), at("date"), at("date_precision"), at("date_from"), at("published"),
	}}
}

// party returns the party that words mean in a report on a country.
func (s *partyResolver) party(words, country string) control.Party {
	key := [2]string{words, country}
	p, known := s.known[key]
	if !known {
		words = strings.Clone(words)
		p = control.PartyOf(s.table, words, country)
		s.known[[2]string{words, country}] = p
	}
	return p
}

// fill sets the properties of an event that describe the parties it names.
func (s *partyResolver) fill(values []schema.Value, country string) {
	c := &s.columns
	for _, who := range []int{c.holder, c.agent} {
		if g := s.party(values[who].Text(), country).Group; g != "" {
			values[c.group] = schema.OfText(g)
			break
		}
	}
	if by, ok := s.table.Speaker(values[c.saidBy].Text(), values[c.source].Text(), country); ok {
		values[c.side] = schema.OfText(by.Group.Side)
	}
}

// isReport reports whether an event is said to have happened.
func (c *eventColumns) isReport(f feature.Feature) bool {
	switch event.Status(f.Text(c.status)) {
	case event.Planned, event.Hypothetical:
		return false
	}
	return true
}
