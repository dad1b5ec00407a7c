package geoparse

import (
	"slices"
	"sort"
	"unicode/utf8"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"

	"dateline/gazetteer"
	"dateline/geoparse/event"
	"dateline/geoparse/spatial"
	"dateline/geoparse/toponym"
	"dateline/text"
)

// Event is an event that a text reports at places. Actors and targets are as written, empty if
// the text does not name them.
type Event struct {
	Span              // the trigger: the words that report it
	Trigger    string // its text
	Sentence   Span   // the sentence that contains it
	Type       event.Type
	Places     []EventPlace // at least one, in text order
	Agent      string       // who did it
	Target     string       // who or what is affected
	Holder     string       // who holds the places afterwards, or holds them now
	From       string       // who held them before
	Source     string       // whom the text cites for it; empty if nobody
	Status     event.Status
	Implied    bool    // the sentence names no place; it is the text's focus
	Confidence float64 // 0..1 that the text reports this event at these places
	Reason     string  // the evidence, in a few words
	When       When    // when it happened, or is meant to
}

// EventPlace is a place of an Event.
type EventPlace struct {
	Span                   // the words for it: of a Mention, a Front, or "the town"
	Place *gazetteer.Place // nil for areas between or around places, and for names not in the gazetteer
	Point orb.Point        // lon, lat of Place, else the middle of the footprint; invalid unless Known
	Known bool             // Point is valid

	Precision Precision // of Place; empty if that is nil
}

// move shifts all spans.
func (e *Event) move(by int) {
	e.Span, e.Sentence = e.Span.Moved(by), e.Sentence.Moved(by)
	for i := range e.Places {
		e.Places[i].Span = e.Places[i].Moved(by)
	}
}

// namedPlace is a name or front at which events can be located.
type namedPlace struct {
	event.Range
	size  event.Size
	place *gazetteer.Place
	point orb.Point
	known bool
}

// isSite reports whether it is smaller than a province, and neither town nor village.
func (p *namedPlace) isSite() bool {
	return p.size == event.Town && p.place != nil && p.place.Kind.Class() != 'P'
}

// isTown reports whether it is a town or village, or an unknown name that may be one.
func (p *namedPlace) isTown() bool { return p.size == event.Town && !p.isSite() }

// readEvents reads the events reported at the text's names and fronts.
func (p *parse) readEvents() []Event {
	places := p.eventPlaces()
	text := event.Text{Text: p.Source, Tokens: p.eventTokens(), Sentences: p.datedSpans(), Actors: p.eventActors(), Step: p.Step}
	text.Places = make([]event.Place, 0, len(places))
	for i := range places {
		place := event.Place{Range: places[i].Range, Site: places[i].isSite(), Size: places[i].size, Known: places[i].known}
		if places[i].place != nil {
			place.ID = places[i].place.ID
		}
		text.Places = append(text.Places, place)
	}
	text.Topic = topicOf(places)
	text.NamesNoTown = !slices.ContainsFunc(places, func(p namedPlace) bool { return p.isTown() })
	reports := p.events.Read(&text)
	p.ofTheDay = len(reports) > 0 && p.isOfTheDay()
	out := make([]Event, len(reports))
	for i := range reports {
		out[i] = p.event(&reports[i], places)
	}
	p.dateEvents(out, reports)
	return out
}

// topicOf returns 1 + the index of the town that the text is about: it names no other, or names
// it repeatedly and every other less than half as often. It returns 0 if there is none.
func topicOf(places []namedPlace) int {
	named, first := map[string]int{}, 0
	for i := range places {
		if p := &places[i]; p.place != nil && p.isTown() {
			named[p.place.ID]++
			if first == 0 || named[p.place.ID] > named[places[first-1].place.ID] {
				first = i + 1
			}
		}
	}
	if first == 0 {
		return 0
	}
	topic := places[first-1].place.ID
	for place, times := range named {
		if place != topic && 2*times > named[topic] {
			return 0
		}
	}
	return first
}

// event converts a report, with offsets in code points.
func (p *parse) event(r *event.Report, places []namedPlace) Event {
	e := Event{
		Span: p.RuneSpan(r.Trigger.Start, r.Trigger.End), Trigger: p.in.Text[r.Trigger.Start:r.Trigger.End], Sentence: p.SentenceAround(r.Trigger.Start, r.Trigger.End).Span,
		Type: r.Type, Agent: p.rangeText(r.Agent), Target: p.rangeText(r.Target), Holder: p.rangeText(r.Holder), From: p.rangeText(r.From), Source: p.rangeText(r.Source),
		Status: r.Status, Implied: r.Implied, Confidence: r.Confidence, Reason: r.Reason, When: p.eventDate(r),
	}
	e.Places = make([]EventPlace, 0, len(r.Places))
	for _, spot := range r.Places {
		at := EventPlace{Span: p.RuneSpan(spot.Start, spot.End)}
		if spot.Place >= 0 {
			named := &places[spot.Place]
			at.Place, at.Point, at.Known = named.place, named.point, named.known
			if named.place != nil {
				at.Precision = PrecisionOf(named.place.Kind)
			}
		}
		e.Places = append(e.Places, at)
	}
	return e
}

// rangeText returns the actor named by a range of the text, on one line.
func (p *parse) rangeText(r event.Range) string {
	if r.IsEmpty() {
		return ""
	}
	return text.OneLine(p.in.Text[r.Start:r.End])
}

func (p *parse) eventTokens() []event.Token {
	out := make([]event.Token, len(p.Tokens))
	for i := range p.Tokens {
		t := &p.Tokens[i]
		out[i] = event.Token{Range: event.Range{Start: t.Start, End: t.End}, Word: &t.Event, Upper: t.Shape.UpperCase()}
	}
	return out
}

// eventActors returns the names that are metonyms or demonyms.
func (p *parse) eventActors() []event.Range {
	var out []event.Range
	for i := range p.Names {
		s := &p.Names[i]
		_, _, isCapital := p.capitalOf(s)
		if s.Role == toponym.RoleMetonym || s.Role == toponym.RoleDemonym && !isCapital || s.Role == toponym.RoleOrganisation {
			out = append(out, event.Range{Start: s.Start, End: s.End})
		}
	}
	slices.SortFunc(out, func(a, b event.Range) int { return a.Start - b.Start })
	return out
}

// eventPlaces returns the fronts that are areas, and the names outside them, in text order.
func (p *parse) eventPlaces() []namedPlace {
	out := make([]namedPlace, 0, len(p.Names))
	areas := append(p.eventAreas(), p.eventCapitals()...)
	slices.SortStableFunc(areas, func(a, b namedPlace) int { return a.Start - b.Start })
	for i := range p.Names {
		s := &p.Names[i]
		for len(areas) > 0 && areas[0].Start < s.End {
			out = append(out, areas[0])
			areas = areas[1:]
		}
		if n := len(out); n > 0 && s.Start < out[n-1].End || s.Role != toponym.RolePlace || !p.isMention(i) {
			continue
		}
		out = append(out, p.eventPlace(i))
	}
	return append(out, areas...)
}

// eventAreas returns the fronts that are areas. Of a line through places, the places count, not
// the line.
func (p *parse) eventAreas() []namedPlace {
	var out []namedPlace
	for i := range p.fronts {
		f := &p.fronts[i]
		if f.Describes != nil || f.Kind == spatial.Axis || f.Kind == spatial.Contact || len(out) > 0 && p.byteOf(f.Start) < out[len(out)-1].End {
			continue
		}
		center, _ := planar.CentroidArea(f.Geometry)
		size := event.District
		switch {
		case f.Kind == spatial.Countryside && isOfTown(f):
			size = event.Town
		case f.Kind == spatial.Countryside, f.Kind == spatial.Region, f.Kind == spatial.Border, f.Kind == spatial.River:
			size = event.Province
		}
		out = append(out, namedPlace{Range: event.Range{Start: p.byteOf(f.Start), End: p.byteOf(f.End)}, size: size, point: center, known: true})
	}
	return out
}

// isOfTown reports whether a front is the surroundings of a town or site.
func isOfTown(f *Front) bool {
	return len(f.Anchors) == 1 && f.Anchors[0] != nil && sizeOfPlace(f.Anchors[0]) == event.Town
}

// eventPlace returns the place that name i was resolved to.
func (p *parse) eventPlace(i int) namedPlace {
	one := namedPlace{Range: event.Range{Start: p.Names[i].Start, End: p.Names[i].End}}
	if place := p.Taken(i); place != nil && p.Confidence(i) >= abstainBelow {
		one.place = place
		one.point, one.known, one.size = one.place.Point, true, sizeOfPlace(one.place)
	}
	return one
}

func sizeOfPlace(place *gazetteer.Place) event.Size {
	switch PrecisionOf(place.Kind) {
	case Land:
		return event.Country
	case Governorate, Area:
		return event.Province
	case District:
		return event.District
	}
	return event.Town
}

// byteOf converts a code point offset to a byte offset.
func (p *parse) byteOf(runes int) int {
	i := sort.Search(len(p.Tokens), func(i int) bool { return p.Tokens[i].RuneStart > runes })
	at, left := 0, runes
	if i > 0 {
		at, left = p.Tokens[i-1].Start, runes-p.Tokens[i-1].RuneStart
	}
	for ; left > 0; left-- {
		_, w := utf8.DecodeRuneInString(p.Source[at:])
		at += w
	}
	return at
}
