package view

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"sync"
	"unicode"

	"dateline/control"
	"dateline/document/rows"
	"dateline/feature"
	"dateline/geoparse"
	"dateline/geoparse/event"
	"dateline/newsdate"
	"dateline/schema"
)

// daily makes the collections that depend on the day from the events of a View.
type daily struct {
	tables  *rows.Tables
	events  *Layer
	named   *courseFinder
	columns eventColumns
	read    func() *byTime
}

// claimed is an event's claim about who holds its place.
type claimed struct {
	control.Claim
	event int // position
}

// byTime has the claims of all events, by time.
type byTime struct {
	claims []control.Claim // Start is an index in events
	events []int           // positions
	order  control.Order   // of the claims, by place
	last   feature.Day     // of the last report
}

// newDaily takes the events of a View and their claims. Nothing is made before it is requested.
func newDaily(t *rows.Tables, events *Layer, named *courseFinder, columns eventColumns, all []claimed) *Daily {
	d := &daily{tables: t, events: events, named: named, columns: columns}
	d.read = sync.OnceValue(func() *byTime { return d.sorted(all) })
	return NewDaily(func() feature.Day { return d.read().last }, d.make)
}

// sorted returns the claims of existing events in order.
func (d *daily) sorted(all []claimed) *byTime {
	t := newByTime(slices.DeleteFunc(slices.Clone(all), func(x claimed) bool { return d.events.isGone(x.event) }))
	for f := range d.events.All() {
		if day, known := f.Day(d.columns.published); known {
			t.last = max(t.last, day)
		}
	}
	if n := len(t.claims); t.last == 0 && n > 0 {
		t.last = feature.DayOf(t.claims[n-1].Date.Last())
	}
	return t
}

// newByTime sorts claims, which it may change.
func newByTime(all []claimed) *byTime {
	t := &byTime{}
	slices.SortStableFunc(all, func(a, b claimed) int { return a.Date.Last().Compare(b.Date.Last()) })
	for i := range all {
		all[i].Start = i
		t.claims, t.events = append(t.claims, all[i].Claim), append(t.events, all[i].event)
	}
	t.order = control.InOrder(t.claims)
	return t
}

// at returns the state of each place on a day.
func (t *byTime) at(ctx context.Context, on feature.Day) ([]control.State, error) {
	n, _ := slices.BinarySearchFunc(t.claims, on+1, func(x control.Claim, next feature.Day) int {
		return cmp.Compare(feature.DayOf(x.Date.Last()), next)
	})
	return control.At(ctx, t.claims[:n], t.order, on.Time())
}

// make makes the collections of a day. The first request for it pays the cost.
func (d *daily) make(ctx context.Context, on feature.Day) (map[string]*Layer, error) {
	t := d.read()
	all, err := t.at(ctx, on)
	if err != nil {
		return nil, err
	}
	m := &onDay{daily: d, byTime: t, on: on, all: all}
	held := newLayerBuilder(d.tables.Derived[schema.Control])
	if err := m.control(ctx, held); err != nil {
		return nil, err
	}
	line, err := m.contact(ctx)
	if err != nil {
		return nil, err
	}
	return map[string]*Layer{schema.Control: held.snapshot(), schema.Contact: line}, nil
}

// claim returns an event's claim about who holds its place, which lies in a country; false if
// there is none.
func (s *partyResolver) claim(f feature.Feature, country string) (control.Claim, bool) {
	c := &s.columns
	kind, ok := control.KindOf(f.Text(c.kind))
	status, place := event.Status(f.Text(c.status)), f.Text(c.place)
	point, isPoint := f.Point()
	day, dated := f.Day(c.date)
	if !ok || place == "" || !isPoint || !dated || status != event.Reported && status != event.Claimed || !isHeld(f.Text(c.precision)) {
		return control.Claim{}, false
	}
	date := newsdate.Civil(day.Time())
	if p, known := newsdate.ReadPrecision(f.Text(c.datePrecision)); known && p != newsdate.Unknown {
		date.Precision = p
	}
	holder, from := s.party(f.Text(c.holder), country), s.party(f.Text(c.heldBefore), country)
	if !isNamed(holder) {
		holder = control.Party{}
	}
	if !isNamed(from) {
		from = control.Party{}
	}
	if holder.None() && kind != control.Leaves {
		return control.Claim{}, false
	}
	return control.Claim{
		Place: place, Name: cmp.Or(f.Text(c.name), place), Point: point, Kind: kind,
		Holder: holder, From: from,
		Date: date, Source: cmp.Or(f.Text(c.saidBy), f.Text(c.source), f.Text(c.article)), Doubt: status == event.Claimed,
	}, true
}

// isNamed reports whether a party is in a table, or has a name: "forces" and "armed groups"
// could be anyone.
func isNamed(p control.Party) bool {
	return p.Group != "" || strings.ContainsFunc(p.Name, unicode.IsUpper)
}

// isHeld reports whether one side can hold a place of a given precision.
func isHeld(precision string) bool {
	return precision == string(geoparse.Town) || precision == string(geoparse.Site)
}
