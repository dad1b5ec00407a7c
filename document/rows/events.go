package rows

import (
	"time"

	"dateline/document"
	"dateline/schema"

	"github.com/paulmach/orb"
)

// EventSource is the input for the properties of an event at one of its places.
type EventSource struct {
	Document  *document.Document
	Event     *document.Event
	Place     *document.EventPlace
	event     string // id of the event, the same at all of its places
	sentence  string
	date      dating
	published time.Time // the day, zero for none
}

// eventsOf returns the rows of the document's events: one for each place.
func (t *Tables) eventsOf(d *document.Document) []Row {
	n := 0
	for i := range d.Events {
		if !d.Events[i].Corrected.IsNone() {
			n += len(d.Events[i].Places)
		}
	}
	if n == 0 {
		return nil
	}
	published, ids, sentences := document.DayOf(document.ParseTime(d.Published)), d.EventIDs(), newSentences(d.Text)
	rows := t.Parts[Events].rows(n)
	n = 0
	for i := range d.Events {
		e := &d.Events[i]
		if e.Corrected.IsNone() {
			continue
		}
		source := EventSource{
			Document: d, Event: e, event: ids[i][0], sentence: sentences.around(e.Sentence, e.Start, e.End, e.Trigger),
			date: newDating(e.Day(), e.DatePrecision, e.DateFrom, published), published: published,
		}
		for k := range e.Places {
			r := &rows[n]
			n++
			source.Place = &e.Places[k]
			r.ID, r.Geometry = ids[i][k], pointOf(source.Place)
			compute(t.eventValues, &source, r.Values)
		}
	}
	return rows
}

// pointOf returns the point of an event's place, nil for none.
func pointOf(p *document.EventPlace) orb.Geometry {
	if p.Lat == nil || p.Lon == nil {
		return nil
	}
	return orb.Point{*p.Lon, *p.Lat}
}

func eventValues() Values[EventSource] {
	return Values[EventSource]{
		"event":          func(s *EventSource) schema.Value { return schema.OfText(s.event) },
		"type":           func(s *EventSource) schema.Value { return schema.OfText(s.Event.Type) },
		"phrase":         func(s *EventSource) schema.Value { return schema.OfText(s.Event.Trigger) },
		"place":          func(s *EventSource) schema.Value { return orNull(s.Place.Place) },
		"name":           func(s *EventSource) schema.Value { return orNull(s.Place.Name) },
		"precision":      func(s *EventSource) schema.Value { return orNull(s.Place.Precision) },
		"agent":          func(s *EventSource) schema.Value { return orNull(s.Event.Agent) },
		"target":         func(s *EventSource) schema.Value { return orNull(s.Event.Target) },
		"holder":         func(s *EventSource) schema.Value { return orNull(s.Event.Holder) },
		"held_before":    func(s *EventSource) schema.Value { return orNull(s.Event.From) },
		"said_by":        func(s *EventSource) schema.Value { return orNull(s.Event.Source) },
		"status":         func(s *EventSource) schema.Value { return schema.OfText(s.Event.Status) },
		"sentence":       func(s *EventSource) schema.Value { return schema.OfText(s.sentence) },
		"start":          func(s *EventSource) schema.Value { return schema.OfInt(s.Event.Start) },
		"end":            func(s *EventSource) schema.Value { return schema.OfInt(s.Event.End) },
		"article":        func(s *EventSource) schema.Value { return schema.OfText(s.Document.ID) },
		"source":         func(s *EventSource) schema.Value { return schema.OfText(s.Document.Source) },
		"language":       func(s *EventSource) schema.Value { return schema.OfText(s.Document.Lang) },
		"date":           func(s *EventSource) schema.Value { return OfDay(s.date.day) },
		"date_precision": func(s *EventSource) schema.Value { return schema.OfText(s.date.precision) },
		"date_from":      func(s *EventSource) schema.Value { return schema.OfText(s.date.from) },
		"published":      func(s *EventSource) schema.Value { return OfDay(s.published) },
		"confidence":     func(s *EventSource) schema.Value { return schema.OfNumber(s.Event.Confidence) },
		"reason":         func(s *EventSource) schema.Value { return schema.OfText(s.Event.Reason) },
		"corrected_by":   func(s *EventSource) schema.Value { return schema.OfText(s.Event.Corrected.Corrector()) },
	}
}
