package view

import (
	"slices"
	"strings"

	"dateline/document/rows"
	"dateline/feature"
	"dateline/geoparse"
	"dateline/geoparse/event"
	"dateline/incident"
	"dateline/newsdate"
	"dateline/schema"
	"dateline/view/bitset"
)

// incidents groups events into incidents. It is not safe for concurrent use.
type incidents struct {
	*layerBuilder
	table   *rows.Table
	parties *partyResolver
	events  *layerBuilder
	index   *incident.Index
	at      map[int32]int // position of an incident, by its lead
	code    func(place string) string
	story   func(article string) string
}

// newIncidents returns the incidents of a layer; code returns the country of a place, story the
// first article of a story.
func newIncidents(t *rows.Table, events *layerBuilder, s *partyResolver, code, story func(string) string) *incidents {
	x := &incidents{layerBuilder: newLayerBuilder(t), table: t, parties: s, events: events, at: map[int32]int{}, code: code, story: story}
	x.index = incident.NewIndex(x.report)
	return x
}

// add adds the event at a position, if it is reported as having happened and is not a state.
func (x *incidents) add(position int) {
	if x.isIncident(position) {
		x.index.Add(int32(position))
	}
}

// remove removes an event.
func (x *incidents) remove(position int) {
	if x.isIncident(position) {
		x.index.Remove(int32(position))
	}
}

// touch updates the incident of the event at a position whose article moved to another story.
func (x *incidents) touch(position int) {
	if x.isIncident(position) {
		x.index.Touch(int32(position))
	}
}

func (x *incidents) isIncident(position int) bool {
	f := x.events.At(position)
	return x.parties.columns.isReport(f) && event.Type(f.Text(x.parties.columns.kind)) != event.Control
}

// report returns the event at a position in the form in which reports are compared.
func (x *incidents) report(position int32) incident.Report {
	f, c := x.events.At(int(position)), &x.parties.columns
	day, known := f.Day(c.date)
	r := incident.Report{
		Type: f.Text(c.kind), Article: f.Text(c.article), Day: int(day),
		Dated: f.Text(c.dateFrom) != string(geoparse.FromPublished),
		Where: incident.Where{Place: f.Text(c.place)},
	}
	country := x.code(r.Where.Place)
	r.By, r.Of = x.key(f.Text(c.agent), country), x.key(f.Text(c.target), country)
	if incident.Group(r.Type) == "territory" {
		r.By, r.Of = x.key(f.Text(c.holder), country), x.key(f.Text(c.heldBefore), country)
	}
	point, isPoint := f.Point()
	if known && isPoint && f.Text(c.datePrecision) == newsdate.Day.String() {
		r.Where.Point, r.Where.Size = point, sizeOf(f.Text(c.precision))
	}
	return r
}

// coordinates is the precision of a point given in the text.
const coordinates geoparse.Precision = "given"

// sizeOf treats everything but towns and sites as wide.
func sizeOf(precision string) incident.Size {
	switch geoparse.Precision(precision) {
	case geoparse.Town:
		return incident.Town
	case geoparse.Site, coordinates:
		return incident.Spot
	}
	return incident.Wide
}

// key is the form in which actors are compared.
func (x *incidents) key(words, country string) string {
	p := x.parties.party(words, country)
	if p.Group != "" {
		return p.Group
	}
	return strings.ToLower(p.Name)
}

// update writes new and changed incidents.
func (x *incidents) update() {
	put, gone := x.index.Changes()
	for _, lead := range gone {
		x.removed = append(x.removed, x.at[lead])
		delete(x.at, lead)
	}
	for i := range put {
		x.put(&put[i])
	}
	if len(put) > 0 {
		x.markCopies(put)
	}
}

// markCopies marks incidents that only copies of earlier articles report.
func (x *incidents) markCopies(all []incident.Incident) {
	copies := bitset.New(x.Len())
	copy(copies, x.layer.copies)
	for i := range all {
		told := slices.ContainsFunc(all[i].Reports, func(n int32) bool { return !x.events.layer.copies.Holds(int(n)) })
		copies.Put(x.at[all[i].Lead()], !told)
	}
	x.layer.copies = copies
}

// put writes an incident, keeping its position while its location stays the same.
func (x *incidents) put(is *incident.Incident) {
	town := x.events.At(int(is.Town))
	geometry := town.Geometry()
	position, shown := x.at[is.Lead()]
	if shown && !sameSpot(x.At(position), town) {
		x.removed = append(x.removed, position)
		shown = false
	}
	if !shown {
		position = x.Len()
		x.at[is.Lead()] = position
	}
	a := x.summarise(is)
	start(x.Builder, &rows.Row{ID: x.events.At(int(is.Lead())).ID(), Geometry: geometry, Values: a.values}, a.days)
	x.finish(position, x.events.layer.numbers.of(int(is.Lead())))
}

func sameSpot(a, b feature.Feature) bool {
	p, isPoint := a.Point()
	q, also := b.Point()
	return p == q && isPoint == also
}

// value reads a property of an event.
func (x *incidents) value(f feature.Feature, column int) schema.Value {
	return valueOf(f, column, x.events.layer.Schema.Properties[column].Type)
}
