package view

import (
	"iter"

	"dateline/document/rows"
	"dateline/feature"
	"dateline/incident"
	"dateline/schema"

	"github.com/paulmach/orb"
)

// Told is an incident as a row.
type Told struct {
	rows.Row
	Days     feature.Days
	Lead     int       // number of its first report among the added events
	Alone    bool      // it has a single report regardless of filters, and no Point
	Point    orb.Point // unless Alone: the point at which it is compared
	Copy     bool      // only copies of earlier articles report it
	Articles []string  // articles of its reports
}

// Teller groups the added events into incidents as a View does. It is not safe for concurrent
// use.
type Teller struct {
	tables *rows.Tables
	names  Names
	said   *said
	events *layerBuilder
	told   *incidents
	known  map[string]string // country code by place
}

// NewTeller returns an empty Teller. story returns the first article with the same text, which
// may be the article itself.
func NewTeller(t *rows.Tables, names Names, story func(article string) string) *Teller {
	part := t.Parts[rows.Events]
	x := &Teller{tables: t, names: names, said: newSaid(part.Table), events: newLayerBuilder(part.Table), known: map[string]string{}}
	x.told = newIncidents(t.Made[schema.Incidents], x.events, x.said, x.country, story)
	return x
}

func (x *Teller) country(place string) string {
	if x.names.Of == nil || place == "" {
		return ""
	}
	code, known := x.known[place]
	if !known {
		code = x.names.Of(place).Code
		x.known[place] = code
	}
	return code
}

// Add adds the next event, in order of arrival, and sets its derived values.
func (x *Teller) Add(r *rows.Row) error {
	part := x.tables.Parts[rows.Events]
	x.said.fill(r.Values, x.country(r.Values[part.Place].Text()))
	addPart(part, r, x.events)
	return x.events.Err()
}

// All yields all incidents, ordered by lead.
func (x *Teller) All() iter.Seq[*Told] {
	return func(yield func(*Told) bool) {
		for i := range x.events.Len() {
			x.told.add(i)
		}
		put, _ := x.told.index.Changes()
		for i := range put {
			if !yield(x.tell(&put[i])) {
				return
			}
		}
	}
}

func (x *Teller) tell(is *incident.Incident) *Told {
	town, a, article := x.events.At(int(is.Town)), x.told.account(is), x.said.columns.article
	t := &Told{
		Row:  rows.Row{ID: x.events.At(int(is.Lead())).ID(), Geometry: town.Geometry(), Values: a.values},
		Days: a.days, Lead: int(is.Lead()), Copy: true,
	}
	where := x.told.report(is.Lead()).Where
	t.Alone = where.Size == incident.Wide
	if !t.Alone {
		t.Point, _ = town.Point()
	}
	for _, f := range a.reports {
		in := f.Text(article)
		t.Articles = append(t.Articles, in)
		t.Copy = t.Copy && x.told.story(in) != in
	}
	return t
}
