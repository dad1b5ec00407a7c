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

// daily makes the collections that depend on the day from the events of a View. It is safe for
// concurrent use.
type daily struct {
	tables  *rows.Tables
	events  *Layer
	named   *named
	columns eventColumns
	read    func() *byTime

	mu   sync.Mutex
	kept []*day // the days requested last, most recent first
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

// day has the collections of one day, made when one of them is requested.
type day struct {
	day    feature.Day
	making chan struct{}     // a lock: holds one while somebody makes or reads the layers
	layers map[string]*Layer // nil until made
}

// keptDays is the number of days cached.
const keptDays = 40

// newDaily takes the events of a View and their claims. Nothing is made before it is requested.
func newDaily(t *rows.Tables, events *Layer, named *named, columns eventColumns, all []claimed) *daily {
	d := &daily{tables: t, events: events, named: named, columns: columns}
	d.read = sync.OnceValue(func() *byTime { return d.sorted(all) })
	return d
}

// layer returns a collection as View.LayerOn does.
func (d *daily) layer(ctx context.Context, name string, asked *feature.Days) (*Layer, error) {
	on := d.read().last
	if asked != nil {
		on = max(asked.First, min(on, asked.Last))
	}
	x := d.on(on)
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case x.making <- struct{}{}:
	}
	defer func() { <-x.making }()
	if x.layers == nil {
		made, err := d.make(ctx, on)
		if err != nil {
			return nil, err
		}
		x.layers = made
	}
	return x.layers[name], nil
}

func (d *daily) on(on feature.Day) *day {
	d.mu.Lock()
	defer d.mu.Unlock()
	i := slices.IndexFunc(d.kept, func(x *day) bool { return x.day == on })
	if i >= 0 {
		x := d.kept[i]
		d.kept = slices.Insert(slices.Delete(d.kept, i, i+1), 0, x)
		return x
	}
	x := &day{day: on, making: make(chan struct{}, 1)}
	d.kept = slices.Insert(d.kept, 0, x)
	d.kept = d.kept[:min(len(d.kept), keptDays)]
	return x
}

// sorted returns the claims of existing events in order.
func (d *daily) sorted(all []claimed) *byTime {
	t, c := &byTime{}, &d.columns
	for f := range d.events.All() {
		if day, known := f.Day(c.published); known {
			t.last = max(t.last, day)
		}
	}
	all = slices.DeleteFunc(slices.Clone(all), func(x claimed) bool { return d.events.isGone(x.event) })
	slices.SortStableFunc(all, func(a, b claimed) int { return a.Date.Last().Compare(b.Date.Last()) })
	for i := range all {
		all[i].Start = i
		t.claims, t.events = append(t.claims, all[i].Claim), append(t.events, all[i].event)
	}
	t.order = control.InOrder(t.claims)
	if t.last == 0 && len(all) > 0 {
		t.last = feature.DayOf(all[len(all)-1].Date.Last())
	}
	return t
}

// make makes the collections of a day. The first request for it pays the cost.
func (d *daily) make(ctx context.Context, on feature.Day) (map[string]*Layer, error) {
	t := d.read()
	n, _ := slices.BinarySearchFunc(t.claims, on+1, func(x control.Claim, next feature.Day) int {
		return cmp.Compare(feature.DayOf(x.Date.Last()), next)
	})
	all, err := control.At(ctx, t.claims[:n], t.order, on.Time())
	if err != nil {
		return nil, err
	}
	m := &onDay{d, t, on, all}
	held, err := m.control(ctx)
	if err != nil {
		return nil, err
	}
	line, err := m.contact(ctx)
	if err != nil {
		return nil, err
	}
	return map[string]*Layer{schema.Control: held, schema.Contact: line}, nil
}

// claim returns an event's claim about who holds its place, which lies in a country; false if
// there is none.
func (s *said) claim(f feature.Feature, country string) (control.Claim, bool) {
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
